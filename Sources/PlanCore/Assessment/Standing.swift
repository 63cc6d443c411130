/// Where a figure begins.
public struct Baseline: Hashable, Sendable {
  public var value: Double
  /// Digits after the point in its file; `nil` where it was worked out.
  public var decimals: Int?

  static let zero = Baseline(value: 0, decimals: 0)
}

/// How one figure stands: the same rules for an indicator, a region and an agency.
struct Standing: Hashable {
  /// 0…1; 1 only where the target is met.
  var attainment = 0.0
  /// How far the figure is against where time says it should have been on its own day; `nil` without data.
  var pace: Double?
  var status = Status.noData
}

extension Assessor {
  /// What time says a figure should be on a day: the straight line from the baseline to the target.
  func expected(_ rule: Indicator.Rule, from baseline: Double, on day: Day) -> Double {
    baseline + (rule.target - baseline) * elapsed(on: day)
  }

  /// The part of the plan's days that is over on a day, that day counted; 0…1.
  func elapsed(on day: Day) -> Double {
    min(1, max(0, Double(day - start + 1) / Double(end - start + 1)))
  }

  /// How a headline stands to its target. One that does not speak, or from before the plan's time, gives no data.
  func standing(_ headline: Headline?, _ rule: Indicator.Rule, from baseline: Double) -> Standing {
    guard let headline, headline.speaks, headline.figure.period >= start else { return Standing() }
    let value = headline.figure.value
    let isMet = rule.isMet(by: value)
    let pace = pace(headline.figure, rule, from: baseline, isMet: isMet)
    return Standing(
      attainment: isMet ? 1 : attainment(value, rule, from: baseline), pace: pace,
      status: isMet ? .met : openStatus(headline, pace))
  }

  /// Whether the baseline needs no way to the target.
  private func isAlreadyThere(_ baseline: Double, _ rule: Indicator.Rule) -> Bool {
    rule.isMet(by: baseline) || rule.equalsTarget(baseline)
  }

  private func attainment(_ value: Double, _ rule: Indicator.Rule, from baseline: Double) -> Double {
    let share: Double
    if isAlreadyThere(baseline, rule) {
      let (part, whole) = rule.comparator.wantsMore ? (value, rule.target) : (rule.target, value)
      share = whole > 0 ? part / whole : 0
    } else {
      share = (value - baseline) / (rule.target - baseline)
    }
    return share.isNaN ? 0 : min(0.999, max(0, share))
  }

  /// A figure is held against the day that it speaks of, not against today.
  private func pace(_ figure: Figure, _ rule: Indicator.Rule, from baseline: Double, isMet: Bool) -> Double {
    if isAlreadyThere(baseline, rule) { return isMet ? 1 : 0 }
    let way = expected(rule, from: baseline, on: figure.period) - baseline
    let pace = (figure.value - baseline) / way
    return pace.isFinite ? pace : 0
  }

  private func openStatus(_ headline: Headline, _ pace: Double) -> Status {
    if headline.figure.period == end || asOf > end && headline.isStale { return .missed }
    if pace >= thresholds.onTrack, !headline.isStale { return .onTrack }
    return pace >= thresholds.atRisk ? .atRisk : .offTrack
  }
}
