import PlanCore
import TerminalKit
import TextCore

/// The folded names of rows, made when a filter first looks at them and kept until the store changes.
final class SearchCache {
  private var keys: [RowID: SearchKey] = [:]

  func matches(_ query: SearchQuery, _ row: RowID, _ texts: () -> SearchTexts) -> Bool {
    if let key = keys[row] { return query.matches(key) }
    let texts = texts()
    let key = SearchKey(texts.names, shortNames: texts.shortNames)
    keys[row] = key
    return query.matches(key)
  }

  func removeAll() { keys.removeAll() }
}
