import CSystem
import CursesTerminal
import Dashboard
import Glibc
import PlanCore
import TerminalKit
import TextCore

/// The dashboard without a screen: lines, and a prompt that takes words. Without a terminal the overview, once.
struct LinearRun {
  private var state: State
  private let language: Language
  private let theme: Theme
  private let location: StoreLocation
  private let exporter: ExportFolder?
  private var store: Store
  /// The one that the reader was last told of.
  private var shown: Store
  private var watcher: FolderWatcher?
  /// Which letters whoever reads the lines can be shown.
  private let locale: TerminalLocale
  /// What is left of the page to print.
  private var left: ArraySlice<String> = []

  private static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// - Throws: `UsageError`, `LocatedStoreError`.
  init(_ choices: Choices) throws {
    locale = TerminalLocale.establish()
    let chosen = try choices.chosenLanguage()
    language = chosen
    theme = try choices.chosenTheme()
    let place = try choices.location()
    location = place
    exporter = choices.exporter(for: place)
    if Self.isTerminal { watcher = try choices.watcher(of: place) }
    watcher?.start()
    store = try LoadingLine.during(chosen) { progress throws(LocatedStoreError) in
      try choices.openStore(at: place, progress: progress)
    }
    let today = Clock.today
    let access = choices.access(to: place)
    state = State(
      storeName: location.name, size: SizeChoice.default.size, today: today,
      asOf: choices.asOf?.day(store.plan.settings, today: today), language: language,
      glyphs: try choices.chosenGlyphs() ?? (locale.isUnicode ? .blocks : .ascii), theme: theme.id,
      access: access, author: Writer.author(access), isKiosk: choices.defaults.isKiosk, plan: store.plan.settings)
    shown = store
    perform(state.update(.loaded(store)))
  }

  /// Runs until the reader leaves or there are no more lines.
  ///
  /// - Throws: `OutputError`.
  mutating func run() throws {
    try show()
    guard Self.isTerminal else { return }
    while true {
      let prompt = Localized("> còn \(left.count) dòng, Enter: ", "> \(left.count) more lines, Enter: ")
      try Output.text(left.isEmpty ? "> " : shown(prompt[state.language]))
      guard let line = readLine() else { return try Output.line("") }
      takeChanges()
      let (store, shown, theme, exporter) = (store, shown, theme, exporter)
      let reply = state.obey(line) { state, effects in
        Self.answer(effects, &state, (store, shown), theme, exporter)
      }
      // What others said meanwhile is told in the answer, where that matters.
      self.shown = store
      switch reply {
      case .quit: return
      case .more: try printPart()
      case .lines(let lines): for line in lines { try say(line) }
      case .page(let notice):
        if let notice { try say(notice) }
        try show()
      }
    }
  }

  // MARK: Printing

  /// As it is, or without accents and in shapes of ASCII where the locale has no others.
  private func shown(_ text: String) -> String { locale.isUnicode ? text : text.asciiOnly }

  private func say(_ line: String) throws(OutputError) { try Output.line(shown(line)) }

  private mutating func show() throws(OutputError) {
    _ = state.linearText()
    // What the page wants to know of single reports it says only when it is made.
    perform(state.update(.today(state.today)))
    left = state.linearText()[...]
    if Self.isTerminal { return try printPart() }
    for line in left { try say(line) }
  }

  /// As many lines as the terminal has room for.
  private mutating func printPart() throws(OutputError) {
    var size = winsize()
    _ = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size)
    let width = max(20, Int(size.ws_col == 0 ? 80 : size.ws_col))
    let whole = max(5, Int(size.ws_row == 0 ? 24 : size.ws_row) - 2)
    var room = whole
    while let line = left.first {
      let rows = max(1, (TerminalText.width(line) + width - 1) / width)
      guard rows <= room || room == whole else { return }
      try say(line)
      left = left.dropFirst()
      room -= rows
      if room <= 0 { return }
    }
  }

  // MARK: What the state asks for

  private mutating func perform(_ effects: [Effect]) {
    Self.answer(effects, &state, (store, shown), theme, exporter)
  }

  private static func answer(
    _ effects: [Effect], _ state: inout State, _ stores: (now: Store, shown: Store), _ theme: Theme,
    _ exporter: ExportFolder?
  ) {
    for effect in effects {
      switch effect {
      case .readDetails(let reports):
        answer(state.update(.details(stores.now.details(of: reports))), &state, stores, theme, exporter)
      case .readLine(let finding):
        let line = UserFile.line(of: finding) ?? stores.now.faultyLine(of: finding)
        answer(state.update(.faultyLine(line, finding)), &state, stores, theme, exporter)
      case .checkHistory:
        answer(state.update(.history(stores.now.historyFindings())), &state, stores, theme, exporter)
      case .export(let takeaway):
        guard let exporter else { break }
        answer(state.update(exporter.write(takeaway, theme)), &state, stores, theme, exporter)
      case .record(let recording):
        answer(state.update(record(recording, stores)), &state, stores, theme, exporter)
      case .fingerprint:
        let found = state.update(.fingerprint(stores.now.fingerprint(), version: Version.current))
        answer(found, &state, stores, theme, exporter)
      // There is no screen to leave, to suspend or to colour.
      case .quit, .suspend, .redraw, .mouse, .listThemes, .wear: break
      }
    }
  }

  /// Writes what the reader says, knowing what he was last told.
  private static func record(_ recording: Recording, _ stores: (now: Store, shown: Store)) -> Event {
    var recording = recording
    if let subject = stores.shown.plan.subject(recording.work) {
      recording.known = stores.shown.journal.words(about: subject)
    }
    do throws(RecordingFault) {
      let said = try stores.now.record(recording, by: Writer.author, at: Clock.seconds)
      return .recorded(recording, said: said)
    } catch {
      return .recordingFailed(error)
    }
  }

  /// Reads what has changed since the last line.
  private mutating func takeChanges() {
    let today = Clock.today
    if today != state.today { perform(state.update(.today(today))) }
    guard seeChanges() else { return }
    do throws(StoreError) {
      store = try Store.open(at: location, reusing: store, unsettled: watcher?.unsettled ?? [])
      perform(state.update(.loaded(store)))
    } catch {
      perform(state.update(.failed(error)))
    }
  }
  /// Milliseconds that a line waits for changes of just now to be gathered.
  private static let patience = 100

  /// Whether files have changed since the last time.
  private mutating func seeChanges() -> Bool {
    guard let watcher else { return false }
    if watcher.drain(now: Clock.monotonicMilliseconds) { return true }
    guard let wait = watcher.wait(now: Clock.monotonicMilliseconds), wait <= Self.patience else { return false }
    usleep(UInt32(clamping: wait + 1) * 1_000)
    return watcher.drain(now: Clock.monotonicMilliseconds)
  }
}
