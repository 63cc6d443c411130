import CursesTerminal
import Dashboard
import Glibc
import PlanCore
import TerminalKit
import TextCore

/// The dashboard at work: what happens goes into the state, what the state asks for is done, the rest is drawing.
struct DashboardRun {
  private var state: State
  private let terminal: Terminal
  private let location: StoreLocation
  private let exporter: ExportFolder?
  private let defaults: Defaults
  /// What the store is called where its place is kept, how it was at the beginning, and what the look was then.
  private let placeName: String?
  private let look: (theme: String, language: Language)
  /// The last store read; a reload takes from it what has not changed.
  private var store: Store?
  private let loader: StoreLoader
  private var watcher: FolderWatcher?
  private var isLoading = true
  private var loadCount = 0
  private var isReloadDue = false
  /// The frames that the next key may lead to, and one that a key has led to.
  private var foresight: Foresight?
  private var frame: Canvas?
  private var lastKey: Key?
  /// Keys that came before there was anything that they could be about.
  private var early: [Key] = []
  private static let mostEarly = 256
  /// What can wait until a frame is on its way: the reader's own faults, and the names in a plan that was read, with
  /// the plan whose names are known.
  private var areOwnFindingsTold = false
  private var isIndexDue = false
  private var indexed: Plan?
  /// Milliseconds that a slide of a meeting stays in view, and which one has been there since when.
  private let cycle: Int?
  private var moving: (slide: Int, since: Int)?

  /// Milliseconds that the first frame waits for the definitions: nobody sees so few, and everybody a screen that
  /// changes at once. Then it waits for the reports, where these are few.
  private static let patience: Int32 = 12
  private static let patienceForReports: Int32 = 2

  /// Milliseconds after a frame in which whoever carries it to the reader has the processor.
  private static let rest: Int32 = 5

  /// Opens the store and takes the terminal over. Whatever is wrong is known before anything is drawn.
  ///
  /// - Throws: `UsageError`, `LocatedStoreError`, `TerminalError`.
  init(_ choices: Choices) throws {
    defaults = choices.defaults
    cycle = choices.cycle
    location = try choices.location()
    // Before there are threads.
    let locale = TerminalLocale.establish()
    watcher = try choices.watcher(of: location)
    // The store is read while the rest is made ready and the terminal is opened.
    loader = StoreLoader(location)
    loader.start(reusing: nil, unsettled: watcher?.unsettled ?? [])
    // There is a plan inside the program, and it is read before the first frame is drawn.
    let settings = location.isBundled && choices.asOf == nil ? nil : try choices.settings(of: location)
    let remembered = defaults.memory.read()
    let language = try choices.chosenLanguage(remembered: remembered.language)
    let theme = try choices.chosenTheme(remembered: remembered.theme)
    let glyphs = try choices.chosenGlyphs()
    exporter = choices.exporter(for: location)
    placeName = Memory.name(of: location)
    look = (theme.id, language)
    terminal = try Terminal(theme: theme, locale: locale)
    let today = Clock.today
    let asOf = settings.flatMap { choices.asOf?.day($0, today: today) }
    let access = choices.access(to: location)
    state = State(
      storeName: location.name, size: terminal.size, today: today, asOf: asOf, language: language,
      glyphs: glyphs ?? terminal.locale.glyphs, theme: theme.id, hasMouse: choices.hasMouse,
      access: access, author: Writer.author(access), isKiosk: defaults.isKiosk,
      banner: terminal.locale.banner,
      plan: settings)
    begin(with: remembered.place(of: placeName))
  }

  /// Puts the reader where he left off, or into the meeting, and shows what can be read at once.
  private mutating func begin(with place: [Place.Entry]) {
    if state.hasMouse { terminal.setMouse(true) }
    if cycle == nil { state.restore(place) } else { state.beginMeeting() }
    // What every frame has is drawn while the plan is read.
    terminal.stage(state.render())
    loader.wait(milliseconds: Self.patience)
    takeLoaded()
    if isLoading, loader.progress.totalBytes <= StoreLoader.fewBytes {
      loader.wait(milliseconds: Self.patienceForReports)
      takeLoaded()
    }
  }

  /// Runs until the reader leaves.
  ///
  /// - Throws: `Stopped` where a signal or a lost terminal ended it.
  mutating func run() throws {
    defer { terminal.close() }
    try stayOpen()
    // The reader has his shell back before a disk is waited for.
    terminal.close()
    remember()
  }

  private mutating func stayOpen() throws {
    turnSlide()
    while true {
      terminal.paint(frame ?? state.render())
      loader.noteFrame()
      for wake in wait() {
        if try take(wake) { return }
      }
      let today = Clock.today
      if today != state.today { tell(.today(today)) }
      if watcher?.drain(now: Clock.monotonicMilliseconds) == true { isReloadDue = true }
      if isReloadDue, !isLoading { load() }
      turnSlide()
    }
  }

