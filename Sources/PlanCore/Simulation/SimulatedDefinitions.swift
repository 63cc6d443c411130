/// What defines the plan, with what says that its year is made up.
enum SimulatedDefinitions {
  /// Sources of what is made up.
  enum Source: String, CaseIterable {
    case report = "mo-phong-bao-cao"
    case published = "mo-phong-cong-bo"
    case start = "mo-phong-dau-ky"

    fileprivate var title: String {
      switch self {
      case .report: "Báo cáo mô phỏng, do chương trình tạo ra"
      case .published: "Công bố mô phỏng, do chương trình tạo ra"
      case .start: "Số liệu ban đầu mô phỏng, do chương trình tạo ra"
      }
    }
  }

  /// Keys of `plan.conf` whose lines are replaced.
  private static let settings = [
    ("id", "vn-2023-mo-phong"), ("simulated", "true"),
    ("note.vi", "Báo cáo, cập nhật là mô phỏng; chỉ số liệu công bố trước năm 2023 là thật"),
    ("note.en", "Reports and updates are made up; only figures published before 2023 are real"),
  ]

  /// By their paths; journal and reports are left out.
  static func files(of plan: [StoreLocation.File]) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for file in plan where Store.definitionFiles.contains(file.path) && file.path != UpdatesTable.file {
      files[file.path] = file.bytes
    }
    files[StoreLocation.planFile] = files[StoreLocation.planFile].map(marked)
    files["sources.csv"] = files["sources.csv"].map(withSources)
    return files
  }

  private static func marked(_ bytes: [UInt8]) -> [UInt8] {
    let kept = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .filter { line in
        let key = line.prefix { $0 != "=" && $0 != " " }
        return !settings.contains { $0.0 == key }
      }
    let added = settings.map { "\($0.0) = \($0.1)" }
    let end = kept.last?.isEmpty == true ? kept.dropLast() : kept[...]
    return Array((end.map(String.init) + added).joined(separator: "\n").utf8) + [UInt8(ascii: "\n")]
  }

  private static func withSources(_ bytes: [UInt8]) -> [UInt8] {
    var text = CSVText(header: [])
    for source in Source.allCases {
      text.add([source.rawValue, source.title, "thuky", "", "", Confidence.simulated.rawValue])
    }
    let end = bytes.last == UInt8(ascii: "\n") ? [] : [UInt8(ascii: "\n")]
    return bytes + end + text.bytes.dropFirst()
  }
}
