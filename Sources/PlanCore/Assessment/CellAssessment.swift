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
    let rule = rules[index]
    let isYesOrNo = rule.aggregation == .agencyShare && agency != nation
    let figure = latestFigure(index, agency, upTo: measuredTo, needsValue: isYesOrNo)
    guard figure != nil || isInScope(agency, index) else { return nil }
    if isYesOrNo { return yesOrNo(figure) }
    let baseline = ownBaseline(agency, index)
    let headline = figure.map {
      Headline(figure: $0, basis: .published, isPartial: false, speaks: true, isStale: isStale($0))
    }
    let standing = standing(headline, rule, from: baseline.value)
    return CellAssessment(
      figure: figure, isYesOrNo: false, isStale: headline?.isStale ?? false, baseline: baseline, pace: standing.pace,
      attainment: standing.attainment, status: standing.status)
  }

  func isInScope(_ agency: Int, _ index: Int) -> Bool {
    let scope = plan.indicators[index].scope
    var (low, high) = (0, scope.count)
    while low < high {
      let middle = (low + high) / 2
      if scope[middle] < agency { low = middle + 1 } else { high = middle }
    }
    return low < scope.count && scope[low] == agency
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
    let rule = rules[index]
    if let value = rule.baseline { return Baseline(value: value, decimals: rule.baselineDecimals) }
    guard let figure = latestFigure(index, agency, upTo: baselineDay) else { return .zero }
    return Baseline(value: figure.value, decimals: figure.decimals)
  }
}

/// How every agency stands on every indicator.
public struct StatusMatrix: Sendable {
  private let statuses: [Status?]
  private let indicators: Int

  init(_ statuses: [Status?], indicators: Int) {
    self.statuses = statuses
    self.indicators = indicators
  }

  /// `nil` where the agency is outside the scope and has not reported, and beyond the plan.
  public subscript(agency: Int, indicator: Int) -> Status? {
    let place = agency * indicators + indicator
    return indicator >= 0 && indicator < indicators && statuses.indices.contains(place) ? statuses[place] : nil
  }
}

extension Assessor {
  /// Fewer cells than this are not worth a second thread.
  private static let manyCells = 20_000

  func statusMatrix() -> StatusMatrix {
    let (agencies, indicators) = (plan.agencies.count, plan.indicators.count)
    let total = agencies * indicators
    let statuses = unsafe [Status?](unsafeUninitializedCapacity: total) { buffer, count in
      let room = unsafe StatusRoom(cells: buffer)
      let threads = total < Self.manyCells ? 1 : Parallel.processors
      Parallel.run(threads) { number in
        // An indicator's reports lie next to each other, so it is done before the next.
        for indicator in 0..<indicators {
          for agency in (agencies * number / threads)..<(agencies * (number + 1) / threads) {
            unsafe room.cells.initializeElement(
              at: agency * indicators + indicator, to: self.cell(agency, indicator)?.status)
          }
        }
      }
      count = total
    }
    return StatusMatrix(statuses, indicators: indicators)
  }

  /// Cells that several threads write, each its own.
  @unsafe private struct StatusRoom: @unchecked Sendable {
    var cells: UnsafeMutableBufferPointer<Status?>
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
    let own = members.filter { isInScope($0, index) }
    let days = baselineDay == measuredTo ? [measuredTo] : [baselineDay, measuredTo]
    let entries = rollups(index, of: own, on: days)
    let completeness = entries[entries.count - 1].completeness
    let headline = headline(rollup: entries[entries.count - 1].rollup, published: nil)
    let before = self.headline(rollup: entries[0].rollup, published: nil)
    let baseline = indicator.baseline ?? before.flatMap { $0.speaks ? $0.figure.value : nil } ?? 0
    let standing = standing(headline, rules[index], from: baseline)
    return SubtotalAssessment(
      headline: headline, reported: completeness.reported, inScope: completeness.inScope,
      attainment: standing.attainment, status: standing.status)
  }
}
