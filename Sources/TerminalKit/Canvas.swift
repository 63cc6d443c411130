/// A grid of cells that widgets draw into; what is drawn outside is cut off.
public struct Canvas: Hashable, Sendable {
  /// Columns and rows.
  public let size: Size
  /// Row after row, `size.width` cells each.
  public private(set) var cells: [Cell]

  /// An empty canvas; sizes below zero count as zero.
  public init(size: Size) {
    self.size = Size(width: max(0, size.width), height: max(0, size.height))
    cells = Array(repeating: Cell(" ", role: .text), count: self.size.width * self.size.height)
  }

  /// The cells of a row; none where there is no such row.
  public func row(_ y: Int) -> ArraySlice<Cell> {
    guard (0..<size.height).contains(y) else { return [] }
    return cells[(y * size.width)..<((y + 1) * size.width)]
  }

  /// Writes text from a column on, at most `width` columns of it, and returns the columns taken, those cut off on the
  /// left included. A wide letter that does not fit whole leaves blanks.
  @discardableResult
  public mutating func put(_ text: String, x: Int, y: Int, role: Role = .text, width: Int = .max) -> Int {
    guard (0..<size.height).contains(y), x < size.width, width > 0 else { return 0 }
    // Columns of the text, counted from its own beginning.
    let (room, isOver) = size.width.subtractingReportingOverflow(x)
    let limit = isOver ? width : min(width, room)
    let base = y * size.width + x
    var used = 0
    var isFull = false
    func place(_ cell: Cell, wide: Bool, in canvas: inout Canvas) {
      let next = used + (wide ? 2 : 1)
      guard !isFull, next <= limit else {
        isFull = true
        return
      }
      if x + used >= 0 {
        canvas.set(cell, at: base + used)
        if wide { canvas.set(.continuation(role: role), at: base + used + 1) }
      } else if wide, x + used == -1 {
        canvas.set(Cell(" ", role: role), at: base + used + 1)
      }
      used = next
    }
    if TerminalText.plainWidth(text, upTo: max(0, limit)) != nil {
      for scalar in text.unicodeScalars {
        place(Cell(scalar, role: role), wide: false, in: &self)
        if isFull { break }
      }
      return used
    }
    TerminalText.forEachGrapheme(in: text) { grapheme in
      var cell = Cell(grapheme.scalar, role: role)
      cell.marks = grapheme.marks
      place(cell, wide: grapheme.width == 2, in: &self)
      return !isFull
    }
    return used
  }

  /// Puts a whole row in place of another; it must be as wide as the canvas.
  public mutating func replaceRow(_ y: Int, with row: [Cell]) {
    guard (0..<size.height).contains(y), row.count == size.width else { return }
    cells.replaceSubrange((y * size.width)..<((y + 1) * size.width), with: row)
  }

  /// Gives every cell of a part of a row a role, whatever is written there.
  public mutating func paint(_ role: Role, x: Int, y: Int, width: Int) {
    guard (0..<size.height).contains(y) else { return }
    for column in columns(from: x, width: width) { cells[y * size.width + column].role = role }
  }

  /// Writes the same letter along a row; one that is not one column wide counts as `?`.
  public mutating func fill(_ scalar: Unicode.Scalar, x: Int, y: Int, width: Int, role: Role = .text) {
    guard (0..<size.height).contains(y) else { return }
    let cell = Cell(ScalarWidth.of(scalar) == .columns(1) ? scalar : "?", role: role)
    for column in columns(from: x, width: width) { set(cell, at: y * size.width + column) }
  }

  /// What of a part of a row lies on the canvas.
  private func columns(from x: Int, width: Int) -> Range<Int> {
    let start = min(max(0, x), size.width)
    let (end, isOver) = x.addingReportingOverflow(max(0, width))
    return start..<max(start, isOver ? size.width : min(size.width, end))
  }

  /// Changes every cell where it stands.
  mutating func mapCells(_ change: (inout Cell) -> Void) {
    for index in cells.indices { change(&cells[index]) }
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
