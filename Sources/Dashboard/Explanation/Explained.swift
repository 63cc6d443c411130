import PlanCore
import TerminalKit
import TextCore

/// A number that somebody wants explained. Things are named by their ids, so that a page outlives a reload.
public enum Explained: Hashable, Sendable {
  /// The gauge of a pillar.
  case pillar(String)
  /// The headline of an indicator.
  case indicator(String)
  /// One agency's one figure.
  case figure(agency: String, indicator: String)
  /// How many of a task's assignments stand how.
  case task(String)
  case assignment(task: String, agency: String)
  case action(String)
  /// What an agency has reported and owes.
  case agency(String)
}

extension Page {
  /// The number that the page is about, or that of a row that leads to it.
  var explained: Explained? {
    switch self {
    case .pillar(let id): .pillar(id)
    case .indicator(let id): .indicator(id)
    case .figure(let agency, let indicator), .report(let agency, let indicator, _, _):
      .figure(agency: agency, indicator: indicator)
    case .task(let id): .task(id)
    case .assignment(let task, let agency): .assignment(task: task, agency: agency)
    case .action(let id): .action(id)
    case .agency(let id): .agency(id)
    default: nil
    }
  }
}

extension State {
  /// The number under the cursor; where the cursor is out of view, that of the page.
  var explained: Explained? {
    if case .explanation = page.page { return nil }
    if let row, row.line < page.top + view.scrolledHeight, let number = row.target()?.explained, !isOfNation(number) {
      return number
    }
    return page.page.explained
  }

  /// Whether it is the first row of an indicator, which is part of what the page itself is about.
  private func isOfNation(_ number: Explained) -> Bool {
    guard case .indicator = page.page, case .figure(let id, _) = number, let plan = context?.plan else { return false }
    return plan.agencyIndex(id).map { plan.agencies[$0].kind == .national } ?? false
  }
}

extension Explained {
  /// What is explained, for the way here.
  func crumb(_ context: Context) -> String {
    let what =
      switch self {
      case .pillar(let id): context.plan.pillar(id).map { context[$0.name] } ?? id
      case .indicator(let id), .task(let id), .action(let id): id
      case .figure(let agency, let indicator): "\(context.agencyName(agency)) \(indicator)"
      case .assignment(let task, let agency): "\(context.agencyName(agency)) \(task)"
      case .agency(let id): context.agencyName(id)
      }
    return context.word("vì sao: ", "why: ") + what
  }
}
