import PlanCore
import TerminalKit
import TextCore

extension PageBuilder {
  /// One agency's dossier: who answers for it, its indicators, tasks, actions and reports.
  func agency(_ document: inout Document, _ id: String) {
    guard let agency = plan.agencyIndex(id) else { return addGone(id, to: &document) }
    addText(context.name(of: agency), .title, to: &document)
    let reports = plan.indicators.indices.flatMap { index in
      context.store.reports.history(indicator: index, agency: agency).filter { $0.end <= assessment.measuredTo }
    }
    let reporting = Set(reports.map(\.indicator))
    let indicators = plan.indicators.indices.filter {
      plan.indicators[$0].scope.contains(agency) || reporting.contains($0)
    }
    addFacts(agencyFacts(agency) + [standing(of: agency, Array(indicators))], to: &document)
    addTitle(word("CHỈ TIÊU", "INDICATORS"), to: &document)
    add(ownIndicatorTable(agency, Array(indicators)), to: &document, list: 0, keepsHeader: false)
    // What is asked of one agency is asked of most, so that a tall preview can show it for few bytes a step.
    if state.isPreview, context.size.height < 44 { return }
    if state.isPreview {
      addTitle(word("NHIỆM VỤ", "TASKS"), to: &document)
      return add(ownTaskTable(agency), to: &document, list: 1, keepsHeader: false)
    }
    document.legend = legend(
      ofMarks: indicators.flatMap { index in
        assessment.cell(agency: agency, indicator: index).map { marks(of: $0, plan.indicators[index]) } ?? []
      })
    addTitle(word("NHIỆM VỤ", "TASKS"), to: &document)
    add(ownTaskTable(agency), to: &document, list: 1, keepsHeader: false)
    addTitle(word("HOẠT ĐỘNG", "ACTIONS"), to: &document)
    let actions = plan.actions.indices.filter { plan.actions[$0].lead.map(plan.members(of:))?.contains(agency) == true }
    add(actionTable(Array(actions)), to: &document, list: 2, keepsHeader: false)
    addTitle(word("SỐ LIỆU ĐÃ BÁO CÁO", "REPORTS"), to: &document)
    let newest = reports.sorted { ($0.end, $1.indicator) > ($1.end, $0.indicator) }
    add(reportTable(newest, showsIndicator: true), to: &document, list: 3, keepsHeader: false)
  }

  private func agencyFacts(_ agency: Int) -> [Fact] {
    let (reported, indicators) = assessment.reportingShare(of: agency)
    let region = plan.agencies[agency].region.map { context[plan.regions[$0].name] }
    var facts = plan.members.filter { $0.agency == agency }.map { member in
      // A role has no English name.
      let role = word(member.role, "")
      let parts = [context[member.office], role].filter { !$0.isEmpty }
      return Fact(
        word("Người chịu trách nhiệm", "Who answers"), parts.joined(separator: " \(Character(context.glyphs.dot)) "),
        isLong: true)
    }
    // In a preview what stands below keeps its place from one row to the next.
    if state.isPreview, facts.isEmpty {
      facts.append(Fact(word("Người chịu trách nhiệm", "Who answers"), context.none, isLong: true))
    }
    facts += [
      region.map { Fact(word("Vùng", "Region"), $0) }
        ?? Fact(word("Khối", "Kind"), context[plan.agencies[agency].kind.nameOfOne]),
      Fact(word("Đã báo cáo", "Reported"), "\(reported)/\(indicators) " + word("chỉ tiêu", "indicators")),
    ]
    if !state.isPreview, let fact = reportingFact(assessment.reporting(of: agency)) { facts.append(fact) }
    if let pressed = assessment.pressed.first(where: { $0.agency == agency }) {
      let items = pressed.overdue == 1 ? "item" : "items"
      let text = word(
        "\(pressed.overdue) việc, \(pressed.unreported) chưa có thông tin",
        "\(pressed.overdue) \(items), \(pressed.unreported) with no word")
      facts.append(Fact(word("Quá hạn", "Overdue"), text, .taskOpenOverdue))
    } else if state.isPreview {
      facts.append(Fact(word("Quá hạn", "Overdue"), word("không", "none")))
    }
    return facts
  }

  // MARK: Its indicators

  /// How many of its indicators have each status.
  private func standing(of agency: Int, _ indicators: [Int]) -> Fact {
    var counts = StatusCounts()
    for index in indicators { counts[assessment.cell(agency: agency, indicator: index)?.status ?? .noData] += 1 }
    return Fact(word("Chỉ tiêu", "Indicators"), spans(of: counts, inWords: !state.isPreview), isLong: true)
  }

