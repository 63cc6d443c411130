import PlanCore

/// One of the six screens, as the command line and file names call it.
public enum Screen: String, CaseIterable, Sendable {
  case overview, indicators, tasks, calendar, agencies, matrix

  var page: Page {
    switch self {
    case .overview: .overview
    case .indicators: .indicators
    case .tasks: .tasks
    case .calendar: .calendar
    case .agencies: .agencies
    case .matrix: .matrix
    }
  }
}

extension State {
  /// Goes to a screen and, where an id is given, to the detail of what it names there: `DL1`, `moh`, `T19`, `A01-02`;
  /// one agency's share as `DL1/moh` or `T19/moh`; else to the one row that a filter of these letters leaves.
  ///
  /// - Returns: ids that would do, where this one does not; `nil` where the page is in view.
  public mutating func go(to screen: Screen, of id: String? = nil) -> [String]? {
    guard let index = Page.screens.firstIndex(of: screen.page) else { return [] }
    go(to: index)
    guard let id, let store = context?.store else { return nil }
    let known = store.plan.ids(on: screen)
    let words = id.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let (name, agency) = (words.first ?? "", words.count == 2 ? words[1] : nil)
    let named = words.count > 2 ? nil : store.page(named: name, of: agency, on: screen)
    guard let target = named ?? onlyTarget(of: id) else { return known }
    for page in [parent(of: target, on: screen), target].compactMap(\.self) {
      select(rowOf: page)
      push(page)
    }
    return nil
  }

  /// What stands between a screen and one agency's share of something.
  private func parent(of page: Page, on screen: Screen) -> Page? {
    switch (screen, page) {
    case (.indicators, .figure(_, let indicator)): .indicator(indicator)
    case (.tasks, .assignment(let task, _)): .task(task)
    case (.agencies, .figure(let agency, _)), (.agencies, .assignment(_, let agency)): .agency(agency)
    default: nil
    }
  }

  /// Where the one row leads that a filter leaves; `nil` where it leaves none or several.
  private func onlyTarget(of filter: String) -> Page? {
    var copy = self
    copy.page.filter = filter
    copy.refresh()
    return copy.document.rows.count == 1 ? copy.document.rows.first?.target() : nil
  }

  /// Puts the cursor on the row that leads to a page, where there is one.
  private mutating func select(rowOf target: Page) {
    if let number = document.rows.firstIndex(where: { $0.target() == target }) { select(number) }
  }
}

extension Plan {
  /// What `--of` may name.
  fileprivate func ids(on screen: Screen) -> [String] {
    switch screen {
    case .overview: pillars.map(\.id)
    case .indicators: pillars.map(\.id) + indicators.map(\.id)
    case .tasks: tasks.map(\.id)
    case .calendar: actions.map(\.id)
    case .agencies, .matrix: agencies.map(\.id)
    }
  }
}

extension Store {
  /// What is called so: an id as the tables have it before one that is only like it.
  fileprivate func page(named name: String, of agency: String?, on screen: Screen) -> Page? {
    guard let agency else { return plan.page(ofID: name, on: screen) ?? page(called: name, on: screen) }
    guard let agency = one(.agency, agency).map({ plan.agencies[$0].id }) else { return nil }
    if let indicator = one(.indicator, name) {
      return .figure(agency: agency, indicator: plan.indicators[indicator].id)
    }
    return one(.task, name).map { .assignment(task: plan.tasks[$0].id, agency: agency) }
  }

  private func page(called name: String, on screen: Screen) -> Page? {
    if screen == .overview || screen == .indicators, let index = one(.pillar, name) {
      return .pillar(plan.pillars[index].id)
    }
    if let index = one(.indicator, name) { return .indicator(plan.indicators[index].id) }
    if let index = one(.task, name) { return .task(plan.tasks[index].id) }
    if let index = one(.action, name) { return .action(plan.actions[index].id) }
    return one(.agency, name).map { .agency(plan.agencies[$0].id) }
  }

  private func one(_ kind: PlanNames.Kind, _ name: String) -> Int? { try? names.one(kind, name) }
}

extension Plan {
  fileprivate func page(ofID id: String, on screen: Screen) -> Page? {
    if pillarIndex(id) != nil, screen == .overview || screen == .indicators { return .pillar(id) }
    if indicatorIndex(id) != nil { return .indicator(id) }
    if taskIndex(id) != nil { return .task(id) }
    if actionIndex(id) != nil { return .action(id) }
    return agencyIndex(id).map { _ in .agency(id) }
  }
}
