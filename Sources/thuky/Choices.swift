import Glibc
import PlanCore
import TerminalKit
import TextCore

/// What was chosen on the command line; where nothing was, the environment speaks, then what the reader chose in the
/// dashboard the last time, then the configuration files, then the program.
struct Choices {
  var store: String?
  var asOf: DateChoice?
  var language: Language?
  var theme: String?
  var glyphs: GlyphSet?
  /// Milliseconds that a slide stays in view; `nil` outside a meeting.
  var cycle: Int?
  /// Whether lines are printed instead of a screen being drawn.
  var isLinear = false
  /// Where the dashboard writes what is taken away.
  var exportFolder: String?
  /// Whether nothing may be written into the store.
  var isReadOnly = false
  /// Whether the year that is made up is meant, whatever else names a store.
  var isDemo = false
  var defaults = Defaults.ofProcess

  /// The store that is meant.
  ///
  /// - Throws: `UsageError` where the configuration names no whole path, and for another store in a kiosk.
  func location() throws(UsageError) -> StoreLocation {
    if isDemo { return .simulated(BundledPlan.simulatedYear) }
    if let store {
      if defaults.isKiosk { try checkKiosk(store) }
      return .folder(store)
    }
    guard let setting = defaults.setting("THUKY_STORE", .store) else { return BundledPlan.location }
    // A shell knows where it is; a file does not.
    if case .file(let place) = setting.origin, !setting.text.hasPrefix("/") {
      throw .configuration(place.saying(.notAbsolute))
    }
    return .folder(setting.text)
  }

  /// A kiosk has one store, and the folder that it is started in has no say in which.
  private func checkKiosk(_ store: String) throws(UsageError) {
    guard store.hasPrefix("/") else { throw .kioskStoreIsNotWhole(store) }
    guard let final = defaults.final(.store), final.text != store else { return }
    throw final.fault(.otherStore(store)) { _ in .kioskStoreIsNotWhole(store) }
  }

  /// Whether anything may be written at all: by an export, into the store, for the next run.
  var mayWrite: Bool { !defaults.isKiosk }

  /// Whether the store may be written, and if not, why.
  func access(to store: StoreLocation) -> WriteAccess {
    Writer.access(to: store, isReadOnly: isReadOnly || !mayWrite)
  }

  /// What writes what is taken away; nobody has one in a kiosk.
  func exporter(for store: StoreLocation) -> ExportFolder? {
    mayWrite ? ExportFolder(path: exportLocation(), store: store) : nil
  }

  /// Where the dashboard writes what is taken away: else the folder that the program was started in. What the
  /// configuration says wrongly of it is a finding and counts for nothing.
  private func exportLocation() -> String {
    if let exportFolder { return exportFolder }
    guard let setting = defaults.configuration[.exportDir], setting.text.hasPrefix("/") else { return "." }
    return setting.text
  }

  /// Whether the dashboard begins with the mouse on.
  var hasMouse: Bool { defaults.configuration[.mouse]?.text == "on" }

  /// - Parameter remembered: what the reader chose the last time, where that counts.
  /// - Throws: `UsageError` where the environment or a file names what is not known.
  func chosenLanguage(remembered: Language? = nil) throws(UsageError) -> Language {
    if let setting = defaults.final(.lang) { return try setting.choice() }
    if let language { return language }
    if let setting = defaults.environment("THUKY_LANG") { return try setting.choice() }
    if let remembered { return remembered }
    return try defaults.configuration[.lang]?.choice() ?? .vietnamese
  }

  /// `nil` leaves it to the terminal.
  func chosenGlyphs() throws(UsageError) -> GlyphSet? {
    if let setting = defaults.final(.glyphs) { return try setting.choice() }
    if let glyphs { return glyphs }
    return try defaults.setting("THUKY_GLYPHS", .glyphs)?.choice()
  }

  /// - Parameter remembered: what the reader chose the last time; one that is gone counts for nothing.
  /// - Throws: `UsageError` where there is no theme of the name that was given.
  func chosenTheme(remembered: String? = nil) throws(UsageError) -> Theme {
    let themes = defaults.themes
    if let theme, defaults.final(.theme) == nil { return try find(theme) { unknown in unknown } }
    if let setting = defaults.environment("THUKY_THEME") { return try find(setting.text) { $0 } }
    if let remembered, let theme = themes.theme(named: remembered) { return theme }
    guard let setting = defaults.configuration[.theme] else { return try find(ThemeLibrary.defaultName) { $0 } }
    return try find(setting.text) { unknown in setting.fault(unknown.message) { _ in unknown } }
  }

  private func find(_ name: String, otherwise error: (UsageError) -> UsageError) throws(UsageError) -> Theme {
    if let theme = defaults.themes.theme(named: name) { return theme }
    throw error(.unknownTheme(name, known: defaults.themes.names))
  }
}

enum Environment {
  /// A variable's value; an empty one is as good as none.
  static func value(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }
}
