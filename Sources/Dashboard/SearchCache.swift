import PlanCore
import TerminalKit
import TextCore

/// The folded names of rows, made when a filter first looks at them and kept until the store changes.
final class SearchCache {
  private var keys: [RowID: SearchKey] = [:]
  private(set) var known: AgencyIndex?

  func matches(_ query: SearchQuery, _ row: RowID, _ texts: () -> SearchTexts) -> Bool {
    if let key = keys[row] { return query.matches(key) }
    let key = SearchKey(texts())
    keys[row] = key
    return query.matches(key)
  }

  /// The names of the plan's agencies, worked out now if nobody has.
  func agencies(of plan: Plan) -> AgencyIndex {
    if let known { return known }
    let made = AgencyIndex(plan)
    known = made
    return made
  }

  /// - Parameter index: the names of the agencies, where they are known.
  func removeAll(but index: AgencyIndex? = nil) {
    keys.removeAll()
    known = index
  }

  /// Takes what somebody else has worked out.
  func add(_ index: AgencyIndex) { known = index }
}
