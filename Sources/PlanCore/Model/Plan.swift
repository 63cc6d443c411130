/// Everything that a store defines: what is to be reached, by whom, until when. Measurements are `Reports`, what was
/// said about the work a `Journal`.
public struct Plan: Sendable {
  public var settings: PlanSettings
  public var regions: [Region] = []
  /// In protocol order.
  public var agencies: [Agency] = []
  public var sources: [Source] = []
  public var members: [Member] = []
  public var pillars: [Pillar] = []
  public var indicators: [Indicator] = []
  public var tasks: [Task] = []
  public var actions: [Action] = []

  /// A plan with nothing in it yet.
  public init(settings: PlanSettings) { self.settings = settings }

  /// Index of the agency that national figures are reported under.
  public var nationalAgency: Int? { agencies.firstIndex { $0.kind == .national } }

  /// Indices of the agencies in a group or of the one agency, in protocol order.
  public func members(of reference: AgencyReference) -> [Int] {
    switch reference {
    case .agency(let index): return [index]
    case .group(let group):
      var members: [Int] = []
      // To grow would touch as much memory again.
      members.reserveCapacity(agencies.count)
      for index in agencies.indices where group.contains(agencies[index].kind) { members.append(index) }
      return members
    }
  }
}
