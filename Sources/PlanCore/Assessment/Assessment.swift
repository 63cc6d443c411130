/// Where everything stands on a day: a pure function of plan, reports, journal and date.
///
/// A report counts if its period ends on or before the day, whenever it came in.
public struct Assessment: Sendable {
  /// The date that is asked about.
  public var asOf: Day { assessor.asOf }
  /// The same, but not after the plan's end: what is measured stops there.
  public var measuredTo: Day { assessor.measuredTo }
  /// The part of the plan's days that is over, 0…1.
  public let elapsed: Double
  /// All in the order of the plan's own lists.
  public let indicators: [IndicatorAssessment]
  public let pillars: [PillarAssessment]
  public let tasks: [TaskAssessment]
  public let actions: [ActionAssessment]
  public let taskTally: Tally
  public let actionTally: Tally
  /// *Cần đôn đốc*, the most pressing first.
  public let pressed: [PressedAgency]

  let assessor: Assessor
  private let shares: [Completeness]

  /// Works everything out for a day; `reports` and `journal` must belong to `plan`.
  public init(of plan: Plan, reports: Reports, journal: Journal, asOf: Day) {
    let assessor = Assessor(plan: plan, reports: reports, journal: journal, asOf: asOf)
    self.assessor = assessor
    elapsed = assessor.elapsed(on: assessor.measuredTo)
    let indicators = plan.indicators.indices.map(assessor.indicator)
    self.indicators = indicators
    pillars = plan.pillars.indices.map { assessor.pillar($0, indicators) }
    tasks = plan.tasks.indices.map(assessor.task)
    actions = plan.actions.indices.map(assessor.action)
    taskTally = tasks.reduce(into: Tally()) { $0.add($1.tally) }
    actionTally = actions.reduce(into: Tally()) { $0.add($1.state, isDueSoon: $1.isDueSoon) }
    shares = assessor.reportingShares()
    pressed = assessor.pressed(tasks, actions, shares)
  }

  /// One agency's own figure; `nil` where the agency is outside the scope and has not reported.
  public func cell(agency: Int, indicator: Int) -> CellAssessment? { assessor.cell(agency, indicator) }

  /// How every agency stands on every indicator; work for several threads in a large plan.
  public func statusMatrix() -> StatusMatrix { assessor.statusMatrix() }

  /// The roll-up over those members that are in the indicator's scope.
  public func subtotal(indicator: Int, of members: [Int]) -> SubtotalAssessment {
    assessor.subtotal(indicator, of: members)
  }

  /// How many of its indicators an agency has reported on for the plan's time.
  public func reportingShare(of agency: Int) -> (reported: Int, indicators: Int) {
    (shares[agency].reported, shares[agency].inScope)
  }

  /// By agency, the latest period that it has reported for, up to the day.
  public func lastReports() -> [Day?] {
    let reports = assessor.reports
    let last = PackedReport.endOrder(of: measuredTo)
    var orders = [UInt32?](repeating: nil, count: assessor.plan.agencies.count)
    for index in assessor.plan.indicators.indices {
      for agency in orders.indices {
        guard let row = reports.range(indicator: index, agency: agency, upTo: last).last else { continue }
        orders[agency] = max(orders[agency] ?? 0, reports.rows[row].endOrder)
      }
    }
    return orders.map { $0.map(Day.init(order:)) }
  }
}
