import PlanCore
import TerminalKit
import TextCore

/// The folded names of rows, made when a filter first looks at them and kept until the store changes.
final class SearchCache {
  private var keys: [RowID: SearchKey] = [:]
  private var known: AgencyIndex?
  private var work: WorkIndex?

  func matches(_ query: SearchQuery, _ row: RowID, _ texts: () -> SearchTexts) -> Bool {
    if let key = keys[row] { return query.matches(key) }
    let key = SearchKey(texts())
    keys[row] = key
    return query.matches(key)
  }

  /// The names of the plan's agencies, worked out now if nobody has. Asked for with every agency of a long list: only
  /// then the plan is looked at.
  func agencies(of plan: @autoclosure () -> Plan) -> AgencyIndex {
    if let known { return known }
    let made = AgencyIndex(plan())
    known = made
    return made
  }

  /// The names of everything else in the plan, worked out now if nobody has.
  func work(of plan: Plan) -> WorkIndex {
    if let work { return work }
    let made = WorkIndex(plan)
    work = made
    return made
  }

  /// Forgets what was found in one plan and is not so in another.
  func removeAll(from old: Plan?, for plan: Plan) {
    keys.removeAll()
    if old?.agencies != plan.agencies { known = nil }
    if old.map({ WorkIndex.isSame($0, plan) }) != true { work = nil }
  }

  /// Forgets the names of single rows, but not those of the plan's things.
  func removeRows() { keys.removeAll() }

  /// Takes what somebody else has worked out.
  func add(_ index: PlanIndex) {
    known = index.agencies ?? known
    work = index.work ?? work
  }
}
