public import ArgumentParser
public import Dashboard
public import PlanCore
public import TerminalKit
public import TextCore

struct StoreOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder to read (else THUKY_STORE, else thuky.conf, else the bundled plan).", valueName: "dir"))
  var store: String?
}

struct DateOptions: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "Show everything as it stood on a day: 2023-06-30, 30/06/2023, today or end (the plan's last).",
      valueName: "date"))
  var asOf: DateChoice?
}

struct LanguageOptions: ParsableArguments {
  @Option(help: ArgumentHelp("vi or en (else THUKY_LANG, else thuky.conf, else vi).", valueName: "vi|en"))
  var lang: Language?
}

/// A command whose errors too are in the language that its option names.
protocol SpeaksALanguage {
  var language: LanguageOptions { get }
}

struct LookOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The theme (else THUKY_THEME, else the one that was kept last, else thuky.conf, else sen).", valueName: "name"))
  var theme: String?

  @Option(
    help: ArgumentHelp(
      "Which shapes the font has (else THUKY_GLYPHS, else thuky.conf, else by the terminal).",
      valueName: "blocks|box|ascii"))
  var glyphs: GlyphSet?
}

struct DeskOptions: ParsableArguments {
  @Option(
    name: .customLong("export-dir"),
    help: ArgumentHelp(
      "Where e writes files (else export-dir of thuky.conf, else the folder you are in).", valueName: "dir"))
  var exportFolder: String?

  @Flag(help: "No screen: headed lines and a prompt, for screen readers. Without a terminal it prints the overview.")
  var linear = false

  @Flag(
    help: """
      For a forced command of sshd: nothing but the dashboard of one store, and nothing written; the environment and \
      the user's own files do not count.
      """)
  var kiosk = false
}

struct WritingOptions: ParsableArguments {
  @Flag(name: .customLong("read-only"), help: "Write nothing into the store.") var isReadOnly = false
}

extension Language: ExpressibleByArgument {}
extension GlyphSet: ExpressibleByArgument {}
extension Screen: ExpressibleByArgument {}
extension DecimalSign: ExpressibleByArgument {}
extension Takeaway.Format: ExpressibleByArgument {}
extension PaperFormat: ExpressibleByArgument {}

/// A day as the command line names it.
enum DateChoice: ExpressibleByArgument, Hashable {
  case day(Day)
  case today
  case end

  init?(argument: String) {
    switch argument {
    case "today": self = .today
    case "end": self = .end
    default:
      guard let day = Day(iso: argument) ?? Day(slashed: argument) else { return nil }
      self = .day(day)
    }
  }

  /// The day that is meant, on a given today.
  func day(_ plan: PlanSettings, today: Day) -> Day {
    switch self {
    case .day(let day): day
    case .today: today
    case .end: plan.end
    }
  }
}
