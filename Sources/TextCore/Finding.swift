/// What is wrong at one place of a file, said to the data's owner.
public struct Finding: Hashable, Sendable {
  /// Whether something was left out (`error`) or only looks wrong (`warning`).
  public enum Severity: String, Sendable { case error, warning }

  /// How bad it is.
  public var severity: Severity
  /// Path within the store (or the theme's name).
  public var file: String
  /// Counted from 1; a newline inside quotes counts too.
  public var line: Int
  /// Unicode scalars from 1; a byte that is not UTF-8 is one.
  public var column: Int
  /// What is wrong; what would be right.
  public var message: Localized

  /// A finding at a line and column, both counted from 1.
  public init(_ severity: Severity, file: String, line: Int, column: Int, message: Localized) {
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  /// `path:line:column: error: what is wrong; what would be right`. `error` and `warning` are the same in every
  /// language, so that scripts can look for them.
  public func text(in language: Language) -> String {
    "\(file):\(line):\(column): \(severity.rawValue): \(message[language])"
  }
}

/// The findings of one reading: the first thousand are kept, all are counted.
public struct Findings: Sendable {
  /// How many are kept.
  public static let limit = 1_000

  /// The first of them, in the order in which they were found.
  public private(set) var kept: [Finding] = []
  /// Of all, kept or not.
  public private(set) var errorCount = 0
  /// Of all, kept or not.
  public private(set) var warningCount = 0

  /// Nothing found yet.
  public init() {}

  /// Of all, kept or not.
  public var count: Int { errorCount + warningCount }
  /// Whether nothing was found.
  public var isEmpty: Bool { count == 0 }
  /// How many are counted but not kept.
  public var omitted: Int { count - kept.count }

  /// Whether one more would be kept.
  public var hasRoom: Bool { kept.count < Self.limit }

  /// Counts a finding, and keeps it among the first thousand.
  public mutating func add(_ finding: Finding) {
    count(finding.severity)
    if hasRoom { kept.append(finding) }
  }

  /// Counts a finding that is not kept.
  public mutating func count(_ severity: Finding.Severity) {
    switch severity {
    case .error: errorCount += 1
    case .warning: warningCount += 1
    }
  }

  /// The same so many lines further down.
  public func shifted(byLines lines: Int) -> Findings {
    var all = self
    for index in kept.indices { all.kept[index].line += lines }
    return all
  }

  /// Counts all of them, and keeps as many as there is room for.
  public mutating func add(_ other: Findings) {
    errorCount += other.errorCount
    warningCount += other.warningCount
    kept += other.kept.prefix(Self.limit - kept.count)
  }

  /// The same and more of one file, in the order of its lines and columns; those at one place stay in the order in which
  /// they were found.
  public func inOrder(with more: [Finding] = []) -> Findings {
    let all = (kept + more).enumerated().sorted { a, b in
      (a.element.line, a.element.column, a.offset) < (b.element.line, b.element.column, b.offset)
    }
    var ordered = self
    ordered.kept = all.prefix(Self.limit).map(\.element)
    for finding in more { ordered.count(finding.severity) }
    return ordered
  }
}
