public import TextCore

/// The overview for scripts: one line of JSON, keys always in the same order, numbers unrounded.
public enum StatusJSON {
  /// One line without its newline; the same store and day give the same bytes.
  public static func text(of assessment: Assessment, plan: Plan, findings: Findings) -> String {
    object([
      ("plan", string(plan.settings.id)),
      ("asOf", string(assessment.asOf.iso)),
      ("elapsed", number(assessment.elapsed)),
      ("pillars", array(zip(plan.pillars, assessment.pillars).map { pillar($0, $1) })),
      ("indicators", array(zip(plan.indicators, assessment.indicators).map { indicator($0, $1) })),
      ("tasks", tally(assessment.taskTally)),
      ("actions", tally(assessment.actionTally)),
      ("findings", object([("errors", "\(findings.errorCount)"), ("warnings", "\(findings.warningCount)")])),
    ])
  }

  private static func pillar(_ pillar: Pillar, _ assessed: PillarAssessment) -> String {
    object(
      [("id", string(pillar.id)), ("attainment", number(assessed.attainment))]
        + Status.allCases.map { ($0.rawValue, "\(assessed.count(of: $0))") })
  }

  private static func indicator(_ indicator: Indicator, _ assessed: IndicatorAssessment) -> String {
    let headline = assessed.headline
    return object([
      ("id", string(indicator.id)),
      ("value", number(headline?.figure.value)),
      ("basis", headline.map { string($0.basis.rawValue) } ?? "null"),
      ("period", headline.map { string($0.figure.period.iso) } ?? "null"),
      ("baseline", number(assessed.baseline.value)),
      ("expected", number(assessed.expected)),
      ("pace", number(assessed.pace)),
      ("attainment", number(assessed.attainment)),
      ("status", string(assessed.status.rawValue)),
      ("reported", "\(assessed.reported)"),
      ("inScope", "\(assessed.inScope)"),
      ("partial", "\(headline?.isPartial ?? false)"),
      ("stale", "\(headline?.isStale ?? false)"),
      ("forecast", number(assessed.forecast)),
    ])
  }

  private static func tally(_ tally: Tally) -> String {
    object([
      ("doneOnTime", "\(tally.doneOnTime)"), ("doneLate", "\(tally.doneLate)"), ("openInTime", "\(tally.openInTime)"),
      ("openOverdue", "\(tally.openOverdue)"), ("unreported", "\(tally.unreported)"),
      ("cancelled", "\(tally.cancelled)"), ("pending", "\(tally.pending)"), ("dueSoon", "\(tally.dueSoon)"),
    ])
  }

  // MARK: JSON

  private static func object(_ members: [(String, String)]) -> String {
    "{" + members.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
  }

  private static func array(_ elements: [String]) -> String { "[" + elements.joined(separator: ",") + "]" }

  private static func number(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "null" }
    return NumberText.plain(value, .english)
  }

  private static func string(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\u{00}"..."\u{1F}", "\u{7F}":
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
