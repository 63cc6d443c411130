import PlanCore
import TerminalKit
import TextCore

extension State {
  /// Takes in what happened; says what is to be done about it outside.
  public mutating func update(_ event: Event) -> [Effect] {
    var effects = take(event)
    followSelection()
    if let wanted = context?.details.takeMissing(), !wanted.isEmpty { effects.append(.readDetails(wanted)) }
    effects += context?.details.takeMissingLines().map(Effect.readLine) ?? []
    if isHistoryWanted {
      history = .asked
      effects.append(.checkHistory)
    }
    return isKiosk ? effects.filter(\.staysInside) : effects
  }

  private mutating func take(_ event: Event) -> [Effect] {
    switch event {
    case .key(let key): return press(key)
    case .resized(let size):
      self.size = size
      refresh()
    case .loaded(let store): take(store)
    case .progress(let now): if loading != nil { loading = now }
    case .indexed(let index): search.add(index)
    case .details(let read):
      details.add(read)
      search.removeRows()
      refresh(keepingRowInPlace: true)
      return exportAwaited()
    case .faultyLine(let line, let finding):
      details.add(line, of: finding)
      refresh(keepingRowInPlace: true)
      return exportAwaited()
    case .history(let findings):
      history = .known(findings)
      refresh(keepingRowInPlace: true)
    case .failed(let error):
      keepWhatIsThere(because: context?.store.hasReports == false ? error.noReports : error.notice)
    case .exported(let path): notice = Notice(text: .exported(path))
    case .exportFailed(let error): notice = Notice(text: .exportFailed(error), isError: true)
    case .exportRefused(let folder): notice = Notice(text: .exportRefused(folder), isError: true)
    case .fingerprint(let fingerprint, let version): return exportPaper(fingerprint, version)
    case .recorded(let recording, let said):
      wasSaved(recording)
      self.said += said
    case .recordingFailed(let fault): wasNotSaved(fault)
    case .slideIsOver: turnSlide()
    case .themes(let choices): list(choices)
    case .ownFindings(let findings):
      guard findings.count > 0 || ownFindings.count > 0 else { return [] }
      ownFindings = findings
      refresh(keepingRowInPlace: true)
    case .today(let day): begin(day)
    }
    return []
  }

  /// A store that cannot be read, or not again.
  private mutating func keepWhatIsThere(because why: Localized) {
    let isNews = outdated != why
    outdated = context == nil ? nil : why
    loading = nil
    refresh(keepingRowInPlace: true)
    // Told again, it would only take the place of something new.
    if isNews { notice = Notice(text: why, isError: true) }
  }

  /// A day that may be the one before still.
  private mutating func begin(_ day: Day) {
    guard day != today else { return }
    today = day
    if let store = context?.store { assess(store) }
    refresh(keepingRowInPlace: true)
  }

  /// A store that was read, for the first time or again.
  private mutating func take(_ store: Store) {
    let isFirst = context?.store.hasReports != true
    loading = store.hasReports ? nil : loading ?? Loading()
    outdated = nil
    search.removeAll(from: context?.plan, for: store.plan)
    details = DetailsCache()
    history = .unknown
    assess(store)
    if !isFirst, notice?.outlivesReload != true {
      notice = Notice(text: Localized("đã đọc lại dữ liệu", "the data was read again"))
    }
    lookForNews()
    refresh(keepingRowInPlace: true)
  }

  /// Works everything out again for the date that is shown.
  mutating func assess(_ store: Store) {
    let day = asOf(store.plan.settings)
    let assessment = Assessment(of: store.plan, reports: store.reports, journal: store.journal, asOf: day)
    context = Context(
      store: store, assessment: assessment, language: language, glyphs: glyphs, today: today, size: view.size,
      details: details)
  }

  /// The same facts, drawn as the state has it now.
  func current(_ context: Context) -> Context {
    var context = context
    context.language = language
    context.glyphs = glyphs
    context.today = today
    context.size = view.size
    context.details = details
    context.ownFindings = ownFindings
    context.outdated = outdated
    context.history = history
    return context
  }

  func asOf(_ settings: PlanSettings) -> Day { chosenDay ?? min(today, settings.end) }

  /// Builds the page's document again. The cursor stays on its row or, where that is gone, goes to the nearest that
  /// is left.
  mutating func refresh(keepingRowInPlace: Bool = false) {
    guard let context = context.map(current) else { return }
    let height = row.map { $0.line - page.top }
    let lastNumber = page.selection == nil ? 0 : selected ?? 0
    self.context = context
    document = Document(of: page, context, search)
    keepPlaceWhileAwaiting()
    refreshParent()
    mode = mode.within(document)
    let before = selected
    selected = page.selection.flatMap { document.index(of: $0, guess: before) }
    if selected == nil {
      // Where nothing matches a filter the row is remembered until the filter is gone.
      if !document.rows.isEmpty { select(min(lastNumber, document.rows.count - 1)) }
    } else if keepingRowInPlace, let height, let line = row?.line {
      page.top = line - height
    }
    page.column = min(page.column, max(0, document.columnCount - 1))
    scrollToSelection()
    if mode == .palette { refreshPalette() }
  }

  /// A page whose reports are still to come has nothing to be scrolled: its place comes back with them.
  private mutating func keepPlaceWhileAwaiting() {
    if document.awaitsReports {
      page.awaited = page.awaited ?? (page.top, page.column)
    } else if let place = page.awaited {
      (page.top, page.column, page.awaited) = (place.top, place.column, nil)
    }
  }

  // MARK: Keys

