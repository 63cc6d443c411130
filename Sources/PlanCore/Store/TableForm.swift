internal import TextCore

/// What somebody saved in the place of a table of the store: told once, instead of a fault for each column and row.
enum TableForm {
  case utf16
  case workbook(Workbook)
  /// Its cells are separated by something else.
  case separated(ImportSeparator)
  /// Its lines end as they did on old Macintoshes.
  case carriageReturns

  /// - Parameters:
  ///   - bytes: of the whole file.
  ///   - header: where its first record stands.
  ///   - isColumn: whether a table of this kind has a column of that name.
  init?(_ bytes: [UInt8], header: Range<Int>, isColumn: (String) -> Bool) {
    if let workbook = Workbook(bytes) {
      self = .workbook(workbook)
      return
    }
    if Self.isUTF16(bytes.prefix(2)) {
      self = .utf16
      return
    }
    let quote = UInt8(ascii: "\"")
    let record = bytes[header.clamped(to: bytes.indices)].drop { [0xEF, 0xBB, 0xBF].contains($0) }
    let line = record.prefix { $0 != 0x0D && $0 != 0x0A }
    func isSeparated(by separator: ImportSeparator) -> Bool {
      let names = line.split(separator: separator.byte).prefix(100)
      return names.count { isColumn(String(decoding: $0.filter { $0 != quote }, as: UTF8.self).lowercased()) } > 1
    }
    let rest = record.dropFirst(line.count).prefix(2)
    if let separator = [ImportSeparator.semicolon, .tab].first(where: isSeparated) {
      self = .separated(separator)
    } else if rest.count == 2, rest.first == 0x0D, rest.last != 0x0A, isSeparated(by: .comma),
      line.count(where: { $0 == quote }).isMultiple(of: 2)
    {
      self = .carriageReturns
    } else {
      return nil
    }
  }

  /// By its mark, or because every other byte of a header in Latin letters is 0.
  private static func isUTF16(_ start: some Collection<UInt8>) -> Bool {
    start.elementsEqual([0xFF, 0xFE]) || start.elementsEqual([0xFE, 0xFF]) || start.count { $0 == 0 } == 1
  }

  /// What is wrong, and how the owner mends it.
  func message(canImport: Bool) -> Localized {
    let wrong =
      switch self {
      case .utf16: Localized("tệp lưu theo UTF-16, không phải UTF-8", "the file is in UTF-16, not UTF-8")
      case .workbook(let workbook):
        Localized("đây là tệp \(workbook.name), không phải CSV", "this is a file of \(workbook.name), not CSV")
      case .separated(.tab): Localized("các ô cách nhau bằng dấu tab", "its cells are separated by tabs")
      case .separated(let separator):
        Localized(
          "các ô cách nhau bằng «\(separator.rawValue)»", "its cells are separated by “\(separator.rawValue)”")
      case .carriageReturns:
        Localized("các dòng kết thúc kiểu Macintosh cũ (CR)", "its lines end as on old Macintoshes (CR)")
      }
    let mend = Localized(
      "lưu lại thành CSV UTF-8, các ô cách nhau bằng dấu phẩy", "save it as CSV in UTF-8, separated by commas")
    let other =
      canImport
      ? Localized(", hoặc đưa vào bằng thuky import", ", or bring it in with thuky import") : Localized(both: "")
    return wrong.followed(by: mend + other).followed(
      by: Localized("cả bảng không được đọc", "none of the table is read"))
  }
}
