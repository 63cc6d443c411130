import PlanCore
import TerminalKit
import TextCore

/// A task as a list shows it: as a whole, or only its assignments of one state.
struct TaskRow {
  var task: Int
  /// The state that the row is about; `nil` for all.
  var state: WorkState?
}

extension PageBuilder {
  /// *Nhiệm vụ*: the tasks, by who leads them.
  func tasks(_ document: inout Document) {
    document.head += tallyLines(assessment.taskTally, of: word("NHIỆM VỤ", "TASKS"))
    var table = taskTable(Array(plan.tasks.indices), showsLead: state.grouping != 0)
    table.groupings = [groupByLead, groupByPillar, groupByDueMonth, groupByState]
    table.unit = Unit.assignments
    table.weight = { row, option in
      let assessed = assessment.tasks[row.task]
      return option.map { $0.workState.map { assessed.tally[$0] } ?? 0 } ?? assessed.assignments.count
    }
    add(table, to: &document)
    document.legend = legend(ofWork: assessment.taskTally)
  }

  /// A list of tasks. Filtered by a state, it speaks of the assignments in that state.
  func taskTable(_ tasks: [Int], showsLead: Bool = true) -> ListTable<TaskRow> {
    ListTable(
      items: tasks.map { TaskRow(task: $0, state: state.status?.workState) },
      columns: [
        Column(
          title: "", width: .fixed(2), cell: { stateCell(shownState(of: $0)) }, data: stateData { shownState(of: $0) }),
        Column(
          title: word("Mã", "Id"), width: .fixed(4), cell: { .text(plan.tasks[$0.task].id, .muted) },
          order: { plan.tasks[$0.task].id < plan.tasks[$1.task].id }),
        Column(
          title: word("Nhiệm vụ", "Task"), width: .main(least: 24, most: 110),
          cell: { .text(context[plan.tasks[$0.task].title]) }),
      ] + (showsLead ? [leadColumn] : []) + [tallyColumn, coordinatingColumn] + [
        Column(
          title: word("Hạn", "Due"), width: .fixed(10),
          cell: { .text(plan.tasks[$0.task].due?.slashed ?? context.none) },
          order: { (plan.tasks[$0.task].due ?? .last) < (plan.tasks[$1.task].due ?? .last) }),
        daysLeftColumn { (plan.tasks[$0.task].due, shownState(of: $0)) },
      ],
      key: { .task(plan.tasks[$0.task].id) },
      target: { .task(plan.tasks[$0.task].id) },
      searchTexts: { plan.searchTexts(ofTask: $0.task) },
      statuses: { states(of: $0.task).map(StatusOption.work) },
      emptyText: emptyText(word("không có nhiệm vụ nào", "there are no tasks"), plan.tasks),
      caption: { context[plan.tasks[$0.task].title] })
  }

  // MARK: States

  private func states(of task: Int) -> [WorkState] {
    let tally = assessment.tasks[task].tally
    return WorkState.allCases.filter { tally[$0] > 0 }
  }

  /// The state that the row is about, else the one that asks for attention first.
  private func shownState(of row: TaskRow) -> WorkState? { row.state ?? mostPressing(in: row.task) }

  /// What asks for attention first among a task's assignments.
  func mostPressing(in task: Int) -> WorkState? {
    let urgency: [WorkState] = [
      .unreported, .openOverdue, .openInTime, .doneLate, .doneOnTime, .pending, .cancelled,
    ]
    let tally = assessment.tasks[task].tally
    return urgency.first { tally[$0] > 0 }
  }

  func stateCell(_ state: WorkState?) -> Content {
    state.map { .text($0.glyph(context.glyphs), $0.role) } ?? .text("")
  }

  /// What the longest of the short names of states takes.
  var shortStateWidth: Int { WorkState.allCases.map { TerminalText.width(context[$0.shortName]) }.max() ?? 0 }

  // MARK: Columns

  private var leadColumn: Column<TaskRow> {
    Column(title: word("Chủ trì", "Lead"), width: .flexible(least: 12, most: 34)) { row in
      let task = plan.tasks[row.task]
      let count = "\(task.assignees.count) " + context[Unit.agencies]
      return .fitting([.text(context.name(of: task.lead)), .text(count)])
    }
  }

  private var coordinatingColumn: Column<TaskRow> {
    Column(title: word("Phối hợp", "With"), width: .flexible(least: 17, most: 34), dispensability: 3, isAside: true) {
      .text(plan.tasks[$0.task].coordinating.map(context.name(of:)).joined(separator: ", "), .muted)
    }
  }

  private var tallyColumn: Column<TaskRow> {
    Column(
      title: word("Tình hình", "Status"),
      width: .flexible(least: max(13, shortStateWidth), comfortable: 23, most: 34), dispensability: 1, cell: tallyCell,
      data: tallyData)
  }

