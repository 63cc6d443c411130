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
    guard let id, let plan = context?.plan else { return nil }
    let known = plan.ids(on: screen)
    let words = id.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let (name, agency) = (words.first ?? "", words.count == 2 ? words[1] : nil)
    let named = words.count > 2 ? nil : plan.page(named: name, of: agency, on: screen)
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

  fileprivate func page(named name: String, of agency: String?, on screen: Screen) -> Page? {
    if let agency {
      guard agencyIndex(agency) != nil else { return nil }
      if indicatorIndex(name) != nil { return .figure(agency: agency, indicator: name) }
      return taskIndex(name).map { _ in .assignment(task: name, agency: agency) }
    }
    if pillarIndex(name) != nil, screen == .overview || screen == .indicators { return .pillar(name) }
    if indicatorIndex(name) != nil { return .indicator(name) }
    if taskIndex(name) != nil { return .task(name) }
    if actionIndex(name) != nil { return .action(name) }
    return agencyIndex(name).map { _ in .agency(name) }
  }
}
