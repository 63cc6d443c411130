import PlanCore
import TerminalKit
import TextCore

/// A page in words and values instead of columns on a screen: what spreadsheets, papers and screen readers are given.
///
/// While a page is built with one, headings, facts and lists go here and not into the document. Lines that a page
/// draws by itself are taken down as they stand.
final class Outline {
  enum Block {
    case title(String)
    case text(String)
    case facts([(label: String, text: String)])
    case list(OutlineList)
  }

  private(set) var blocks: [Block] = []

  /// The lists of the page, in the order of the cursor.
  var lists: [OutlineList] {
    blocks.compactMap { if case .list(let list) = $0 { list } else { nil } }
  }

  func add(_ block: Block, _ document: inout Document, _ context: Context) {
    takeDown(&document, context)
    blocks.append(block.safe)
  }

  /// Takes down the lines that have come since the last time.
  func takeDown(_ document: inout Document, _ context: Context) {
    let lines = document.head.dropFirst(document.taken.head) + Array(document.lines.dropFirst(document.taken.lines))
    document.taken = (document.head.count, document.lines.count)
    addText(of: Array(lines), context)
  }

  /// Takes down what is left, and what stands below.
  func finish(_ document: inout Document, _ context: Context) {
    takeDown(&document, context)
    addText(of: document.foot, context)
  }

  private func addText(of lines: [Line], _ context: Context) {
    for line in lines {
      let text = line.words(context)
      if text.hasWords { blocks.append(.text(text)) }
    }
  }
}

extension Outline.Block {
  /// The same with nothing in it that a terminal acts on; rows of lists are made so one by one.
  fileprivate var safe: Outline.Block {
    switch self {
    case .title(let title): .title(TerminalText.safe(title))
    case .text(let text): .text(TerminalText.safe(text))
    case .facts(let facts): .facts(facts.map { (TerminalText.safe($0.label), TerminalText.safe($0.text)) })
    case .list: self
    }
  }
}

/// A list of an outline.
struct OutlineList {
  struct Row {
    /// The group that it stands under.
    var group: String?
    /// What the group's heading says beside its name.
    var groupSummary = ""
    /// What its columns say, each under its name.
    var said: [(label: String, text: String)]
    var values: [DataTable.Value]
  }

  /// Its number on the page, as rows have it.
  var number: Int
  /// What is said where there are no rows.
  var emptyText: String
  /// What the groups are.
  var grouping: String?
  /// The titles of the values.
  var columns: [String]
  var rows: [Row]

  /// The list as a table, its groups as a column of their own where no other says the same.
  var table: DataTable {
    let groups = rows.map { $0.group.map(DataTable.Value.text) ?? .none }
    let isSaid = columns.indices.contains { column in rows.map { $0.values[column] } == groups }
    guard let grouping, !isSaid else { return DataTable(columns: columns, rows: rows.map(\.values)) }
    return DataTable(
      columns: [grouping] + columns, rows: zip(groups, rows).map { [$0] + $1.values })
  }
}

extension Line {
  /// What it says; a title or a first column is a label.
  fileprivate func words(_ context: Context) -> String {
    let texts = parts.map { $0.content.words(context) }.filter { !$0.isEmpty }
    if texts.count == 2, parts.count == 2 { return texts[0] + ": " + texts[1] }
    if parts.count == 1, case .spans(let spans) = parts[0].content, spans.count > 1, spans[0].role == .title {
      let rest = Content.spans(Array(spans.dropFirst())).words(context)
      let label = Content.spans([spans[0]]).words(context)
      return label.hasSuffix(":") ? label + " " + rest : label + ": " + rest
    }
    return texts.joined(separator: "  ")
  }
}

extension Content {
  /// Its text, the first wording of several; what it would draw into a line, where it is no text.
  func words(_ context: Context) -> String {
    switch self {
    case .spans(let spans), .trailing(let spans): return TerminalText.safe(spans.map(\.text).joined()).squeezed
    case .fitting(let wordings): return wordings.first?.words(context) ?? ""
    case .custom(let draw):
      var canvas = Canvas(size: Size(width: context.width, height: 1))
      draw(&canvas, Place(x: 0, y: 0, width: context.width, column: 0, isSelected: false))
      return canvas.text.squeezed
    }
  }
}

extension String {
  /// Whether it has a letter or a digit.
  var hasWords: Bool {
    unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType == .decimal }
  }

  /// Without blanks at its ends, and with one where there were several.
  var squeezed: String { split(separator: " ").joined(separator: " ") }
}
