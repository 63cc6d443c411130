public import TextCore

/// How many agencies a status counts for.
public struct RecordingReach: Hashable, Sendable {
  /// Those that it decides for.
  public var agencies: Int
  /// Of a whole task, those of whom a status of their own was said: they keep it.
  public var others = 0

  /// In a sentence that goes on; nothing where it is about one alone.
  public var words: Localized? {
    guard agencies + others > 1 else { return nil }
    let count = Localized("ghi cho \(agencies) đơn vị", agencies == 1 ? "for 1 agency" : "for \(agencies) agencies")
    guard others > 0 else { return count }
    return count
      + Localized(
        ", \(others) đơn vị có cập nhật riêng giữ nguyên",
        others == 1 ? ", 1 keeps its own status" : ", \(others) keep their own status")
  }
}

extension Store {
  /// Whom a status about some work would count for on the day from which it does.
  public func reach(of work: WorkID, on day: Day) -> RecordingReach {
    guard case .task(let task)? = plan.subject(work) else { return RecordingReach(agencies: 1) }
    let assignees = plan.tasks[task].assignees
    guard journal.speaksOfAssignments(of: task) else { return RecordingReach(agencies: assignees.count) }
    let others = assignees.count {
      !journal.statuses(of: .assignment(task: task, agency: $0), upTo: day).isEmpty
    }
    return RecordingReach(agencies: assignees.count - others, others: others)
  }
}

extension Plan {
  /// Whether some work is a place held open for the annex: whatever is said of it, it counts for nothing.
  public func isPending(_ work: WorkID) -> Bool {
    switch subject(work) {
    case .task(let task)?, .assignment(let task, _)?: tasks[task].confidence == .pending
    case .action(let action)?: actions[action].confidence == .pending
    case nil: false
    }
  }
}

extension PlanSettings {
  /// What its author should know of a day on which nobody looks at the plan; `nil` within its period.
  public func reservation(about day: Day) -> Localized? {
    if day > end {
      return Localized("sau khi kế hoạch kết thúc", "after the plan's end")
    }
    if day < start {
      return Localized("trước khi kế hoạch bắt đầu", "before the plan's start")
    }
    return nil
  }
}
