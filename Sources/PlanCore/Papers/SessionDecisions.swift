internal import TextCore

/// *Việc cần quyết định*: what only a head can move: work that is stuck, work that is overdue, whom to write to, and
/// indicators that will not be met as things go.
struct SessionDecisions {
  let briefing: SessionBriefing

  private var source: PaperSource { briefing.source }
  private var plan: Plan { source.plan }
  private var assessment: Assessment { source.assessment }
  private var room: Int { briefing.room.decisions }

  private func word(_ vietnamese: String, _ english: String) -> String { source.word(vietnamese, english) }

  var items: [String] {
    limited(stuck, word("nhiệm vụ đang vướng mắc khác", "more tasks that are stuck"))
      + limited(overdue, word("việc quá hạn khác", "more things overdue"))
      + unheard + limited(offTrack, word("chỉ tiêu chậm hoặc không đạt khác", "more indicators off track or missed"))
  }

  private func limited(_ items: [String], _ more: String) -> [String] {
    let most = max(1, room)
    if items.count <= most { return items }
    return items.prefix(most) + [word("Và \(items.count - most) \(more).", "And \(items.count - most) \(more).")]
  }

  // MARK: Work

  /// Work of a task or of an action that stands alike with some agencies.
  private struct Group {
    var id: String
    var title: String
    var agencies: [Int]
    var due: Day?
    var reason = ""
  }

  private func groups(_ isWanted: (WorkStatus, WorkState) -> Bool) -> [Group] {
    let tasks = plan.tasks.indices.compactMap { index -> Group? in
      let agencies = assessment.tasks[index].assignments.filter { isWanted($0.status, $0.state) }.map(\.agency)
      let task = plan.tasks[index]
      return agencies.isEmpty
        ? nil
        : Group(
          id: task.id, title: source[task.title], agencies: agencies, due: task.due, reason: lastNote(index, agencies))
    }
    let actions = plan.actions.indices.compactMap { index -> Group? in
      let (action, assessed) = (plan.actions[index], assessment.actions[index])
      guard isWanted(assessed.status, assessed.state) else { return nil }
      return Group(
        id: action.id, title: source[action.title], agencies: action.lead.map(plan.members) ?? [], due: action.due)
    }
    return (tasks + actions).enumerated()
      .sorted { ($0.element.due ?? .last, $0.offset) < ($1.element.due ?? .last, $1.offset) }.map(\.element)
  }

  /// What was last noted about some work that stands alike: only where it is of one agency can it speak for all.
  private func lastNote(_ task: Int, _ agencies: [Int]) -> String {
    let journal = source.store.journal
    var updates = journal.history(of: .task(task))
    if agencies.count == 1 { updates += journal.history(of: .assignment(task: task, agency: agencies[0])) }
    let notes = updates.filter { !$0.isTakenBack && $0.day <= source.asOf }.compactMap { update -> (Day, String)? in
      if case .note(let text) = update.content { return (update.day, text) }
      return nil
    }
    return notes.max { $0.0 < $1.0 }.map { source.cut($0.1, to: 60) } ?? ""
  }

  private func text(_ group: Group, _ what: String) -> String {
    var parts: [String] = []
    if !group.agencies.isEmpty { parts.append(source.names(group.agencies, most: 3)) }
    if let due = group.due {
      let days = source.asOf - due
      parts.append(word("hạn ", "due ") + due.slashed)
      if days > 0 { parts.append(word("quá \(days) ngày", source.count(days, "", "day") + " late")) }
    }
    if !group.reason.isEmpty { parts.append("«\(group.reason)»") }
    return "\(what): \(group.id), \(source.cut(group.title, to: 80)) (\(parts.joined(separator: "; ")))."
  }

  private var stuck: [String] {
    groups { status, state in status == .blocked && state.isOpen }
      .map { text($0, word("Tháo gỡ vướng mắc", "Clear the way")) }
  }

  private var overdue: [String] {
    groups { status, state in state == .openOverdue && status != .blocked }
      .map { text($0, word("Gia hạn hoặc yêu cầu hoàn thành ngay", "Extend, or insist that it be done")) }
  }

  /// One decision for all that nobody has spoken of: to ask.
  private var unheard: [String] {
    let groups = groups { _, state in state == .unreported }
    let count = groups.reduce(0) { $0 + max(1, $1.agencies.count) }
    if count == 0 { return [] }
    let named = groups.prefix(3).map { group in
      let who =
        group.agencies.count > 2
        ? source.count(group.agencies.count, "đơn vị", "agency", "agencies") : source.names(group.agencies, most: 2)
      return who.isEmpty ? group.id : "\(group.id): \(who)"
    }
    let more = groups.count > 3 ? word("; và \(groups.count - 3) việc khác", "; and \(groups.count - 3) more") : ""
    return [
      word(
        "Cho phép gửi công văn hỏi kết quả \(count) việc đã đến hạn mà chưa có thông tin (",
        "Let letters go out that ask about \(source.count(count, "", "thing")) past due without a word (")
        + named.joined(separator: "; ") + more + ")."
    ]
  }

  // MARK: Indicators

  private var offTrack: [String] {
    source.worstIndicators.filter { assessment.indicators[$0].status != .atRisk }.map { index in
      let indicator = plan.indicators[index]
      let gap = source.gapText(index, most: 3)
      let owner = indicator.owner.map { word("; đơn vị theo dõi: ", "; owner: ") + source.shortName($0) } ?? ""
      let status = source[assessment.indicators[index].status.name]
      return word("Biện pháp cho chỉ tiêu ", "What to do about indicator ")
        + "\(indicator.id), \(source.cut(source[indicator.title], to: 70)): \(status)"
        + (gap.isEmpty ? "" : ", \(gap)") + owner + "."
    }
  }
}
