internal import Synchronization
internal import TextCore

/// The rows of a table, or of a part of one.
struct TablePart<Element: TableElement>: Sendable {
  private(set) var elements: [Element] = []
  private(set) var table: Table<Element.Column>
  private let limit: Int
  /// Records that were read, be they left out or not.
  private var rowCount = 0

  /// Bytes from which on a table is read in two parts at once: a thread is worth that many.
  static var leastToDivide: Int { 1 << 18 }

  /// Reads a table.
  ///
  /// - Parameter limit: rows that it may have.
  static func read(
    _ bytes: [UInt8], file: String, atMost limit: Int, _ tables: PlanTables, leastToDivide: Int = leastToDivide
  ) -> TablePart {
    if bytes.count >= leastToDivide, let both = readHalves(bytes, file, limit, tables) { return both }
    var whole = TablePart(bytes, file, limit)
    guard let columnCount = whole.table.readHeader() else {
      whole.table.leaveOutAll()
      return whole
    }
    whole.read(columnCount, until: bytes.count, tables)
    return whole
  }

  private init(_ bytes: [UInt8], _ file: String, _ limit: Int) {
    table = Table(bytes, file: file, as: Element.Column.self)
    self.limit = limit
  }

  /// Reads the rows that begin before a place.
  private mutating func read(_ columnCount: Int, until end: Int, _ tables: PlanTables) {
    // Few rows are shorter; memory that is not needed is never touched.
    let expected = min(max(0, end - table.row.reader.position) / 64, limit)
    elements.reserveCapacity(expected)
    table.row.ids.reserve(expected)
    let bytes = table.row.reader.bytes
    rowCount = unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return 0 }
      let records = unsafe PlainRecords(start, count: bytes.count, columnCount: columnCount)
      return read(columnCount, until: end, tables, Element.Fast(&table.row), records)
    }
  }

  private mutating func read(
    _ columnCount: Int, until end: Int, _ tables: PlanTables, _ fast: consuming Element.Fast?,
    _ records: consuming PlainRecords
  ) -> Int {
    table.forEachRow(columnCount: columnCount, atMost: limit, until: end) { row in
      guard let element = Element(row: &row, tables: tables) else { return row.leaveOut() }
      row.ids.add(element.id)
      elements.append(element)
    } unless: { row in
      let start = row.reader.position
      guard fast != nil, let (end, newlines) = records.read(at: start),
        let element = fast?.read(records, start..<end, &row.ids, tables)
      else { return false }
      row.pass(to: end, newlines: newlines)
      elements.append(element)
      return true
    }
  }

  // MARK: Two at once

  /// Reads both halves at once; `nil` where what is in one has to do with the other.
  private static func readHalves(
    _ bytes: [UInt8], _ file: String, _ limit: Int, _ tables: PlanTables
  ) -> TablePart? {
    var start = TablePart(bytes, file, limit)
    guard let newline = bytes[(bytes.count / 2)...].firstIndex(of: UInt8(ascii: "\n")),
      let columnCount = start.table.readHeader(), start.table.row.reader.position <= newline
    else { return nil }
    let cut = newline + 1
    let header = start
    let halves = Mutex<[TablePart?]>([nil, nil])
    Parallel.run(2) { number in
      var half = header
      if number == 1 { half.table = header.table.rest(from: cut) }
      half.read(columnCount, until: number == 0 ? cut : bytes.count, tables)
      halves.withLock { $0[number] = half }
    }
    let (second, first) = halves.withLock { ($0.removeLast(), $0.removeLast()) }
    guard var first, let second, first.append(second, from: cut) else { return nil }
    return first
  }

  /// Adds what was read from a place on; false where it would have read otherwise after what is here.
  private mutating func append(_ other: consuming TablePart, from cut: Int) -> Bool {
    // A finding needs its line, which only who has read all before it knows.
    guard table.row.reader.position == cut, other.table.findings.isEmpty,
      table.row.total + other.table.row.total <= PlanTables.mostAssignments,
      rowCount + other.rowCount <= limit, table.row.ids.add(other.table.ids)
    else { return false }
    rowCount += other.rowCount
    table.row.total += other.table.row.total
    elements += other.elements
    return true
  }
}
