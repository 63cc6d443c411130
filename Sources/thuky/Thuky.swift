import ArgumentParser

/// The program: without a command it opens the dashboard.
@main struct Thuky: ParsableCommand, SpeaksALanguage {
  static let configuration = CommandConfiguration(
    commandName: "thuky",
    abstract: "Where the yearly plan of the committee stands, by keyboard.",
    discussion: """
      Without --store and THUKY_STORE it opens the bundled plan of 2023, which cannot be changed; \
      «thuky init DIR» writes that plan out as files to edit; «thuky demo» shows it with a year that is made up.
      """,
    version: "thuky \(Version.current)",
    subcommands: [
      CheckCommand.self, StatusCommand.self, ShowCommand.self, RecordCommand.self, ImportCommand.self, InitCommand.self,
      DemoCommand.self, ReportCommand.self, VerifyCommand.self,
    ])

  @OptionGroup var place: StoreOptions
  @OptionGroup var date: DateOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var look: LookOptions
  @OptionGroup var desk: DeskOptions
  @OptionGroup var writing: WritingOptions

  static func main() {
    if let plain = PlainArguments(PlainArguments.words) {
      Failure.exitOnError(in: plain.choices.language) { try plain.run() }
    }
    do {
      if Kiosk.isAsked { try Kiosk.begin() }
      var command = try parseAsRoot()
      if Kiosk.isAsked { try Kiosk.check(command) }
      let language = (command as? any SpeaksALanguage)?.language.lang
      Failure.exitOnError(in: language) { try command.run() }
    } catch {
      Failure.end(with: error)
    }
  }

  func run() throws {
    try Self.openDashboard(
      Choices(
        store: place.store, asOf: date.asOf, language: language.lang, theme: look.theme, glyphs: look.glyphs,
        isLinear: desk.linear, exportFolder: desk.exportFolder,
        isReadOnly: writing.isReadOnly))
  }

  static func openDashboard(_ choices: Choices) throws {
    if choices.isLinear {
      var run = try LinearRun(choices)
      return try run.run()
    }
    if choices.defaults.isKiosk { try Kiosk.checkTerminal() }
    var dashboard = try DashboardRun(choices)
    try dashboard.run()
  }
}

enum Version {
  static let current = "0.1.0"
}
