/// A grid of cells that widgets draw into; what is drawn outside is cut off.
public struct Canvas: Hashable, Sendable {
  public let size: Size
  /// Row after row, `size.width` cells each.
  public private(set) var cells: [Cell]

  /// An empty canvas; sizes below zero count as zero.
  public init(size: Size) {
    self.size = Size(width: max(0, size.width), height: max(0, size.height))
    cells = Array(repeating: Cell(" ", role: .text), count: self.size.width * self.size.height)
  }

  public func row(_ y: Int) -> ArraySlice<Cell> {
    guard (0..<size.height).contains(y) else { return [] }
    return cells[(y * size.width)..<((y + 1) * size.width)]
  }

  /// Writes text from a column on, at most `width` columns of it, and returns the columns taken. A wide letter that
  /// does not fit whole is left out.
  @discardableResult
  public mutating func put(_ text: String, x: Int, y: Int, role: Role = .text, width: Int = .max) -> Int {
    guard (0..<size.height).contains(y) else { return 0 }
    let limit = min(size.width - max(0, x), width)
    guard x >= 0, limit > 0 else { return 0 }
    var used = 0
    let base = y * size.width + x
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) {
      for byte in text.utf8.prefix(limit) {
        set(Cell(Unicode.Scalar(byte), role: role), at: base + used)
        used += 1
      }
      return used
    }
    var isFull = false
    TerminalText.forEachGrapheme(in: text) { grapheme in
      guard !isFull, used + grapheme.width <= limit else {
        isFull = true
        return
      }
      var cell = Cell(grapheme.scalar, role: role)
      cell.marks = grapheme.marks
      set(cell, at: base + used)
      if grapheme.width == 2 { set(.continuation(role: role), at: base + used + 1) }
      used += grapheme.width
    }
    return used
  }

  /// Gives every cell of a part of a row a role, whatever is written there.
  public mutating func paint(_ role: Role, x: Int, y: Int, width: Int) {
    guard (0..<size.height).contains(y) else { return }
    for column in max(0, x)..<max(max(0, x), min(size.width, x + width)) {
      cells[y * size.width + column].role = role
    }
  }

  /// Writes the same letter, one column wide, along a row.
  public mutating func fill(_ scalar: Unicode.Scalar, x: Int, y: Int, width: Int, role: Role = .text) {
    guard (0..<size.height).contains(y) else { return }
    for column in max(0, x)..<max(max(0, x), min(size.width, x + width)) {
      set(Cell(scalar, role: role), at: y * size.width + column)
    }
  }

  /// Replaces a cell without leaving half of a wide letter beside it.
  private mutating func set(_ cell: Cell, at index: Int) {
    let isRowStart = index % size.width == 0
    let isRowEnd = (index + 1) % size.width == 0
    if cells[index].isContinuation, !cell.isContinuation, !isRowStart { cells[index - 1].scalar = 0x20 }
    if !isRowEnd, cells[index + 1].isContinuation { cells[index + 1].scalar = 0x20 }
    cells[index] = cell
  }

  /// The rows as text, without blanks at their ends: what a test compares.
  public var text: String {
    (0..<size.height).map { y in
      var line = String.UnicodeScalarView()
      for cell in row(y) where !cell.isContinuation {
        for value in [cell.scalar, cell.marks.0, cell.marks.1] where value != 0 {
          if let scalar = Unicode.Scalar(value) { line.append(scalar) }
        }
      }
      while line.last == " " { line.removeLast() }
      return String(line)
    }.joined(separator: "\n")
  }
}
