internal import TextCore

/// Reads comma-separated records (RFC 4180) out of bytes, one at a time.
///
/// Lines end with LF or CRLF, a byte order mark is skipped, blank lines too. What is not as it should be spoils the
/// record that it stands in and no other: a quote that is never closed ends with its line.
struct CSVReader {
  /// One cell: where it stands in the file.
  struct Cell {
    /// Where the cell begins, its quote included.
    var start: Int
    /// The content, without the quotes around it.
    var content: Range<Int>
    /// Whether two quotes in the content stand for one.
    var hasDoubledQuotes = false
  }

  enum Fault {
    case unclosedQuote
    case textAfterQuote
    case quoteInsideText
  }

  let bytes: [UInt8]
  /// The cells of the record last read.
  private(set) var cells: [Cell] = []
  /// The first thing wrong with that record, and where.
  private(set) var fault: (kind: Fault, at: Int)?
  /// The line that the record begins on, from 1.
  private(set) var line = 1
  /// Where the record begins.
  private(set) var start: Int

  private var position: Int
  private var nextLine = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = ByteText.byteOrderMarkLength(bytes)
    start = position
  }

  /// Reads the next record that is not blank; false at the end.
  mutating func next() -> Bool {
    repeat {
      guard position < bytes.count else { return false }
      readRecord()
    } while isBlank
    return true
  }

  /// Whether the file's last line has its newline.
  var endsWithNewline: Bool { bytes.last == Self.newline }
  /// Whether the record just read is the file's last line.
  var isAtEnd: Bool { position >= bytes.count }

  private static let newline = UInt8(ascii: "\n")
  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")

  private var isBlank: Bool {
    fault == nil && cells.allSatisfy { ByteText.trimmed(bytes[$0.content]).isEmpty }
  }

  private mutating func readRecord() {
    cells.removeAll(keepingCapacity: true)
    fault = nil
    start = position
    line = nextLine
    while true {
      readCell()
      guard position < bytes.count else { return }
      let end = bytes[position]
      position += 1
      if end == Self.newline {
        nextLine += 1
        return
      }
      if position == bytes.count { cells.append(Cell(start: position, content: position..<position)) }
    }
  }

  /// Reads up to the comma or newline that ends a cell, or to the end of the file.
  private mutating func readCell() {
    let first = position
    while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 { position += 1 }
    if position < bytes.count, bytes[position] == Self.quote {
      readQuoted(from: first)
    } else {
      position = first
      skipPlain()
      cells.append(Cell(start: first, content: first..<position))
    }
  }

  private mutating func readQuoted(from first: Int) {
    let opening = position
    let lineOfOpening = nextLine
    var hasDoubledQuotes = false
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == Self.newline { nextLine += 1 }
      guard byte == Self.quote else { continue }
      if position < bytes.count, bytes[position] == Self.quote {
        hasDoubledQuotes = true
        position += 1
        continue
      }
      cells.append(
        Cell(start: first, content: (opening + 1)..<(position - 1), hasDoubledQuotes: hasDoubledQuotes))
      return skipAfterQuote()
    }
    // Never closed: give up this line only, so that the rest is still read.
    note(.unclosedQuote, at: opening)
    nextLine = lineOfOpening
    position = bytes[opening...].firstIndex(of: Self.newline) ?? bytes.count
    cells.append(Cell(start: first, content: (opening + 1)..<position))
  }

  /// After a closing quote only blanks may stand before the comma or the end of the line.
  private mutating func skipAfterQuote() {
    while position < bytes.count, bytes[position] != Self.comma, bytes[position] != Self.newline {
      if bytes[position] != 0x20, bytes[position] != 0x09, bytes[position] != 0x0D {
        note(.textAfterQuote, at: position)
      }
      position += 1
    }
  }

  private mutating func skipPlain() {
    while position < bytes.count {
      let byte = bytes[position]
      if byte == Self.comma || byte == Self.newline { return }
      if byte == Self.quote { note(.quoteInsideText, at: position) }
      position += 1
    }
  }

  private mutating func note(_ kind: Fault, at offset: Int) {
    if fault == nil { fault = (kind, offset) }
  }

  // MARK: What a cell says

  /// The cell's bytes without the blanks around them, doubled quotes made single.
  func value(_ cell: Cell) -> ArraySlice<UInt8> {
    let content = bytes[cell.content]
    guard cell.hasDoubledQuotes else { return ByteText.trimmed(content) }
    var single: [UInt8] = []
    single.reserveCapacity(content.count)
    var isSecond = false
    for byte in content {
      isSecond = byte == Self.quote && !isSecond
      if !isSecond || byte != Self.quote { single.append(byte) }
    }
    return ByteText.trimmed(single[...])
  }

  /// The line and column of a place in the record last read.
  func place(of offset: Int) -> (line: Int, column: Int) {
    let before = bytes[start..<max(start, min(offset, bytes.count))]
    let newlines = before.lazy.filter { $0 == Self.newline }.count
    let lineStart = before.lastIndex(of: Self.newline).map { $0 + 1 } ?? start
    return (line + newlines, ByteText.columns(in: bytes[lineStart..<max(lineStart, before.endIndex)]) + 1)
  }
}
