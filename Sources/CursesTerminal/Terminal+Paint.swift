import CNcurses
public import TerminalKit

extension Terminal {
  /// Shows a canvas, in one write; where nothing differs from what the terminal shows, nothing is sent.
  public func paint(_ canvas: Canvas) {
    guard !isHungUp, !isClosed else { return }
    if let frame = ready.first(where: { $0.canvas == canvas }) {
      (ready, unheard) = ([], canvas)
      return signals.interruptibly { wire.send(frame.bytes) }
    }
    stage(canvas)
    guard isStaged else { return }
    (ready, isStaged) = ([], false)
    signals.interruptibly { send(whole: isWhole) }
    isWhole = false
  }

  /// Has the next `paint` send everything.
  public func redraw() {
    guard !isHungUp, !isClosed else { return }
    hearOut()
    forget()
  }

  /// Hands a canvas to ncurses, so that `paint` has less to do with one that is like it in most of its rows.
  public func stage(_ canvas: Canvas) {
    guard !isHungUp, !isClosed else { return }
    hearOut()
    if painted?.size != canvas.size {
      painted = nil
      var blank = cells[.text]
      wbkgrndset(window, &blank)
      // Not wclear: that would send the whole screen.
      werase(window)
      isStaged = true
      isWhole = true
    }
    put(canvas)
  }

  /// Works out what to send for a canvas that is likely to be shown next, beside others: for `paint` to send it and
  /// nothing else.
  ///
  /// ncurses shows it in memory, and then what the terminal shows again.
  public func prepare(_ canvas: Canvas) {
    guard !isHungUp, !isClosed, wire.gathers, !isendwin() else { return }
    hearOut()
    guard let shown = painted, shown.size == canvas.size, !isStaged, !ready.contains(where: { $0.canvas == canvas })
    else { return }
    if ready.count == Self.mostReady { ready.removeFirst() }
    put(canvas)
    guard isStaged, let bytes = gathered(whole: false) else { return }
    hand(shown)
    if gathered(whole: false) != nil { ready.append((canvas, bytes)) }
  }

  /// There is one for going on and one for turning back, and the same by other keys where the last one did nothing.
  private static var mostReady: Int { 4 }

  /// Tells ncurses what was sent without it.
  func hearOut() {
    guard let canvas = unheard else { return }
    unheard = nil
    // Outside of the screen it would go back into it, and that is the terminal's to see.
    if isendwin() { return forget() }
    put(canvas)
    if isStaged { _ = gathered(whole: false) }
  }

  private func put(_ canvas: Canvas) { hand(locale.isUnicode ? canvas : canvas.asciiOnly) }

  /// Hands rows that differ from those of the last canvas to ncurses, which finds the difference.
  private func hand(_ canvas: Canvas) {
    for y in 0..<min(canvas.size.height, Int(getmaxy(window))) where painted?.row(y) != canvas.row(y) {
      put(canvas.row(y), y: y)
      isStaged = true
    }
    painted = canvas
    // Every frame begins where each of them ends.
    wmove(window, 0, 0)
    if isStaged { wnoutrefresh(window) }
  }

  private func send(whole isWhole: Bool) {
    // Coming back from a suspension ncurses sets the modes of its terminal, which memory has none of.
    guard wire.gathers, !isendwin() else {
      doupdate()
      return
    }
    if let bytes = gathered(whole: isWhole) { return wire.send(bytes) }
    doupdate()
  }

  /// What ncurses sends for what it was handed, in fewer bytes; `nil` where nobody has it, and all has to be sent again.
  private func gathered(whole isWhole: Bool) -> [UInt8]? {
    isStaged = false
    guard let frame = wire.gather({ doupdate() }) else {
      forget()
      return nil
    }
    return hasUsualColors ? FrameShortener.shorten(frame, isWhole: isWhole) ?? frame : frame
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
