internal import Synchronization
public import TextCore

/// Every rule over every agency's history of every indicator: one pass over all reports, on several threads.
struct HistoryCheck {
  let plan: Plan
  let reports: Reports

  /// The first one that has something to say of a figure says it.
  static let rules: [any HistoryRule.Type] = [BackwardJumpRule.self, OutlierRule.self]
  /// Fewer reports than this are checked before a second thread has begun.
  private static let many = 50_000

  /// What was found of one indicator: those that stand first in the files, and how many there are.
  private struct Share: Sendable {
    private(set) var first: [(place: UInt32, message: Localized)] = []
    private(set) var count = 0

    mutating func add(_ place: UInt32, _ message: Localized) {
      count += 1
      first.append((place, message))
      // Agencies follow each other, not places: now and then the latter half goes.
      if first.count == Findings.limit * 2 { trim() }
    }

    private mutating func trim() {
      first.sort { $0.place < $1.place }
      first.removeLast(first.count - Findings.limit)
    }
  }

  /// Warnings in the order of the files.
  func findings() -> Findings {
    let shares = Mutex([Share]())
    let threads = reports.count < Self.many ? 1 : Parallel.processors
    let count = plan.indicators.count
    Parallel.run(threads) { number in
      for indicator in stride(from: number, to: count, by: threads) {
        let share = check(indicator)
        if share.count > 0 { shares.withLock { $0.append(share) } }
      }
    }
    let all = shares.withLock { $0 }
    var findings = Findings()
    for (line, message) in all.flatMap(\.first).sorted(by: { $0.place < $1.place }) {
      let place = reports.place(line)
      findings.add(Finding(.warning, file: reports.files[place.file], line: place.line, column: 1, message: message))
    }
    for _ in findings.count..<max(findings.count, all.reduce(0) { $0 + $1.count }) { findings.count(.warning) }
    return findings
  }

  private func check(_ indicator: Int) -> Share {
    var share = Share()
    var series: [(figure: Figure, place: UInt32)] = []
    for agency in plan.agencies.indices {
      let range = reports.range(indicator: indicator, agency: agency)
      guard range.count > 1 else { continue }
      let kind = kind(of: indicator, agency)
      read(range, kind, into: &series)
      check(series, kind, plan.indicators[indicator].comparator, &share)
    }
    return share
  }

  private func kind(of indicator: Int, _ agency: Int) -> FigureHistory.Kind {
    if plan.indicators[indicator].isYesOrNo(for: plan.agencies[agency]) { return .yesOrNo }
    return plan.indicators[indicator].unit == "%" ? .points : .amount
  }

  /// The figures of a slot, one a period: the one that wins.
  private func read(
    _ range: Range<Int>, _ kind: FigureHistory.Kind, into series: inout [(figure: Figure, place: UInt32)]
  ) {
    series.removeAll(keepingCapacity: true)
    for index in range {
      let row = reports.rows[index]
      guard let figure = Figure(row, reports.wide, needsValue: kind == .yesOrNo) else { continue }
      if series.last?.figure.period == figure.period { series.removeLast() }
      series.append((figure, row.place))
    }
  }

  private func check(
    _ series: [(figure: Figure, place: UInt32)], _ kind: FigureHistory.Kind, _ comparator: Indicator.Comparator,
    _ share: inout Share
  ) {
    guard series.count > 1 else { return }
    let figures = series.map(\.figure)
    for index in 1..<figures.count {
      let history = FigureHistory(
        earlier: figures[..<index], figure: figures[index], kind: kind, comparator: comparator)
      for rule in Self.rules {
        guard let message = rule.fault(in: history) else { continue }
        share.add(series[index].place, message)
        break
      }
    }
  }
}

extension Store {
  /// What the agencies' own histories say of their figures: backward jumps and outliers, as warnings. It looks at every
  /// report, so it is no part of opening a store; call it where a tenth of a second holds nobody up.
  public func historyFindings() -> Findings { HistoryCheck(plan: plan, reports: reports).findings() }
}
