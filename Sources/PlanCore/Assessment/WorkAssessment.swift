/// How work stands to its due day.
public enum WorkState: String, Sendable, CaseIterable {
  case doneOnTime
  case doneLate
  case openInTime
  /// Overdue, and somebody has said something about it.
  case openOverdue
  /// Overdue, and nobody has said anything.
  case unreported
  case cancelled
  /// A place held open for the annex.
  case pending

  public var isOverdue: Bool { self == .openOverdue || self == .unreported }
  public var isOpen: Bool { self == .openInTime || isOverdue }
}

/// *Nhiệm vụ được giao*: one agency's share of a task.
public struct AssignmentAssessment: Hashable, Sendable {
  public var agency: Int
  public var status: WorkStatus
  public var state: WorkState
  /// The day it became done for good; `nil` where it is not, or nobody said when.
  public var doneOn: Day?
  public var isDueSoon: Bool
}

/// How a task stands with each agency that it is assigned to.
public struct TaskAssessment: Hashable, Sendable {
  /// In the order of the task's assignees.
  public var assignments: Assignments
  public var tally: Tally
}

/// The assignments of a task. Ten thousand agencies that nobody spoke of singly stand all alike.
public struct Assignments: RandomAccessCollection, Hashable, Sendable {
  let agencies: [Int]
  /// How the task as a whole stands.
  let common: ActionAssessment
  /// How those stand that something was said about, by their places.
  let own: [Int: ActionAssessment]

  public var startIndex: Int { 0 }
  public var endIndex: Int { agencies.count }

  public subscript(position: Int) -> AssignmentAssessment {
    let work = own.isEmpty ? common : own[position] ?? common
    return AssignmentAssessment(
      agency: agencies[position], status: work.status, state: work.state, doneOn: work.doneOn,
      isDueSoon: work.isDueSoon)
  }

  /// The states alone, each with its agency.
  func forEachState(_ body: (WorkState, _ agency: Int) -> Void) {
    if own.isEmpty {
      for agency in agencies { body(common.state, agency) }
    } else {
      for assignment in self { body(assignment.state, assignment.agency) }
    }
  }
}

/// How an entry of the calendar stands.
public struct ActionAssessment: Hashable, Sendable {
  public var status: WorkStatus
  public var state: WorkState
  public var doneOn: Day?
  public var isDueSoon: Bool
}

/// The national four-cell tally, and what it leaves out.
public struct Tally: Hashable, Sendable {
  public var doneOnTime = 0
  public var doneLate = 0
  public var openInTime = 0
  /// Those that nobody spoke of included.
  public var openOverdue = 0
  /// Of the overdue, those that nobody spoke of.
  public var unreported = 0
  public var cancelled = 0
  public var pending = 0
  public var dueSoon = 0

  /// How many are in a state: overdue here are those of whom somebody spoke.
  public subscript(state: WorkState) -> Int {
    switch state {
    case .doneOnTime: doneOnTime
    case .doneLate: doneLate
    case .openInTime: openInTime
    case .openOverdue: openOverdue - unreported
    case .unreported: unreported
    case .cancelled: cancelled
    case .pending: pending
    }
  }

  /// Adds pieces of work that stand alike.
  mutating func add(_ state: WorkState, isDueSoon: Bool, count: Int = 1) {
    switch state {
    case .doneOnTime: doneOnTime += count
    case .doneLate: doneLate += count
    case .openInTime: openInTime += count
    case .openOverdue: openOverdue += count
    case .unreported: (openOverdue, unreported) = (openOverdue + count, unreported + count)
    case .cancelled: cancelled += count
    case .pending: pending += count
    }
    if isDueSoon { dueSoon += count }
  }

  mutating func add(_ other: Tally) {
    doneOnTime += other.doneOnTime
    doneLate += other.doneLate
    openInTime += other.openInTime
    openOverdue += other.openOverdue
    unreported += other.unreported
    cancelled += other.cancelled
    pending += other.pending
    dueSoon += other.dueSoon
  }
}

extension Assessor {
  /// What was said about a piece of work up to a day, oldest first.
  private typealias Said = [(day: Day, status: WorkStatus)]

  func task(_ index: Int) -> TaskAssessment {
    let task = plan.tasks[index]
    let common = journal.statuses(of: .task(index), upTo: asOf)
    let commonWork = assess(common, task.status, due: task.due, task.confidence)
    var own: [Int: ActionAssessment] = [:]
    if journal.speaksOfAssignments(of: index) {
      for (place, agency) in task.assignees.enumerated() {
        let said = journal.statuses(of: .assignment(task: index, agency: agency), upTo: asOf)
        // What is said about the one agency stands over what is said about all.
        if !said.isEmpty { own[place] = assess(said, task.status, due: task.due, task.confidence) }
      }
    }
    var tally = Tally()
    for work in own.values { tally.add(work.state, isDueSoon: work.isDueSoon) }
    tally.add(commonWork.state, isDueSoon: commonWork.isDueSoon, count: task.assignees.count - own.count)
    return TaskAssessment(
      assignments: Assignments(agencies: task.assignees, common: commonWork, own: own), tally: tally)
  }

  func action(_ index: Int) -> ActionAssessment {
    let action = plan.actions[index]
    return assess(
      journal.statuses(of: .action(index), upTo: asOf), action.status, due: action.due, action.confidence)
  }

  private func assess(_ said: Said, _ column: WorkStatus?, due: Day?, _ confidence: Confidence?) -> ActionAssessment {
    let status = said.last?.status ?? column ?? .notStarted
    let doneOn = doneDay(said)
    let isOverdue = due.map { $0 < asOf } ?? false
    let state: WorkState
    if confidence == .pending {
      state = .pending
    } else if status == .cancelled {
      state = .cancelled
    } else if status == .done {
      state = if let doneOn, let due, doneOn > due { .doneLate } else { .doneOnTime }
    } else if isOverdue {
      state = said.isEmpty && column == nil ? .unreported : .openOverdue
    } else {
      state = .openInTime
    }
    let isDueSoon =
      state.isOpen && (due.map { $0 >= asOf && $0 - asOf <= thresholds.dueSoonDays } ?? false)
    return ActionAssessment(
      status: status, state: state, doneOn: status == .done ? doneOn : nil, isDueSoon: isDueSoon)
  }

  /// The first day of the last unbroken run of «done».
  private func doneDay(_ said: Said) -> Day? {
    var day: Day?
    for row in said.reversed() {
      guard row.status == .done else { break }
      day = row.day
    }
    return day
  }
}
