import PlanCore
import TerminalKit
import TextCore

extension PageBuilder {
  /// *Tổng quan*: where each pillar stands, what falls due, who is to be pressed.
  func overview(_ document: inout Document) {
    add(pillarTable, to: &document, keepsHeader: false)
    document.lines.append(.blank)
    document.lines += tallyLines(assessment.taskTally, of: word("NHIỆM VỤ", "TASKS"))
    document.lines.append(.blank)
    context.outline?.takeDown(&document, context)
    if width >= 72 {
      let left = width * 21 / 40
      var (due, pressed) = (Document(), Document())
      addDue(to: &due, TableFrame(width: left, list: 1, keepsHeader: false))
      addPressed(to: &pressed, TableFrame(x: left + 1, width: width - left - 1, list: 2, keepsHeader: false))
      document.addSideBySide(due, pressed)
    } else {
      addDue(to: &document, TableFrame(width: width, list: 1, keepsHeader: false))
      document.lines.append(.blank)
      addPressed(to: &document, TableFrame(width: width, list: 2, keepsHeader: false))
    }
    document.legend = [overdueLegend] + legend(ofStatuses: Status.allCases)
    let note = context[plan.settings.note]
    if !note.isEmpty { document.foot.append(Line([Part(x: 1, width: width - 2, content: .text(note, .muted))])) }
  }

  // MARK: Pillars

  private var pillarTable: ListTable<Int> {
    let longest = plan.pillars.map { TerminalText.width(context[$0.name]) }.max() ?? 0
    let name = Column<Int>(
      title: word("TRỤ CỘT", "PILLAR"), width: .flexible(least: 21, comfortable: min(32, longest), most: 32),
      cell: { .text(context[plan.pillars[$0].name]) },
      data: [Datum(title: word("Trụ cột", "Pillar")) { .text(context[plan.pillars[$0].name]) }])
    let gauge = Column<Int>(
      title: word("Mức độ hoàn thành", "Attainment"), narrowTitle: word("Mức độ", "Done"),
      width: .flexible(least: 8, most: 60), dispensability: 1,
      cell: { pillar in
        let assessed = assessment.pillars[pillar]
        return context.gauge(assessed.attainment, unknown: assessed.unknownShare, tick: assessment.elapsed)
      },
      data: shareData(word("Chưa có số liệu", "Without data")) { assessment.pillars[$0].unknownShare })
    let percent = Column<Int>(
      title: "", width: .fixed(8), isTrailing: true,
      cell: {
        // Nothing read yet is not nothing reached.
        context.store.hasReports
          ? .right(PercentText.text(assessment.pillars[$0].attainment, context.language))
          : .right(context.glyphs.ellipsis, .muted)
      }, data: shareData(word("Mức độ hoàn thành", "Attainment")) { assessment.pillars[$0].attainment })
    let counts = Status.allCases.map { status in
      Column<Int>(
        title: String(Character(status.glyph(context.glyphs))), width: .fixed(2), isTrailing: true,
        cell: { countCell(assessment.pillars[$0].count(of: status), of: status) },
        data: [Datum(title: context[status.name]) { .count(assessment.pillars[$0].count(of: status)) }])
    }
    let trend = Column<Int>(
      title: word("6 tháng", "6 mon."), width: .fixed(7), dispensability: 2,
      cell: { context.sparkline(assessment.pillars[$0].sparkline) },
      data: sparklineData { assessment.pillars[$0].sparkline })
    return ListTable(
      items: Array(plan.pillars.indices), columns: [name, gauge, percent] + counts + [trend],
      key: { .pillar(plan.pillars[$0].id) },
      target: { .pillar(plan.pillars[$0].id) },
      searchTexts: plan.searchTexts(ofPillar:),
      emptyText: emptyText(
        word("kế hoạch chưa có trụ cột nào", "the plan has no pillars"), plan.pillars))
  }

  // MARK: What falls due

  /// A task, with how many of its assignments fall due together, or an action.
  private enum Due {
    case task(Int, count: Int)
    case action(Int)
  }

