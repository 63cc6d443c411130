import TerminalKit
import TextCore

/// The mouse is off at first, because people copy text with it.
extension State {
  mutating func toggleMouse() -> [Effect] {
    hasMouse.toggle()
    notice = Notice(
      text: hasMouse
        ? Localized("đã bật chuột; giữ Shift để chọn văn bản", "the mouse is on; hold Shift to select text")
        : Localized("đã tắt chuột", "the mouse is off"))
    return [.mouse(hasMouse)]
  }

  /// Tabs and the way here are clicked on; in a page a click selects, a double click opens, the wheel moves on.
  mutating func take(_ mouse: Mouse) {
    switch mouse.action {
    case .wheelUp: scroll(by: -Self.wheelStep)
    case .wheelDown: scroll(by: Self.wheelStep)
    case .click, .doubleClick:
      switch mouse.y {
      case 1: if let tab = tabs.first(where: { $0.columns.contains(mouse.x) }) { go(to: tab.number) }
      case 2: if let depth = crumbPlaces.first(where: { $0.columns.contains(mouse.x) })?.depth { leave(to: depth) }
      default: click(mouse)
      }
    }
  }

  /// Lines that one notch of the wheel moves.
  private static var wheelStep: Int { 3 }

  private mutating func scroll(by lines: Int) {
    if let selected { jump(from: selected, lines: lines) } else { page.top += lines }
    scrollToSelection()
  }

  private mutating func leave(to depth: Int) {
    guard depth < path.count else { return }
    path.removeSubrange(depth...)
    refresh()
  }

  /// In the page that was left the row is selected, in a preview the page is opened.
  private mutating func click(_ mouse: Mouse) {
    let layout = layout
    let y = mouse.y - Self.topRows
    guard y >= 0, y < bodySize.height else { return }
    let start = layout.parent > 0 ? layout.parent + PaneLayout.gap : 0
    if mouse.x < layout.parent {
      let parent = panes.parent
      let key = parent?.row(x: mouse.x, y: y).flatMap { parent?.document.rows[$0].key }
      leave()
      if let number = key.flatMap({ document.index(of: $0) }) { select(number) }
    } else if mouse.x >= start + layout.focus + PaneLayout.gap {
      open()
    } else if let row = view.row(x: mouse.x - start, y: y) {
      select(row)
      if mouse.action == .doubleClick { open() }
    }
    scrollToSelection()
  }
}

extension PageView {
  /// The number of the row that is drawn at a place.
  func row(x: Int, y: Int) -> Int? {
    let line = page.top + y - document.head.count
    guard y >= document.head.count, y < document.head.count + scrolledHeight, document.lines.indices.contains(line)
    else { return nil }
    if line == page.top, document.pinnedLine(top: page.top) != nil { return nil }
    return document.lines[line].parts.first { part in
      part.row != nil && x >= part.x && x - part.x < part.width
    }?.row
  }
}
