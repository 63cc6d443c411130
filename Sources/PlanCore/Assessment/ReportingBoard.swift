/// *Bảng nộp báo cáo*: month by month which reports were to come from an agency, and which came, in time or late.
///
/// Expected is one report a month for each indicator whose scope names the agency, for the months of the plan that have
/// ended by the day measured to; of these the last twelve. A report of a month is one whose period ends in it, whether a
/// month or a day, and which carries what its indicator's roll-up needs; as everywhere it counts whenever it came in. It
/// came in time within `report_due_days` days after its period's end, the last one included; where there are several for
/// a month, one in time is enough, and a known day says more than none. What has not come is missing from the day after
/// the month's end and those days, and awaited until then. The plan's end cuts its last month short.
public struct ReportingBoard: Sendable {
  /// The last days of the months, ascending.
  public let months: [Day]
  /// By agency, then by month.
  private let tallies: [ReportingTally]

  /// Months that are looked at.
  static let mostMonths = 12

  init(months: [Day], tallies: [ReportingTally]) {
    self.months = months
    self.tallies = tallies
  }

  /// What was to come from an agency, by month.
  public func months(of agency: Int) -> ArraySlice<ReportingTally> {
    let first = agency * months.count
    return tallies.indices.contains(first) ? tallies[first..<(first + months.count)] : []
  }

  /// What was to come from an agency in all these months.
  public func total(of agency: Int) -> ReportingTally { months(of: agency).reduce(into: ReportingTally(), +=) }

  /// What was to come from everybody in a month.
  public func total(ofMonth month: Int) -> ReportingTally {
    stride(from: month, to: months.isEmpty ? 0 : tallies.count, by: max(1, months.count))
      .reduce(into: ReportingTally()) { $0 += tallies[$1] }
  }
}

extension Assessment {
  /// Which reports came from whom; one pass over a year of reports, so keep it.
  public func reportingBoard() -> ReportingBoard { assessor.reportingBoard() }

  /// Which reports came from one agency, over the months of the board.
  public func reporting(of agency: Int) -> ReportingTally {
    let months = assessor.reportingMonths()
    var tallies = [ReportingTally](repeating: ReportingTally(), count: months.count)
    for index in assessor.plan.indicators.indices where assessor.isInScope(agency, index) {
      assessor.addReports(of: agency, index, months, to: &tallies[...])
    }
    return tallies.reduce(into: ReportingTally(), +=)
  }
}

extension Assessor {
  /// A month of the board.
  struct ReportingMonth {
    var end: Day
    /// In `PackedReport`'s order of ends, that one included.
    var ends: ClosedRange<UInt32>
    /// Whether what has not come is missing.
    var isDue: Bool
  }

  func reportingMonths() -> [ReportingMonth] {
    var months: [ReportingMonth] = []
    var monthEnd = measuredTo.monthEnd
    while months.count < ReportingBoard.mostMonths, monthEnd >= start {
      let last = min(monthEnd, end)
      if last <= measuredTo, last >= start {
        let first = max(monthEnd.monthStart, start)
        months.append(
          ReportingMonth(
            end: last, ends: PackedReport.endOrder(of: first)...PackedReport.endOrder(of: last),
            isDue: asOf - last > thresholds.reportDueDays))
      }
      guard monthEnd.monthStart > .first else { break }
      monthEnd = monthEnd.previousMonthEnd
    }
    return months.reversed()
  }

  func reportingBoard() -> ReportingBoard {
    let months = reportingMonths()
    var tallies = [ReportingTally](repeating: ReportingTally(), count: plan.agencies.count * months.count)
    if !months.isEmpty {
      // An indicator's reports lie next to each other, so it is done before the next.
      for (index, indicator) in plan.indicators.enumerated() {
        for agency in indicator.scope {
          let first = agency * months.count
          addReports(of: agency, index, months, to: &tallies[first..<(first + months.count)])
        }
      }
    }
    return ReportingBoard(months: months.map(\.end), tallies: tallies)
  }

  /// Adds to each month what became of its report.
  func addReports(
    of agency: Int, _ index: Int, _ months: [ReportingMonth], to tallies: inout ArraySlice<ReportingTally>
  ) {
    guard let last = months.last else { return }
    let aggregation = rules[index].aggregation
    var rows = reports.range(indicator: index, agency: agency, upTo: last.ends.upperBound)[...]
    for (month, place) in zip(months, tallies.indices).reversed() {
      var best: Report.Receipt?
      while let row = rows.last.map({ reports.rows[$0] }), row.endOrder >= month.ends.lowerBound {
        rows.removeLast()
        guard row.endOrder <= month.ends.upperBound, row.isUsable(reports.wide, aggregation) else { continue }
        best = best.map { $0.better(row.receipt) } ?? row.receipt
      }
      tallies[place].add(best, isDue: month.isDue)
    }
  }
}

extension ReportingTally {
  fileprivate mutating func add(_ receipt: Report.Receipt?, isDue: Bool) {
    switch receipt {
    case .onTime: onTime += 1
    case .late: late += 1
    case .unknown: dayUnknown += 1
    case nil: if isDue { missing += 1 } else { awaited += 1 }
    }
  }
}

extension Report.Receipt {
  /// What is to be said where there are both.
  fileprivate func better(_ other: Report.Receipt) -> Report.Receipt {
    if self == .onTime || other == .onTime { return .onTime }
    return self == .late || other == .late ? .late : .unknown
  }
}
