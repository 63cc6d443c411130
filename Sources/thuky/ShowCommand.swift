import ArgumentParser
import CursesTerminal
import Dashboard
import Glibc
import PlanCore
import TerminalKit
import TextCore

/// `thuky show`: a screen of the dashboard, printed.
struct ShowCommand: ParsableCommand, SpeaksALanguage {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print a screen, or what is behind a row of it, in a format of your choice.",
    discussion: """
      text, ansi, html and svg are the screen as the dashboard draws it at --size; markdown is the whole page; csv and \
      excel are one list of the page with every row and column.
      """)

  @Argument(help: ArgumentHelp("The screen to print.", valueName: "screen")) var screen: Screen
  @Option(
    help: ArgumentHelp("Go into a row: DL1, moh, T19, A01-02, one agency's share as DL1/moh.", valueName: "id"))
  var of: String?
  @Option(help: ArgumentHelp("Columns and rows of the screen.", valueName: "120x36")) var size = SizeChoice.default
  @Option(help: ArgumentHelp("The form to print it in.", valueName: "format")) var format = Takeaway.Format.text
  @Option(help: ArgumentHelp("Which list of the page csv and excel are of.", valueName: "number")) var list = 1

  @Option(
    help: ArgumentHelp(
      "On a terminal: show pillars and indicators one after the other, each so long; keys turn them too.",
      valueName: "20s"))
  var cycle: CycleChoice?

  @OptionGroup var place: StoreOptions
  @Flag(help: "Show the made-up year of «thuky demo» instead of a store.") var demo = false
  @OptionGroup var date: DateOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var look: LookOptions

  func run() throws {
    guard !demo || place.store == nil else { throw UsageError.demoWithStore }
    var choices = Choices(
      store: place.store, asOf: date.asOf, language: language.lang, theme: look.theme, glyphs: look.glyphs,
      isDemo: demo)
    if let cycle {
      guard screen == .overview, of == nil else { throw UsageError.cycleOfAnotherScreen }
      choices.cycle = cycle.milliseconds
      return try Thuky.openDashboard(choices)
    }
    let language = try choices.chosenLanguage()
    let theme = try choices.chosenTheme()
    // Only what is meant for a terminal minds the terminal's locale.
    let isUnicode = format != .ansi || TerminalLocale.establish().isUnicode
    let glyphs = try choices.chosenGlyphs() ?? (isUnicode ? .blocks : .ascii)
    let location = try choices.location()
    let store = try LoadingLine.during(language) { progress throws(LocatedStoreError) in
      try choices.openStore(at: location, progress: progress)
    }
    var state = State(
      storeName: store.location.name, size: size.size, today: Clock.today,
      asOf: choices.asOf?.day(store.plan.settings, today: Clock.today), language: language, glyphs: glyphs,
      plan: store.plan.settings)
    state.read(store)
    if let known = state.go(to: screen, of: of) { throw UsageError.unknownRow(of ?? "", known: known) }
    // What the page wants to know of single reports it says only when it is drawn.
    _ = state.takeaway(format, list: max(list, 0) - 1)
    state.readDetails(from: store)
    guard let takeaway = state.takeaway(format, list: max(list, 0) - 1) else { throw UsageError.noList(list) }
    try Output.text((isUnicode ? takeaway : takeaway.asciiOnly).text(theme, depth: OutputColors.depth))
  }
}

extension State {
  /// Takes a whole store in at once.
  mutating func read(_ store: Store) {
    answer(update(.loaded(store)), from: store)
  }

  /// Reads back what the page in view wants to know of single reports.
  mutating func readDetails(from store: Store) {
    answer(update(.today(today)), from: store)
  }

  private mutating func answer(_ effects: [Effect], from store: Store) {
    for case .readDetails(let reports) in effects {
      answer(update(.details(store.details(of: reports))), from: store)
    }
  }
}

/// A time as the command line names it: `20s`, `2m`, or seconds.
struct CycleChoice: ExpressibleByArgument {
  let milliseconds: Int

  init?(argument: String) {
    let digits = argument.prefix { ("0"..."9").contains($0) }
    let unit = argument.dropFirst(digits.count)
    guard let number = Int(digits), let factor = ["": 1, "s": 1, "m": 60][String(unit)],
      (1...3_600).contains(number), (1...3_600).contains(number * factor)
    else { return nil }
    milliseconds = number * factor * 1_000
  }
}

/// A size as the command line names it: `120x36`.
struct SizeChoice: ExpressibleByArgument {
  let size: Size

  static let `default` = SizeChoice(size: Size(width: 80, height: 24))
  /// A screen of fewer columns and rows shows nothing; one of more than these no font draws.
  private static let (widths, heights) = (60...1_000, 16...1_000)

  private init(size: Size) { self.size = size }

  init?(argument: String) {
    let parts = argument.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let width = parts[0], let height = parts[1], Self.widths.contains(width),
      Self.heights.contains(height)
    else { return nil }
    size = Size(width: width, height: height)
  }

  var defaultValueDescription: String { "\(size.width)x\(size.height)" }
}
