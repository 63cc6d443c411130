import PlanCore
import TerminalKit
import TextCore

/// A status that a list can be filtered and grouped by.
enum StatusOption: Hashable, Comparable {
  case figure(Status)
  case work(WorkState)
  case severity(Finding.Severity)
  case change(Change.Direction)
  case reporting(ReportingTally.State)

  /// Where it stands among its like: the good ones first, as in the tallies.
  var order: Int {
    switch self {
    case .figure(let status): Status.allCases.firstIndex(of: status) ?? 0
    case .work(let state): WorkState.allCases.firstIndex(of: state) ?? 0
    case .severity(let severity): severity == .error ? 0 : 1
    case .change(let direction): Change.Direction.allCases.firstIndex(of: direction) ?? 0
    case .reporting(let state): ReportingTally.State.allCases.firstIndex(of: state) ?? 0
    }
  }

  var workState: WorkState? {
    if case .work(let state) = self { return state }
    return nil
  }

  private var kind: Int {
    switch self {
    case .figure: 0
    case .work: 1
    case .severity: 2
    case .change: 3
    case .reporting: 4
    }
  }

  static func < (a: StatusOption, b: StatusOption) -> Bool { (a.kind, a.order) < (b.kind, b.order) }
}
