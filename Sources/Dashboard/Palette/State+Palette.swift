import PlanCore
import TerminalKit
import TextCore

extension State {
  /// - Parameter forFinding: whether it is for things of the plan alone: nothing in it acts.
  mutating func openPalette(forFinding: Bool = false) {
    guard let context else { return }
    mode = .palette
    palette = Palette(isForFinding: forFinding)
    palette.find(surroundings, context, search)
  }

  /// Takes a key while the palette is open: arrows choose, Enter goes, Esc leaves everything as it was.
  mutating func searchPalette(_ key: Key) -> [Effect] {
    let before = palette.field.text
    switch key {
    case .enter: return goToChosen()
    case .escape: mode = .browsing
    case .backspace where before.isEmpty: mode = .browsing
    case .down, .tab, .control("n"): choose(palette.chosen + 1)
    case .up, .backTab, .control("p"): choose(palette.chosen - 1)
    case .pageDown: choose(palette.chosen + paletteHeight)
    case .pageUp: choose(palette.chosen - paletteHeight)
    case .home: choose(0)
    case .end: choose(.max)
    case .control("c"): return [.quit]
    case .control("z"): return [.suspend]
    default:
      if palette.field.edit(key), palette.field.text != before { findAgain() }
    }
    return []
  }

  private mutating func findAgain() {
    guard let context else { return }
    palette.find(surroundings, context, search)
    choose(0)
  }

  /// Looks again for what was typed, as after a reload or in another window; the cursor stays where it can.
  mutating func refreshPalette() {
    guard let plan = context?.plan else { return }
    let old = palette
    palette.forget()
    findAgain()
    palette.top = old.top
    let same = palette.entries.firstIndex { entry in
      old.chosenPage.map { entry.page(in: plan) == $0 } ?? (entry == old.chosenEntry)
    }
    choose(same ?? old.chosen)
  }

  private mutating func choose(_ number: Int) {
    palette.chosen = max(0, min(number, palette.entries.count - 1))
    palette.top = max(min(palette.top, palette.chosen), palette.chosen - paletteHeight + 1)
    palette.chosenPage = context.flatMap { palette.chosenEntry?.page(in: $0.plan) }
  }

  // MARK: Going there

  mutating func goToChosen() -> [Effect] {
    guard let entry = palette.chosenEntry else { return [] }
    if let why = refusal(of: entry) {
      notice = Notice(text: why)
      return []
    }
    mode = .browsing
    switch entry {
    case .day(let day): show(day)
    case .end: (context?.plan.settings.end).map { show($0) }
    case .screen(let number): return perform(.screen(number))
    case .command(let number): return perform(KeyTable.all[number].command)
    case .region(let index): showRegion(index)
    case .pillar, .agency, .indicator, .task, .action, .source:
      if let page = context.flatMap({ entry.page(in: $0.plan) }) { push(page) }
    }
    return []
  }

  /// The list of agencies, at the first one of a region, all of it in view.
  private mutating func showRegion(_ region: Int) {
    guard let plan = context?.plan, let number = Page.screens.firstIndex(of: .agencies),
      let first = plan.agencies.first(where: { $0.region == region })
    else { return }
    go(to: number)
    arrange {
      ($0.filter, $0.status, $0.grouping) = ("", nil, 0)
      $0.selection = RowKey(id: .agency(first.id))
    }
    if let line = row?.line { page.top = line - 1 }
    scrollToSelection()
  }

  /// Why an entry does nothing here and now; `nil` where it does.
  func refusal(of entry: PaletteEntry) -> Localized? {
    let isAhead = Localized("chưa đến ngày này", "that day is still to come")
    switch entry {
    case .day(let day): return day > today ? isAhead : nil
    case .end: return context.map { $0.plan.settings.end > today } == true ? isAhead : nil
    case .command(let number):
      let binding = KeyTable.all[number]
      return binding.applies(surroundings) ? nil : binding.refusal(in: surroundings)
    default: return nil
    }
  }
}