  private mutating func press(_ key: Key) -> [Effect] {
    // Whatever the reader is doing, it goes on.
    if key == KeyTable.redraw { return [.redraw] }
    notice = nil
    if case .mouse(let mouse) = key {
      if mode == .browsing { take(mouse) }
      return []
    }
    switch mode {
    case .filtering: return editFilter(key)
    case .choosingStatus(let choice): return chooseStatus(key, choice)
    case .palette: return searchPalette(key)
    case .typingDay(let field): return typeDay(key, field)
    case .choosingTheme(let picker): return pickTheme(key, picker)
    case .choosingExport(let choice): return chooseExport(key, choice)
    case .recording(let form): return fillIn(key, form)
    case .meeting(let meeting): return meet(key, meeting)
    case .browsing: return browse(key)
    }
  }

  mutating func browse(_ key: Key) -> [Effect] {
    guard let (binding, applies) = KeyTable.binding(for: key, in: surroundings) else {
      if case .character(let letter) = key, !letter.isASCII { notice = Notice(text: .inputMethod) }
      if case .pasted = key { notice = Notice(text: .paste) }
      return []
    }
    guard applies else {
      notice = Notice(text: binding.refusal(in: surroundings))
      return []
    }
    if case .screen = binding.command, case .character(let digit) = key {
      return perform(.screen(Int(digit.value) - 0x31))
    }
    return perform(binding.command)
  }

  mutating func perform(_ command: Command) -> [Effect] {
    switch command {
    case .quit: return [.quit]
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    case .up:
      if path.count == 1 { return [.quit] }
      leave()
    case .back: back()
    case .leave: leave()
    case .move(let movement): move(movement)
    case .open: open()
    case .list(let step): goToList(step)
    case .screen(let number): go(to: number)
    case .sideways(let step): step == 0 ? () : moveSideways(step)
    case .palette: openPalette()
    case .find: openPalette(forFinding: true)
    case .compare: compare()
    case .explain: if let explained { push(.explanation(explained)) }
    case .filter: openFilterBar()
    case .status:
      let chosen = document.statusMenu.choices.firstIndex { $0.option == page.status }
      mode = .choosingStatus(chosen.map { $0 + 1 } ?? 0)
    case .sort: sortByNextColumn()
    case .reverse: arrange { $0.isReversed.toggle() }
    case .regroup:
      let count = document.groupings.count
      arrange { $0.grouping = ($0.grouping + 1) % max(1, count) }
    case .earlier, .later, .today: changeDay(command)
    case .language:
      language = language.other
      refresh()
    case .mouse: return toggleMouse()
    case .theme: return chooseTheme()
    case .export: openExportMenu()
    case .findings: push(.findings)
    case .board: push(.board)
    case .help: openHelp()
    case .record(let kind): openForm(kind)
    }
    return []
  }

  /// Help about the page in view.
  private mutating func openHelp() {
    let subject = surroundings
    push(.help)
    guard page.page == .help, page.subject == nil else { return }
    page.subject = subject
    refresh()
  }

  /// What the key table asks about the page in view.
  var surroundings: KeyTable.Surroundings {
    KeyTable.Surroundings(
      page: page.page, hasRows: document.unfilteredCount > 0, canOpen: row?.target() != nil,
      canExplain: explained != nil, canRecord: work != nil, access: access,
      listCount: document.lists.count, hasPanes: panes.parent != nil || panes.preview != nil,
      sortCount: document.sorts.filter { !$0.isEmpty }.count,
      groupingCount: document.groupings.count, statusCount: document.statusMenu.choices.count, isDeep: path.count > 1,
      isFiltered: !page.filter.isEmpty || page.status != nil, isKiosk: isKiosk)
  }

  // MARK: The date

  private mutating func changeDay(_ command: Command) {
    guard let store = context?.store else { return }
    let current = asOf(store.plan.settings)
    switch command {
    case .earlier: chosenDay = current.previousMonthEnd
    case .later:
      guard current < today else {
        notice = Notice(text: Localized("đã đến hôm nay", "this is today"))
        return
      }
      chosenDay = min(current.nextMonthEnd, today)
    default: chosenDay = nil
    }
    showChosenDay(of: store)
  }

  /// Shows everything as it stood on a day.
  mutating func show(_ day: Day) {
    guard let store = context?.store else { return }
    chosenDay = day
    showChosenDay(of: store)
  }

  private mutating func showChosenDay(of store: Store) {
    page.monthOffset = 0
    assess(store)
    refresh()
  }
}

extension Localized {
  fileprivate static let inputMethod = Localized(
    "bộ gõ tiếng Việt đang bật; chữ có dấu chỉ dùng trong ô nhập (/ :)",
    "a Vietnamese input method is on; accented letters are for fields only (/ :)")
}

extension Localized {
  fileprivate static let paste = Localized(
    "chỉ dán được vào ô nhập; gõ / hoặc : để mở", "a text can be pasted into a field only; / or : opens one")
}

extension StoreError {
  /// For a reader who already sees the data as they were read last.
  fileprivate var notice: Localized {
    Localized("không đọc lại được, giữ số liệu cũ: ", "cannot be read again, the old data stay: ") + why
  }

  /// For one who sees the plan and has no figures yet.
  fileprivate var noReports: Localized { Localized("chưa đọc được báo cáo: ", "no reports were read: ") + why }

  private var why: Localized {
    switch self {
    case .missing:
      Localized("không thấy plan.conf; hãy chép lại tệp này", "plan.conf is gone; put it back")
    case .system(let path, let code): Localized(both: path + ": ") + SystemError.text(code)
    case .unreadablePlan(let reason): Localized(both: "plan.conf: ") + reason
    case .notEmpty(let path), .outside(let path): Localized(both: path)
    }
  }
}
