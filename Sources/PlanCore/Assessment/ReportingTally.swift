/// What became of a number of reports that were to come.
public struct ReportingTally: Hashable, Sendable {
  /// Came within `report_due_days` days after the period's end.
  public var onTime = 0
  /// Came after that.
  public var late = 0
  /// Came, but nobody has written down when (`received`).
  public var dayUnknown = 0
  /// Did not come, and is overdue.
  public var missing = 0
  /// Has not come, and need not have yet.
  public var awaited = 0

  /// None.
  public init() {}

  public var expected: Int { received + missing + awaited }
  public var received: Int { onTime + late + dayUnknown }

  /// How it stands as a whole, by the worst of it.
  public enum State: String, Sendable, CaseIterable {
    /// All came in time.
    case onTime
    /// All came, and of some nobody knows when.
    case dayUnknown
    /// Nothing is wrong yet, and some are still to come.
    case awaited
    /// All came, some of them late.
    case late
    /// Some are missing.
    case partly
    /// Nothing came.
    case silent
  }

  /// `nil` where nothing was to come.
  public var state: State? {
    if expected == 0 { return nil }
    if missing > 0 { return received == 0 ? .silent : .partly }
    if late > 0 { return .late }
    if awaited > 0 { return .awaited }
    return dayUnknown > 0 ? .dayUnknown : .onTime
  }

  /// How many there are of what the state is about.
  public var count: Int {
    switch state {
    case .onTime: onTime
    case .dayUnknown: dayUnknown
    case .awaited: awaited
    case .late: late
    case .partly, .silent: missing
    case nil: 0
    }
  }

  public static func += (a: inout ReportingTally, b: ReportingTally) {
    a.onTime += b.onTime
    a.late += b.late
    a.dayUnknown += b.dayUnknown
    a.missing += b.missing
    a.awaited += b.awaited
  }
}
