import PlanCore
import TerminalKit
public import TextCore

/// What can be taken away from a page: the screen in a form, or a paper about what is in view.
enum ExportMenu {
  enum Choice: Hashable {
    case screen(Takeaway.Format)
    case paper(PaperSubject, PaperFormat)

    var label: Localized {
      switch self {
      case .screen(let format): format.label
      case .paper(let subject, let format): subject.name + Localized(both: ": ") + format.takeaway.label
      }
    }
  }

  /// A line of the menu: the screen, or a paper, and the forms that it can have.
  struct Row {
    var subject: PaperSubject?
    var formats: [Takeaway.Format]
  }

  static let title = Localized("Xuất ra tệp", "Take away")
  static let screen = Localized("màn hình này", "this screen")
}

extension State {
  /// The forms of the screen, then the papers about what is in view.
  var exportChoices: [ExportMenu.Choice] {
    Takeaway.Format.allCases.map(ExportMenu.Choice.screen)
      + paperSubjects.flatMap { subject in PaperFormat.allCases.map { .paper(subject, $0) } }
  }

  /// The same, line by line.
  var exportRows: [ExportMenu.Row] {
    [ExportMenu.Row(formats: Takeaway.Format.allCases)]
      + paperSubjects.map { ExportMenu.Row(subject: $0, formats: PaperFormat.allCases.map(\.takeaway)) }
  }

  /// The choice on another line that is nearest to one: the same form, where that line has it.
  private func exportChoice(from choice: Int, lines step: Int) -> Int {
    let rows = exportRows
    var first = 0
    for (index, row) in rows.enumerated() {
      if choice < first + row.formats.count {
        let other = (index + step + rows.count) % rows.count
        let start = rows[..<other].reduce(0) { $0 + $1.formats.count }
        return start + (rows[other].formats.firstIndex(of: row.formats[choice - first]) ?? 0)
      }
      first += row.formats.count
    }
    return 0
  }

  mutating func openExportMenu() {
    if isKiosk {
      notice = KeyTable.binding(for: .character("e"), in: surroundings).map { Notice(text: $0.binding.refusal) }
    } else if context == nil || loading != nil {
      notice = Notice(text: Localized("số liệu còn đang đọc; xin chờ", "the data are still being read; please wait"))
    } else {
      mode = .choosingExport(0)
    }
  }

  /// Takes a key while the menu is open: arrows choose what and in which form, Enter writes, Esc leaves everything as it was.
  mutating func chooseExport(_ key: Key, _ choice: Int) -> [Effect] {
    let choices = exportChoices
    let count = choices.count
    let choice = min(choice, count - 1)
    switch key {
    case .up where exportRows.count > 1: mode = .choosingExport(exportChoice(from: choice, lines: -1))
    case .down where exportRows.count > 1: mode = .choosingExport(exportChoice(from: choice, lines: 1))
    case .left, .up, .backTab: mode = .choosingExport((choice + count - 1) % count)
    case .right, .down, .tab, .character("e"): mode = .choosingExport((choice + 1) % count)
    case .enter: return export(choices[choice])
    case .escape, .character("q"): mode = .browsing
    case .control("c"): return [.quit]
    case .control("z"): return [.suspend]
    default: break
    }
    return []
  }

  mutating func export(_ choice: ExportMenu.Choice) -> [Effect] {
    mode = .browsing
    guard !isKiosk else { return [] }
    guard case .screen(let format) = choice else { return askForPaper(choice) }
    awaitedExport = format
    guard let takeaway = takeaway(format) else { return exportAwaited() }
    // The whole page may want to know of more reports than the part in view.
    if context?.details.isWaiting == true { return [] }
    awaitedExport = nil
    return [.export(takeaway)]
  }

  /// Goes on with what waited for rows to be read back.
  mutating func exportAwaited() -> [Effect] {
    guard let format = awaitedExport else { return [] }
    awaitedExport = nil
    if let takeaway = takeaway(format) { return [.export(takeaway)] }
    notice = Notice(text: Localized("trang này không có danh sách để xuất", "this page has no list to take away"))
    return []
  }
}

extension Localized {
  /// The name first: it is what is new, and the end of a long line is cut.
  public static func exported(_ path: String) -> Localized {
    let (folder, name) = PathText.parts(path)
    return Localized("đã ghi \(name) vào \(folder)", "wrote \(name) into \(folder)")
  }

  static func exportRefused(_ folder: String) -> Localized {
    Localized("không ghi vào thư mục của bộ dữ liệu: ", "nothing is written into the store's folder: ")
      + Localized(both: folder) + Localized("; hãy dùng --export-dir", "; use --export-dir")
  }

  static func exportFailed(_ error: StoreError) -> Localized {
    let why: Localized =
      switch error {
      case .system(let path, let code): Localized(both: path + ": ") + SystemError.text(code)
      case .missing, .unreadablePlan, .notEmpty, .outside: Localized(both: "")
      }
    return Localized("không ghi được ", "cannot write ") + why
  }
}
