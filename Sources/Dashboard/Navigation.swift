import PlanCore
import TerminalKit
import TextCore

extension State {
  // MARK: Down and back

  mutating func push(_ target: Page) {
    guard page.page != target else { return }
    path.append(PageState(target))
    refresh()
  }

  mutating func open() {
    if let target = row?.target() { push(target) }
  }

  /// The first time clears what the list is filtered by, the next goes back.
  mutating func back() {
    if !page.filter.isEmpty || page.status != nil {
      arrange {
        $0.filter = ""
        $0.status = nil
      }
    } else {
      leave()
    }
  }

  mutating func leave() {
    guard path.count > 1 else { return }
    path.removeLast()
    refresh()
  }

  mutating func go(to number: Int) {
    guard Page.screens.indices.contains(number) else { return }
    let target = Page.screens[number]
    if let root = path.first {
      screens.removeAll { $0.page == root.page }
      screens.append(root)
    }
    path = [screens.first { $0.page == target } ?? PageState(target)]
    refresh()
  }

  // MARK: Along the page

  mutating func move(_ movement: Command.Movement) {
    let count = document.rows.count
    guard let current = selected else { return scroll(movement) }
    let height = view.scrolledHeight
    switch movement {
    case .down: step(from: current, by: 1)
    case .up: step(from: current, by: -1)
    case .pageDown: jump(from: current, lines: height)
    case .pageUp: jump(from: current, lines: -height)
    case .halfPageDown: jump(from: current, lines: height / 2)
    case .halfPageUp: jump(from: current, lines: -height / 2)
    case .first: select(0)
    case .last: select(count - 1)
    }
    if movement == .first { page.top = 0 }
    if movement == .last { page.top = .max }
    scrollToSelection()
  }

  /// Puts the cursor on a row; on none where there is no such row.
  mutating func select(_ number: Int) {
    selected = document.rows.indices.contains(number) ? number : nil
    page.selection = selected.map { document.rows[$0].key }
  }

  /// One row on; past the first or last row, and as long as the row is below the view, the text around the list
  /// moves.
  private mutating func step(from current: Int, by step: Int) {
    if !isBelowView(document.rows[current]), document.rows.indices.contains(current + step) {
      select(current + step)
      turnHalfAPage()
    } else {
      page.top += step
    }
  }

  /// Beside a preview a list that is left at its edge moves on by half its height: a terminal moves whole lines only,
  /// so there each line in view has to be written anew, and that is not to be paid for with every step.
  private mutating func turnHalfAPage() {
    let height = view.scrolledHeight
    guard layout.preview > 0, let line = row?.line, !(page.top..<page.top + height).contains(line) else { return }
    page.top = min(max(0, line - height / 2), lastTop)
  }

  /// So many lines on, to the row nearest to there; the view moves along. Where it cannot, to the last or first row.
  mutating func jump(from current: Int, lines: Int) {
    let row = document.rows[current]
    let (top, wasBelowView) = (page.top, isBelowView(row))
    page.top = min(max(0, top + lines), lastTop)
    if wasBelowView { return }
    if page.top == top { return select(lines < 0 ? 0 : document.rows.count - 1) }
    // Of two rows side by side the one of the same list.
    func distance(_ other: Document.Row) -> (Int, Int) {
      (abs(other.line - row.line - lines), other.list == row.list ? 0 : 1)
    }
    // Every row takes a line at least, so that the wanted one is not further off.
    let reach = 2 * abs(lines) + 2
    let candidates = document.rows.indices.clamped(to: (current - reach)..<(current + reach + 1))
    let nearest = candidates.min { distance(document.rows[$0]) < distance(document.rows[$1]) }
    select(nearest ?? current)
  }

  private func isBelowView(_ row: Document.Row) -> Bool { row.line >= page.top + view.scrolledHeight }

  /// Whether a page without rows has more lines than find room.
  var scrolls: Bool { document.rows.isEmpty && lastTop > 0 }

  /// The last line in view and how many there are, as `19/64`.
  var scrolledTo: String {
    "\(min(page.top + view.scrolledHeight, document.lines.count))/\(document.lines.count)"
  }

  /// The first line of the view where it shows the document's end.
  private var lastTop: Int { max(0, document.lines.count - view.scrolledHeight) }

