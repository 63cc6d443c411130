public import TextCore

/// *Hoạt động*: an entry of the month-by-month calendar.
public struct Action: Hashable, Sendable {
  public var id: String
  /// The last day of its month.
  public var monthEnd: Day
  /// The day it is due or held; where the file has none, the month's last.
  public var due: Day
  /// Whether the file names that day.
  public var hasDay: Bool
  public var lead: AgencyReference?
  public var coordinating: [AgencyReference]
  public var title: Localized
  public var deliverable: Localized
  /// Index into the plan's indicators.
  public var indicator: Int?
  public var status: WorkStatus?
  public var source: Int?
  public var confidence: Confidence?
}