  /// Waits for what comes next. What is not needed for the frame in view is done once that is on its way.
  private mutating func wait() -> [Wake] {
    let descriptors = [loader.descriptor] + (watcher.map { [$0.descriptor] } ?? [])
    var rest = Self.rest
    while watcher?.isStarted == false || !areOwnFindingsTold || isIndexDue || isForesightDue {
      let wakes = terminal.wait(descriptors: descriptors, timeoutMilliseconds: min(timeout, rest))
      guard case .timedOut? = wakes.first else { return wakes }
      rest = 0
      if let watcher, !watcher.isStarted {
        watcher.start()
      } else if isIndexDue {
        index()
      } else if !areOwnFindingsTold {
        tellOwnFindings()
        return []
      } else {
        foresee()
      }
    }
    return terminal.wait(descriptors: descriptors, timeoutMilliseconds: timeout)
  }

  /// Until midnight, until a file that somebody is writing has been quiet for long enough, or until a slide has had
  /// its time.
  private var timeout: Int32 {
    if Clock.today != state.today { return 0 }
    let now = Clock.monotonicMilliseconds
    let quiet = watcher?.wait(now: now).map { Int32(clamping: $0) }
    let slide = moving.map { Int32(clamping: max(0, $0.since + (cycle ?? 0) - now)) }
    return min(Clock.millisecondsToMidnight, quiet ?? .max, slide ?? .max)
  }

  /// Turns a slide that has had its time; a new one has all of it.
  private mutating func turnSlide() {
    guard let cycle else { return }
    let now = Clock.monotonicMilliseconds
    if let moving, now >= moving.since + cycle, state.movingSlide == moving.slide { tell(.slideIsOver) }
    guard let slide = state.movingSlide else {
      moving = nil
      return
    }
    if moving?.slide != slide { moving = (slide, now) }
  }

  /// Whether the reader leaves.
  private mutating func take(_ wake: Wake) throws -> Bool {
    switch wake {
    case .keys(let keys): return press(keys)
    case .resized(let size): tell(.resized(size))
    case .suspendRequested: if !defaults.isKiosk { suspend() }
    case .terminate(let signal): throw stopped(signal)
    case .hangUp: throw stopped(SIGHUP)
    case .readable(let descriptor) where descriptor == loader.descriptor:
      takeLoaded()
      return press([])
    case .readable, .resumed, .timedOut: break
    }
    return false
  }

  /// Keeps the place while other signals still wait: a line that drops sends more than one. Where a disk does not
  /// answer, the alarm ends the program all the same.
  private func stopped(_ signal: Int32) -> Stopped {
    var alarmOnly = sigset_t()
    sigemptyset(&alarmOnly)
    sigaddset(&alarmOnly, SIGALRM)
    pthread_sigmask(SIG_UNBLOCK, &alarmOnly, nil)
    alarm(1)
    remember()
    alarm(0)
    return Stopped(signal: signal)
  }

  // MARK: The data

  private mutating func load() {
    isReloadDue = false
    isLoading = true
    loader.start(reusing: store, unsettled: watcher?.unsettled ?? [])
  }

  private mutating func takeLoaded() {
    for message in loader.take() {
      switch message {
      case .loaded(let store):
        if store.hasReports { (isLoading, isIndexDue) = (false, true) }
        self.store = store
        foresight = nil
        loadCount += 1
        tell(.loaded(store))
      case .failed(let error):
        isLoading = false
        tell(.failed(error))
      case .indexed(let index, let number):
        indexed = number == loadCount ? store?.plan : nil
        if number == loadCount, let index { tell(.indexed(index)) }
      // Of an older store they would be other reports' by now.
      case .fingerprint(let fingerprint, let number):
        tell(.fingerprint(number == loadCount ? fingerprint : nil, version: Version.current))
      case .recorded(let recording, let said):
        // Some file systems tell nobody that a file has changed.
        isReloadDue = true
        tell(.recorded(recording, said: said))
      case .notRecorded(let fault): tell(.recordingFailed(fault))
      case .details(let details, let number): if number == loadCount { tell(.details(details)) }
      case .faultyLine(let line, let finding, let number):
        if number == loadCount { tell(.faultyLine(line, finding)) }
      case .history(let findings, let number): if number == loadCount { tell(.history(findings)) }
      }
    }
    if isLoading { tell(.progress(Loading(loader.progress))) }
  }

  // MARK: What the state asks for

  private mutating func tell(_ event: Event) { _ = perform(update(event)) }

  private mutating func update(_ event: Event) -> [Effect] {
    foresight?.close()
    frame = nil
    return state.update(event)
  }

