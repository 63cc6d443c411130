/// What a paper can be of, with indices into the plan.
public enum PaperKind: Hashable, Sendable {
  /// Since the day that is given, else since the month end before.
  case session(since: Day?)
  case agency(Int)
  case reminder(agency: Int)
  case pillar(Int)
  case changes(from: Day)

  /// The paper; `nil` of a reminder where the agency owes nothing, and of what the plan does not have.
  public func paper(_ source: PaperSource) -> Paper? {
    let plan = source.plan
    switch self {
    case .session(let since): return SessionBriefing.paper(source, since: since)
    case .agency(let index):
      return plan.agencies.indices.contains(index) ? AgencyPaper.paper(source, agency: index) : nil
    case .reminder(let index):
      return plan.agencies.indices.contains(index) ? ReminderLetter.paper(source, agency: index) : nil
    case .pillar(let index):
      return plan.pillars.indices.contains(index) ? PillarPaper.paper(source, pillar: index) : nil
    case .changes(let from): return ChangesPaper.paper(source, from: from)
    }
  }

  /// What a file of it is called, without number and extension: `thuky-2023-09-30-reminder-moh`.
  public func fileName(_ plan: Plan, asOf: Day) -> String {
    let words: [String] =
      switch self {
      case .session: ["session"]
      case .agency(let index): ["agency", Self.id(plan.agencies.map(\.id), index)]
      case .reminder(let index): ["reminder", Self.id(plan.agencies.map(\.id), index)]
      case .pillar(let index): ["pillar", Self.id(plan.pillars.map(\.id), index)]
      case .changes(let from): ["changes", from.iso]
      }
    return String((["thuky", asOf.iso] + words).joined(separator: "-").prefix(Self.longestName))
  }

  /// Every file system takes a name of so many letters.
  private static let longestName = 100

  /// An id in letters that every file system takes.
  private static func id(_ ids: [String], _ index: Int) -> String {
    guard ids.indices.contains(index) else { return "" }
    return String(String.UnicodeScalarView(ids[index].unicodeScalars.map { $0.isFileLetter ? $0 : "-" }))
  }
}

extension Unicode.Scalar {
  fileprivate var isFileLetter: Bool {
    ("a"..."z").contains(self) || ("A"..."Z").contains(self) || ("0"..."9").contains(self) || self == "_"
  }
}

/// A form that papers are written in.
public enum PaperFormat: String, Sendable, CaseIterable {
  case markdown, text, html, csv

  /// The end of a file's name.
  public var fileExtension: String {
    switch self {
    case .markdown: "md"
    case .text: "txt"
    case .html: "html"
    case .csv: "csv"
    }
  }

  /// Writes a paper down.
  ///
  /// - Parameter measure: how many columns a text takes.
  public func text(of paper: Paper, _ measure: @escaping @Sendable (String) -> Int) -> String {
    switch self {
    case .markdown: PaperMarkdown().text(of: paper)
    case .text: PaperText(measure).text(of: paper)
    case .html: PaperHTML().text(of: paper)
    case .csv: PaperCSV().text(of: paper)
    }
  }
}
