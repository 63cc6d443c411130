internal import Synchronization

/// Roll-ups that have been worked out of some reports, by indicator and day.
final class RollupCache: Sendable {
  struct Entry {
    var rollup: Rollup?
    var completeness: Completeness
  }

  private struct Known {
    /// Ascending.
    var days: [Day] = []
    var entries: [Entry] = []
    /// The days on which periods end; `nil` until somebody asked.
    var ends: [Day]?

    /// Where a day is, or would be.
    func place(of day: Day) -> Int {
      var (low, high) = (0, days.count)
      while low < high {
        let middle = (low + high) / 2
        if days[middle] < day { low = middle + 1 } else { high = middle }
      }
      return low
    }

    func entry(on day: Day) -> Entry? {
      let place = place(of: day)
      return place < days.count && days[place] == day ? entries[place] : nil
    }
  }

  /// By indicator.
  private let known: Mutex<[Known]>

  init() { known = Mutex([]) }

  private init(_ known: sending [Known]) { self.known = Mutex(known) }

  func entry(_ indicator: Int, on day: Day) -> Entry? {
    known.withLock { $0.indices.contains(indicator) ? $0[indicator].entry(on: day) : nil }
  }

  func keep(_ entry: Entry, _ indicator: Int, on day: Day) {
    known.withLock { known in
      Self.makeRoom(for: indicator, &known)
      let place = known[indicator].place(of: day)
      guard place == known[indicator].days.count || known[indicator].days[place] != day else { return }
      known[indicator].days.insert(day, at: place)
      known[indicator].entries.insert(entry, at: place)
    }
  }

  /// The days on which periods of an indicator's reports end, ascending.
  func ends(of indicator: Int, or make: () -> [Day]) -> [Day] {
    if let ends = known.withLock({ $0.indices.contains(indicator) ? $0[indicator].ends : nil }) { return ends }
    let made = make()
    known.withLock { known in
      Self.makeRoom(for: indicator, &known)
      known[indicator].ends = made
    }
    return made
  }

  private static func makeRoom(for indicator: Int, _ known: inout [Known]) {
    while known.count <= indicator { known.append(Known()) }
  }

  /// The same for reports in which some indicators' have changed.
  func without(_ changed: [Bool]) -> RollupCache {
    RollupCache(
      known.withLock { known in
        known.indices.map { changed.indices.contains($0) && !changed[$0] ? known[$0] : Known() }
      })
  }
}
