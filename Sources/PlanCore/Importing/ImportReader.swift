internal import TextCore

/// Reads the records of a foreign table into rows of the store.
struct ImportReader {
  let table: ForeignTable
  let name: String
  let names: ImportNames
  let store: Store
  let path: String
  let options: ImportOptions
  /// What the options say of every row.
  let agency: Int?
  let period: String?

  /// By column of the table.
  private(set) var decimals: [Int: DecimalEvidence] = [:]
  var findings = Findings()
  /// The record that is being read.
  var reader: CSVReader
  var hasError = false
  /// What the store has just so already of the rows that are written.
  var repeated: [Report] = []
  /// Of rows that are written, by what they speak of: the line.
  var lines: [Subject: Int] = [:]

  /// What two rows must not both speak of.
  struct Subject: Hashable {
    var agency: Int
    var indicator: Int
    var end: Day
  }

  /// - Throws: `ImportRefusal.option` where an option names what the plan does not know.
  init(
    _ table: ForeignTable, name: String, _ names: ImportNames, _ store: Store, at path: String,
    _ options: ImportOptions
  ) throws(ImportRefusal) {
    (self.table, self.name, self.names, self.store, self.path) = (table, name, names, store, path)
    self.options = options
    reader = table.reader
    if let text = options.agency {
      let found = names.agencies(text)
      guard found.count == 1 else { throw .option(name: "--agency", names.unclearAgency(text, found)) }
      agency = found[0]
    } else {
      agency = nil
    }
    if let text = options.period {
      guard let known = ForeignPeriod.store(text) else { throw .option(name: "--period", .notAPeriod(text)) }
      if let fault = Self.fault(of: known, store, options) { throw .option(name: "--period", fault) }
      period = known
    } else {
      period = nil
    }
  }

  mutating func read(_ encoding: ImportEncoding) throws(ImportRefusal) -> Import {
    try gatherEvidence()
    var result = Import(
      encoding: encoding, separator: table.separator, hasSeparatorLine: table.hasSeparatorLine,
      headerLine: table.headerLine, columns: columns)
    tellOfColumns()
    var text = CSVText(header: Import.header)
    var agencies: Set<Int> = []
    reader = table.reader
    while reader.next() {
      guard isWhole() else {
        result.leaveOut(.faulty, line: reader.line)
        continue
      }
      for row in readRecord(&result) {
        text.add(row.cells)
        result.rowCount += 1
        agencies.insert(row.subject.agency)
        if result.preview.count < Import.previewed { result.preview.append(row.cells) }
      }
    }
    result.bytes = text.bytes
    result.findings = findings
    result.repeated = repetition(ofRows: result.rowCount)
    if agencies.count == 1, let only = agencies.first { result.agency = store.plan.agencies[only].id }
    return result
  }

  // MARK: The table as a whole

  /// Looks at all numbers of each column, and how many rows there are.
  private mutating func gatherEvidence() throws(ImportRefusal) {
    var count = 0
    let columns = table.columns.numberColumns
    while reader.next() {
      count += 1
      guard count <= Import.longest else { throw .tooManyRows(Import.longest) }
      for column in columns where column < reader.cells.count {
        guard let text = ByteText.string(reader.value(reader.cells[column])), let number = ForeignNumber(text)
        else { continue }
        decimals[column, default: DecimalEvidence()].add(number)
      }
    }
  }

  private var columns: [Import.Column] {
    table.headings.indices.map { index in
      let meaning: Import.Column.Meaning =
        switch table.columns.meanings[index] {
        case .field(let field): .field(field)
        case .figure(let indicator, let field): .figure(indicator: store.plan.indicators[indicator].id, field)
        case .none: .none
        }
      return Import.Column(
        number: index + 1, heading: table.headings[index], meaning: meaning,
        decimal: decimals[index].flatMap { options.decimal ?? $0.sign })
    }
  }

  /// Warns of columns that are not read, and of those that show two decimal signs.
  private mutating func tellOfColumns() {
    for (index, meaning) in table.columns.meanings.enumerated() {
      if meaning == .none(isKnown: false) {
        tellOfHeading(
          index, .warning,
          Localized(
            "cột «\(table.headings[index].brief)» không được nhập; nếu cần, chỉ ra bằng --map",
            "column «\(table.headings[index].brief)» is not imported; if it should be, name it with --map"))
      }
      if options.decimal == nil, decimals[index]?.isMixed == true {
        tellOfHeading(
          index, .warning,
          Localized(
            "cột «\(table.headings[index].brief)» có cả dấu phẩy và dấu chấm thập phân",
            "column «\(table.headings[index].brief)» has decimal commas and points"))
      }
    }
    let count = table.reader.cellCount
    if count > ForeignTable.mostColumns {
      findings.add(
        Finding(
          .warning, file: name, line: table.headerLine, column: 1,
          message: Localized(
            "bảng có \(count) cột; chỉ đọc \(ForeignTable.mostColumns) cột đầu",
            "\(count) columns; only the first \(ForeignTable.mostColumns) are read")))
    }
  }

  private mutating func tellOfHeading(_ index: Int, _ severity: Finding.Severity, _ message: Localized) {
    let column = table.headingColumns.indices.contains(index) ? table.headingColumns[index] : 1
    findings.add(Finding(severity, file: name, line: table.headerLine, column: column, message: message))
  }

  // MARK: A record

  /// Whether the record has the header's cells, blank ones at its end more or less, and sound quotes.
  private mutating func isWhole() -> Bool {
    if let (kind, offset) = reader.fault {
      add(.error, at: offset, kind.message)
      return false
    }
    let (count, expected) = (reader.cellCount, table.reader.cellCount)
    let isOver = count > expected && (count > reader.cells.count || reader.cells[expected...].contains { !isBlank($0) })
    if count < expected || isOver {
      add(
        .error, at: reader.start,
        Localized(
          "dòng có \(count) ô, dòng tiêu đề có \(expected); kiểm tra dấu phân cách và dấu nháy kép",
          "cells in this row: \(count), in the header: \(expected); check separators and quotes"))
      return false
    }
    return true
  }

  private func isBlank(_ cell: CSVReader.Cell) -> Bool { reader.value(cell).isEmpty }

  /// A cell's text as NFC; empty where there is no such column.
  func text(_ column: Int?) -> String {
    guard let column, reader.cells.indices.contains(column) else { return "" }
    return ByteText.string(reader.value(reader.cells[column])) ?? ""
  }

  func text(_ field: ImportField) -> String { text(table.columns.fields[field]) }

  /// Where a column's cell begins, or the record.
  func offset(_ column: Int?) -> Int {
    guard let column, reader.cells.indices.contains(column) else { return reader.start }
    return reader.cells[column].start
  }

  mutating func add(_ severity: Finding.Severity, _ field: ImportField, _ message: @autoclosure () -> Localized) {
    add(severity, at: offset(table.columns.fields[field]), message())
  }

  mutating func add(_ severity: Finding.Severity, at offset: Int, _ message: @autoclosure () -> Localized) {
    if severity == .error { hasError = true }
    guard findings.hasRoom else { return findings.count(severity) }
    let (line, column) = reader.place(of: offset)
    findings.add(Finding(severity, file: name, line: line, column: column, message: message()))
  }
}

extension Localized {
  static func notAPeriod(_ text: String) -> Localized {
    Localized(
      "«\(text.brief)» không phải là kỳ báo cáo; viết như 06/2023, 30/06/2023, Quý II/2023",
      "«\(text.brief)» is not a period; write it as 06/2023, 30/06/2023, Q2/2023")
  }
}
