internal import TextCore

/// Finds the cells of records that are written plainly, and gives up on any other.
struct RecordSplitter {
  /// Where a cell's content is.
  struct Cell {
    var start: Int
    var end: Int
  }

  enum Split {
    /// The record ends before `end`, with so many newlines in it. A quote in one of its cells may stand for two.
    case whole(end: Int, newlines: Int, hasDoubledQuotes: Bool)
    /// The bytes end before the record does.
    case cutOff
    case odd
  }

  /// Files with more are read the slow way.
  static let mostColumns = 64

  let columnCount: Int

  private static let newline = UInt8(ascii: "\n")

  /// Finds the cells of a record that begins at `start`, where the cursor stands too.
  ///
  /// - Parameters:
  ///   - bytes: `count` of them may be looked at.
  ///   - cells: room for as many as there are columns.
  @inline(__always)
  func split(
    _ bytes: UnsafePointer<UInt8>, count: Int, from start: Int, _ cursor: inout MarkCursor,
    into cells: UnsafeMutablePointer<Cell>
  ) -> Split {
    guard columnCount <= Self.mostColumns else { return .odd }
    var cell = 0
    var newlines = 1
    var hasDoubledQuotes = false
    var first = start
    while true {
      var place = cursor.next()
      guard place < count, cell < columnCount else { return place < count ? .odd : .cutOff }
      unsafe cells[cell] = Cell(start: first, end: place)
      if unsafe bytes[place] == CSVReader.quote {
        guard place == first else { return .odd }
        guard let closing = unsafe closingQuote(bytes, count, &cursor, &newlines, &hasDoubledQuotes) else {
          return .cutOff
        }
        unsafe cells[cell] = Cell(start: first + 1, end: closing)
        place = cursor.next()
        guard place < count else { return .cutOff }
        let isRight = unsafe place == closing + 1 || place == closing + 2 && bytes[closing + 1] == 0x0D
        guard isRight, unsafe bytes[place] != CSVReader.quote else { return .odd }
      }
      cell &+= 1
      first = place &+ 1
      if unsafe bytes[place] == Self.newline {
        return cell == columnCount ? .whole(end: first, newlines: newlines, hasDoubledQuotes: hasDoubledQuotes) : .odd
      }
    }
  }

  /// `nil` where the bytes end before it.
  private func closingQuote(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, _ cursor: inout MarkCursor, _ newlines: inout Int,
    _ hasDoubledQuotes: inout Bool
  ) -> Int? {
    while true {
      let place = cursor.next()
      // The one after may be its second half.
      guard place &+ 1 < count else { return nil }
      switch unsafe bytes[place] {
      case Self.newline: newlines &+= 1
      case CSVReader.quote:
        guard unsafe bytes[place + 1] == CSVReader.quote else { return place }
        _ = cursor.next()
        hasDoubledQuotes = true
      default: break
      }
    }
  }
}

extension RecordSplitter.Cell {
  /// The bytes without the ASCII blanks around them.
  @inline(__always)
  func text(in bytes: UnsafePointer<UInt8>) -> UnsafeRawBufferPointer {
    var (start, end) = (start, end)
    while start < end, unsafe bytes[start].isBlank { start &+= 1 }
    while start < end, unsafe bytes[end &- 1].isBlank { end &-= 1 }
    return unsafe UnsafeRawBufferPointer(start: bytes + start, count: end &- start)
  }
}
