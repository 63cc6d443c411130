import CNcurses
public import TerminalKit

extension Terminal {
  /// Shows a canvas, in one write; where nothing differs from what the terminal shows, nothing is sent.
  public func paint(_ canvas: Canvas) {
    guard !isHungUp, !isClosed else { return }
    prepare(canvas)
    guard isAhead else { return }
    isAhead = false
    signals.interruptibly { send(whole: isWhole) }
    isWhole = false
  }

  /// Gets a canvas ready that is likely to be shown next, or most of what will be, so that `paint` has less to do then.
  public func prepare(_ canvas: Canvas) {
    guard !isHungUp, !isClosed else { return }
    if painted?.size != canvas.size {
      painted = nil
      var blank = cells[.text]
      wbkgrndset(window, &blank)
      // Not wclear: that would send the whole screen.
      werase(window)
      isAhead = true
      isWhole = true
    }
    put(canvas)
  }

  /// Hands rows that differ from those of the last canvas to ncurses, which finds the difference.
  private func put(_ canvas: Canvas) {
    let canvas = locale.isUnicode ? canvas : canvas.asciiOnly
    for y in 0..<min(canvas.size.height, Int(getmaxy(window))) where painted?.row(y) != canvas.row(y) {
      put(canvas.row(y), y: y)
      isAhead = true
    }
    painted = canvas
    if isAhead { wnoutrefresh(window) }
  }

  private func send(whole isWhole: Bool) {
    // Coming back from a suspension ncurses sets the modes of its terminal, which memory has none of.
    switch isendwin() ? .impossible : wire.gather({ doupdate() }) {
    case .bytes(let frame):
      let shorter = hasUsualColors ? FrameShortener.shorten(frame, isWhole: isWhole) : nil
      wire.send(shorter ?? frame)
    case .impossible: doupdate()
    case .lost:
      clearok(nc_curscr(), true)
      doupdate()
    }
  }

  private func put(_ row: [Cell], y: Int) {
    let width = Int(getmaxx(window))
    withUnsafeTemporaryAllocation(of: cchar_t.self, capacity: row.count) { buffer in
      var count = 0
      let inked = row.lastIndex { !$0.isBlank } ?? -1
      // Those before the first letter are of its colours, for the same reason.
      var role = row.first { !$0.isBlank }?.role ?? .text
      for (x, cell) in row.prefix(width).enumerated() where !cell.isContinuation {
        // The blanks after the last letter are of the window's own colour where they can be, to be cleared at once.
        role = cell.isBlank ? cells.roleOfBlank(cell.role, after: x > inked ? .text : role) : cell.role
        var out = cells[role]
        out.chars.0 = wchar_t(bitPattern: cell.scalar)
        out.chars.1 = wchar_t(bitPattern: cell.marks.0)
        out.chars.2 = wchar_t(bitPattern: cell.marks.1)
        // A wide letter that the window cuts in half.
        if x + 1 == width, row.count > width, row[width].isContinuation { out.chars.0 = 0x20 }
        buffer.initializeElement(at: count, to: out)
        count += 1
      }
      _ = mvwadd_wchnstr(window, Int32(y), 0, buffer.baseAddress, Int32(count))
    }
  }
}
