internal import TextCore

/// The columns of a table, as an enumeration whose raw values are their order.
protocol TableColumn: RawRepresentable<Int>, CaseIterable, Sendable {
  /// The names in the header, in the order of the cases; `*` at the end marks what a row must have.
  static var names: [String] { get }
}

extension TableColumn {
  var name: String { isRequired ? String(Self.names[rawValue].dropLast()) : Self.names[rawValue] }
  var isRequired: Bool { Self.names[rawValue].utf8.last == UInt8(ascii: "*") }
}

/// Reads one table of the store: finds its columns by their names and hands its rows over one by one.
struct Table<Column: TableColumn> {
  var row: Row<Column>
  /// What the file is, once its header has been found to be no table's.
  private(set) var form: TableForm?

  init(_ bytes: [UInt8], file: String, as columns: Column.Type) { row = Row(bytes, file: file) }

  var findings: Findings { row.findings }
  var ids: IDIndex { row.ids }

  /// Calls `body` for every row that has as many cells as the header. Where a required column is missing there are
  /// findings and no rows. Those beyond `limit` are left out, with one finding for all of them.
  mutating func forEachRow(atMost limit: Int = .max, _ body: (inout Row<Column>) -> Void) {
    guard let columnCount = readHeader() else { return leaveOutAll() }
    forEachRow(columnCount: columnCount, atMost: limit, until: .max, body)
  }

  /// The same for the rows after the header that begin before a place.
  ///
  /// - Parameter isRead: may itself read the record that begins where the reader stands, and then passes over it.
  /// - Returns: how many there were.
  @discardableResult
  mutating func forEachRow(
    columnCount: Int, atMost limit: Int, until end: Int, _ body: (inout Row<Column>) -> Void,
    unless isRead: (inout Row<Column>) -> Bool = { _ in false }
  ) -> Int {
    var count = 0
    while row.reader.position < end {
      if count < limit, isRead(&row) {
        count += 1
        continue
      }
      guard row.next() else { break }
      guard count < limit else {
        row.leaveOutRest(limit: limit)
        break
      }
      count += 1
      if row.isWhole(columnCount: columnCount) { body(&row) } else { row.leaveOut() }
    }
    return count
  }

  /// Notes that nothing of it could be read.
  mutating func leaveOutAll() { row.ids.leaveOutAll() }

  /// The rows from a place on, once the header has been read. Lines are counted from there.
  func rest(from offset: Int) -> Table {
    var rest = Table(row.reader.bytes, file: row.file, as: Column.self)
    rest.row.positions = row.positions
    rest.row.skip(to: offset)
    return rest
  }

  // MARK: The header

  /// The number of columns; `nil`, with findings, where there is no table to read.
  mutating func readHeader() -> Int? {
    guard row.next() else {
      let names = Column.allCases.filter(\.isRequired).map(\.name).joined(separator: ",")
      row.add(.error, at: 0, .noHeader(names))
      return nil
    }
    let fault = row.reader.fault
    let (unknown, repeated) = fault == nil ? findColumns() : ([], [])
    let missing = Column.allCases.filter { row.positions[$0.rawValue] == nil }
    let lacks = missing.contains(where: \.isRequired)
    form = findForm(isTable: fault == nil && !lacks, hasUnknown: !unknown.isEmpty)
    if let form {
      let isReport = row.file.hasPrefix(StoreLocation.reportsFolder + "/")
      row.add(.error, at: row.reader.start, form.message(isReport: isReport))
      return nil
    }
    if let (kind, offset) = fault {
      row.add(.error, at: offset, kind.message)
      return nil
    }
    tell(unknown, repeated, missing)
    return lacks ? nil : row.reader.cellCount
  }

