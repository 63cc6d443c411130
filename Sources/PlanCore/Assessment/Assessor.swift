/// What every rule of the assessment works from.
struct Assessor: Sendable {
  let plan: Plan
  let reports: Reports
  let journal: Journal
  let asOf: Day
  let nation: Int?
  /// By indicator.
  let rules: [Indicator.Rule]
  /// Figures of periods that ended before are stale.
  let staleBefore: Day

  init(plan: Plan, reports: Reports, journal: Journal, asOf: Day) {
    self.plan = plan
    self.reports = reports
    self.journal = journal
    self.asOf = asOf
    nation = plan.nationalAgency
    rules = plan.indicators.map(\.rule)
    staleBefore = asOf.advanced(byMonths: -plan.settings.thresholds.staleMonths)
  }

  var start: Day { plan.settings.start }
  var end: Day { plan.settings.end }
  var thresholds: Thresholds { plan.settings.thresholds }
  /// What is measured stops at the plan's end; what is assigned goes on.
  var measuredTo: Day { min(asOf, end) }
}
