extension Indicator {
  /// What of an indicator its figures are held against: small, since it is asked for three hundred thousand times.
  struct Rule {
    var comparator: Comparator
    var target: Double
    var baseline: Double?
    var baselineDecimals: Int
    var aggregation: Aggregation

    /// Two figures that differ by at most this are equal, as decimals would be.
    private var tolerance: Double { 1e-9 * max(1, abs(target)) }

    func equalsTarget(_ value: Double) -> Bool { abs(value - target) <= tolerance }

    /// Whether a figure meets the target; 16.0 does not meet `> 16`.
    func isMet(by value: Double) -> Bool {
      switch comparator {
      case .atLeast: value > target || equalsTarget(value)
      case .above: value > target && !equalsTarget(value)
      case .atMost: value < target || equalsTarget(value)
      case .below: value < target && !equalsTarget(value)
      }
    }
  }

  var rule: Rule {
    Rule(
      comparator: comparator, target: target, baseline: baseline, baselineDecimals: baselineDecimals,
      aggregation: aggregation)
  }

  /// Whether a figure meets the target; 16.0 does not meet `> 16`.
  public func isMet(by value: Double) -> Bool { rule.isMet(by: value) }
}
