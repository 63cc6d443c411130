import PlanCore
import TerminalKit
import TextCore

extension PageBuilder {
  /// One task: its whole text, every agency that it is assigned to, what was said about it.
  func task(_ document: inout Document, _ id: String) {
    guard let index = plan.taskIndex(id) else { return addGone(id, to: &document) }
    let task = plan.tasks[index]
    let assessed = assessment.tasks[index]
    addText(context[task.title], .title, to: &document)
    if state.isPreview { addOutlineFacts(index, to: &document) } else { addFacts(taskFacts(index), to: &document) }
    document.lines.append(.blank)
    let firstLine = document.lines.count
    if assessed.assignments.count > 1 {
      document.lines += tallyLines(assessed.tally, of: word("ĐƠN VỊ", "AGENCIES"))
    }
    var table = assignmentTable(Array(assessed.assignments), ofTask: index)
    table.groupings = assessed.assignments.count > 1 ? [groupAssignmentsByState, byKindAndRegion(\.agency)] : []
    add(table, to: &document, keepsHeader: false)
    while state.isPreview, document.lines.count < firstLine + Self.previewedAssignments {
      document.lines.append(.blank)
    }
    addJournal(
      plan.tasks[index].id, context.store.journal.history(of: .task(index)), shown: task.source, to: &document)
  }

  /// Lines that a preview keeps for the agencies of a task, so that what stands below does not move with the cursor.
  private static var previewedAssignments: Int { 11 }

  private func taskFacts(_ index: Int) -> [Fact] {
    let task = plan.tasks[index]
    return [
      Fact(word("Chủ trì", "Lead"), context.name(of: task.lead)),
      Fact(word("Hạn", "Due"), dueText(task.due, mostPressing(in: index))),
      Fact(word("Bắt đầu", "Start"), task.start?.slashed ?? ""),
      Fact(word("Trụ cột", "Pillar"), task.pillar.map { context[plan.pillars[$0].name] } ?? ""),
      Fact(word("Giao cho", "Given to"), task.office, isLong: true),
      Fact(word("Phối hợp", "With"), task.coordinating.map(context.name(of:)).joined(separator: ", "), isLong: true),
    ] + sourceFacts(task.source, task.confidence)
  }

  /// The same for a preview: each on one line of its own, there or not, and no link.
  private func addOutlineFacts(_ index: Int, to document: inout Document) {
    let facts = taskFacts(index).filter { $0.label != word("Bắt đầu", "Start") && $0.label != word("Liên kết", "Link") }
    let labelWidth = (facts.map { TerminalText.width($0.label) }.max() ?? 0) + 2
    for fact in facts {
      let label = fact.label + String(repeating: " ", count: labelWidth - TerminalText.width(fact.label))
      let text = fact.isEmpty ? context.none : fact.spans.map(\.text).joined()
      let room = max(0, width - 2 - labelWidth)
      document.lines.append(
        Line([Span(label, .muted), Span(TerminalText.cut(text, to: room, ellipsis: context.glyphs.ellipsis))]))
    }
  }

  private func assignmentTable(
    _ assignments: [AssignmentAssessment], ofTask task: Int
  ) -> ListTable<AssignmentAssessment> {
    ListTable(
      items: assignments,
      columns: [
        Column(title: "", width: .fixed(2), cell: { stateCell($0.state) }, data: []),
        Column(
          title: word("Đơn vị", "Agency"), width: .main(least: 24, most: 60),
          cell: { .text(context.name(of: $0.agency)) },
          order: { nameRank($0.agency) < nameRank($1.agency) }),
        Column(
          title: word("Tình hình", "Status"), width: .flexible(least: 26, most: 40),
          cell: { .text(context[$0.state.name], $0.state.role) },
          order: { StatusOption.work($0.state) < StatusOption.work($1.state) }),
        Column(
          title: word("Xong ngày", "Done on"), width: .fixed(10), dispensability: 1,
          cell: { .text($0.doneOn?.slashed ?? "") }, order: { ($0.doneOn ?? .last) < ($1.doneOn ?? .last) }),
        daysLeftColumn { (plan.tasks[task].due, $0.state) },
      ],
      key: { .agency(plan.agencies[$0.agency].id) },
      target: { .assignment(task: plan.tasks[task].id, agency: plan.agencies[$0.agency].id) },
      searchTexts: { plan.searchTexts(ofAgency: $0.agency) }, searchKey: { searchKey(ofAgency: $0.agency) },
      alsoMatches: inRegion(\.agency),
      statuses: { [.work($0.state)] },
      unit: Unit.agencies,
      emptyText: word("chưa giao cho đơn vị nào", "assigned to no agency"))
  }

  private var groupAssignmentsByState: Grouping<AssignmentAssessment> {
    Grouping(name: word("trạng thái", "status")) {
      [.init(order: StatusOption.work($0.state).order, title: context[$0.state.name])]
    }
  }

