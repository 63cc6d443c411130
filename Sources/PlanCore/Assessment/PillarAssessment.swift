/// How one pillar stands: the mean of its indicators, silence counting as nothing reached.
public struct PillarAssessment: Hashable, Sendable {
  /// 0…1; 0 for a pillar without indicators.
  public var attainment: Double
  /// Indicators by status, in the order of `Status.allCases`.
  private var counts: [Int]
  /// Levels 0…7, oldest first; `nil` where none of the indicators spoke for the plan's time.
  public var sparkline: [Int?]

  init(_ statuses: [Status], attainment: Double, sparkline: [Int?]) {
    counts = Status.allCases.map { status in statuses.count { $0 == status } }
    self.attainment = attainment
    self.sparkline = sparkline
  }

  /// How many of the indicators have a status.
  public func count(of status: Status) -> Int {
    Status.allCases.firstIndex(of: status).map { counts[$0] } ?? 0
  }

  /// The part of the gauge about which nothing is known, 0…1.
  public var unknownShare: Double {
    let total = counts.reduce(0, +)
    return total == 0 ? 1 : Double(count(of: .noData)) / Double(total)
  }
}

extension Assessor {
  func pillar(_ index: Int, _ indicators: [IndicatorAssessment]) -> PillarAssessment {
    let members = plan.indicators.indices.filter { plan.indicators[$0].pillar == index }
    let sparkline = trendDays.enumerated().map { number, day in
      let then = on(day)
      return Self.level(members.map { then.standing($0, indicators[$0], trend: number) })
    }
    let own = members.map { indicators[$0] }
    return PillarAssessment(own.map(\.status), attainment: Self.mean(own.map(\.attainment)), sparkline: sparkline)
  }

  /// How an indicator stood on one of the days of its trend. Before the plan begins nothing speaks for its time, so
  /// the baseline of the as-of date does for every day.
  private func standing(_ index: Int, _ assessed: IndicatorAssessment, trend number: Int) -> Standing {
    var headline = assessed.trend[number]
    if let figure = headline?.figure { headline?.isStale = isStale(figure) }
    return standing(headline, rules[index], from: assessed.baseline.value)
  }

  private static func level(_ standings: [Standing]) -> Int? {
    guard standings.contains(where: { $0.status != .noData }) else { return nil }
    return level(mean(standings.map(\.attainment)), from: 0, to: 1)
  }

  private static func mean(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }
}
