/// What a chart's vertical axis reaches from and to: everything that is to be seen, with some headroom.
public struct ChartScale: Hashable, Sendable {
  public let least: Double
  public let greatest: Double

  /// A scale for some figures; those that are no finite numbers are left out, of none it is 0…1.
  public init(_ values: [Double]) {
    let finite = values.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else {
      (least, greatest) = (0, 1)
      return
    }
    let span = high - low
    let room = span > 0 ? Self.headroom * span : max(1, Self.headroom * abs(high))
    // Where the sum leaves the numbers there is no headroom.
    let (below, above) = (low - room, high + room)
    least = below.isFinite ? below : low
    greatest = above.isFinite ? above : high
  }

  /// Of the way from the least to the greatest figure.
  private static let headroom = 0.06

  /// 0 for the least…1 for the greatest, what lies outside held to that; `nil` for what is no number.
  public func share(of value: Double) -> Double? {
    if value.isNaN { return nil }
    let held = min(greatest, max(least, value))
    // By halves, since the whole may be more than a number holds.
    let share = (held / 2 - least / 2) / (greatest / 2 - least / 2)
    return share.isFinite ? min(1, max(0, share)) : 0.5
  }

  /// Round figures within the scale, evenly spaced by 1, 2 or 5 times a power of ten, ascending.
  ///
  /// - Parameter count: at most so many.
  /// - Returns: the figures, and how many digits after the point they need; none where the scale is too large or too
  ///   small for that.
  public func roundValues(atMost count: Int) -> (values: [Double], decimals: Int) {
    let span = greatest - least
    guard count > 0, span.isFinite, span > 0 else { return ([], 0) }
    for power in -6...12 {
      for factor in [1.0, 2, 5] {
        let step = factor * Self.powerOfTen(power)
        let (first, last) = ((least / step).rounded(.up), (greatest / step).rounded(.down))
        // Beyond that the numbers are not whole any more.
        guard abs(first) < 1e9, abs(last) < 1e9, last - first < Double(count) else { continue }
        return first > last ? ([], 0) : ((Int(first)...Int(last)).map { Double($0) * step }, max(0, -power))
      }
    }
    return ([], 0)
  }

  private static func powerOfTen(_ power: Int) -> Double {
    let whole = (0..<abs(power)).reduce(1.0) { product, _ in product * 10 }
    return power < 0 ? 1 / whole : whole
  }
}
