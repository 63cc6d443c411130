import PlanCore
import TerminalKit
import TextCore

extension PageBuilder {
  /// *Bộ, ngành, địa phương*: who has reported, who is late.
  func agencies(_ document: inout Document) {
    let standings = context.derived.standings
    let table = ListTable(
      items: plan.agencies.indices.filter { plan.agencies[$0].kind != .national },
      columns: agencyColumns(standings),
      key: { .agency(plan.agencies[$0].id) },
      target: { .agency(plan.agencies[$0].id) },
      searchTexts: plan.searchTexts(ofAgency:), searchKey: searchKey(ofAgency:), alsoMatches: inRegion { $0 },
      statuses: { standings[$0].states.map(StatusOption.work) },
      unit: Unit.agencies,
      groupings: [
        byKindAndRegion { $0 },
        Grouping(name: word("không", "none")) { _ in [] },
      ],
      emptyText: emptyText(word("không có đơn vị nào", "there are no agencies"), plan.agencies))
    add(table, to: &document)
    document.legend = (assessment.pressed.isEmpty ? [] : [overdueLegend]) + legend(ofStatuses: Status.allCases)
  }

  private func agencyColumns(_ standings: [AgencyStanding]) -> [Column<Int>] {
    let name = Column<Int>(
      title: word("Đơn vị", "Agency"), width: .main(least: 17, most: 50),
      cell: { .text(width >= 100 ? context.name(of: $0) : context.shortName(of: $0)) },
      order: { nameRank($0, short: true) < nameRank($1, short: true) })
    let reported = Column<Int>(
      title: word("Báo cáo", "Reports"), width: .fixed(7), isTrailing: true,
      cell: {
        let (reported, all) = (standings[$0].reported, standings[$0].indicators)
        return .right(reportedText(reported, of: all), reported == 0 ? .muted : .text)
      }, order: { standings[$0].reportedShare < standings[$1].reportedShare },
      data: countData(word("Đã báo cáo", "Reported"), word("Phải báo cáo", "To report")) {
        (standings[$0].reported, standings[$0].indicators)
      })
    let statuses = Status.allCases.map { status in
      Column<Int>(
        title: String(Character(status.glyph(context.glyphs))), width: .fixed(3), isTrailing: true, dispensability: 3,
        cell: { countCell(standings[$0].figures[status], of: status) },
        order: { standings[$0].figures[status] < standings[$1].figures[status] },
        orderName: context[status.shortName],
        data: [Datum(title: context[status.name]) { .count(standings[$0].figures[status]) }])
    }
    return [name, reported] + statuses + workColumns(standings) + [lastReportColumn(standings)]
  }

  private func workColumns(_ standings: [AgencyStanding]) -> [Column<Int>] {
    [
      Column(
        title: word("NV xong", "Done"), width: .fixed(7), isTrailing: true,
        cell: { .right("\(standings[$0].done)/\(standings[$0].tasks)") },
        order: { standings[$0].done < standings[$1].done },
        data: countData(word("Nhiệm vụ hoàn thành", "Tasks done"), word("Nhiệm vụ được giao", "Tasks given")) {
          (standings[$0].done, standings[$0].tasks)
        }),
      Column(
        title: word("Quá hạn", "Overdue"), width: .fixed(10), isTrailing: true,
        cell: { overdueCell(standings[$0].overdue, unreported: standings[$0].unreported) },
        order: { standings[$0].overdue < standings[$1].overdue },
        data: overdueData { (standings[$0].overdue, standings[$0].unreported) }),
    ]
  }

  /// An agency's place in the alphabet.
  func nameRank(_ agency: Int, short: Bool = false) -> Int {
    agencyIndex.rank(agency, context.language, short: short)
  }

  /// `3 (2 □?)`: three overdue, and of two of them there has been no word.
  func overdueCell(_ overdue: Int, unreported: Int) -> Content {
    guard overdue > 0 else { return .right("0", .muted) }
    let aside = unreported > 0 ? " (\(unreported) \(WorkState.unreported.glyph(context.glyphs)))" : ""
    return .right("\(overdue)\(aside)", .taskOpenOverdue)
  }

  func overdueData<Item>(_ counts: @escaping (Item) -> (overdue: Int, unreported: Int)) -> [Datum<Item>] {
    countData(word("Quá hạn", "Overdue"), word("Trong đó chưa có thông tin", "Of these no word")) { counts($0) }
  }

  private func lastReportColumn(_ standings: [AgencyStanding]) -> Column<Int> {
    Column(
      title: word("Mới nhất", "Last"), width: .fixed(10), dispensability: 2,
      cell: { .text(standings[$0].lastReport?.slashed ?? context.none, .muted) },
      order: { (standings[$0].lastReport ?? .first) < (standings[$1].lastReport ?? .first) })
  }
}

/// What one agency owes and has given, in numbers.
struct AgencyStanding {
  var reported = 0
  var indicators = 0
  var figures = StatusCounts()
  /// Its assignments, but not what awaits the annex or was cancelled; and of them what is done.
  var tasks = 0
  var done = 0
  /// Of its assignments and the actions that it leads, as it is pressed for them; and of those the ones with no word.
  var overdue = 0
  var unreported = 0
  /// The states of these assignments and actions.
  var states: [WorkState] = []
  var lastReport: Day?

  var reportedShare: Double { indicators == 0 ? 1 : Double(reported) / Double(indicators) }

  /// Of every agency, in the order of the plan.
  static func all(_ assessment: Assessment, _ plan: Plan, _ matrix: StatusMatrix) -> [AgencyStanding] {
    var all = [AgencyStanding](repeating: AgencyStanding(), count: plan.agencies.count)
    for assignment in assessment.tasks.lazy.flatMap(\.assignments) { all[assignment.agency].add(assignment.state) }
    for (action, assessed) in zip(plan.actions, assessment.actions) {
      for agency in action.lead.map(plan.members(of:)) ?? [] { all[agency].note(assessed.state) }
    }
    for pressed in assessment.pressed {
      (all[pressed.agency].overdue, all[pressed.agency].unreported) = (pressed.overdue, pressed.unreported)
    }
    for (index, indicator) in plan.indicators.enumerated() {
      for agency in indicator.scope {
        all[agency].figures[matrix[agency, index] ?? .noData] += 1
      }
    }
    let lastReports = assessment.lastReports()
    for agency in all.indices {
      (all[agency].reported, all[agency].indicators) = assessment.reportingShare(of: agency)
      all[agency].lastReport = lastReports[agency]
    }
    return all
  }

  private mutating func note(_ state: WorkState) {
    if !states.contains(state) { states.append(state) }
  }

  private mutating func add(_ state: WorkState) {
    note(state)
    if state.isDone || state.isOpen { tasks += 1 }
    if state.isDone { done += 1 }
  }
}

/// How many there are of each status.
struct StatusCounts {
  private var counts: (Int, Int, Int, Int, Int, Int) = (0, 0, 0, 0, 0, 0)

  subscript(status: Status) -> Int {
    get {
      switch status {
      case .met: counts.0
      case .onTrack: counts.1
      case .atRisk: counts.2
      case .offTrack: counts.3
      case .missed: counts.4
      case .noData: counts.5
      }
    }
    set {
      switch status {
      case .met: counts.0 = newValue
      case .onTrack: counts.1 = newValue
      case .atRisk: counts.2 = newValue
      case .offTrack: counts.3 = newValue
      case .missed: counts.4 = newValue
      case .noData: counts.5 = newValue
      }
    }
  }
}
