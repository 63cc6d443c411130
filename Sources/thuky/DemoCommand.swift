import ArgumentParser

/// `thuky demo`: the dashboard on the bundled plan with a year that is made up. It needs no folder and writes nothing.
struct DemoCommand: ParsableCommand, SpeaksALanguage {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Open the dashboard on a made-up year; it needs no folder and writes nothing.")

  @OptionGroup(visibility: .hidden) var place: StoreOptions
  @OptionGroup var date: DateOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var look: LookOptions
  @OptionGroup var desk: DeskOptions
  @OptionGroup(visibility: .hidden) var writing: WritingOptions

  func run() throws {
    guard place.store == nil else { throw UsageError.demoWithStore }
    try Thuky.openDashboard(
      Choices(
        asOf: date.asOf, language: language.lang, theme: look.theme, glyphs: look.glyphs, isLinear: desk.linear,
        exportFolder: desk.exportFolder, isDemo: true))
  }
}