  /// Moves the view of a page without rows.
  private mutating func scroll(_ movement: Command.Movement) {
    let height = view.scrolledHeight
    switch movement {
    case .down: page.top += 1
    case .up: page.top -= 1
    case .pageDown: page.top += height
    case .pageUp: page.top -= height
    case .halfPageDown: page.top += height / 2
    case .halfPageUp: page.top -= height / 2
    case .first: page.top = 0
    case .last: page.top = document.lines.count
    }
    scrollToSelection()
  }

  /// Keeps the view within the document and the cursor's row within the view, with the heading above it and clear of
  /// the titles that stand in the view's first line.
  ///
  /// A page opens at its beginning: its first row may be below the view until the reader moves to it, or filters.
  mutating func scrollToSelection() {
    let height = view.scrolledHeight
    page.top = min(max(0, page.top), lastTop)
    guard let line = row?.line else { return }
    let isFirst = line == document.rows.first?.line && page.filter.isEmpty && page.status == nil
    let hasHeading = line > 0 && document.lines[line - 1].parts.allSatisfy { $0.row == nil }
    let need = hasHeading ? line - 1 : line
    if !isFirst, line >= page.top + height { page.top = line - height + 1 }
    page.top = min(page.top, need)
    while page.top > 0, document.pinnedLine(top: page.top) != nil, need <= page.top { page.top -= 1 }
    // Where even that is too much for the height, the row itself stays in view.
    if !isFirst { page.top = max(page.top, line - height + 1) }
    if isFirst, line < height, page.top < line { page.top = 0 }
  }

  /// The next list of the page or, where it has but one, the page beside it.
  mutating func goToList(_ step: Int) {
    guard let current = row else { return step < 0 ? leave() : () }
    let lists = document.lists
    if lists.count < 2 { return step > 0 ? open() : leave() }
    guard let place = lists.firstIndex(where: { $0.number == current.list }) else { return }
    let first = lists[(place + step + lists.count) % lists.count].firstRow
    if document.rows.indices.contains(first) {
      select(first)
      // The list's heading comes into view with it.
      page.top = min(page.top, max(0, document.rows[first].line - 2))
      if page.top + view.scrolledHeight <= document.rows[first].line + 3 { page.top = document.rows[first].line - 2 }
    }
    scrollToSelection()
  }

  mutating func moveSideways(_ step: Int) {
    if page.page == .calendar {
      moveMonth(step)
    } else {
      page.column = min(max(0, page.column + step), max(0, document.columnCount - 1))
      refresh()
    }
  }

  /// The calendar ends with the work that is in it.
  private mutating func moveMonth(_ step: Int) {
    guard let context else { return }
    let months = context.plan.calendarMonths
    let month = context.calendarMonth(page.monthOffset + step)
    if step < 0, month < months.lowerBound {
      notice = Notice(text: Localized("đây là tháng đầu tiên của kế hoạch", "this is the plan's first month"))
    } else if step > 0, month > months.upperBound {
      notice = Notice(text: Localized("đây là tháng cuối cùng của kế hoạch", "this is the plan's last month"))
    } else {
      page.monthOffset += step
      page.selection = nil
      page.top = 0
      refresh()
    }
  }

  // MARK: How the list is arranged

  /// Changes the arrangement; the cursor stays on its row.
  mutating func arrange(_ change: (inout PageState) -> Void) {
    change(&page)
    refresh()
  }

  mutating func sortByNextColumn() {
    let sorts = document.sorts
    // In the matrix only the column under the cursor is one to sort by.
    let firstColumn = sorts.count - document.columnCount
    let choices = sorts.indices.filter { index in
      !sorts[index].isEmpty && (index < firstColumn || index == firstColumn + page.column)
    }
    let current = page.sort ?? -1
    let isOtherColumn = current >= firstColumn && !choices.contains(current)
    let next = isOtherColumn ? choices.last : choices.first { $0 > current }
    arrange {
      $0.sort = next
      $0.isReversed = false
    }
    let name = next.map { Localized(both: sorts[$0]) } ?? Localized("thứ tự của kế hoạch", "the plan's order")
    notice = Notice(text: Localized("sắp xếp theo: ", "sorted by: ") + name)
  }
}
