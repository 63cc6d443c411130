/// How one indicator stands on the as-of date.
public struct IndicatorAssessment: Hashable, Sendable {
  public var headline: Headline?
  /// Both candidates for the headline, so that both can be shown.
  public var rollup: Rollup?
  public var published: Figure?
  /// Agencies that have reported for the plan's time, and agencies in scope.
  public var reported: Int
  public var inScope: Int
  public var baseline: Baseline
  /// Where time says the figure should be on the last day measured.
  public var expected: Double
  /// *Nhịp độ*: `nil` without data.
  public var pace: Double?
  /// *Mức độ hoàn thành*: 0…1.
  public var attainment: Double
  public var status: Status
  /// At the plan's end; `nil` where there are too few figures.
  public var forecast: Double?
  /// Levels 0…7 of the last day measured and the five month ends before it, oldest first; `nil` where there is none.
  public var sparkline: [Int?]
  /// The headlines that the levels stand for.
  var trend: [Headline?]

  /// *Tỷ lệ báo cáo*: 0…1.
  public var completeness: Double { inScope == 0 ? 0 : Double(reported) / Double(inScope) }
}

extension Assessor {
  func indicator(_ index: Int) -> IndicatorAssessment {
    let indicator = plan.indicators[index]
    prepareRollups(index, on: trendDays + [baselineDay] + forecastEnds(index))
    let entry = rollup(index, on: measuredTo)
    let (rollup, completeness) = (entry.rollup, entry.completeness)
    let published = published(index, on: measuredTo)
    let headline = headline(rollup: rollup, published: published)
    let baseline = baseline(of: index)
    let standing = standing(headline, rules[index], from: baseline.value)
    let trend = trendDays.dropLast().map { self.headline(index, on: $0) } + [headline]
    let isNational = indicator.aggregation == .national
    let isPublished = (published?.period ?? .first) >= start || measuredTo < start && published != nil
    return IndicatorAssessment(
      headline: headline, rollup: rollup, published: published,
      reported: isNational ? (isPublished ? 1 : 0) : completeness.reported,
      inScope: isNational ? 1 : completeness.inScope, baseline: baseline,
      expected: expected(rules[index], from: baseline.value, on: measuredTo), pace: standing.pace,
      attainment: standing.attainment, status: standing.status,
      forecast: standing.status == .noData ? nil : forecast(index, basis: headline?.basis),
      sparkline: sparkline(trend, of: indicator, baseline: baseline.value), trend: trend)
  }

  /// The day that figures from before the plan are taken on: the one before its start, or the last one measured if
  /// that is earlier.
  var baselineDay: Day { min(start.advanced(by: -1), measuredTo) }

  /// The column's, else the headline from before the plan if it speaks, else 0.
  private func baseline(of index: Int) -> Baseline {
    let indicator = plan.indicators[index]
    if let value = indicator.baseline { return Baseline(value: value, decimals: indicator.baselineDecimals) }
    guard let headline = headline(index, on: baselineDay), headline.speaks else { return .zero }
    return Baseline(value: headline.figure.value, decimals: headline.figure.decimals)
  }
}
