import PlanCore
import TerminalKit
import TextCore

/// What comes of a line at the prompt.
public enum LinearReply: Sendable {
  /// The page in view is another one, or says something else: print it. A sentence may go before it.
  case page(notice: String?)
  /// Print these lines; the page is as it was.
  case lines([String])
  /// Print what is left of the page.
  case more
  case quit
}

extension State {
  /// Does what a line at the prompt asks for.
  ///
  /// - Parameter perform: does the effects of what it does; may send events back.
  public mutating func obey(_ line: String, _ perform: (inout State, [Effect]) -> Void) -> LinearReply {
    notice = nil
    switch LinearCommand(line) {
    case .more: return .more
    case .again: return .page(notice: nil)
    case .help: return .lines(LinearCommand.help(language))
    case .quit: return .quit
    case .unknown(let text): return openCalled(text, perform)
    case .screen(let number): go(to: number)
    case .open(let number): return open(row: number, perform)
    case .filter(let text):
      guard document.unfilteredCount > 0 else { return .lines([refusal(of: .character("/"))]) }
      filter(by: String(text.prefix(LineField.longest)))
    case .status(nil): return .lines(statusLines)
    case .status(let number?): return filter(byStatus: number)
    case .day(let day): show(day)
    case .find(let text):
      guard find(text) else { return nothingFits(text) }
    case .compare(let text):
      push(.comparison)
      if let why = compare(withDay: text) { return .lines([why[language]]) }
    case .explain(let number):
      guard explain(row: number) else { return .lines([refusal(of: .character("="))]) }
    case .export(let format): return take(.screen(format), perform)
    case .paper(let name, let format): return takePaper(name, format, perform)
    case .exports: return .lines(exportLines)
    case .record(let number, let words): return record(words, row: number, perform)
    case .key(let key):
      guard let (binding, applies) = KeyTable.binding(for: key, in: surroundings), applies else {
        return .lines([refusal(of: key)])
      }
      perform(&self, self.perform(binding.command))
    }
    perform(&self, update(.today(today)))
    return .page(notice: notice?.text[language])
  }

  /// - Returns: whether there is a number to explain: that of a row, from 1, or the page's.
  private mutating func explain(row number: Int?) -> Bool {
    guard let number = number.map({ row(numbered: $0)?.target()?.explained }) ?? page.page.explained ?? explained
    else { return false }
    push(.explanation(number))
    return true
  }

  private func nothingFits(_ text: String) -> LinearReply {
    .lines([Localized("không có gì khớp với «\(text)»", "nothing fits «\(text)»")[language]])
  }

  // MARK: By its id

  /// Opens what is called just that: `XH2`, `T19`, `moh`, a short name.
  private mutating func openCalled(_ text: String, _ perform: (inout State, [Effect]) -> Void) -> LinearReply {
    guard let page = page(called: text) else {
      return .lines([
        Localized("không hiểu «\(text)»; gõ «trợ giúp»", "«\(text)» is not known; type «help»")[language]
      ])
    }
    push(page)
    perform(&self, update(.today(today)))
    return .page(notice: nil)
  }

  /// `nil` where nothing, or more than one thing of a kind, is called so.
  private func page(called name: String) -> Page? {
    guard let context else { return nil }
    let (names, plan) = (context.store.names, context.plan)
    func one(_ kind: PlanNames.Kind) -> Int? { try? names.one(kind, name) }
    if let found = one(.indicator) { return .indicator(plan.indicators[found].id) }
    if let found = one(.task) { return .task(plan.tasks[found].id) }
    if let found = one(.action) { return .action(plan.actions[found].id) }
    if let found = one(.pillar) { return .pillar(plan.pillars[found].id) }
    return one(.agency).map { .agency(plan.agencies[$0].id) }
  }

  // MARK: Taking away

  private mutating func take(
    _ choice: ExportMenu.Choice, _ perform: (inout State, [Effect]) -> Void
  ) -> LinearReply {
    openExportMenu()
    perform(&self, export(choice))
    perform(&self, update(.today(today)))
    return .lines(notice.map { [$0.text[language]] } ?? [])
  }

  /// The papers about the page itself: nobody sees a selected row here.
  private var pagePapers: [PaperSubject] {
    var copy = self
    copy.selected = nil
    return copy.paperSubjects
  }

  private mutating func takePaper(
    _ name: String, _ format: PaperFormat, _ perform: (inout State, [Effect]) -> Void
  ) -> LinearReply {
    guard let subject = pagePapers.first(where: { $0.name.both.contains { $0.folded == name } }) else {
      return .lines(
        [Localized("trang này không có văn bản đó", "there is no such paper about this page")[language]] + exportLines)
    }
    return take(.paper(subject, format), perform)
  }

  /// What can be asked for here.
  private var exportLines: [String] {
    if isKiosk { return [refusal(of: .character("e"))] }
    let verb = Localized("xuất", "export")[language]
    let papers = pagePapers.flatMap { subject in
      PaperFormat.allCases.map { "\(verb) \(subject.name[language]) \($0.rawValue)" }
    }
    return Takeaway.Format.allCases.map { "\(verb) \($0.rawValue)" } + papers
  }

  // MARK: Finding

  /// Goes to what fits best of the things and days that the palette knows.
  private mutating func find(_ text: String) -> Bool {
    openPalette()
    for letter in text.unicodeScalars { _ = searchPalette(.character(letter)) }
    mode = .browsing
    let found = palette.entries.firstIndex { entry in
      if case .command = entry { return false }
      return refusal(of: entry) == nil
    }
    guard let found else { return false }
    palette.chosen = found
    _ = goToChosen()
    return true
  }

  func refusal(of key: Key) -> String {
    KeyTable.binding(for: key, in: surroundings)?.binding.refusal(in: surroundings)[language] ?? ""
  }

  private func row(numbered number: Int) -> Document.Row? {
    document.rows.indices.contains(number - 1) ? document.rows[number - 1] : nil
  }

  private mutating func open(row number: Int, _ perform: (inout State, [Effect]) -> Void) -> LinearReply {
    guard document.rows.indices.contains(number - 1) else {
      return .lines([
        Localized("trang này không có dòng số \(number)", "this page has no row \(number)")[language]
      ])
    }
    select(number - 1)
    guard let target = row?.target() else { return .lines([refusal(of: .enter)]) }
    push(target)
    perform(&self, update(.today(today)))
    return .page(notice: nil)
  }

  // MARK: Status

  private var statusLines: [String] {
    if document.statusMenu.choices.isEmpty { return [refusal(of: .character("f"))] }
    return document.statusMenu.labels(language).enumerated().map { "\($0.offset). \($0.element)" }
  }

  private mutating func filter(byStatus number: Int) -> LinearReply {
    let choices = document.statusMenu.choices
    guard (0...choices.count).contains(number), !choices.isEmpty else { return .lines(statusLines) }
    arrange { $0.status = number == 0 ? nil : choices[number - 1].option }
    return .page(notice: nil)
  }
}
