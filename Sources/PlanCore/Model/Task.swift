public import TextCore

/// *Nhiệm vụ*: who must do what by when. Led by a group it is one *assignment* per member.
public struct Task: Hashable, Sendable {
  public var id: String
  /// Index into the plan's pillars.
  public var pillar: Int?
  public var lead: AgencyReference
  public var office: String
  public var coordinating: [AgencyReference]
  public var title: Localized
  public var start: Day?
  public var due: Day?
  /// What the table itself says; updates speak over it.
  public var status: WorkStatus?
  public var source: Int?
  public var confidence: Confidence?
  /// Indices of the agencies that it is assigned to, ascending.
  public var assignees: [Int]
}

/// *Trạng thái thực hiện*: how far work is, as somebody said.
public enum WorkStatus: String, Sendable, CaseIterable {
  case notStarted = "not-started"
  case inProgress = "in-progress"
  case done
  case blocked
  case cancelled
}
