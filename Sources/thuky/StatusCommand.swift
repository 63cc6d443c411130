import ArgumentParser
import Dashboard
import PlanCore
import TerminalKit
import TextCore

/// `thuky status`: the overview as text, or as JSON for scripts.
struct StatusCommand: ParsableCommand, SpeaksALanguage {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Print where the plan stands, as text or as one line of JSON.")

  @OptionGroup var place: StoreOptions
  @OptionGroup var date: DateOptions
  @OptionGroup var language: LanguageOptions
  @Flag(help: "One line of JSON; numbers unrounded.") var json = false

  func run() throws {
    try Self.printStatus(Choices(store: place.store, asOf: date.asOf, language: language.lang), asJSON: json)
  }

  static func printStatus(_ choices: Choices, asJSON isJSON: Bool) throws {
    let language = try choices.chosenLanguage()
    let glyphs = try choices.chosenGlyphs() ?? .blocks
    let location = try choices.location()
    let store = try LoadingLine.during(language) { progress throws(LocatedStoreError) in
      try choices.openStore(at: location, progress: progress)
    }
    let assessment = Assessment(
      of: store.plan, reports: store.reports, journal: store.journal, asOf: choices.asOfDay(in: store.plan))
    if isJSON {
      try Output.line(StatusJSON.text(of: assessment, plan: store.plan, findings: store.findings))
      return
    }
    let name = store.location.name[language]
    for line in PlainPage.overview(of: store, assessment, storeName: name, language, glyphs) {
      try Output.line(line)
    }
  }
}
