/// What every rule of the assessment works from.
final class Assessor: Sendable {
  let plan: Plan
  let reports: Reports
  let journal: Journal
  let asOf: Day
  let nation: Int?
  /// By indicator.
  let rules: [Indicator.Rule]
  /// Figures of periods that ended before are stale.
  let staleBefore: Day

  convenience init(plan: Plan, reports: Reports, journal: Journal, asOf: Day) {
    self.init(plan, reports, journal, asOf, nation: plan.nationalAgency, rules: plan.indicators.map(\.rule))
  }

  private init(
    _ plan: Plan, _ reports: Reports, _ journal: Journal, _ asOf: Day, nation: Int?, rules: [Indicator.Rule]
  ) {
    self.plan = plan
    self.reports = reports
    self.journal = journal
    self.asOf = asOf
    self.nation = nation
    self.rules = rules
    staleBefore = asOf.advanced(byMonths: -plan.settings.thresholds.staleMonths)
  }

  /// The same facts on another day.
  func on(_ day: Day) -> Assessor { Assessor(plan, reports, journal, day, nation: nation, rules: rules) }

  var start: Day { plan.settings.start }
  var end: Day { plan.settings.end }
  var thresholds: Thresholds { plan.settings.thresholds }
  /// What is measured stops at the plan's end; what is assigned goes on.
  var measuredTo: Day { min(asOf, end) }
}