  /// One agency's share of a task, with everything that was said about it.
  func assignment(_ document: inout Document, task taskID: String, agency agencyID: String) {
    guard let task = plan.taskIndex(taskID), let agency = plan.agencyIndex(agencyID),
      let assignment = assessment.tasks[task].assignments.first(where: { $0.agency == agency })
    else { return addGone("\(taskID)/\(agencyID)", to: &document) }
    addText(context.name(of: agency), .title, to: &document)
    addText("\(taskID)  " + context[plan.tasks[task].title], to: &document)
    document.lines.append(.blank)
    addFacts(
      [
        standingFact(assignment.state, assignment.status),
        Fact(word("Hạn", "Due"), dueText(plan.tasks[task].due, assignment.state, doneOn: assignment.doneOn)),
        Fact(word("Xong ngày", "Done on"), assignment.doneOn?.slashed ?? ""),
      ] + sourceFacts(plan.tasks[task].source, plan.tasks[task].confidence), to: &document)
    let journal = context.store.journal
    let own = journal.history(of: .assignment(task: task, agency: agency))
    let source = plan.tasks[task].source
    addJournal(context.shortName(of: agency), own, shown: source, to: &document)
    if own.isEmpty || !journal.history(of: .task(task)).isEmpty {
      addJournal(
        word("cả nhiệm vụ ", "the whole task ") + taskID, journal.history(of: .task(task)), shown: source,
        to: &document)
    }
  }

  // MARK: Shared with actions

  /// How work stands, in a word, and what was said about it where that says more.
  func standingFact(_ state: WorkState, _ status: WorkStatus) -> Fact {
    let isSaid = state == .openInTime || state == .openOverdue || state == .pending && status != .notStarted
    // «đang thực hiện, trong hạn» beside «chưa thực hiện» would say two things at once.
    let name = isSaid && state != .pending ? state.shortName : state.name
    let said = isSaid ? " \(Character(context.glyphs.dot)) " + context[status.name] : ""
    return Fact(
      word("Tình hình", "Status"), [Span(state.glyph(context.glyphs) + " " + context[name] + said, state.role)])
  }

  /// A due day, and how far away it is while the work is open, or by how much it was missed.
  func dueText(_ due: Day?, _ state: WorkState?, doneOn: Day? = nil) -> String {
    guard let due else { return word("không nêu", "not given") }
    let distance = distance(to: due, state, doneOn: doneOn)
    return distance.isEmpty ? due.slashed : "\(due.slashed) (\(distance))"
  }

  private func distance(to due: Day, _ state: WorkState?, doneOn: Day?) -> String {
    let days = due - assessment.asOf
    switch state {
    case .openInTime where days == 0: return word("hôm nay", "today")
    case .openInTime: return word("còn \(days) ngày", "in \(dayCount(days))")
    case .openOverdue, .unreported: return word("quá hạn \(-days) ngày", "\(dayCount(-days)) overdue")
    case .doneLate:
      return doneOn.map { word("xong quá hạn \($0 - due) ngày", "done \(dayCount($0 - due)) late") } ?? ""
    default: return ""
    }
  }

  /// Where a figure or an assignment comes from.
  func sourceFacts(_ index: Int?, _ confidence: Confidence? = nil) -> [Fact] {
    let label = word("Nguồn", "Source")
    guard let index else { return [Fact(label, confidence.map { context[$0.name] } ?? "")] }
    let source = plan.sources[index]
    let published = [source.publisher == source.title ? "" : source.publisher, source.published]
    let parts = ([source.title] + published).filter { !$0.isEmpty }.joined(separator: ", ")
    return [
      Fact(label, "\(parts) (\(context[(confidence ?? source.confidence).name]))", isLong: true),
      Fact(word("Liên kết", "Link"), source.url, isLong: true),
    ]
  }

  /// What was said about a subject, newest first; what was taken back is marked, what lies ahead of the as-of date
  /// is not known yet. The link of a source that the page has shown already is not repeated.
  func addJournal(_ subject: String, _ updates: [Update], shown: Int?, to document: inout Document) {
    addTitle(word("CẬP NHẬT: ", "UPDATES: ") + subject, to: &document)
    let known = updates.filter { $0.day <= assessment.asOf }.sorted { ($0.day, $0.line) > ($1.day, $1.line) }
    if known.isEmpty {
      addText(word("chưa có cập nhật nào", "nothing has been said yet"), .muted, to: &document)
    }
    for update in known { addUpdate(update, shown: shown, to: &document) }
    // An update is taken back on all days, whenever that was said.
    let ahead = updates.count { $0.day > assessment.asOf && $0.content != .undo }
    if ahead > 0 {
      addText(
        word(
          "\(ahead) cập nhật sau ngày \(assessment.asOf.slashed) không tính",
          "\(ahead) after \(assessment.asOf.slashed) \(ahead == 1 ? "does" : "do") not count"),
        .muted, to: &document)
    }
  }

  /// What an update says, and whether that still counts.
  func words(of update: Update) -> String {
    let what =
      switch update.content {
      case .status(let status): context[status.name]
      case .note(let text): word("ghi chú: ", "note: ") + text
      case .undo: word("rút lại cập nhật trước", "took the one before back")
      }
    return what + (update.isTakenBack ? word("  [đã rút lại]", "  [taken back]") : "")
  }

  private func addUpdate(_ update: Update, shown: Int?, to document: inout Document) {
    let role: Role = update.isTakenBack ? .muted : .text
    let lines = TerminalText.wrap(words(of: update), to: min(width - 15, 110))
    for (index, line) in lines.enumerated() {
      document.lines.append(
        Line([Span(index == 0 ? update.day.slashed : "          ", .muted), Span("  " + line, role)]))
    }
    let index = plan.sources.firstIndex { $0.id == update.evidence }
    let source = index.map { plan.sources[$0] }
    let evidence = source.map { [$0.title, index == shown ? "" : $0.url] } ?? [update.evidence]
    let by = ([context[update.authorName]] + evidence).filter { !$0.isEmpty }
      .joined(separator: " \(Character(context.glyphs.dot)) ")
    for line in TerminalText.wrap(by, to: min(width - 15, 110)) { document.lines.append(Line(line, .muted, x: 13)) }
  }
}
