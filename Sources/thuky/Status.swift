import ArgumentParser
import PlanCore

/// `thuky status`: the overview as text, or as JSON for scripts.
struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print where the plan stands, as text or as one line of JSON.")

  @OptionGroup var place: StoreOptions
  @OptionGroup var date: DateOptions
  @OptionGroup var language: LanguageOptions
  @Flag(help: "One line of JSON; numbers unrounded.") var json = false

  func run() throws {
    let choices = Choices(store: place.store, asOf: date.asOf, language: language.lang)
    let language = try choices.commandLanguage()
    let store = try choices.openStore()
    let assessment = Assessment(
      of: store.plan, reports: store.reports, journal: store.journal, asOf: choices.asOfDay(in: store.plan))
    if json {
      try Output.line(StatusJSON.text(of: assessment, plan: store.plan, findings: store.findings))
    } else {
      for line in StatusText.lines(of: assessment, store: store, language) { try Output.line(line) }
    }
  }
}