  /// Says what is wrong with the columns.
  private mutating func tell(
    _ unknown: [(name: String, offset: Int)], _ repeated: [(name: String, offset: Int)], _ missing: [Column]
  ) {
    for (name, offset) in repeated {
      row.add(
        .error, at: offset,
        Localized("cột «\(name)» ghi hai lần; cột đầu được dùng", "column «\(name)» given twice; the first stands"))
    }
    for (name, offset) in unknown {
      row.add(
        .warning, at: offset,
        (Localized("không có cột «\(name.brief)»", "no column «\(name.brief)» is known")
          + .suggestion(for: name, among: missing.map(\.name)))
          .followed(by: Localized("cột này không được đọc", "it is not read")))
    }
    for column in missing where column.isRequired {
      row.add(
        .error, at: row.reader.start,
        (Localized("thiếu cột bắt buộc «\(column.name)»", "required column «\(column.name)» is missing")
          + .suggestion(for: column.name, among: unknown.prefix(100).map(\.name)))
          .followed(by: Localized("cả bảng không được đọc", "none of the table is read")))
    }
  }

  private func findForm(isTable: Bool, hasUnknown: Bool) -> TableForm? {
    guard !isTable || hasUnknown else { return nil }
    let (names, bytes, start) = (Set(Column.allCases.map(\.name)), row.reader.bytes, row.reader.start)
    return isTable
      ? TableForm(returnsIn: bytes, header: start, isColumn: names.contains)
      : TableForm(bytes, header: start, isColumn: names.contains)
  }

  /// Notes where each column stands.
  ///
  /// - Returns: the names that are no column's, those that stand there again, and where.
  private mutating func findColumns() -> (
    unknown: [(name: String, offset: Int)], repeated: [(name: String, offset: Int)]
  ) {
    let columns = Dictionary(uniqueKeysWithValues: Column.allCases.map { ($0.name, $0.rawValue) })
    var unknown: [(name: String, offset: Int)] = []
    var repeated: [(name: String, offset: Int)] = []
    for (index, cell) in row.reader.cells.enumerated() {
      let name = ByteText.string(row.reader.value(cell)) ?? ""
      guard let column = columns[name.lowercased()] else {
        unknown.append((name, cell.start))
        continue
      }
      if row.positions[column] == nil {
        row.positions[column] = index
      } else {
        repeated.append((name, cell.start))
      }
    }
    return (unknown, repeated)
  }
}

extension Row {
  /// Passes over this record and those that follow.
  fileprivate mutating func leaveOutRest(limit: Int) {
    let first = line
    ids.leaveOutAll(fromLine: first)
    var others = 0
    while next() { others += 1 }
    add(
      .error, atLine: first,
      Localized(
        "quá nhiều dòng: bảng này có tối đa \(limit) dòng; bỏ dòng này và \(others) dòng sau",
        "too many rows: this table may have \(limit); this one and the \(others) after it are left out"))
  }

  /// Whether the record has as many cells as the header and nothing wrong with its quotes; else there is a finding.
  mutating func isWhole(columnCount: Int) -> Bool {
    let count = reader.cellCount
    if let (kind, offset) = reader.fault {
      add(.error, at: offset, kind.message)
      return false
    }
    if count != columnCount { add(.error, at: reader.start, .cellCount(count, columnCount)) }
    return count == columnCount
  }
}

extension Localized {
  fileprivate static func noHeader(_ names: String) -> Localized {
    Localized(
      "tệp trống; dòng đầu phải là tiêu đề: \(names)", "the file is empty; its first line must be a header: \(names)")
  }

  fileprivate static func cellCount(_ count: Int, _ expected: Int) -> Localized {
    Localized(
      "dòng có \(count) ô, dòng tiêu đề có \(expected); ô chứa dấu phẩy phải đặt trong dấu nháy kép",
      "cells in this row: \(count), in the header: \(expected); a cell with a comma in it must stand in quotes")
  }
}

extension CSVReader.Fault {
  var message: Localized {
    switch self {
    case .unclosedQuote:
      Localized(
        "dấu nháy kép mở mà không đóng; thêm dấu nháy kép ở cuối ô",
        "a quote is opened and never closed; close it at the cell's end")
    case .textAfterQuote:
      Localized(
        "có chữ sau dấu nháy kép đóng; dấu nháy kép trong ô phải viết hai lần",
        "text after the closing quote; a quote inside a cell is written twice")
    case .quoteInsideText:
      Localized(
        "dấu nháy kép giữa ô; đặt cả ô trong dấu nháy kép và viết dấu bên trong hai lần",
        "a quote inside a plain cell; put the whole cell in quotes and write the inner one twice")
    }
  }
}
