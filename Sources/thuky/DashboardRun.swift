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
  /// The last store read; a reload takes from it what has not changed.
  private var store: Store?
  private var loader: StoreLoader?
  private var watcher: FolderWatcher?
  private var isLoading = false
  private var isReloadDue = false

  /// How long the first frame waits for the data before it is drawn without them.
  private static let patience: Int32 = 150

  /// Opens the store and takes the terminal over. Whatever is wrong is known before anything is drawn.
  ///
  /// - Throws: `UsageError`, `LocatedStoreError`, `TerminalError`.
  init(_ choices: Choices) throws {
    let language = try choices.chosenLanguage()
    let theme = try choices.findTheme()
    let glyphs = try choices.chosenGlyphs()
    location = choices.location()
    let settings: PlanSettings
    if location.isBundled {
      let bundled = try choices.openStore()
      (store, settings) = (bundled, bundled.plan.settings)
    } else {
      (settings, watcher) = try choices.openFolder()
    }
    terminal = try Terminal(theme: theme)
    let today = Clock.today
    let asOf = choices.asOf?.day(settings, today: today)
    state = State(
      storeName: location.name, size: terminal.size, today: today, asOf: asOf, language: language,
      glyphs: glyphs ?? terminal.locale.glyphs, banner: terminal.locale.banner)
    if let store {
      _ = state.update(.loaded(store))
    } else {
      let loader = StoreLoader(location)
      self.loader = loader
      load()
      loader.wait(milliseconds: Self.patience)
      takeLoaded()
    }
  }

  /// Runs until the reader leaves.
  ///
  /// - Throws: `Stopped` where a signal or a lost terminal ended it.
  mutating func run() throws {
    defer { terminal.close() }
    while true {
      terminal.paint(state.render())
      let descriptors = [loader?.descriptor, watcher?.descriptor].compactMap(\.self)
      for wake in terminal.wait(descriptors: descriptors, timeoutMilliseconds: timeout) {
        if try take(wake) { return }
      }
      let today = Clock.today
      if today != state.today { _ = state.update(.today(today)) }
      if watcher?.drain(now: Clock.monotonicMilliseconds) == true { isReloadDue = true }
      if isReloadDue, !isLoading { load() }
    }
  }

  /// Until midnight, or until a file that somebody is writing has been quiet for long enough.
  private var timeout: Int32 {
    let quiet = watcher?.wait(now: Clock.monotonicMilliseconds).map { Int32(clamping: $0) }
    return min(Clock.millisecondsToMidnight, quiet ?? .max)
  }

  /// Whether the reader leaves.
  private mutating func take(_ wake: Wake) throws -> Bool {
    switch wake {
    case .keys(let keys):
      for key in keys {
        for effect in state.update(.key(key)) {
          switch effect {
          case .quit: return true
          case .suspend: terminal.suspend()
          }
        }
      }
    case .resized(let size): _ = state.update(.resized(size))
    case .suspendRequested: terminal.suspend()
    case .terminate(let signal): throw Stopped(signal: signal)
    case .hangUp: throw Stopped(signal: SIGHUP)
    case .readable(let descriptor) where descriptor == loader?.descriptor: takeLoaded()
    case .readable, .resumed, .timedOut: break
    }
    return false
  }

  // MARK: The data

  private mutating func load() {
    isReloadDue = false
    isLoading = true
    loader?.start(reusing: store, unsettled: watcher?.unsettled ?? [])
  }

  private mutating func takeLoaded() {
    guard let result = loader?.take() else { return }
    isLoading = false
    switch result {
    case .success(let store):
      self.store = store
      _ = state.update(.loaded(store))
    case .failure(let error): _ = state.update(.failed(error))
    }
  }
}

/// Ended from outside: the exit status is 128 and the signal's number.
struct Stopped: Error {
  var signal: Int32
}

extension TerminalLocale {
  /// The shapes that the terminal's font can be trusted to have.
  fileprivate var glyphs: GlyphSet {
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
