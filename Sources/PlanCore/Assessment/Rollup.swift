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
  private var some: Int32 = 0
  private var all: Int32 = 0

  init(reported: Int = 0, inScope: Int = 0) {
    self.reported = reported
    self.inScope = inScope
  }

  var reported: Int {
    get { Int(some) }
    set { some = Int32(clamping: newValue) }
  }
  var inScope: Int {
    get { Int(all) }
    set { all = Int32(clamping: newValue) }
  }

  var share: Double { inScope == 0 ? 0 : Double(reported) / Double(inScope) }
}

extension Assessor {
  /// Rolls up what the agencies of an indicator's scope had reported up to a day.
  func rollup(_ index: Int, on day: Day) -> RollupCache.Entry {
    if let known = reports.rollups.entry(index, on: day) { return known }
    let made = rollups(index, of: plan.indicators[index].scope, on: [day])[0]
    reports.rollups.keep(made, index, on: day)
    return made
  }

  /// Works out on several days at once what `rollup` will be asked for.
  func prepareRollups(_ index: Int, on days: some Sequence<Day>) {
    var missing: [Day] = []
    for day in days.sorted() where day != missing.last && reports.rollups.entry(index, on: day) == nil {
      missing.append(day)
    }
    while !missing.isEmpty {
      let some = Array(missing.prefix(Self.mostAtOnce))
      missing.removeFirst(some.count)
      for (day, entry) in zip(some, rollups(index, of: plan.indicators[index].scope, on: some)) {
        reports.rollups.keep(entry, index, on: day)
      }
    }
  }

  /// Days that one pass over the reports is made for: their sums should stay in the processor's cache.
  private static let mostAtOnce = 40

  /// Rolls up what members of an indicator's scope, in ascending order, had reported up to each of some days, which
  /// ascend too: one pass over their reports.
  func rollups(_ index: Int, of members: [Int], on days: [Day]) -> [RollupCache.Entry] {
    let indicator = plan.indicators[index]
    let silent = RollupCache.Entry(rollup: nil, completeness: Completeness(inScope: members.count))
    guard indicator.aggregation != .national, !days.isEmpty, !reports.range(indicator: index).isEmpty else {
      return days.map { _ in silent }
    }
    let orders = days.map(PackedReport.endOrder(of:))
    var gathered = days.map { RollupSums(countsFrom: $0 < start ? .first : start) }
    let (rows, wide) = (reports.rows, reports.wide)
    for agency in members {
      let range = reports.range(indicator: index, agency: agency)
      guard !range.isEmpty else { continue }
      var next = range.lowerBound
      var last: RollupSums.Contribution?
      for number in orders.indices {
        while next < range.upperBound, rows[next].endOrder <= orders[number] {
          last = RollupSums.Contribution(rows[next], wide, indicator.aggregation) ?? last
          next += 1
        }
        if let last { gathered[number].add(last) }
      }
    }
    return gathered.map { entry($0, indicator, silent) }
  }

  private func entry(_ sums: RollupSums, _ indicator: Indicator, _ silent: RollupCache.Entry) -> RollupCache.Entry {
    var entry = silent
    entry.completeness.reported = sums.reported
    guard let latest = sums.latest, let value = sums.value(indicator.aggregation, inScope: silent.completeness.inScope)
    else { return entry }
    let isPartial = entry.completeness.share < thresholds.rollupCompleteness
    let needed = neededReports(of: silent.completeness.inScope)
    var figure = Figure(value: value, decimals: nil, period: isPartial ? latest : sums.period(of: needed))
    figure.isSimulated = sums.hasSimulated
    let cannotFall =
      indicator.aggregation == .agencyShare && indicator.comparator.wantsMore && indicator.isMet(by: value)
    entry.rollup = Rollup(figure: figure, isPartial: isPartial, speaks: !isPartial || cannotFall)
    return entry
  }

  /// The fewest reports that are the wanted share of a scope, at least one.
  private func neededReports(of inScope: Int) -> Int {
    let share = thresholds.rollupCompleteness
    let estimate = (share * Double(inScope)).rounded(.up)
    var needed = max(1, Int(min(max(0, estimate), Double(inScope))) - 1)
    while needed < inScope, Double(needed) / Double(inScope) < share { needed += 1 }
    return needed
  }

  /// The latest figure that an agency gives by itself.
  func latestFigure(_ indicator: Int, _ agency: Int, upTo day: Day, needsValue: Bool = false) -> Figure? {
    let range = reports.range(indicator: indicator, agency: agency, upTo: PackedReport.endOrder(of: day))
    for index in range.reversed() {
      if let figure = Figure(reports.rows[index], reports.wide, needsValue: needsValue) { return figure }
    }
    return nil
  }

  /// Whether an agency in an indicator's scope has reported for the plan's time, up to the last day measured.
  func hasReported(_ indicator: Int, _ agency: Int) -> Bool {
    let aggregation = plan.indicators[indicator].aggregation
    let first = measuredTo < start ? 0 : PackedReport.endOrder(of: start)
    let last = PackedReport.endOrder(of: measuredTo)
    for index in reports.range(indicator: indicator, agency: agency, upTo: last).reversed() {
      let row = reports.rows[index]
      if row.endOrder < first { return false }
      if row.isUsable(reports.wide, aggregation) { return true }
    }
    return false
  }
}

extension PackedReport {
  /// Whether it carries what a roll-up needs.
  func isUsable(_ wide: [WideNumber], _ aggregation: Indicator.Aggregation) -> Bool {
    switch aggregation {
    case .agencyShare, .mean: hasValue
    case .ratio: hasNumerator && (denominator(wide) ?? 0) > 0
    case .national: hasValue || hasNumerator && (denominator(wide) ?? 0) > 0
    }
  }
}
