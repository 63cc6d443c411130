import Glibc
import PlanCore
import TerminalKit
import TextCore

/// What was chosen on the command line; where nothing was, the environment speaks, then the defaults.
struct Choices {
  var store: String?
  var asOf: DateChoice?
  var language: Language?
  var theme: String?
  var glyphs: GlyphSet?
  /// Whose configuration and state are used.
  var folders = UserFolders.own
  /// Whether the year that is made up is meant, whatever else names a store.
  var isDemo = false

  /// The store that is meant.
  func location() -> StoreLocation {
    if isDemo { return .simulated(BundledPlan.simulatedYear) }
    guard let folder = store ?? Environment.value("THUKY_STORE") else { return BundledPlan.location }
    return .folder(folder)
  }

  /// - Throws: `UsageError` where the environment names what is not known.
  func chosenLanguage() throws(UsageError) -> Language {
    if let language { return language }
    return try Environment.choice("THUKY_LANG") ?? .vietnamese
  }

  /// `nil` leaves it to the terminal.
  func chosenGlyphs() throws(UsageError) -> GlyphSet? {
    if let glyphs { return glyphs }
    return try Environment.choice("THUKY_GLYPHS")
  }

  func themeName() -> String { theme ?? Environment.value("THUKY_THEME") ?? ThemeLibrary.defaultName }
}

enum Environment {
  /// A variable's value; an empty one is as good as none.
  static func value(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  static func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String
  ) throws(UsageError) -> Choice? {
    guard let text = value(name) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    throw .environment(name: name, value: text, choices: Choice.allCases.map(\.rawValue))
  }
}
