/// The reports of the made-up year: a file a month, one of starting points, and one with faults.
struct ReportsSimulation {
  /// By their paths, the earlier ones among them.
  private(set) var files: [String: [UInt8]]

  private let plan: Plan
  private let cast: Cast
  private let indicators: [IndicatorSimulation]
  /// The last days of the plan's months.
  private let months: [Day]

  /// Starting points are those of the middle of the year before: the nation's own figures are later, and stand.
  private static let monthsFromStart = -7
  private static let spoiltMonth = 8

  init(_ tables: PlanTables, earlier: EarlierReports) {
    plan = tables.plan
    files = earlier.files
    cast = Cast(plan)
    months = Self.months(of: plan.settings)
    let count = months.count
    indicators = plan.indicators.indices.map { [plan, cast] index in
      let starts = earlier.last.filter { $0.key.indicator == index }.map { ($0.key.agency, $0.value.value) }
      return IndicatorSimulation(
        index, plan, cast, monthCount: count, starts: Dictionary(starts, uniquingKeysWith: { $1 }))
    }
    addStarts(earlier)
    for number in months.indices { addMonth(number + 1) }
  }

  private static func months(of settings: PlanSettings) -> [Day] {
    var months: [Day] = []
    var end = settings.start.monthEnd
    while end <= settings.end, months.count < 24 {
      months.append(end)
      end = end.nextMonthEnd
    }
    return months
  }

  // MARK: Files

  private static func path(_ name: String) -> String { "\(StoreLocation.reportsFolder)/\(name).csv" }

  /// Where the nation had a figure before the year, its agencies too have something to be measured from.
  private mutating func addStarts(_ earlier: EarlierReports) {
    let end = plan.settings.start.advanced(byMonths: Self.monthsFromStart).monthEnd
    let month = String(end.iso.prefix(7))
    var text = CSVText(header: SimulatedReport.header)
    for (index, indicator) in plan.indicators.enumerated() {
      guard let national = plan.nationalAgency,
        let known = earlier.last[EarlierReports.Cell(indicator: index, agency: national)], known.end > end
      else { continue }
      for agency in indicator.scope {
        guard let figure = indicators[index].start(of: agency) else { continue }
        var row = SimulatedReport(
          period: month, agency: plan.agencies[agency].id, indicator: indicator.id, source: .start)
        row.set(figure)
        text.add(row)
      }
    }
    files[Self.path(month)] = text.bytes
  }

  private mutating func addMonth(_ month: Int) {
    let name = String(months[month - 1].iso.prefix(7))
    var text = CSVText(header: SimulatedReport.header)
    for agency in plan.agencies.indices {
      let rows = agency == plan.nationalAgency ? published(month, name) : rows(of: agency, month, name)
      if cast.roles[agency].hasSpoiltFile, month == Self.spoiltMonth {
        files[Self.path(name + "-" + plan.agencies[agency].id)] = SpoiltReport.file(rows.map(\.cells))
      } else {
        for row in rows { text.add(row) }
      }
    }
    files[Self.path(name)] = text.bytes
  }

  // MARK: Rows

  private func published(_ month: Int, _ name: String) -> [SimulatedReport] {
    plan.indicators.compactMap { indicator in
      let figure = Course.published[indicator.id]?.first { $0.month == month }
      return figure.map { figure in
        SimulatedReport(
          period: name, agency: Agency.nationalID, indicator: indicator.id, value: figure.value,
          received: months[month - 1].advanced(by: 20).iso, source: .published)
      }
    }
  }

  private func rows(of agency: Int, _ month: Int, _ name: String) -> [SimulatedReport] {
    guard let received = received(from: agency, month)?.iso else { return [] }
    return indicators.indices.compactMap { index in
      guard let figure = indicators[index].figure(of: agency, month: month) else { return nil }
      var row = SimulatedReport(
        period: name, agency: plan.agencies[agency].id, indicator: plan.indicators[index].id, received: received,
        source: .report, note: note(agency, index, month))
      row.set(figure)
      return row
    }
  }

  /// The day on which an agency's reports for a month come in; `nil` where none do.
  private func received(from agency: Int, _ month: Int) -> Day? {
    var numbers = SeededNumbers(.receipt, agency, month)
    let end = months[month - 1]
    switch cast.roles[agency].habit {
    case .punctual: return end.advanced(by: 3 + numbers.below(12))
    case .late: return numbers.chance(0.25) ? nil : end.advanced(by: 19 + numbers.below(50))
    case .quarterly: return month.isMultiple(of: 3) ? end.advanced(by: 6 + numbers.below(9)) : nil
    case .fading: return month <= 5 ? end.advanced(by: 8 + numbers.below(12)) : nil
    case .silent: return nil
    }
  }

  private static let notes = [
    "Số liệu ước tính", "Đã đính chính so với báo cáo lần đầu", "Chưa gồm số liệu cấp xã",
    "Rà soát lại theo danh sách mới",
  ]

  private func note(_ agency: Int, _ index: Int, _ month: Int) -> String {
    if indicators[index].isLost(agency, month: month) { return "Hệ thống tạm dừng, không còn đáp ứng" }
    var numbers = SeededNumbers(.note, agency * 1_000 + index, month)
    return numbers.chance(0.015) ? numbers.pick(Self.notes) ?? "" : ""
  }
}
