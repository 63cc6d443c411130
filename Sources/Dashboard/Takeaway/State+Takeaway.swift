import PlanCore
import TerminalKit
import TextCore

extension State {
  /// What is on the screen in a form: a picture of it, or the whole page behind it.
  ///
  /// - Parameter list: for spreadsheets: which of the page's lists, from 0; `nil` for the one under the cursor.
  /// - Returns: `nil` while there is no store, and for a spreadsheet of a page without such a list.
  public func takeaway(_ format: Takeaway.Format, list: Int? = nil) -> Takeaway? {
    guard let context else { return nil }
    let content: Takeaway.Content
    switch format {
    case .text, .ansi, .html, .svg: content = .canvas(undisturbed.render())
    case .markdown:
      content = .text(PaperMarkdown().text(of: outline(context).paper(title: takeawayTitle(context), language)))
    case .csv, .excel:
      let lists = outline(context).lists
      let number = list ?? row.flatMap { row in lists.firstIndex { $0.number == row.list } } ?? 0
      guard lists.indices.contains(number) else { return nil }
      content = .table(lists[number].table.stamped(context))
    }
    return Takeaway(
      name: takeawayName(context), format: format, title: takeawayTitle(context), language: language, content: content)
  }

  /// Without menus and notices.
  private var undisturbed: State {
    var copy = self
    copy.mode = .browsing
    copy.notice = nil
    return copy
  }

  /// Columns at which a page spells everything out.
  private static let outlineWidth = 240

  /// The page in view in words.
  func outline(_ context: Context) -> Outline {
    let outline = Outline()
    var context = current(context)
    context.size = Size(width: Self.outlineWidth, height: .max)
    context.outline = outline
    var document = Document(of: page, context, search)
    outline.finish(&document, context)
    return outline
  }

  // MARK: What it is called

  /// Where the reader is, as of when, and of which plan.
  func takeawayTitle(_ context: Context) -> String {
    let asOf = context.word("tính đến ", "as of ") + context.assessment.asOf.slashed
    var parts = [crumbs.joined(separator: " › "), asOf, context[context.plan.settings.shortTitle]]
    if context.plan.settings.isSimulated { parts.append(context.word("SỐ LIỆU MÔ PHỎNG", "SIMULATED DATA")) }
    return TerminalText.safe(parts.filter { !$0.isEmpty }.joined(separator: " · "))
  }

  /// Longest name of a page in a file's name.
  private static let longestName = 60

  private func takeawayName(_ context: Context) -> String {
    let screen = Screen.allCases.first { $0.page == self.screen }?.rawValue ?? "page"
    let words = ["thuky", context.assessment.asOf.iso, screen] + path.dropFirst().map(\.page.fileWords)
    return String(words.joined(separator: "-").prefix(Self.longestName))
  }
}

extension Page {
  /// What it is of, in letters that every file system takes.
  fileprivate var fileWords: String {
    let words: [String] =
      switch self {
      case .pillar(let id), .indicator(let id), .task(let id), .action(let id), .agency(let id), .source(let id): [id]
      case .figure(let agency, let indicator): [agency, indicator]
      case .report(let agency, let indicator, _, let line): [agency, indicator, "\(line)"]
      case .assignment(let task, let agency): [task, agency]
      case .comparison: ["changes"]
      case .explanation: ["why"]
      case .finding: ["finding"]
      case .findings: ["findings"]
      case .board: ["reporting"]
      case .help: ["help"]
      case .overview, .indicators, .tasks, .calendar, .agencies, .matrix: []
      }
    return words.joined(separator: "-").map { $0.isASCII && ($0.isLetter || $0.isNumber) ? String($0) : "-" }.joined()
  }
}

extension DataTable {
  /// The table with what makes a row of it true: the day, and whether it was made up.
  fileprivate func stamped(_ context: Context) -> DataTable {
    let isSimulated = context.plan.settings.isSimulated
    let mark = context.word("số liệu mô phỏng", "simulated")
    return DataTable(
      columns: columns + [context.word("Tính đến", "As of")] + (isSimulated ? [context.word("Ghi chú", "Note")] : []),
      rows: rows.map { $0 + [.day(context.assessment.asOf)] + (isSimulated ? [.text(mark)] : []) })
  }
}