  private var tallyData: [Datum<TaskRow>] {
    [Datum(title: word("Số đơn vị", "Agencies")) { .count(assessment.tasks[$0.task].assignments.count) }]
      + WorkState.allCases.map { state in
        Datum(title: context[state.shortName]) { row in
          .count(assessment.tasks[row.task].tally[state])
        }
      }
  }

  /// One agency's state, or for a group how many of its members have done it, or are in the row's state.
  private func tallyCell(_ row: TaskRow) -> Content {
    let assessed = assessment.tasks[row.task]
    let (total, tally) = (assessed.assignments.count, assessed.tally)
    if total == 1, let state = shownState(of: row) { return .text(context[state.shortName], state.role) }
    if let state = row.state {
      let share = "\(tally[state])/\(total)"
      return .fitting([.text(share + " " + context[state.shortName], state.role), .text(share, state.role)])
    }
    if tally.pending == total {
      return .fitting([
        .text(word("\(total) chờ PL", "\(total) await annex"), .muted),
        .text(context[WorkState.pending.shortName], .muted),
      ])
    }
    let done = tally.doneOnTime + tally.doneLate
    let (share, role) = ("\(done)/\(total)", done > 0 ? Role.taskDoneOnTime : .text)
    let full = Span(share + " " + word("xong", "done"), role)
    return .fitting([.spans([full] + openSpan(tally)), .spans([full]), .text(share, role)])
  }

  private func openSpan(_ tally: Tally) -> [Span] {
    if tally.openOverdue > 0 {
      return [Span(", \(tally.openOverdue) " + word("quá hạn", "overdue"), .taskOpenOverdue)]
    }
    return tally.openInTime > 0
      ? [Span(", \(tally.openInTime) " + word("trong hạn", "in time"), .taskOpenInTime)] : []
  }

  /// How far a due day is away; nothing once the work is no longer open.
  func daysLeftColumn<Item>(
    _ work: @escaping (Item) -> (due: Day?, state: WorkState?)
  ) -> Column<Item> {
    Column(
      title: word("Còn lại", "Left"), width: .flexible(least: width >= 90 ? 13 : 8, most: 13), isTrailing: true,
      dispensability: 2, cell: { daysLeft(work($0)) }, data: daysLeftData(work))
  }

  private func daysLeft(_ work: (due: Day?, state: WorkState?)) -> Content {
    guard let due = work.due, work.state?.isOpen == true else { return .text("") }
    let days = due - assessment.asOf
    switch days {
    case 0: return .right(word("hôm nay", "today"))
    case ..<0:
      return .fitting([
        .right(word("quá \(-days) ngày", "\(dayCount(-days)) late"), .taskOpenOverdue),
        .right(word("quá \(-days)", "\(-days) late"), .taskOpenOverdue),
      ])
    default:
      return .right(dayCount(days))
    }
  }

  /// `12 ngày`, `1 day`.
  func dayCount(_ days: Int) -> String { context[.count(days, "ngày", "day")] }

  // MARK: Groups

  /// A group's tasks first, then the agencies in protocol order.
  private var groupByLead: Grouping<TaskRow> {
    Grouping(name: word("chủ trì", "lead")) { row in
      switch plan.tasks[row.task].lead {
      case .group(let group):
        [.init(order: AgencyGroup.allCases.firstIndex(of: group) ?? 0, title: context[group.name])]
      case .agency(let agency): [.init(order: 10 + agency, title: context.name(of: agency))]
      }
    }
  }

  private var groupByPillar: Grouping<TaskRow> {
    Grouping(name: word("trụ cột", "pillar")) { row in
      guard let pillar = plan.tasks[row.task].pillar else {
        return [.init(order: plan.pillars.count, title: word("Ngoài các trụ cột", "Outside the pillars"))]
      }
      return [.init(order: pillar, title: context[plan.pillars[pillar].name])]
    }
  }

  private var groupByDueMonth: Grouping<TaskRow> {
    Grouping(name: word("tháng đến hạn", "due month")) { row in
      guard let due = plan.tasks[row.task].due else {
        return [.init(order: .max, title: word("Không nêu hạn", "No due day given"))]
      }
      return [.init(order: due.year * 12 + due.month, title: word("Tháng ", "Due in ") + due.monthAndYear)]
    }
  }

  /// A task stands under every status that one of its assignments has, with those assignments; what is counted is
  /// assignments.
  private var groupByState: Grouping<TaskRow> {
    Grouping(
      name: word("trạng thái", "status"),
      groups: { row in
        (row.state.map { [$0] } ?? states(of: row.task)).map { state in
          .init(order: StatusOption.work(state).order, title: context[state.name])
        }
      },
      side: { row, group in TaskRow(task: row.task, state: WorkState.allCases[group.order]) },
      summary: { _, rows in
        let count = rows.reduce(0) { sum, row in sum + (row.state.map { assessment.tasks[row.task].tally[$0] } ?? 0) }
        return [Span(" (\(count))", .muted)]
      })
  }
}
