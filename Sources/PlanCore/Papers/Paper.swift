public import TextCore

/// *Văn bản*: something to hand out, in headings, paragraphs and tables; what it looks like is an exporter's business.
///
/// The papers: ``SessionBriefing``, ``AgencyPaper``, ``ReminderLetter``, ``PillarPaper``, ``ChangesPaper``; a page of the
/// dashboard is one too. The exporters: ``PaperMarkdown``, ``PaperText``, ``PaperHTML``, ``PaperCSV``.
public struct Paper: Hashable, Sendable {
  /// A part of it.
  public enum Block: Hashable, Sendable {
    case heading(String)
    case text(String)
    case facts([Fact])
    /// Items that are numbered from 1.
    case list([String])
    case table(DataTable)
    /// Two halves beside each other, each line in the middle of its half or at its left: the head and the foot of a letter.
    case halves([Line], [Line])
    /// Lines that begin in the middle of the page.
    case indented([Line])
  }

  /// A text under its name.
  public struct Fact: Hashable, Sendable {
    public var label: String
    public var text: String

    /// A name and what it is.
    public init(_ label: String, _ text: String) {
      self.label = label
      self.text = text
    }
  }

  /// A line that stands as it is.
  public struct Line: Hashable, Sendable {
    /// How its letters look.
    public enum Look: Hashable, Sendable { case plain, bold, italic }

    public var text: String
    public var look: Look
    /// Whether it begins at the left of its half instead of standing in the middle.
    public var isLeading: Bool

    /// A line of text.
    public init(_ text: String, _ look: Look = .plain, isLeading: Bool = false) {
      self.text = text
      self.look = look
      self.isLeading = isLeading
    }
  }

  /// What it is of, in a line.
  public var title: String
  public var language: Language
  /// Whether the title stands at its head; a letter begins with its sender.
  public var showsTitle = true
  public var blocks: [Block] = []
  /// Small print: what the paper was made from.
  public var foot: [Fact] = []

  /// A paper with nothing in it but its title.
  public init(title: String, _ language: Language) {
    self.title = title
    self.language = language
  }

  /// The same with every text changed in the same way.
  public func mapTexts(_ change: (String) -> String) -> Paper {
    var paper = Paper(title: change(title), language)
    paper.showsTitle = showsTitle
    func lines(_ lines: [Line]) -> [Line] { lines.map { Line(change($0.text), $0.look, isLeading: $0.isLeading) } }
    func facts(_ facts: [Fact]) -> [Fact] { facts.map { Fact(change($0.label), change($0.text)) } }
    paper.foot = facts(foot)
    paper.blocks = blocks.map { block in
      switch block {
      case .heading(let text): .heading(change(text))
      case .text(let text): .text(change(text))
      case .facts(let list): .facts(facts(list))
      case .list(let items): .list(items.map(change))
      case .table(let table): .table(table.mapTexts(change))
      case .halves(let left, let right): .halves(lines(left), lines(right))
      case .indented(let list): .indented(lines(list))
      }
    }
    return paper
  }
}

extension DataTable {
  fileprivate func mapTexts(_ change: (String) -> String) -> DataTable {
    DataTable(
      columns: columns.map(change),
      rows: rows.map { row in
        row.map { value in
          if case .text(let text) = value { return .text(change(text)) }
          return value
        }
      })
  }
}

/// A way to write a paper down.
public protocol PaperExporter: Sendable {
  /// The whole file; every line is ended.
  func text(of paper: Paper) -> String
}
