import PlanCore
import TerminalKit
import TextCore

extension PageBuilder {
  /// *Nhiệm vụ*: the tasks, by who leads them.
  func tasks(_ document: inout Document) {
    let tally = assessment.taskTally
    document.head += tallyLines(tally, of: word("NHIỆM VỤ", "TASKS"))
    var table = taskTable(Array(plan.tasks.indices), showsLead: state.grouping != 0)
    table.groupings = [groupByLead, groupByPillar, groupByDueMonth, groupByState]
    table.statusWeight = { task, option in
      assessment.tasks[task].assignments.count { .work($0.state) == option }
    }
    add(table, to: &document)
  }

  /// A list of tasks: by status, title, due day.
  func taskTable(_ tasks: [Int], showsLead: Bool = true) -> ListTable<Int> {
    ListTable(
      items: tasks,
      columns: [
        Column(title: "", width: .fixed(2), cell: { stateCell(worstState(of: $0)) }),
        Column(
          title: word("Mã", "Id"), width: .fixed(4), cell: { .text(plan.tasks[$0].id, .muted) },
          order: {
            plan.tasks[$0].id < plan.tasks[$1].id
          }),
        Column(
          title: word("Nhiệm vụ", "Task"), width: .main(least: 24, most: 110),
          cell: { .text(context[plan.tasks[$0].title]) }),
        Column(
          title: showsLead ? word("Chủ trì", "Lead") : word("Tình hình", "How it stands"),
          width: .flexible(least: showsLead ? 12 : 23, most: 34), cell: { showsLead ? leadCell($0) : tallyCell($0) }),
        Column(
          title: showsLead ? word("Tình hình", "How it stands") : word("Phối hợp", "With"),
          width: .flexible(least: showsLead ? 23 : 17, most: 34), dispensability: 2,
          cell: { showsLead ? tallyCell($0) : coordinatingCell($0) }),
        Column(
          title: word("Hạn", "Due"), width: .fixed(10), cell: { .text(plan.tasks[$0].due?.slashed ?? "–") },
          order: { (plan.tasks[$0].due ?? .last) < (plan.tasks[$1].due ?? .last) }),
        Column(
          title: word("Còn", "Left"), width: .fixed(7), isTrailing: true, dispensability: 1, cell: daysLeftCell(ofTask:)
        ),
      ],
      key: { .task(plan.tasks[$0].id) },
      target: { .task(plan.tasks[$0].id) },
      searchTexts: plan.searchTexts(ofTask:),
      statuses: { task in Set(assessment.tasks[task].assignments.map(\.state)).map(StatusOption.work) },
      emptyText: word("không có nhiệm vụ nào", "there are no tasks"), caption: { context[plan.tasks[$0].title] })
  }

  // MARK: Cells

  func stateCell(_ state: WorkState?) -> Content {
    guard let state else { return .text("") }
    return .text(state.glyph(context.glyphs), state.role)
  }

  private func leadCell(_ task: Int) -> Content { .text(context.name(of: plan.tasks[task].lead)) }

  private func coordinatingCell(_ task: Int) -> Content {
    .text(plan.tasks[task].coordinating.map(context.name(of:)).joined(separator: ", "), .muted)
  }

  /// One agency's state, or for a group how many of its members have done it.
  private func tallyCell(_ task: Int) -> Content {
    let assignments = assessment.tasks[task].assignments
    guard assignments.count != 1 else {
      return .text(context[assignments[0].state.shortName], assignments[0].state.role)
    }
    let tally = assessment.tasks[task].tally
    let total = assignments.count
    if tally.pending == total { return .text("\(total) " + context[WorkState.pending.shortName], .muted) }
    let done = tally.doneOnTime + tally.doneLate
    var spans = [Span("\(done)/\(total) " + word("xong", "done"), done > 0 ? .taskDoneOnTime : .text)]
    if tally.openOverdue > 0 {
      spans.append(Span(", \(tally.openOverdue) " + word("quá hạn", "late"), .taskOpenOverdue))
    } else if tally.openInTime > 0 {
      spans.append(Span(", \(tally.openInTime) " + word("trong hạn", "in time"), .taskOpenInTime))
    }
    return .spans(spans)
  }

  private func daysLeftCell(ofTask task: Int) -> Content {
    daysLeft(until: plan.tasks[task].due, state: worstState(of: task))
  }

