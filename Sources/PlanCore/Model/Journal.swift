/// *Cập nhật*: a row of the journal of status changes and notes.
public struct Update: Hashable, Sendable {
  /// What a row is about, with indices into the plan.
  public enum Subject: Hashable, Sendable {
    /// A whole task, `task/T07`.
    case task(Int)
    /// One agency's share of a task, `task/T07/ha-noi`.
    case assignment(task: Int, agency: Int)
    /// `action/A06-01`.
    case action(Int)
  }

  /// What a row says.
  public enum Content: Hashable, Sendable {
    case status(WorkStatus)
    case note(String)
    /// Takes back the last earlier row of the same author on the same subject.
    case undo
  }

  /// The moment as written, ISO 8601 with its offset.
  public var at: String
  public var author: String
  public var subject: Subject
  public var content: Content
  /// The day from which it counts: `effective`, else the date in `at`.
  public var day: Day
  public var evidence: String
  /// The line in the file.
  public var line: Int
  /// Whether a later `undo` of its author struck it out.
  public var isTakenBack = false
}

/// All updates, in the order of the file, with what was taken back marked.
public struct Journal: Sendable {
  public private(set) var updates: [Update]
  /// Indices of `undo` rows that found nothing to take back.
  public private(set) var idleUndos: [Int] = []
  /// Indices of the updates about a subject, by its number.
  private var bySubject: [Int: [Int]] = [:]
  private var tasksWithOwnWords: Set<Int> = []

  /// Takes the rows in the order of the file and marks what later rows take back.
  public init(_ updates: [Update] = []) {
    self.updates = updates
    for (index, update) in updates.enumerated() {
      bySubject[update.subject.number, default: []].append(index)
      if case .assignment(let task, _) = update.subject { tasksWithOwnWords.insert(task) }
    }
    if updates.contains(where: { $0.content == .undo }) { takeBack() }
  }

  private struct Hand: Hashable {
    var author: String
    var subject: Int
  }

  private mutating func takeBack() {
    var standing: [Hand: [Int]] = [:]
    for (index, update) in updates.enumerated() {
      let hand = Hand(author: update.author, subject: update.subject.number)
      if update.content != .undo {
        standing[hand, default: []].append(index)
      } else if let last = standing[hand]?.popLast() {
        updates[last].isTakenBack = true
      } else {
        idleUndos.append(index)
      }
    }
  }

  /// Whether anything was said about one agency's share of a task.
  public func speaksOfAssignments(of task: Int) -> Bool { tasksWithOwnWords.contains(task) }

  /// Everything said about a subject, in the order of the file.
  public func history(of subject: Update.Subject) -> [Update] {
    bySubject[subject.number]?.map { updates[$0] } ?? []
  }

  /// What an author's next `undo` row on a subject would take back.
  public func lastStanding(of subject: Update.Subject, by author: String) -> Update? {
    history(of: subject).last { $0.author == author && $0.content != .undo && !$0.isTakenBack }
  }

  /// The status rows that count on a day, oldest first, ties by place in the file.
  public func statuses(of subject: Update.Subject, upTo day: Day) -> [(day: Day, status: WorkStatus)] {
    guard let own = bySubject[subject.number] else { return [] }
    let rows = own.compactMap { index -> (day: Day, index: Int, status: WorkStatus)? in
      let update = updates[index]
      guard case .status(let status) = update.content, !update.isTakenBack, update.day <= day else { return nil }
      return (update.day, index, status)
    }
    return rows.sorted { ($0.day, $0.index) < ($1.day, $1.index) }.map { ($0.day, $0.status) }
  }
}

extension Update.Subject {
  /// A number of its own.
  fileprivate var number: Int {
    switch self {
    case .task(let task): task << 32
    case .assignment(let task, let agency): task << 32 | (agency + 1)
    case .action(let action): -1 - action
    }
  }
}
