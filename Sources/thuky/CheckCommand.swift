import ArgumentParser
import PlanCore
import TextCore

/// `thuky check`: the findings of a store, for its owner and for scripts.
struct CheckCommand: ParsableCommand, SpeaksALanguage {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Print what is wrong in the store; exit 1 if there is an error among it.")

  @OptionGroup var place: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    let choices = Choices(store: place.store, language: language.lang)
    let language = try choices.chosenLanguage()
    let location = try choices.location()
    let store = try LoadingLine.during(language) { progress throws(LocatedStoreError) in
      try choices.openStore(at: location, progress: progress)
    }
    var findings = store.findings
    findings.add(store.historyFindings())
    for finding in findings.kept { try Output.line(finding.text(in: language)) }
    let omitted = findings.omitted
    if omitted > 0 {
      try Output.line(language == .vietnamese ? "… và \(omitted) vấn đề nữa" : "… and \(omitted) more")
    }
    if findings.errorCount > 0 { throw ExitCode(Failure.findingsStatus) }
  }
}