  /// Keys wait for what they are about; only those that lead out do not. Of keys that came in one go with the one that
  /// suspends the program the others are for the shell.
  ///
  /// - Returns: whether the reader leaves.
  private mutating func press(_ keys: [Key]) -> Bool {
    early += keys
    if store == nil, isLoading {
      early = early.suffix(Self.mostEarly)
      let leading: [Key] = [.control("c"), .character("Q"), .character("q")]
      guard let place = early.firstIndex(where: leading.contains) else { return false }
      return perform(press(early.remove(at: place)))
    }
    let due = early
    early = []
    for key in due {
      let effects = press(key)
      if perform(effects) { return true }
      if effects.contains(.suspend) { return false }
    }
    return false
  }

  private mutating func press(_ key: Key) -> [Effect] {
    lastKey = key
    frame = foresight?.comeTrue(by: key, in: &state)
    return frame == nil ? update(.key(key)) : []
  }

  private var isForesightDue: Bool { lastKey != nil && !isLoading && foresight?.isComplete != true }

  /// Draws one of the next frames before its key is pressed. What it needs to have been read is read first.
  private mutating func foresee() {
    guard let lastKey else { return }
    if foresight?.isOpen != true { foresight = Foresight(after: lastKey, of: state) }
    let wanted = foresight?.drawNext(of: state) ?? []
    if let canvas = foresight?.latest { terminal.prepare(canvas) }
    _ = perform(wanted)
  }

  /// Whether the reader leaves.
  private mutating func perform(_ effects: [Effect]) -> Bool {
    for effect in effects {
      switch effect {
      case .quit: return true
      case .suspend: suspend()
      case .redraw: terminal.redraw()
      case .mouse(let isOn): terminal.setMouse(isOn)
      case .readDetails(let reports): readDetails(of: reports)
      case .readLine(let finding): readLine(of: finding)
      case .checkHistory: checkHistory()
      case .listThemes: listThemes()
      case .wear(let name): wear(name)
      case .export(let takeaway): export(takeaway)
      case .fingerprint: findFingerprint()
      case .record(let recording): record(recording)
      }
    }
    return false
  }

  private mutating func index() {
    isIndexDue = false
    if let store { loader.index(store, changedFrom: indexed, number: loadCount) }
  }

  private mutating func suspend() {
    terminal.suspend()
    tell(.resized(terminal.size))
  }

  private mutating func listThemes() {
    tell(.themes(defaults.themes.list()))
    tellOwnFindings()
  }

  private mutating func tellOwnFindings() {
    areOwnFindingsTold = true
    var findings = defaults.configuration.findings
    findings.add(defaults.themes.findings())
    tell(.ownFindings(findings))
  }

  /// A file that has gone since it was listed leaves everything as it is.
  private func wear(_ name: String) {
    if let theme = defaults.themes.theme(named: name) { terminal.set(theme: theme) }
  }

  private func record(_ recording: Recording) {
    if let store { loader.record(recording, in: store) }
  }

  private mutating func export(_ takeaway: Takeaway) {
    guard let exporter, let theme = defaults.themes.theme(named: state.theme) else { return }
    tell(exporter.write(takeaway, theme))
  }

  /// Keeps how the reader leaves. Only what he chose himself counts as chosen.
  private func remember() {
    if cycle != nil { return }
    if case .simulated = location { return }
    let (place, theme, language) = (state.place, state.theme, state.language)
    defaults.memory.update { content in
      if theme != look.theme { content.theme = theme }
      if language != look.language { content.language = language }
      guard let placeName else { return }
      content.stores.removeAll { $0.name == placeName }
      content.stores.insert((placeName, place), at: 0)
    }
  }

  private func checkHistory() {
    if let store { loader.checkHistory(of: store, number: loadCount) }
  }

  private func findFingerprint() {
    if let store { loader.findFingerprint(of: store, number: loadCount) }
  }

  private mutating func readLine(of finding: Finding) {
    if let line = UserFile.line(of: finding) {
      tell(.faultyLine(line, finding))
    } else if let store {
      loader.readLine(of: finding, in: store, number: loadCount)
    }
  }

  private func readDetails(of reports: [Report]) {
    if let store { loader.readDetails(of: reports, in: store, number: loadCount) }
  }
}

/// Ended from outside: the exit status is 128 and the signal's number.
struct Stopped: Error {
  var signal: Int32
}

extension TerminalLocale {
  /// The shapes that the terminal's font can be trusted to have.
  var glyphs: GlyphSet {
    guard isUnicode else { return .ascii }
    let name = Environment.value("TERM") ?? ""
    return name == "linux" || name.hasPrefix("vt") ? .box : .blocks
  }

  fileprivate var banner: Localized? {
    isUnicode
      ? nil
      : Localized(
        "máy chủ không có UTF-8: chữ hiển thị không dấu", "this host has no UTF-8: letters are shown without accents")
  }
}
