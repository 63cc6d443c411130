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
    let own = members.map { indicators[$0] }
    let sparkline = trendDays.map { day in
      day == measuredTo
        ? level(own.map { ($0.attainment, $0.status) })
        : level(members.map { standing(of: $0, from: indicators[$0].baseline.value, asOf: day) })
    }
    return PillarAssessment(
      own.map(\.status), attainment: Self.mean(own.map(\.attainment)), sparkline: sparkline)
  }

  /// An indicator as it was assessed on an earlier day.
  private func standing(of index: Int, from baseline: Double, asOf day: Day) -> (Double, Status) {
    let then = Assessor(plan: plan, reports: reports, journal: journal, asOf: day)
    // Before the plan begins nothing speaks for its time, so the later baseline does no harm.
    let standing = then.standing(then.headline(index, on: day), plan.indicators[index], from: baseline)
    return (standing.attainment, standing.status)
  }

  private func level(_ standings: [(attainment: Double, status: Status)]) -> Int? {
    guard standings.contains(where: { $0.status != .noData }) else { return nil }
    return Self.level(Self.mean(standings.map(\.attainment)), from: 0, to: 1)
  }

  private static func mean(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }
}
