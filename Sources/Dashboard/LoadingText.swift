import PlanCore
public import TextCore

/// How far a reading of report files has come, in words.
public enum LoadingText {
  /// `đang đọc số liệu: 1.234.567 dòng, 84/208 MB`.
  public static func text(_ loading: Loading, _ language: Language) -> String {
    let rows = NumberText.grouped(loading.rows, language)
    let size = "\(megabytes(loading.bytes))/\(megabytes(loading.totalBytes)) MB"
    return language == .vietnamese
      ? "đang đọc số liệu: \(rows) dòng, \(size)"
      : "reading reports: \(rows) \(loading.rows == 1 ? "row" : "rows"), \(size)"
  }

  private static func megabytes(_ bytes: Int) -> Int { (max(0, bytes) + 500_000) / 1_000_000 }
}
