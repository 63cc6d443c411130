internal import TextCore

/// Reads the rows of a part of a report file.
///
/// A row in which everything is as it should be is read straight from its bytes. Any other goes through `Row`, which
/// knows every fault and says where it is; so findings are made in one place only.
struct ReportParser {
  /// The next record's line, counted from 0 at the beginning of the part.
  private(set) var line = 0
  private(set) var rows: ReportBlocks
  private(set) var wide: [WideNumber] = []
  /// The first record that would read otherwise if the file went on: its quote was open until the end, or its line is
  /// not ended. Where it begins, and on which line.
  private(set) var openEnd: (offset: Int, line: Int)?
  /// How far into the file was looked, to find out that a quote is not closed.
  private(set) var seen = 0
  /// Its lines are counted as `line` is.
  var findings: Findings { row.findings }

  let context: ReportContext
  let layout: ReportLayout
  private let path: MarkCursor.Path
  private let splitter: RecordSplitter
  private var fast: FastReportRow
  private var row: Row<ReportColumn>

  /// - Parameter size: bytes that there may be to read.
  init(_ context: ReportContext, _ layout: ReportLayout, path: MarkCursor.Path, size: Int) {
    // Few rows are shorter.
    rows = ReportBlocks(expecting: size / 40)
    self.context = context
    self.layout = layout
    self.path = path
    splitter = RecordSplitter(columnCount: layout.columnCount)
    fast = FastReportRow(layout)
    row = Row([], file: layout.path)
    row.positions = layout.positions
  }

  /// Bytes of a file that are in memory, followed by 64 zeros.
  @safe struct Window {
    var bytes: UnsafePointer<UInt8>
    var count: Int
    /// Where in the file they begin.
    var offset: Int
    /// Whether the file ends with them.
    var isLast: Bool
  }

  /// Reads the records that begin in a range of the window.
  ///
  /// - Returns: where the first record begins that was not read: at or after the end of the range, or before it where
  ///   more of the file is needed to see that record whole.
  mutating func parse(_ window: Window, _ range: Range<Int>) -> Int {
    var cursor = unsafe MarkCursor(window.bytes, count: window.count, path: path)
    cursor.seek(range.lowerBound)
    var start = range.lowerBound
    // A file that was cut meanwhile ends before its range does.
    let limit = window.isLast ? min(range.upperBound, window.count) : range.upperBound
    return unsafe withUnsafeTemporaryAllocation(of: RecordSplitter.Cell.self, capacity: RecordSplitter.mostColumns) {
      cells in
      guard let cells = cells.baseAddress else { return start }
      while start < limit {
        switch unsafe splitter.split(window.bytes, count: window.count, from: start, &cursor, into: cells) {
        case .whole(let end, let newlines, _):
          if let report = unsafe fast.read(cells, window.bytes, context, line: line) {
            rows.append(report)
            line &+= newlines
            start = end
            continue
          }
        case .cutOff: if !window.isLast { return start }
        case .odd: break
        }
        guard let end = readSlowly(window, from: start) else { return start }
        start = end
        cursor.seek(start)
      }
      return start
    }
  }

  /// Reads one record, or blank lines, with everything that is wrong with it.
  ///
  /// - Returns: where the next one begins; `nil` where more of the file is needed.
  private mutating func readSlowly(_ window: Window, from start: Int) -> Int? {
    var least = 1
    while true {
      var end = min(window.count, start + least)
      while end < window.count, unsafe window.bytes[end - 1] != UInt8(ascii: "\n") { end += 1 }
      let isAll = end == window.count
      if isAll, !window.isLast, unsafe window.bytes[end - 1] != UInt8(ascii: "\n") { return nil }
      let bytes = unsafe Array(UnsafeBufferPointer(start: window.bytes + start, count: end - start))
      seen = max(seen, window.offset + end)
      row.restart(bytes, fromLine: line)
      let isRecord = row.next()
      if row.reader.isOpenEnded {
        // Its quote may be closed further down.
        if !isAll {
          least = max(4_096, least * 4)
          continue
        }
        if !window.isLast { return nil }
      }
      let isCutOff = row.reader.isOpenEnded || row.reader.position == bytes.count && bytes.last != UInt8(ascii: "\n")
      if isCutOff, openEnd == nil { openEnd = (window.offset + start, line) }
      if isRecord, row.isWhole(columnCount: layout.columnCount),
        let read = ReportRow(row: &row, tables: context.tables)
      {
        add(read.report)
      }
      line = row.reader.nextLine
      return start + row.reader.position
    }
  }

  private mutating func add(_ report: Report) {
    let slot = context.slots.slot(indicator: report.indicator, agency: report.agency)
    let packed = PackedReport(
      report, isSimulated: report.isSimulated, place: UInt32(truncatingIfNeeded: report.place.line), wide: &wide)
    rows.append(UnsortedReport(slot: UInt32(truncatingIfNeeded: slot), row: packed))
  }
}
