extension Indicator {
  /// Two figures that differ by at most this are equal, as decimals would be.
  private var tolerance: Double { 1e-9 * max(1, abs(target)) }

  func equalsTarget(_ value: Double) -> Bool { abs(value - target) <= tolerance }

  /// Whether a figure meets the target; 16.0 does not meet `> 16`.
  public func isMet(by value: Double) -> Bool {
    switch comparator {
    case .atLeast: value > target || equalsTarget(value)
    case .above: value > target && !equalsTarget(value)
    case .atMost: value < target || equalsTarget(value)
    case .below: value < target && !equalsTarget(value)
    }
  }
}
