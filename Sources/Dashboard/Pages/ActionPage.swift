import PlanCore
import TerminalKit
import TextCore

extension PageBuilder {
  /// One entry of the calendar, whole.
  func action(_ document: inout Document, _ id: String) {
    guard let index = plan.actionIndex(id) else { return addGone(id, to: &document) }
    let action = plan.actions[index]
    let assessed = assessment.actions[index]
    addText(context[action.title], .title, to: &document)
    document.lines.append(.blank)
    let day =
      action.hasDay
      ? dueText(action.due, assessed.state, doneOn: assessed.doneOn)
      : word("trong tháng ", "during ") + action.monthEnd.monthAndYear
    addFacts(
      [
        standingFact(assessed.state, assessed.status),
        Fact(word("Ngày", "Day"), day),
        Fact(word("Xong ngày", "Done on"), assessed.doneOn?.slashed ?? ""),
        Fact(word("Chủ trì", "Lead"), action.lead.map(context.name(of:)) ?? word("không nêu", "not given")),
        Fact(
          word("Phối hợp", "With"), action.coordinating.map(context.name(of:)).joined(separator: ", "), isLong: true),
        Fact(word("Sản phẩm", "Product"), context[action.deliverable], isLong: true),
      ] + sourceFacts(action.source, action.confidence), to: &document)
    if let indicator = action.indicator {
      addTitle(word("CHỈ TIÊU LIÊN QUAN", "ITS INDICATOR"), to: &document)
      add(indicatorTable([indicator]), to: &document, keepsHeader: false)
    }
    addJournal(id, context.store.journal.history(of: .action(index)), shown: action.source, to: &document)
  }

  /// A list of calendar entries: by day.
  func actionTable(_ actions: [Int]) -> ListTable<Int> {
    ListTable(
      items: actions,
      columns: [
        Column(
          title: "", width: .fixed(2), cell: { stateCell(assessment.actions[$0].state) },
          data: [Datum(title: word("Mã", "Id")) { .text(plan.actions[$0].id) }]),
        Column(
          title: word("Ngày", "Day"), width: .fixed(5), cell: { .text(dayText($0)) },
          order: {
            plan.actions[$0].due < plan.actions[$1].due
          }, data: dayData),
        Column(
          title: word("Hoạt động", "Action"), width: .main(least: 30, most: 110),
          cell: { .text(context[plan.actions[$0].title]) }),
        Column(
          title: word("Chủ trì", "Lead"), width: .flexible(least: 11, most: 26), dispensability: 2,
          cell: { .text(plan.actions[$0].lead.map(context.name(of:)) ?? context.none) }),
        Column(title: word("Tình hình", "Status"), width: .fixed(shortStateWidth), dispensability: 1) {
          let state = assessment.actions[$0].state
          return .text(context[state.shortName], state.role)
        },
      ],
      key: { .action(plan.actions[$0].id) },
      target: { .action(plan.actions[$0].id) },
      searchTexts: plan.searchTexts(ofAction:),
      statuses: { [.work(assessment.actions[$0].state)] },
      emptyText: emptyText(word("không có hoạt động nào", "there are no actions"), plan.actions),
      caption: { context[plan.actions[$0].title] })
  }

  /// The day; of what has only a month its last one is no day of it.
  private var dayData: [Datum<Int>] {
    [
      Datum(title: word("Ngày", "Day")) { plan.actions[$0].hasDay ? .day(plan.actions[$0].due) : .none },
      Datum(title: word("Tháng", "Month")) { .count(plan.actions[$0].monthEnd.month) },
    ]
  }

  private func dayText(_ action: Int) -> String {
    plan.actions[action].hasDay ? plan.actions[action].due.dayAndMonth : "    " + context.none
  }
}
