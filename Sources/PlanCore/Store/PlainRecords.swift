internal import TextCore

/// The records of a table that are written plainly, each with its cells.
@safe struct PlainRecords: ~Copyable {
  private let bytes: UnsafePointer<UInt8>
  /// Of the record read last.
  private let cells: UnsafeMutablePointer<RecordSplitter.Cell>
  private let count: Int
  private let splitter: RecordSplitter
  private var cursor: MarkCursor
  /// Where the cursor stands; -1 where that is nowhere in particular.
  private var position = -1

  /// - Parameters:
  ///   - bytes: of the table; they have to outlive this.
  ///   - count: of the bytes.
  init(_ bytes: UnsafePointer<UInt8>, count: Int, columnCount: Int) {
    unsafe self.bytes = bytes
    // The cursor looks at sixty-four bytes at a time.
    self.count = count & ~63
    splitter = RecordSplitter(columnCount: columnCount)
    cursor = unsafe MarkCursor(bytes, count: self.count, path: .fastest)
    unsafe cells = .allocate(capacity: RecordSplitter.mostColumns)
  }

  deinit { unsafe cells.deallocate() }

  /// Reads the record that begins at a place: where it ends, and how many newlines are in it. `nil` where it is written
  /// otherwise, or ends among the last bytes.
  @inline(__always)
  mutating func read(at start: Int) -> (end: Int, newlines: Int)? {
    if start != position { cursor.seek(start) }
    switch unsafe splitter.split(bytes, count: count, from: start, &cursor, into: cells) {
    case .whole(let end, let newlines, hasDoubledQuotes: false):
      position = end
      return (end, newlines)
    case .whole, .cutOff, .odd:
      position = -1
      return nil
    }
  }

  // MARK: Cells of the record read last

  func cell(_ column: Int) -> RecordSplitter.Cell { unsafe cells[column] }

  /// The bytes of a cell without the ASCII blanks around them.
  func text(_ column: Int) -> UnsafeRawBufferPointer { unsafe cells[column].text(in: bytes) }

  /// Where a cell's text is, without the blanks around it.
  func trimmed(_ column: Int) -> Range<Int> {
    let cell = cell(column)
    let all = unsafe UnsafeBufferPointer(start: bytes, count: count)
    return unsafe ByteText.trimmed(cell.start..<cell.end, in: all.span)
  }

  /// Whether a text is taken over as it is.
  func isComposed(_ place: Range<Int>) -> Bool {
    let text = unsafe UnsafeBufferPointer(start: bytes + place.lowerBound, count: place.count)
    return unsafe ByteText.isComposed(text.span)
  }

  /// Whether two cells, of any records, hold the same bytes.
  func isSame(_ a: RecordSplitter.Cell, _ b: RecordSplitter.Cell) -> Bool {
    unsafe content(a).holdsTheSame(as: content(b))
  }

  private func content(_ cell: RecordSplitter.Cell) -> UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(start: bytes + cell.start, count: cell.end - cell.start)
  }
}
