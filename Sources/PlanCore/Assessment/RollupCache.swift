internal import Synchronization

/// Roll-ups that have been worked out of some reports, by indicator and day.
final class RollupCache: Sendable {
  struct Key: Hashable {
    var indicator: Int
    var day: Day
  }

  struct Entry {
    var rollup: Rollup?
    var completeness: Completeness
  }

  private let entries: Mutex<[Key: Entry]>
  private let ends: Mutex<[Int: [Day]]>

  init() {
    entries = Mutex([:])
    ends = Mutex([:])
  }

  private init(_ entries: sending [Key: Entry], _ ends: sending [Int: [Day]]) {
    self.entries = Mutex(entries)
    self.ends = Mutex(ends)
  }

  subscript(key: Key) -> Entry? {
    get { entries.withLock { $0[key] } }
    set { entries.withLock { $0[key] = newValue } }
  }

  /// The days on which periods of an indicator's reports end, ascending.
  func ends(of indicator: Int, or make: () -> [Day]) -> [Day] {
    if let known = ends.withLock({ $0[indicator] }) { return known }
    let made = make()
    ends.withLock { $0[indicator] = made }
    return made
  }

  func removeAll() {
    entries.withLock { $0 = [:] }
    ends.withLock { $0 = [:] }
  }

  /// The same for reports in which some indicators' have changed.
  func without(_ changed: [Bool]) -> RollupCache {
    func stays(_ indicator: Int) -> Bool { changed.indices.contains(indicator) && !changed[indicator] }
    return RollupCache(
      entries.withLock { $0.filter { stays($0.key.indicator) } }, ends.withLock { $0.filter { stays($0.key) } })
  }
}
