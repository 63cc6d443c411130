public import TextCore

/// What `plan.conf` says: the decision, its dates and the thresholds.
public struct PlanSettings: Hashable, Sendable {
  public var id: String
  /// The plan's first and last day; `end` is not before `start`.
  public var start: Day
  public var end: Day
  public var title: Localized
  /// For the title bar; the title where the file has none.
  public var shortTitle: Localized
  public var decision = ""
  public var issued: Day?
  public var theme = Localized(both: "")
  /// A line about the data, at the foot of the overview and in the help.
  public var note = Localized(both: "")
  /// Made up for a demonstration; every screen and paper says so.
  public var isSimulated = false
  public var thresholds = Thresholds()

  /// Settings with every optional key left out; `end` must not be before `start`.
  public init(id: String, start: Day, end: Day, title: Localized) {
    self.id = id
    self.start = start
    self.end = end
    self.title = title
    self.shortTitle = title
  }
}

/// The numbers that statuses are told apart by.
public struct Thresholds: Hashable, Sendable {
  /// Pace from which an indicator is on track.
  public var onTrack = 0.9
  /// Pace from which an indicator is at risk rather than off track.
  public var atRisk = 0.6
  /// Calendar months after which a figure is stale.
  public var staleMonths = 3
  /// Days ahead that count as due soon.
  public var dueSoonDays = 30
  /// Share of the agencies in scope, 0…1, from which a roll-up may speak for all.
  public var rollupCompleteness = 0.8
  /// Days after a period's end within which its report is on time.
  public var reportDueDays = 15

  /// The defaults.
  public init() {}
}