  /// Days from the as-of date to a due day: `12` ahead, `-3` past; nothing once the work is no longer open.
  func daysLeft(until due: Day?, state: WorkState?) -> Content {
    guard let due, let state, [.openInTime, .openOverdue, .unreported].contains(state) else { return .text("") }
    let days = due - assessment.asOf
    return .right("\(days)" + word(" ng", " d"), days < 0 ? .taskOpenOverdue : .text)
  }

  /// What asks for attention first among a task's assignments.
  func worstState(of task: Int) -> WorkState? {
    let states = Set(assessment.tasks[task].assignments.map(\.state))
    let urgency: [WorkState] = [
      .unreported, .openOverdue, .openInTime, .doneLate, .doneOnTime, .pending, .cancelled,
    ]
    return urgency.first(where: states.contains)
  }

  // MARK: Groups

  /// A group's tasks first, then the agencies in protocol order.
  private var groupByLead: Grouping<Int> {
    Grouping(name: word("chủ trì", "lead")) { task in
      switch plan.tasks[task].lead {
      case .group(let group):
        [.init(order: AgencyGroup.allCases.firstIndex(of: group) ?? 0, title: context[group.name])]
      case .agency(let agency): [.init(order: 10 + agency, title: context.name(of: agency))]
      }
    }
  }

  private var groupByPillar: Grouping<Int> {
    Grouping(name: word("trụ cột", "pillar")) { task in
      guard let pillar = plan.tasks[task].pillar else {
        return [.init(order: plan.pillars.count, title: word("Ngoài các trụ cột", "Outside the pillars"))]
      }
      return [.init(order: pillar, title: context[plan.pillars[pillar].name])]
    }
  }

  private var groupByDueMonth: Grouping<Int> {
    Grouping(name: word("tháng đến hạn", "due month")) { task in
      guard let due = plan.tasks[task].due else {
        return [.init(order: .max, title: word("Không nêu hạn", "No due day given"))]
      }
      return [.init(order: due.year * 12 + due.month, title: word("Tháng ", "Due in ") + due.monthAndYear)]
    }
  }

  /// A task stands under every status that one of its assignments has; what is counted is assignments.
  private var groupByState: Grouping<Int> {
    Grouping(
      name: word("trạng thái", "status"),
      groups: { task in
        Set(assessment.tasks[task].assignments.map(\.state)).map { state in
          .init(order: StatusOption.work(state).order, title: context[state.name])
        }
      },
      summary: { group, tasks in
        let count = tasks.reduce(0) { sum, task in
          sum + assessment.tasks[task].assignments.count { StatusOption.work($0.state).order == group.order }
        }
        return [Span(" (\(count))", .muted)]
      })
  }
}

extension PageBuilder {
  /// The national four-cell tally, and below it what it leaves out.
  func tallyLines(_ tally: Tally, of what: String) -> [Line] {
    let total = tally.doneOnTime + tally.doneLate + tally.openInTime + tally.openOverdue
    let late: Role = tally.doneLate > 0 ? .taskDoneLate : .text
    let overdue: Role = tally.openOverdue > 0 ? .taskOpenOverdue : .text
    let lines = wrapped(
      Span(what + "  ", .title),
      [
        Span(word("hoàn thành đúng hạn ", "done on time ") + "\(tally.doneOnTime)", .taskDoneOnTime),
        Span(word(", quá hạn ", ", late ") + "\(tally.doneLate); ", late),
        Span(word("đang làm trong hạn ", "open in time ") + "\(tally.openInTime)"),
        Span(word(", quá hạn ", ", overdue ") + "\(tally.openOverdue)", overdue),
      ])
    var asides = [Span(word("tổng số \(total)", "\(total) in all"), .muted)]
    func add(_ count: Int, _ text: String) {
      if count > 0 { asides.append(Span("; " + text, .muted)) }
    }
    add(
      tally.unreported,
      word("\(tally.unreported) quá hạn chưa có thông tin", "\(tally.unreported) overdue with no word"))
    add(tally.pending, word("ngoài ra \(tally.pending) chờ phụ lục", "besides \(tally.pending) await the annex"))
    add(tally.cancelled, word("\(tally.cancelled) đã hủy", "\(tally.cancelled) cancelled"))
    return lines + wrapped(Span(String(repeating: " ", count: TerminalText.width(what) + 2)), asides)
  }
}
