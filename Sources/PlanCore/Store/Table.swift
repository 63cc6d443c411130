internal import TextCore

/// The columns of a table, as an enumeration whose raw values are their order.
protocol TableColumn: RawRepresentable<Int>, CaseIterable, Sendable {
  /// The names in the header, in the order of the cases; `*` at the end marks what a row must have.
  static var names: [String] { get }
}

extension TableColumn {
  var name: String { Self.names[rawValue].filter { $0 != "*" } }
  var isRequired: Bool { Self.names[rawValue].hasSuffix("*") }
}

/// Reads one table of the store: finds its columns by their names and hands its rows over one by one.
struct Table<Column: TableColumn> {
  private(set) var reader: CSVReader
  let file: String
  private(set) var findings = Findings()
  /// Where each column stands in a record.
  private var positions: [Int?] = []
  private var columnCount = 0

  init(_ bytes: [UInt8], file: String, as columns: Column.Type) {
    reader = CSVReader(bytes)
    self.file = file
  }

  /// Calls `body` for every row that has as many cells as the header. Where a required column is missing there is
  /// one finding and no rows.
  mutating func forEachRow(_ body: (inout Row<Column>) -> Void) {
    guard readHeader() else { return }
    while reader.next() {
      if let (kind, offset) = reader.fault {
        add(.error, at: offset, kind.message)
        continue
      }
      guard reader.cells.count == columnCount else {
        let message = Localized(
          "dòng có \(reader.cells.count) ô, dòng tiêu đề có \(columnCount); ô chứa dấu phẩy phải đặt trong dấu nháy kép",
          "\(reader.cells.count) cells, the header has \(columnCount); a cell with a comma in it must stand in quotes")
        add(.error, at: reader.start, message)
        continue
      }
      var row = Row<Column>(reader: reader, positions: positions, file: file, findings: findings)
      body(&row)
      findings = row.findings
    }
  }

  private mutating func readHeader() -> Bool {
    positions = Array(repeating: nil, count: Column.allCases.count)
    guard reader.next() else {
      findings.add(Finding(.error, file: file, line: 1, column: 1, message: .noHeader(Self.requiredNames)))
      return false
    }
    if let (kind, offset) = reader.fault {
      add(.error, at: offset, kind.message)
      return false
    }
    columnCount = reader.cells.count
    let known = Column.allCases.map(\.name)
    for (index, cell) in reader.cells.enumerated() {
      let name = ByteText.string(reader.value(cell)) ?? ""
      guard let column = Column.allCases.first(where: { $0.name == name.lowercased() }) else {
        let missing = known.filter { candidate in !headerNames.contains(candidate) }
        add(
          .warning, at: cell.start,
          Localized("không có cột «\(name)»", "no column «\(name)» is known")
            + .suggestion(for: name, among: missing)
            + Localized("; cột này không được đọc", "; it is not read"))
        continue
      }
      if positions[column.rawValue] != nil {
        add(.error, at: cell.start, Localized("cột «\(name)» ghi hai lần; cột đầu được dùng", "column «\(name)» given twice; the first stands"))
      } else {
        positions[column.rawValue] = index
      }
    }
    return reportMissingColumns()
  }

  private var headerNames: [String] { reader.cells.map { ByteText.string(reader.value($0))?.lowercased() ?? "" } }

  private mutating func reportMissingColumns() -> Bool {
    let missing = Column.allCases.filter { $0.isRequired && positions[$0.rawValue] == nil }
    for column in missing {
      add(
        .error, at: reader.start,
        Localized(
          "thiếu cột bắt buộc «\(column.name)»; cả bảng không được đọc",
          "required column «\(column.name)» is missing; none of the table is read"))
    }
    return missing.isEmpty
  }

  private static var requiredNames: String {
    Column.allCases.filter(\.isRequired).map(\.name).joined(separator: ",")
  }

  private mutating func add(_ severity: Finding.Severity, at offset: Int, _ message: Localized) {
    let (line, column) = reader.place(of: offset)
    findings.add(Finding(severity, file: file, line: line, column: column, message: message))
  }
}

extension Localized {
  fileprivate static func noHeader(_ names: String) -> Localized {
    Localized("tệp trống; dòng đầu phải là tiêu đề: \(names)", "the file is empty; its first line must be a header: \(names)")
  }
}

extension CSVReader.Fault {
  fileprivate var message: Localized {
    switch self {
    case .unclosedQuote:
      Localized("dấu nháy kép mở mà không đóng; thêm dấu nháy kép ở cuối ô", "a quote is opened and never closed; close it at the cell's end")
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
