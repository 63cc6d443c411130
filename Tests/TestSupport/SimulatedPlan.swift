public import PlanCore

/// The year that `thuky demo` shows, made once for all tests of a run.
public enum SimulatedPlan {
  public static let year = SimulatedYear(of: BundledPlan.files)

  private static let opened = Result { try Store.open(at: .simulated(year)) }

  public static func open() throws -> Store { try opened.get() }

  /// What `thuky status --json` would say of it on a day.
  public static func statusJSON(asOf day: String) throws -> String {
    let store = try open()
    let assessment = Assessment(
      of: store.plan, reports: store.reports, journal: store.journal, asOf: Day(iso: day) ?? .first)
    return StatusJSON.text(of: assessment, plan: store.plan, findings: store.findings)
  }
}
