internal import TextCore

extension PaperSource {
  /// Work of a task or of an action that stands alike with some agencies.
  struct WorkGroup {
    var id: String
    var title: String
    var agencies: [Int]
    var due: Day?
    var reason = ""
  }

  /// By due day, then in the plan's order.
  func groups(_ isWanted: (WorkStatus, WorkState) -> Bool) -> [WorkGroup] {
    let tasks = plan.tasks.indices.compactMap { index -> WorkGroup? in
      let agencies = assessment.tasks[index].assignments.filter { isWanted($0.status, $0.state) }.map(\.agency)
      let task = plan.tasks[index]
      return agencies.isEmpty
        ? nil
        : WorkGroup(
          id: task.id, title: self[task.title], agencies: agencies, due: task.due, reason: lastNote(index, agencies))
    }
    let actions = plan.actions.indices.compactMap { index -> WorkGroup? in
      let (action, assessed) = (plan.actions[index], assessment.actions[index])
      guard isWanted(assessed.status, assessed.state) else { return nil }
      return WorkGroup(
        id: action.id, title: self[action.title], agencies: action.lead.map(plan.members) ?? [], due: action.due)
    }
    return (tasks + actions).enumerated()
      .sorted { ($0.element.due ?? .last, $0.offset) < ($1.element.due ?? .last, $1.offset) }.map(\.element)
  }

  /// What was last noted about some work that stands alike: only where it is of one agency can it speak for all.
  private func lastNote(_ task: Int, _ agencies: [Int]) -> String {
    let journal = store.journal
    var updates = journal.history(of: .task(task))
    if agencies.count == 1 { updates += journal.history(of: .assignment(task: task, agency: agencies[0])) }
    let notes = updates.filter { !$0.isTakenBack && $0.day <= asOf }.compactMap { update -> (Day, String)? in
      if case .note(let text) = update.content { return (update.day, text) }
      return nil
    }
    return notes.max { $0.0 < $1.0 }.map { cut($0.1, to: 60) } ?? ""
  }
}
