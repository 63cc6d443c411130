internal import TextCore

/// Reads comma-separated records (RFC 4180) out of bytes, one at a time; what separates them may be another byte.
///
/// Lines end with LF or CRLF, a byte order mark is skipped, blank lines too. What is not as it should be spoils the
/// record that it stands in and no other: a quote that is not closed where it should be ends with its line.
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

  /// Cells of a record that are kept: a line of nothing but commas is no table's.
  static let mostCells = 1 << 16

  enum Fault {
    case unclosedQuote
    case textAfterQuote
    case quoteInsideText
  }

  let bytes: [UInt8]
  /// What stands between two cells.
  let separator: UInt8
  /// What ends a plain cell, or does not belong into it.
  private let marks: ByteSearch
  /// The cells of the record last read, but not more than `mostCells`.
  private(set) var cells: [Cell] = []
  /// How many cells that record has.
  private(set) var cellCount = 0
  /// The first thing wrong with that record, and the cell that it is in.
  private(set) var fault: (kind: Fault, at: Int)?
  /// The line that the record begins on, from 1.
  private(set) var line = 1
  /// Where the record begins.
  private(set) var start: Int
  /// The place in that record that was asked for last.
  private var known = Place(offset: 0, line: 1, column: 1)

  private struct Place {
    var offset: Int
    var line: Int
    var column: Int
  }

  /// Where the next record begins, and on which line.
  private(set) var position: Int
  private(set) var nextLine: Int
  /// Whether a quote was open until the end of the bytes: with more of them the record might read otherwise.
  private(set) var isOpenEnded = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    separator = Self.comma
    marks = ByteSearch(separator, Self.newline, Self.quote)
    position = ByteText.byteOrderMarkLength(bytes.span)
    start = position
    nextLine = 1
    known.offset = start
  }

  /// A part of a file that begins with the record on a line.
  init(_ bytes: [UInt8], fromLine line: Int, separator: UInt8 = comma) {
    self.bytes = bytes
    self.separator = separator
    marks = ByteSearch(separator, Self.newline, Self.quote)
    (position, start) = (0, 0)
    nextLine = line
    self.line = line
    known.line = line
  }

  /// Goes on from a place where a record begins.
  mutating func skip(to offset: Int) { position = min(max(position, offset), bytes.count) }

  /// Passes over a record that somebody else has read.
  ///
  /// - Parameters:
  ///   - end: where it ends.
  ///   - newlines: how many are in it.
  mutating func pass(to end: Int, newlines: Int) {
    position = end
    nextLine += newlines
  }

  /// Reads the next record that is not blank; false at the end.
  mutating func next() -> Bool {
    repeat {
      guard position < bytes.count else { return false }
      readRecord()
    } while isBlank
    return true
  }

  private static let newline = UInt8(ascii: "\n")
  static let comma = UInt8(ascii: ",")
  static let quote = UInt8(ascii: "\"")
  private static let quotedMarks = ByteSearch(quote, newline, newline)

  private func isBlankByte(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0D || byte == 0x09 && separator != 0x09
  }

  private var isBlank: Bool {
    fault == nil && cellCount == cells.count
      && cells.allSatisfy { $0.isBlank(in: bytes) }
  }

  private mutating func readRecord() {
    cells.removeAll(keepingCapacity: true)
    cellCount = 0
    fault = nil
    start = position
    line = nextLine
    known = Place(offset: start, line: line, column: 1)
    while true {
      readCell()
      guard position < bytes.count else { return }
      let end = bytes[position]
      position += 1
      if end == Self.newline {
        nextLine += 1
        return
      }
    }
  }

  /// Reads up to the separator or newline that ends a cell, or to the end of the file.
  private mutating func readCell() {
    let first = position
    while position < bytes.count, isBlankByte(bytes[position]) { position += 1 }
    if position < bytes.count, bytes[position] == Self.quote {
      readQuoted(from: first)
    } else {
      position = first
      skipPlain()
      append(Cell(start: first, content: first..<position))
    }
  }

  private mutating func readQuoted(from first: Int) {
    let opening = position
    var newlines = 0
    guard let cell = findClosingQuote(from: first, newlines: &newlines) else {
      isOpenEnded = true
      return giveUpLine(.unclosedQuote, from: first, opening)
    }
    // After a closing quote only blanks may stand before the separator or the end of the line.
    while position < bytes.count, isBlankByte(bytes[position]) { position += 1 }
    if position == bytes.count || bytes[position] == separator || bytes[position] == Self.newline {
      nextLine += newlines
      append(cell)
    } else {
      // A quote lines below is another cell's, and this one was never closed.
      giveUpLine(newlines > 0 ? .unclosedQuote : .textAfterQuote, from: first, opening)
    }
  }

  /// The cell up to its closing quote, after which `position` then stands.
  private mutating func findClosingQuote(from first: Int, newlines: inout Int) -> Cell? {
    let opening = position
    var hasDoubledQuotes = false
    position += 1
    while true {
      position = Self.quotedMarks.place(in: bytes.span, from: position)
      guard position < bytes.count else { return nil }
      let byte = bytes[position]
      position += 1
      if byte == Self.newline { newlines += 1 }
      guard byte == Self.quote else { continue }
      guard position < bytes.count, bytes[position] == Self.quote else {
        return Cell(start: first, content: (opening + 1)..<(position - 1), hasDoubledQuotes: hasDoubledQuotes)
      }
      hasDoubledQuotes = true
      position += 1
    }
  }

  /// Leaves the rest of the line alone, so that the lines after it are still read.
  private mutating func giveUpLine(_ kind: Fault, from first: Int, _ opening: Int) {
    note(kind, at: first)
    position = bytes[opening...].firstIndex(of: Self.newline) ?? bytes.count
    append(Cell(start: first, content: (opening + 1)..<position))
  }

  private mutating func append(_ cell: Cell) {
    cellCount += 1
    if cellCount <= Self.mostCells { cells.append(cell) }
  }

  private mutating func skipPlain() {
    let first = position
    while true {
      position = marks.place(in: bytes.span, from: position)
      guard position < bytes.count, bytes[position] == Self.quote else { return }
      note(.quoteInsideText, at: first)
      position += 1
    }
  }

  private mutating func note(_ kind: Fault, at offset: Int) {
    if fault == nil { fault = (kind, offset) }
  }

  /// The cell's bytes without the blanks around them, doubled quotes made single.
  func value(_ cell: Cell) -> ArraySlice<UInt8> { cell.value(in: bytes) }

  /// The line and column of a place in the record last read. It counts on from the place before, since a row of a
  /// million bytes may have a thousand faults.
  ///
  /// - Parameter offset: where a cell begins.
  mutating func place(of offset: Int) -> (line: Int, column: Int) {
    let offset = max(start, min(offset, bytes.count))
    if offset < known.offset { known = Place(offset: start, line: line, column: 1) }
    let between = bytes[known.offset..<offset]
    if let newline = between.lastIndex(of: Self.newline) {
      known.line += between.lazy.filter { $0 == Self.newline }.count
      known.column = 1 + ByteText.columns(in: bytes[(newline + 1)..<offset])
    } else {
      known.column += ByteText.columns(in: between)
    }
    known.offset = offset
    return (known.line, known.column)
  }
}
