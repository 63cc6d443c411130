public import TextCore

/// Why a table is not read at all, with what to do about it.
public enum ImportRefusal: Error, Hashable, Sendable {
  /// More than so many mebibytes.
  case tooLarge(mebibytes: Int)
  case tooManyRows(Int)
  case empty
  case workbook(Workbook)
  case legacy(LegacyEncoding)
  /// Bytes that are no letters, and where they stand.
  case notText(line: Int, column: Int)
  /// A `sep=` line that names something else than `,` `;` or a tab.
  case separator(String)
  /// No line that looks like a header; what the first one says.
  case noHeader([String])
  /// Fields that every row must have and no column has.
  case missing([ImportField], headings: [String])
  /// An option names what is not there.
  case option(name: String, Localized)

  /// Whether the command was wrong rather than the table.
  public var isUsage: Bool {
    if case .option = self { return true }
    return false
  }

  /// What is wrong; what to do.
  public var message: Localized {
    switch self {
    case .tooLarge(let limit):
      Localized(
        "tệp lớn hơn \(limit) MB, không được nhập; chia thành nhiều tệp nhỏ",
        "over \(limit) MB, not imported; split it into smaller files")
    case .tooManyRows(let limit):
      Localized(
        "quá nhiều dòng (hơn \(limit)), không được nhập; chia thành nhiều tệp nhỏ",
        "too many rows (over \(limit)), not imported; split it into smaller files")
    case .empty: Localized("tệp trống, không có gì để nhập", "the file is empty; there is nothing to import")
    case .workbook(let workbook): Self.workbook(workbook)
    case .legacy(let encoding): Self.legacy(encoding)
    case .notText(let line, let column):
      Localized(
        "dòng \(line), cột \(column): không phải UTF-8 hay UTF-16; ",
        "line \(line), column \(column): not UTF-8 or UTF-16; ")
        + Self.saveAs
    case .separator(let text):
      Localized(
        "dòng đầu là «\(text.brief)»; chỉ đọc dấu phân cách «,», «;» hoặc TAB",
        "the first line says «\(text.brief)»; only «,», «;» and TAB separate cells")
    case .noHeader(let headings): Self.noHeader(headings)
    case .missing(let fields, let headings): Self.missing(fields, headings)
    case .option(let name, let reason): Localized(both: name + ": ") + reason
    }
  }

  private static let saveAs = Localized(
    "trong Excel chọn Tệp › Lưu thành (Save As) › «CSV UTF-8 (phân tách bằng dấu phẩy) (*.csv)», rồi nhập tệp đó",
    "in Excel choose File › Save As › «CSV UTF-8 (Comma delimited) (*.csv)», then import that file")

  private static func workbook(_ workbook: Workbook) -> Localized {
    switch workbook {
    case .pdf, .rtf, .zip, .gzip:
      Localized(
        "tệp \(workbook.name), không phải bảng CSV; đề nghị đơn vị gửi bảng tính, ",
        "a \(workbook.name) file, not a CSV table; ask for a spreadsheet, ") + saveAs
    case .xlsx, .xls, .ods:
      Localized("tệp \(workbook.name), không phải CSV; ", "a workbook, \(workbook.name), not CSV; ") + saveAs
    case .html, .xml:
      Localized(
        "tệp \(workbook.name) (dù tên tệp có thể là .xls hoặc .csv); ",
        "\(workbook.name), whatever the file's name says; ") + saveAs
    }
  }

  private static func legacy(_ encoding: LegacyEncoding) -> Localized {
    guard encoding != .windows1258 else {
      return Localized(
        "bảng mã cũ \(encoding.rawValue), không phải Unicode; ", "the old encoding \(encoding.rawValue), not Unicode; ")
        + saveAs
    }
    return Localized(
      "phông chữ cũ \(encoding.rawValue), không phải Unicode; đổi sang Unicode (UniKey: Ctrl+Shift+F6), rồi ",
      "typed in an old font, \(encoding.rawValue), not Unicode; convert it (UniKey: Ctrl+Shift+F6), then ")
      + saveAs
  }

  private static func noHeader(_ headings: [String]) -> Localized {
    let seen = headings.prefix(8).map { "«\($0.brief)»" }.joined(separator: ", ")
    return Localized(
      "không thấy dòng tiêu đề; dòng đầu có \(seen); cần các cột như «Đơn vị», «Chỉ tiêu», «Kỳ báo cáo», «Giá trị», hoặc --map",
      "no header found; the first line has \(seen); columns like «Agency», «Indicator», «Period», «Value» are needed, or --map"
    )
  }

  private static func missing(_ fields: [ImportField], _ headings: [String]) -> Localized {
    let seen = headings.filter { !$0.isEmpty }.prefix(12).map { "«\($0.brief)»" }.joined(separator: ", ")
    func list(_ language: Language) -> String {
      fields.map { "«\($0.title[language])»" }.joined(separator: ", ")
    }
    let names = fields.map(\.rawValue).joined(separator: ", ")
    var message =
      Localized("không thấy cột ", "no column found for ") + Localized(list(.vietnamese), list(.english))
      + Localized("; tệp có: \(seen)", "; the file has: \(seen)")
    let options = fields.filter { $0 == .agency || $0 == .period }.map { "--\($0.rawValue)" }
    message =
      message
      + Localized("; chỉ ra bằng --map (\(names))", "; name it with --map (\(names))")
    if options.isEmpty { return message }
    let words = options.joined(separator: ", ")
    return message + Localized(" hoặc cho biết bằng \(words)", " or say it with \(words)")
  }
}