  private func ownIndicatorTable(_ agency: Int, _ indices: [Int]) -> ListTable<Int> {
    func cell(_ index: Int) -> CellAssessment? { assessment.cell(agency: agency, indicator: index) }
    func status(_ index: Int) -> Status { cell(index)?.status ?? .noData }
    return ListTable(
      items: indices,
      columns: [
        Column(
          title: "", width: .fixed(1), cell: { .spans([context.span(status($0), withName: false)]) },
          order: {
            StatusOption.figure(status($0)) < StatusOption.figure(status($1))
          }, orderName: word("trạng thái", "status"), data: statusData(status)),
        Column(title: word("Mã", "Id"), width: .fixed(4), cell: { .text(plan.indicators[$0].id, .muted) }),
        Column(
          title: word("Chỉ tiêu", "Indicator"), width: .main(least: 24, most: 100),
          cell: { .text(context[plan.indicators[$0].title]) }),
        Column(
          title: word("Số liệu", "Figure"), width: .fixed(10), isTrailing: true,
          cell: { index in cell(index).map { cellFigure($0, plan.indicators[index]) } ?? .right(context.none, .muted) },
          data: cellData { index in cell(index).map { ($0, plan.indicators[index], false) } }),
        Column(
          title: word("Mục tiêu", "Target"), width: .fixed(8), isTrailing: true,
          cell: { .right(context.target(of: plan.indicators[$0])) }, data: targetData()),
        Column(
          title: word("Cùng nhóm", "Its group"), width: .fixed(medianWidth(of: agency)), isTrailing: true,
          dispensability: 1,
          cell: { medianCell($0, of: agency) }, data: medianData(of: agency)),
        Column(title: word("Đến ngày", "As of"), width: .fixed(10), dispensability: 2) {
          .text(cell($0)?.figure?.period.slashed ?? "", .muted)
        },
      ],
      key: { .indicator(plan.indicators[$0].id) },
      target: { .figure(agency: plan.agencies[agency].id, indicator: plan.indicators[$0].id) },
      searchTexts: plan.searchTexts(ofIndicator:),
      statuses: { [.figure(status($0))] },
      groupings: [],
      emptyText: word("không có chỉ tiêu nào", "there are no indicators"),
      caption: { context[plan.indicators[$0].title] })
  }

  private func medianCell(_ index: Int, of agency: Int) -> Content {
    let indicator = plan.indicators[index]
    let peers = context.derived.peers(of: agency)
    if indicator.aggregation == .agencyShare {
      // The median of yes and no says little; how many of the group have it says more.
      return peers.count == 0
        ? .text("") : .right(share(peers.meeting(index), of: peers.count), .muted)
    }
    guard let median = peers.median(of: index) else { return .right(context.none, .muted) }
    return .right(context.withUnit(computedText(median, indicator), indicator.unit), .muted)
  }

  private func share(_ count: Int, of all: Int) -> String { "\(count)/\(all) " + word("có", "yes") }

  /// Columns that the group's figures take: a province's communes are thousands.
  private func medianWidth(of agency: Int) -> Int {
    let count = context.derived.peers(of: agency).count
    return max(10, TerminalText.width(share(count, of: count)))
  }

  private func medianData(of agency: Int) -> [Datum<Int>] {
    func isShare(_ index: Int) -> Bool { plan.indicators[index].aggregation == .agencyShare }
    let peers = context.derived.peers(of: agency)
    return [
      Datum(title: word("Trung vị cùng nhóm", "Median of its group")) { index in
        guard !isShare(index), let median = peers.median(of: index) else { return .none }
        return .digits(NumberText.cut(median, toward: plan.indicators[index].comparator, .english))
      },
      Datum(title: word("Cùng nhóm đã có", "Of its group have it")) { index in
        isShare(index) ? .count(peers.meeting(index)) : .none
      },
      Datum(title: word("Cùng nhóm có tất cả", "Agencies in its group")) { isShare($0) ? .count(peers.count) : .none },
    ]
  }

  // MARK: Its tasks

  private func ownTaskTable(_ agency: Int) -> ListTable<Int> {
    func assignment(_ task: Int) -> AssignmentAssessment? {
      assessment.tasks[task].assignments.first { $0.agency == agency }
    }
    let tasks = plan.tasks.indices.filter { assignment($0) != nil }
    return ListTable(
      items: Array(tasks),
      columns: [
        Column(title: "", width: .fixed(2), cell: { stateCell(assignment($0)?.state) }, data: []),
        Column(title: word("Mã", "Id"), width: .fixed(4), cell: { .text(plan.tasks[$0].id, .muted) }),
        Column(
          title: word("Nhiệm vụ", "Task"), width: .main(least: 24, most: 100),
          cell: { .text(context[plan.tasks[$0].title]) }),
        Column(title: word("Tình hình", "Status"), width: .fixed(shortStateWidth), dispensability: 1) {
          assignment($0).map { .text(context[$0.state.shortName], $0.state.role) } ?? .text("")
        },
        Column(
          title: word("Hạn", "Due"), width: .fixed(10), cell: { .text(plan.tasks[$0].due?.slashed ?? context.none) }),
        daysLeftColumn { (plan.tasks[$0].due, assignment($0)?.state) },
      ],
      key: { .task(plan.tasks[$0].id) },
      target: { .assignment(task: plan.tasks[$0].id, agency: plan.agencies[agency].id) },
      searchTexts: plan.searchTexts(ofTask:),
      statuses: { task in assignment(task).map { [.work($0.state)] } ?? [] },
      emptyText: word("không được giao nhiệm vụ nào", "no tasks are given to it"),
      caption: { context[plan.tasks[$0].title] })
  }
}
