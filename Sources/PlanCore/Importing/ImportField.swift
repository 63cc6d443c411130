public import TextCore

/// What a column of a foreign table may say.
public enum ImportField: String, Sendable, CaseIterable {
  case period, agency, indicator, value, numerator, denominator, source, note

  /// As people head such a column.
  public var title: Localized {
    switch self {
    case .period: Localized("Kỳ báo cáo", "Period")
    case .agency: Localized("Đơn vị", "Agency")
    case .indicator: Localized("Chỉ tiêu", "Indicator")
    case .value: Localized("Giá trị", "Value")
    case .numerator: Localized("Tử số", "Numerator")
    case .denominator: Localized("Mẫu số", "Denominator")
    case .source: Localized("Nguồn", "Source")
    case .note: Localized("Ghi chú", "Note")
    }
  }

  /// Whether its cells are numbers.
  var isFigure: Bool { self == .value || self == .numerator || self == .denominator }

  /// Where the store's row has it.
  var column: ReportColumn {
    switch self {
    case .period: .period
    case .agency: .agency
    case .indicator: .indicator
    case .value: .value
    case .numerator: .numerator
    case .denominator: .denominator
    case .source: .source
    case .note: .note
    }
  }

  /// Headings without marks, brackets and signs; of two columns the one whose heading stands first here is meant.
  private var names: [String] {
    switch self {
    case .period:
      [
        "period", "reporting period", "ky bao cao", "ky bc", "ky so lieu", "thoi ky", "ky", "thoi diem", "thoi gian",
        "thang", "quy", "ngay so lieu", "as of", "month", "quarter", "date",
      ]
    case .agency:
      [
        "agency", "agency id", "ma don vi", "don vi bao cao", "don vi", "ten don vi", "bo nganh dia phuong",
        "co quan don vi", "co quan", "ten co quan", "co quan bao cao", "tinh thanh pho", "tinh thanh", "dia phuong",
        "bo nganh", "ministry", "province", "organisation", "organization",
      ]
    case .indicator:
      [
        "indicator", "indicator id", "ma chi tieu", "ma so chi tieu", "chi tieu", "ten chi tieu", "chi so",
        "noi dung chi tieu", "code",
      ]
    case .value:
      [
        "value", "gia tri", "ket qua", "ket qua thuc hien", "gia tri thuc hien", "so lieu", "thuc hien", "ty le",
        "ti le", "ty le dat", "ket qua dat duoc", "figure", "result",
      ]
    case .numerator: ["numerator", "tu so", "tu"]
    case .denominator: ["denominator", "mau so", "mau"]
    case .source: ["source", "nguon", "nguon so lieu", "nguon du lieu", "can cu"]
    case .note: ["note", "notes", "ghi chu", "dien giai", "remark", "remarks", "comment"]
    }
  }

  /// Columns that need no reading and no warning.
  private static let unread: Set = [
    "stt", "tt", "so tt", "so thu tu", "no", "don vi tinh", "dvt", "unit", "received", "ngay nhan",
  ]

  /// Fields by their headings, and how far back the heading stands in the list.
  private static let known: [String: (field: ImportField, rank: Int)] = {
    var known: [String: (field: ImportField, rank: Int)] = [:]
    for field in allCases {
      for (rank, name) in field.names.enumerated() { known[name.inOneSpelling] = (field, rank) }
    }
    return known
  }()

  /// What a heading means: the less the rank, the surer.
  static func find(_ heading: String) -> (field: ImportField, rank: Int)? {
    known[ForeignText.words(heading).inOneSpelling]
  }

  /// Whether a column is one that says nothing of its row's figure.
  static func isUnread(_ heading: String) -> Bool {
    heading.isEmpty || unread.contains(ForeignText.words(heading)) || unread.contains(heading.folded)
  }
}