  private func addDue(to document: inout Document, _ frame: TableFrame) {
    let days = plan.settings.thresholds.dueSoonDays
    let heading = word("ĐẾN HẠN TRONG \(days) NGÀY", "DUE WITHIN \(days) \(days == 1 ? "DAY" : "DAYS")")
    let dueSoon = dueSoon
    let table = ListTable<Due>(
      items: dueSoon,
      columns: [
        Column(
          title: heading + " (\(dueSoon.count))", narrowTitle: heading, width: .main(least: 20, most: 100),
          cell: { .spans([Span(day(of: $0).dayAndMonth + " ", .muted), Span(title(of: $0))]) },
          data: [
            Datum(title: word("Hạn", "Due")) { .day(day(of: $0)) },
            Datum(title: word("Việc đến hạn", "What is due")) { .text(title(of: $0)) },
          ]),
        Column(
          title: "", width: .flexible(least: 11, most: 26), isTrailing: true, cell: { .right(who($0), .muted) },
          data: [Datum(title: word("Đơn vị", "Who")) { .words(who($0)) }]),
      ],
      key: { item in
        switch item {
        case .task(let index, _): .task(plan.tasks[index].id)
        case .action(let index): .action(plan.actions[index].id)
        }
      },
      target: { item in
        switch item {
        case .task(let index, _): .task(plan.tasks[index].id)
        case .action(let index): .action(plan.actions[index].id)
        }
      },
      searchTexts: { item in
        switch item {
        case .task(let index, _): plan.searchTexts(ofTask: index)
        case .action(let index): plan.searchTexts(ofAction: index)
        }
      },
      emptyText: word("không có việc nào", "nothing"), caption: title(of:))
    table.add(to: &document, in: frame, as: state, context, search)
  }

  private var dueSoon: [Due] {
    let tasks = plan.tasks.indices.compactMap { index -> Due? in
      let count = assessment.tasks[index].tally.dueSoon
      return count == 0 ? nil : .task(index, count: count)
    }
    let actions = plan.actions.indices.filter { assessment.actions[$0].isDueSoon }.map(Due.action)
    return (tasks + actions).enumerated().sorted { (day(of: $0.element), $0.offset) < (day(of: $1.element), $1.offset) }
      .map(\.element)
  }

  private func day(of due: Due) -> Day {
    switch due {
    case .task(let index, _): plan.tasks[index].due ?? .last
    case .action(let index): plan.actions[index].due
    }
  }

  private func title(of due: Due) -> String {
    switch due {
    case .task(let index, _): context[plan.tasks[index].title]
    case .action(let index): context[plan.actions[index].title]
    }
  }

  private func who(_ due: Due) -> String {
    switch due {
    case .task(let index, let count):
      count == 1 && plan.tasks[index].assignees.count == 1
        ? context.shortName(of: plan.tasks[index].assignees[0]) : "\(count) " + word("đơn vị", "agencies")
    case .action(let index): plan.actions[index].lead.map(context.name(of:)) ?? ""
    }
  }

  // MARK: Who is to be pressed

  private func addPressed(to document: inout Document, _ frame: TableFrame) {
    let (overdueWidth, reportsWidth) = (10, 8)
    // All by their full names, or none.
    let room = frame.width - 3 - overdueWidth - reportsWidth
    let hasRoomForNames =
      room >= 0
      && assessment.pressed.allSatisfy {
        plan.agencies[$0.agency].nameSize(in: context.language) <= room
          || TerminalText.width(context.name(of: $0.agency)) <= room
      }
    let heading = word("CẦN ĐÔN ĐỐC", "TO CHASE")
    let table = ListTable<PressedAgency>(
      items: assessment.pressed,
      columns: [
        Column(
          title: heading + " (\(assessment.pressed.count))", narrowTitle: heading,
          width: .flexible(least: 14, most: 60),
          cell: { .text(hasRoomForNames ? context.name(of: $0.agency) : context.shortName(of: $0.agency)) },
          data: [Datum(title: word("Đơn vị cần đôn đốc", "To chase")) { .text(context.name(of: $0.agency)) }]),
        Column(
          title: word("quá hạn", "overdue"), width: .fixed(overdueWidth), isTrailing: true,
          cell: { overdueCell($0.overdue, unreported: $0.unreported) },
          data: overdueData { ($0.overdue, $0.unreported) }),
        Column(
          title: word("báo cáo", "reports"), width: .fixed(reportsWidth), isTrailing: true,
          cell: { .right(reportedText($0.reported, of: $0.indicators)) },
          data: countData(word("Đã báo cáo", "Reported"), word("Phải báo cáo", "To report")) {
            ($0.reported, $0.indicators)
          }),
      ],
      key: { .agency(plan.agencies[$0.agency].id) },
      target: { .agency(plan.agencies[$0.agency].id) },
      searchTexts: { plan.searchTexts(ofAgency: $0.agency) }, searchKey: { searchKey(ofAgency: $0.agency) },
      alsoMatches: inRegion(\.agency),
      emptyText: emptyText(word("không có đơn vị nào", "nobody"), plan.agencies))
    table.add(to: &document, in: frame, as: state, context, search)
  }
}
