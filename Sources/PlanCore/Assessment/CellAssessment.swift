/// One agency's own figure for one indicator.
public struct CellAssessment: Hashable, Sendable {
  /// Its latest; `nil` where it has reported none.
  public var figure: Figure?
  /// Whether the figure is 1 (yes) or 0 (no).
  public var isYesOrNo: Bool
  public var isStale: Bool
  public var baseline: Baseline
  public var pace: Double?
  public var attainment: Double
  public var status: Status
}

extension Assessor {
  /// `nil` where the agency is outside the indicator's scope and has not reported.
  func cell(_ agency: Int, _ index: Int) -> CellAssessment? {
    let indicator = plan.indicators[index]
    let isYesOrNo = indicator.aggregation == .agencyShare && agency != nation
    let figure = latestFigure(index, agency, upTo: measuredTo, needsValue: isYesOrNo)
    guard figure != nil || indicator.scope.contains(agency) else { return nil }
    if isYesOrNo { return yesOrNo(figure) }
    let baseline = ownBaseline(agency, index)
    let headline = figure.map {
      Headline(figure: $0, basis: .published, isPartial: false, speaks: true, isStale: isStale($0))
    }
    let standing = standing(headline, indicator, from: baseline.value)
    return CellAssessment(
      figure: figure, isYesOrNo: false, isStale: headline?.isStale ?? false, baseline: baseline, pace: standing.pace,
      attainment: standing.attainment, status: standing.status)
  }

  /// What is done stays done, however long ago it was said; said to be not done is no silence.
  private func yesOrNo(_ figure: Figure?) -> CellAssessment {
    let status: Status =
      switch figure {
      case nil: .noData
      case let figure? where figure.value == 1: .met
      case let figure?: figure.period == end ? .missed : .offTrack
      }
    return CellAssessment(
      figure: figure, isYesOrNo: true, isStale: false, baseline: .zero, pace: nil,
      attainment: status == .met ? 1 : 0, status: status)
  }

  private func ownBaseline(_ agency: Int, _ index: Int) -> Baseline {
    let indicator = plan.indicators[index]
    if let value = indicator.baseline { return Baseline(value: value, decimals: indicator.baselineDecimals) }
    guard let figure = latestFigure(index, agency, upTo: baselineDay) else { return .zero }
    return Baseline(value: figure.value, decimals: figure.decimals)
  }
}

/// How a region, or a kind of agencies, stands on one indicator by its members' roll-up alone.
public struct SubtotalAssessment: Hashable, Sendable {
  public var headline: Headline?
  public var reported: Int
  public var inScope: Int
  public var attainment: Double
  public var status: Status
}

extension Assessor {
  func subtotal(_ index: Int, of members: [Int]) -> SubtotalAssessment {
    let indicator = plan.indicators[index]
    let scope = Set(indicator.scope)
    let own = members.filter(scope.contains)
    let days = baselineDay == measuredTo ? [measuredTo] : [baselineDay, measuredTo]
    let entries = rollups(index, of: own, on: days)
    let completeness = entries[entries.count - 1].completeness
    let headline = headline(rollup: entries[entries.count - 1].rollup, published: nil)
    let before = self.headline(rollup: entries[0].rollup, published: nil)
    let baseline = indicator.baseline ?? before.flatMap { $0.speaks ? $0.figure.value : nil } ?? 0
    let standing = standing(headline, indicator, from: baseline)
    return SubtotalAssessment(
      headline: headline, reported: completeness.reported, inScope: completeness.inScope,
      attainment: standing.attainment, status: standing.status)
  }
}
