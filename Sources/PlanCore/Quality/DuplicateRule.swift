internal import TextCore

/// *Trùng kỳ báo cáo*: two reports of one agency for one indicator whose periods end on the same day. A warning at the
/// later one, which is used if it has a figure: the files in byte order of their paths, then the lines.
enum DuplicateRule {
  /// - Parameter earlier: where the other one stands, `file:line`.
  static func message(earlier: String) -> Localized {
    Localized(
      "trùng đơn vị, chỉ tiêu và kỳ với \(earlier); dòng sau được dùng nếu có số liệu",
      "same agency, indicator and period as \(earlier); the later one is used if it has a figure")
  }
}
