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
    case .unknown(let text):
      return .lines([
        Localized("không hiểu «\(text)»; gõ «trợ giúp»", "«\(text)» is not known; type «help»")[language]
      ])
    case .screen(let number): go(to: number)
    case .open(let number): return open(row: number, perform)
    case .filter(let text):
      guard document.unfilteredCount > 0 else { return .lines([refusal(of: .character("/"))]) }
      filter(by: String(text.prefix(LineField.longest)))
    case .status(nil): return .lines(statusLines)
    case .status(let number?): return filter(byStatus: number)
    case .day(let day): show(day)
    case .find(let text):
      guard find(text) else {
        return .lines([Localized("không có gì khớp với «\(text)»", "nothing fits «\(text)»")[language]])
      }
    case .compare(let text):
      push(.comparison)
      if let why = compare(withDay: text) { return .lines([why[language]]) }
    case .explain(let number):
      guard let number = number.map({ row(numbered: $0)?.target()?.explained }) ?? page.page.explained ?? explained
      else {
        return .lines([refusal(of: .character("="))])
      }
      push(.explanation(number))
    case .export(let format):
      openExportMenu()
      perform(&self, export(.screen(format)))
      perform(&self, update(.today(today)))
      return .lines(notice.map { [$0.text[language]] } ?? [])
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
