import TerminalKit

/// A page as it is seen: what of its document is in view, and where the cursor is.
struct PageView {
  let page: PageState
  let document: Document
  /// The number of the row under the cursor.
  var selected: Int?
  let size: Size
  let glyphs: GlyphSet
  /// Whether keys go to it: a page beside it only marks its row.
  var hasFocus = true
  /// Whether the row under the cursor is shown beside it, with its name in full.
  var hasPreview = false

  /// Rows that scroll, between those that stay.
  var scrolledHeight: Int {
    max(1, size.height - document.head.count - document.foot.count - (hasCaptions ? 1 : 0))
  }

  private var hasCaptions: Bool { hasFocus && !hasPreview && document.hasCaptions }

  /// Draws the lines in view.
  func draw() -> Canvas {
    var canvas = Canvas(size: size)
    // A matrix lights the head of the column under the cursor.
    let isMatrix = document.columnCount > 0
    var y = 0
    for line in document.head {
      drawOnce(line, at: y, unless: isMatrix, &canvas)
      y += 1
    }
    let end = min(document.lines.count, page.top + scrolledHeight)
    let pinned = document.pinnedLine(top: page.top)
    let row = selected.map { document.rows[$0] }
    for number in min(page.top, end)..<end {
      drawScrolled(number == page.top ? pinned ?? number : number, at: y, selectedLine: row?.line, &canvas)
      y += 1
    }
    var bottom = size.height - document.foot.count
    if hasCaptions, let caption = row?.caption?() {
      let text = TerminalText.cut(caption, to: size.width - 2, ellipsis: glyphs.ellipsis)
      canvas.put(text, x: 1, y: bottom - 1, role: .muted)
    }
    for line in document.foot {
      drawOnce(line, at: bottom, unless: isMatrix, &canvas)
      bottom += 1
    }
    return canvas
  }

  /// Draws a line that a movement does not change, and remembers it for as long as the document stands.
  private func drawOnce(_ line: Line, at y: Int, unless changes: Bool, _ canvas: inout Canvas) {
    if !changes, let row = document.fixed[y] { return canvas.replaceRow(y, with: row) }
    draw(line, at: y, &canvas)
    if !changes { document.fixed[y] = canvas.row(y) }
  }

  /// Copies a line that was drawn before, unless the cursor is on it.
  private func drawScrolled(_ number: Int, at y: Int, selectedLine: Int?, _ canvas: inout Canvas) {
    let isSelected = number == selectedLine
    if !isSelected, let row = document.drawn[number] { return canvas.replaceRow(y, with: row) }
    draw(document.lines[number], at: y, &canvas)
    if !isSelected, y < size.height { document.drawn[number] = canvas.row(y) }
  }

  private func draw(_ line: Line, at y: Int, _ canvas: inout Canvas) {
    guard y < size.height else { return }
    for part in line.parts {
      let isSelected = part.row != nil && part.row == selected
      let place = Content.Place(
        x: part.x, y: y, width: min(part.width, size.width - part.x), column: page.column, isSelected: isSelected)
      part.content.draw(on: &canvas, at: place, ellipsis: glyphs.ellipsis)
      if isSelected, hasFocus {
        canvas.paint(.selection, x: part.x, y: y, width: min(part.highlight, place.width))
      }
    }
  }
}
