import PlanCore
import TerminalKit
import Testing
import TextCore

/// What a paper about a store is made from, with a version and a measure that do not change.
func paperSource(
  _ store: Store, _ language: Language = .vietnamese, asOf: String = "2023-09-30"
) throws -> PaperSource {
  let assessment = Assessment(
    of: store.plan, reports: store.reports, journal: store.journal, asOf: try #require(Day(iso: asOf)))
  return PaperSource(
    store, assessment, language, version: "0.0.0", fingerprint: try #require(store.fingerprint()),
    measure: TerminalText.width)
}
