/// *Số liệu tổng hợp*: what the agencies in scope say together.
public struct Rollup: Hashable, Sendable {
  public var figure: Figure
  /// Too few have reported to speak for all.
  public var isPartial: Bool
  /// Whether it carries a status: it is not partial, or those who are silent could only raise a share that is met.
  public var speaks: Bool
}

/// How many of the agencies in scope have reported.
struct Completeness: Hashable {
  var reported = 0
  var inScope = 0

  var share: Double { inScope == 0 ? 0 : Double(reported) / Double(inScope) }
}

extension Assessor {
  /// Rolls up what members of an indicator's scope, in ascending order, had reported up to a day.
  func rollup(_ index: Int, of scope: [Int], on day: Day) -> (rollup: Rollup?, completeness: Completeness) {
    let indicator = plan.indicators[index]
    var completeness = Completeness(inScope: scope.count)
    guard indicator.aggregation != .national else { return (nil, completeness) }
    var sum = Sums()
    var ends: [(end: Day, isDone: Bool)] = []
    var hasSimulated = false
    var members = scope[...]
    // Over those who have reported rather than over the scope: most of it may be silent.
    reports.forEachAgency(indicator: index) { agency, history in
      members = members.drop { $0 < agency }
      guard members.first == agency, let report = latestUsable(history, indicator.aggregation, upTo: day) else {
        return
      }
      sum.add(report, indicator.aggregation)
      hasSimulated = hasSimulated || isSimulated(report)
      ends.append((report.end, indicator.aggregation == .agencyShare && report.value == 1))
      if day < start || report.end >= start { completeness.reported += 1 }
    }
    guard let latest = ends.map(\.end).max(), let value = sum.value(indicator.aggregation, inScope: scope.count)
    else { return (nil, completeness) }
    let isPartial = completeness.share < thresholds.rollupCompleteness
    let period = isPartial ? latest : Self.period(ends, latest, inScope: scope.count, thresholds.rollupCompleteness)
    let cannotFall =
      indicator.aggregation == .agencyShare && indicator.comparator.wantsMore && indicator.isMet(by: value)
    var figure = Figure(value: value, decimals: nil, period: period)
    figure.isSimulated = hasSimulated
    return (
      Rollup(
        figure: figure, isPartial: isPartial,
        speaks: !isPartial || cannotFall),
      completeness
    )
  }

  /// The latest day such that of the wanted share of the scope the reports end on or after it. What is done stays
  /// done: a 1 counts as of the latest end.
  private static func period(
    _ ends: [(end: Day, isDone: Bool)], _ latest: Day, inScope: Int, _ share: Double
  ) -> Day {
    let days = ends.map { $0.isDone ? latest : $0.end }.sorted(by: >)
    let needed = (1...max(1, days.count)).first { Double($0) / Double(inScope) >= share } ?? days.count
    return days[min(needed, days.count) - 1]
  }

  private struct Sums {
    var value = 0.0
    var numerator = 0.0
    var denominator = 0.0
    var count = 0

    mutating func add(_ report: Report, _ aggregation: Indicator.Aggregation) {
      count += 1
      value += aggregation == .agencyShare ? (report.value == 1 ? 1 : 0) : report.value ?? 0
      numerator += report.numerator ?? 0
      denominator += report.denominator ?? 0
    }

    /// `nil` where the sums are too large for a number.
    func value(_ aggregation: Indicator.Aggregation, inScope: Int) -> Double? {
      let result =
        switch aggregation {
        case .agencyShare: 100 * value / Double(max(1, inScope))
        case .ratio: 100 * numerator / denominator
        case .mean: value / Double(max(1, count))
        case .national: Double.nan
        }
      return result.isFinite ? result : nil
    }
  }

  /// The latest report up to a day that carries what a roll-up needs.
  func latestUsable(
    _ history: ArraySlice<Report>, _ aggregation: Indicator.Aggregation, upTo day: Day
  ) -> Report? {
    history.last { report in
      guard report.end <= day else { return false }
      switch aggregation {
      case .agencyShare, .mean: return report.value != nil
      case .ratio: return report.numerator != nil && (report.denominator ?? 0) > 0
      case .national: return Figure(report) != nil
      }
    }
  }

  /// The latest figure that an agency gives by itself.
  func latestFigure(_ indicator: Int, _ agency: Int, upTo day: Day, needsValue: Bool = false) -> Figure? {
    for report in reports.history(indicator: indicator, agency: agency).reversed() where report.end <= day {
      guard var figure = Figure(report, needsValue: needsValue) else { continue }
      figure.isSimulated = isSimulated(report)
      return figure
    }
    return nil
  }

  private func isSimulated(_ report: Report) -> Bool {
    report.source.map { plan.sources[$0].confidence == .simulated } ?? false
  }
}
