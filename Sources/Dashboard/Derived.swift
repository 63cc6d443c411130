import PlanCore
import TerminalKit
import TextCore

/// What several pages need of one assessment and what is too much to work out for every frame: made when it is first
/// asked for.
final class Derived {
  private let assessment: Assessment
  private let plan: Plan
  private var statusRows: [Int: [Status?]] = [:]

  init(_ assessment: Assessment, _ plan: Plan) {
    self.assessment = assessment
    self.plan = plan
  }

  /// What every agency owes and has given, in the order of the plan.
  private(set) lazy var standings = AgencyStanding.all(assessment, plan)

  /// How one agency stands on every indicator; `nil` where it is outside the scope and has not reported.
  func statuses(of agency: Int) -> [Status?] {
    if let row = statusRows[agency] { return row }
    let row = plan.indicators.indices.map { assessment.cell(agency: agency, indicator: $0)?.status }
    statusRows[agency] = row
    return row
  }

  func status(of agency: Int, on indicator: Int) -> Status? {
    let row = statuses(of: agency)
    return row.indices.contains(indicator) ? row[indicator] : nil
  }
}
