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
  /// The work that a text names as the journal does; ids are found as people write them.
  ///
  /// - Throws: `RecordingFault.invalid`, which says what may be meant, where the plan has no such work.
  public func work(named text: String) throws(RecordingFault) -> WorkID {
    var faults: [Localized] = []
    let name = canonical(text.precomposed)
    if let subject = UpdatesTable.subject(name, tables, { faults.append($1()) }) {
      return plan.id(of: subject)
    }
    let whole = ["task/" + text, "action/" + text].map(canonical).first {
      UpdatesTable.subject($0, tables) { _, _ in } != nil
    }
    let fault = faults.first ?? Localized(both: text)
    throw .invalid(whole.map { fault + .suggestion($0) } ?? fault)
  }

  /// The same with ids as the tables have them, as far as each leads to one thing.
  private func canonical(_ text: String) -> String {
    var parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard (2...3).contains(parts.count) else { return text }
    parts[0] = parts[0].lowercased()
    let names = names
    func find(_ kind: PlanNames.Kind, _ ids: [String], at part: Int) {
      let found = names.find(kind, parts[part])
      if found.count == 1 { parts[part] = ids[found[0]] }
    }
    if parts[0] == "action" {
      find(.action, tables.actions.ids, at: 1)
    } else {
      find(.task, tables.tasks.ids, at: 1)
      if parts.count == 3 { find(.agency, tables.agencies.ids, at: 2) }
    }
    return parts.joined(separator: "/")
  }
}
