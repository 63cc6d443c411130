internal import TextCore

/// What a row of the journal is about, by the ids of the store's files: it outlives a reload.
public enum WorkID: Hashable, Sendable {
  /// A whole task.
  case task(String)
  /// One agency's share of a task.
  case assignment(task: String, agency: String)
  case action(String)

  /// As the journal has it: `task/T07`, `task/T07/ha-noi` or `action/A06-01`.
  public var text: String {
    switch self {
    case .task(let id): "task/\(id)"
    case .assignment(let task, let agency): "task/\(task)/\(agency)"
    case .action(let id): "action/\(id)"
    }
  }
}

extension Plan {
  /// Where it stands in the plan; `nil` where the plan has no such work.
  public func subject(_ id: WorkID) -> Update.Subject? {
    switch id {
    case .task(let id): return tasks.firstIndex { $0.id == id }.map(Update.Subject.task)
    case .action(let id): return actions.firstIndex { $0.id == id }.map(Update.Subject.action)
    case .assignment(let task, let agency):
      guard let task = tasks.firstIndex(where: { $0.id == task }),
        let agency = agencies.firstIndex(where: { $0.id == agency }), tasks[task].assignees.contains(agency)
      else { return nil }
      return .assignment(task: task, agency: agency)
    }
  }

  func id(of subject: Update.Subject) -> WorkID {
    switch subject {
    case .task(let task): .task(tasks[task].id)
    case .assignment(let task, let agency): .assignment(task: tasks[task].id, agency: agencies[agency].id)
    case .action(let action): .action(actions[action].id)
    }
  }
}

extension Store {
  /// The work that a text names as the journal does.
  ///
  /// - Throws: `RecordingFault.invalid`, which says what may be meant, where the plan has no such work.
  public func work(named text: String) throws(RecordingFault) -> WorkID {
    var faults: [Localized] = []
    if let subject = UpdatesTable.subject(text.precomposed, tables, { faults.append($0()) }) {
      return plan.id(of: subject)
    }
    let whole = ["task/" + text, "action/" + text].first { UpdatesTable.subject($0, tables) { _ in } != nil }
    let fault = faults.first ?? Localized(both: text)
    throw .invalid(whole.map { fault + .suggestion($0) } ?? fault)
  }
}
