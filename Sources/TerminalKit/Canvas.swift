/// A grid of cells that widgets draw into; what is drawn outside is cut off.
public struct Canvas: Hashable, Sendable {
  /// Columns and rows.
  public let size: Size
  /// `size.width` cells each. Rows that nobody draws into stay one and the same in memory: an empty one, and those
  /// that come from an earlier canvas, which makes two canvases quick to compare.
  private var rows: [[Cell]]

  /// An empty canvas; sizes below zero count as zero.
  public init(size: Size) {
    self.size = Size(width: max(0, size.width), height: max(0, size.height))
    let blank = Array(repeating: Cell(" ", role: .text), count: self.size.width)
    rows = Array(repeating: blank, count: self.size.height)
  }

  /// Row after row, `size.width` cells each.
  public var cells: [Cell] { rows.flatMap(\.self) }

  /// The cells of a row; none where there is no such row.
  public func row(_ y: Int) -> [Cell] { rows.indices.contains(y) ? rows[y] : [] }

  /// Writes text from a column on, at most `width` columns of it, and returns the columns taken, those cut off on the
  /// left included. A wide letter that does not fit whole leaves blanks.
  @discardableResult
  public mutating func put(_ text: String, x: Int, y: Int, role: Role = .text, width: Int = .max) -> Int {
    guard rows.indices.contains(y), x < size.width, width > 0 else { return 0 }
    return Self.put(text, on: &rows[y], x: x, role: role, width: width)
  }

  private static func put(_ text: String, on row: inout [Cell], x: Int, role: Role, width: Int) -> Int {
    // Columns of the text, counted from its own beginning.
    let (room, isOver) = row.count.subtractingReportingOverflow(x)
    let limit = isOver ? width : min(width, room)
    var used = 0
    var isFull = false
    func place(_ cell: Cell, wide: Bool) {
      let next = used + (wide ? 2 : 1)
      guard !isFull, next <= limit else {
        isFull = true
        return
      }
      if x + used >= 0 {
        set(cell, at: x + used, in: &row)
        if wide { set(.continuation(role: role), at: x + used + 1, in: &row) }
      } else if wide, x + used == -1 {
        set(Cell(" ", role: role), at: 0, in: &row)
      }
      used = next
    }
    if TerminalText.plainWidth(text, upTo: max(0, limit)) != nil {
      for scalar in text.unicodeScalars {
        place(Cell(scalar, role: role), wide: false)
        if isFull { break }
      }
      return used
    }
    TerminalText.forEachGrapheme(in: text) { grapheme in
      var cell = Cell(grapheme.scalar, role: role)
      cell.marks = grapheme.marks
      place(cell, wide: grapheme.width == 2)
      return !isFull
    }
    return used
  }

  /// Puts cells that were drawn elsewhere from a column of the canvas on; what finds no room is cut off.
  public mutating func put(_ drawn: [Cell], x: Int, y: Int) {
    guard rows.indices.contains(y), (0..<size.width).contains(x) else { return }
    for (index, cell) in drawn.prefix(size.width - x).enumerated() { Self.set(cell, at: x + index, in: &rows[y]) }
  }

  /// Puts a whole row in place of another; it must be as wide as the canvas.
  public mutating func replaceRow(_ y: Int, with row: [Cell]) {
    guard rows.indices.contains(y), row.count == size.width else { return }
    rows[y] = row
  }

  /// Copies another canvas into this one; what finds no room is cut off.
  public mutating func place(_ other: Canvas, x: Int, y: Int) {
    for (number, row) in other.rows.enumerated() where rows.indices.contains(y + number) {
      if x == 0, row.count == size.width {
        rows[y + number] = row
      } else {
        for (column, cell) in row.enumerated() where (0..<size.width).contains(x + column) {
          Self.set(cell, at: x + column, in: &rows[y + number])
        }
      }
    }
  }

  /// Gives every cell of a part of a row a role, whatever is written there.
  public mutating func paint(_ role: Role, x: Int, y: Int, width: Int) {
    guard rows.indices.contains(y) else { return }
    for column in columns(from: x, width: width) { rows[y][column].role = role }
  }

  /// Writes the same letter along a row; one that is not one column wide counts as `?`.
  public mutating func fill(_ scalar: Unicode.Scalar, x: Int, y: Int, width: Int, role: Role = .text) {
    guard rows.indices.contains(y) else { return }
    let cell = Cell(ScalarWidth.of(scalar) == .columns(1) ? scalar : "?", role: role)
    for column in columns(from: x, width: width) { Self.set(cell, at: column, in: &rows[y]) }
  }

  /// What of a part of a row lies on the canvas.
  private func columns(from x: Int, width: Int) -> Range<Int> {
    let start = min(max(0, x), size.width)
    let (end, isOver) = x.addingReportingOverflow(max(0, width))
    return start..<max(start, isOver ? size.width : min(size.width, end))
  }

  /// Changes every cell where it stands.
  mutating func mapCells(_ change: (inout Cell) -> Void) {
    for y in rows.indices {
      for x in rows[y].indices { change(&rows[y][x]) }
    }
  }

  /// Replaces a cell without leaving half of a wide letter beside it.
  private static func set(_ cell: Cell, at x: Int, in row: inout [Cell]) {
    if row[x].isContinuation, !cell.isContinuation, x > 0 { row[x - 1].scalar = 0x20 }
    if x + 1 < row.count, row[x + 1].isContinuation { row[x + 1].scalar = 0x20 }
    row[x] = cell
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
