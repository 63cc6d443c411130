internal import TextCore

/// What somebody saved in the place of a table of the store: told once, instead of a fault for each column and row.
enum TableForm {
  case utf16
  case workbook(Workbook)
  /// Its cells are separated by something else.
  case separated(ImportSeparator)
  /// Its lines end as they did on old Macintoshes.
  case carriageReturns

  /// Bytes of a header that are looked at: it may be as long as the file.
  private static let head = 4_096
  /// Bytes of a cell that may be a column's name, with quotes and blanks.
  fileprivate static let longestName = 64

  /// The form of a file whose header is no table's of the store.
  ///
  /// - Parameters:
  ///   - bytes: the file, or its beginning.
  ///   - header: where its header begins.
  ///   - isColumn: whether a table of this kind has a column of that name.
  init?(_ bytes: [UInt8], header: Int, isColumn: (String) -> Bool) {
    let line = Self.line(bytes, from: header)
    if let workbook = Workbook(bytes) {
      self = .workbook(workbook)
    } else if Self.isUTF16(bytes.prefix(2)) {
      self = .utf16
    } else if let separator = [ImportSeparator.semicolon, .tab].first(where: { line.has(isColumn, by: $0) }) {
      self = .separated(separator)
    } else {
      self.init(returnsIn: bytes, header: header, isColumn: isColumn)
    }
  }

  /// The same where it may be that the header lacks nothing but its end: lines that end in CR alone make it one with
  /// all rows.
  init?(returnsIn bytes: [UInt8], header: Int, isColumn: (String) -> Bool) {
    let line = Self.line(bytes, from: header)
    guard line.endIndex < bytes.endIndex, bytes[line.endIndex] == 0x0D, line.has(isColumn, by: .comma),
      !bytes.contains(0x0A)
    else { return nil }
    self = .carriageReturns
  }

  private static func line(_ bytes: [UInt8], from start: Int) -> ArraySlice<UInt8> {
    bytes[min(start, bytes.count)...].prefix(head).prefix { $0 != 0x0D && $0 != 0x0A }
  }

  /// By its mark, or because every other byte of a header in Latin letters is 0.
  private static func isUTF16(_ start: some Collection<UInt8>) -> Bool {
    start.elementsEqual([0xFF, 0xFE]) || start.elementsEqual([0xFE, 0xFF]) || start.count { $0 == 0 } == 1
  }

  /// The form of a file that should hold settings.
  init?(ofSettings bytes: [UInt8]) {
    if let workbook = Workbook(bytes) {
      self = .workbook(workbook)
    } else if Self.isUTF16(bytes.prefix(2)) {
      self = .utf16
    } else if bytes.contains(0x0D), !bytes.contains(0x0A) {
      self = .carriageReturns
    } else {
      return nil
    }
  }

  /// What is wrong.
  var wrong: Localized {
    switch self {
    case .utf16: Localized("tệp lưu theo UTF-16, không phải UTF-8", "the file is in UTF-16, not UTF-8")
    case .workbook(let workbook):
      Localized(
        "tệp này là \(workbook.name), không phải văn bản thuần", "this file is \(workbook.name), not plain text")
    case .separated(.tab): Localized("các ô cách nhau bằng dấu tab", "its cells are separated by tabs")
    case .separated(let separator):
      Localized(
        "các ô cách nhau bằng «\(separator.rawValue)»", "its cells are separated by “\(separator.rawValue)”")
    case .carriageReturns:
      Localized("các dòng kết thúc kiểu Macintosh cũ (CR)", "its lines end as on old Macintoshes (CR)")
    }
  }

  /// Whether `thuky import` would take it.
  private var isImported: Bool {
    if case .workbook = self { false } else { true }
  }

  /// That, and how the owner mends it.
  ///
  /// - Parameter isReport: whether it may be brought in another way.
  func message(isReport: Bool) -> Localized {
    let mend = Localized(
      "lưu lại thành CSV UTF-8, các ô cách nhau bằng dấu phẩy", "save it as CSV in UTF-8, separated by commas")
    let other =
      isReport && isImported
      ? Localized(", hoặc đưa vào bằng thuky import", ", or bring it in with thuky import") : Localized(both: "")
    return wrong.followed(by: mend + other).followed(
      by: Localized("cả bảng không được đọc", "none of the table is read"))
  }
}

extension ArraySlice<UInt8> {
  /// Whether two columns or more are among the cells of a line.
  fileprivate func has(_ isColumn: (String) -> Bool, by separator: ImportSeparator) -> Bool {
    split(separator: separator.byte, maxSplits: 100).count { cell in
      let name = cell.filter { $0 != UInt8(ascii: "\"") }
      return name.count <= TableForm.longestName && isColumn(String(decoding: name, as: UTF8.self).lowercased())
    } > 1
  }
}
