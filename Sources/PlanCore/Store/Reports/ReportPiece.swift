internal import CSystem
internal import TextCore

/// The records of one report file that begin in a range of its bytes, as one thread reads them.
struct ReportPiece {
  /// The range: records that begin in it.
  var range: Range<Int>
  /// Where the first record begins that was read; `nil` where the range shows no beginning.
  var start: Int?
  /// Where the first record begins that was not read.
  var end: Int
  /// Lines from `start` to `end`.
  var lines = 0
  var rows = ReportBlocks()
  var wide: [WideNumber] = []
  var findings = Findings()
  /// The first record that would read otherwise if the file went on. Lines count from the piece's first.
  var openEnd: (offset: Int, line: Int)?
  /// The bytes that its records rest on: the range, and what was looked at beyond it.
  var checked: Range<Int>
  /// Of these bytes.
  var checksum: UInt64 = 0
  var fault: FileFault?

  /// What is read beyond the range, for its last record.
  private static let overrun = 4_096
  /// Bytes that are read in a row: a fifth of a millisecond.
  private static let stride = 1 << 15

  /// Reads a range of a file.
  ///
  /// - Parameters:
  ///   - isStart: whether a record is known to begin where the range does. If not, the first line that begins in the
  ///     range is taken for one's beginning, which is wrong where a quote is open there: see `ReportFileJob`.
  init(
    _ file: any OpenFile, _ range: Range<Int>, isStart: Bool, _ limits: ReportLimits,
    _ parser: consuming ReportParser, _ window: inout ReportWindow
  ) {
    self.range = range
    checked = range
    end = range.upperBound
    // The byte before shows whether a line begins with the range.
    let first = isStart ? range.lowerBound : range.lowerBound - 1
    fault = window.read(file, from: first, count: range.upperBound - first + Self.overrun)
    guard fault == nil else { return }
    let found = window.withBytes { bytes -> Int? in
      if isStart { return 0 }
      let newline = unsafe UnsafeBufferPointer(start: bytes.bytes, count: min(range.upperBound - first, bytes.count))
        .firstIndex(of: UInt8(ascii: "\n"))
      return newline.map { $0 + 1 }
    }
    guard let found, let place = found, first + place < range.upperBound else { return }
    start = first + place
    end = first + parse(file, &parser, &window, place..<(range.upperBound - first), limits)
    lines = parser.line
    guard fault == nil else { return }
    rows = parser.rows
    wide = parser.wide
    findings = parser.findings
    openEnd = parser.openEnd
    checked = range.lowerBound..<max(range.upperBound, end, parser.seen)
    checksum =
      window.withBytes { bytes in
        let places = min(checked.lowerBound - first, bytes.count)..<min(checked.upperBound - first, bytes.count)
        return unsafe Checksum.of(
          UnsafeRawBufferPointer(start: bytes.bytes + places.lowerBound, count: places.count))
      } ?? 0
  }

  /// Reads the records that begin in a range of the window, which is made longer for the last of them.
  ///
  /// - Returns: where the first one begins that was not read.
  private mutating func parse(
    _ file: any OpenFile, _ parser: inout ReportParser, _ window: inout ReportWindow, _ range: Range<Int>,
    _ limits: ReportLimits
  ) -> Int {
    var place = range.lowerBound
    var more = Self.overrun
    while true {
      let end = min(place + Self.stride, range.upperBound)
      place = window.withBytes { parser.parse($0, place..<end) } ?? range.upperBound
      csystem_let_others()
      if place >= end, place < range.upperBound { continue }
      guard place < range.upperBound, !window.isLast else { break }
      more *= 2
      let left = place + limits.recordBytes - window.count
      // A quote that is open for so long is never closed.
      if left <= 0 { window.cutShort() } else { fault = window.grow(file, by: min(more, left)) }
      if fault != nil { return place }
    }
    if window.isCutWithinLine, place >= window.count { fault = limits.record }
    return place
  }
}
