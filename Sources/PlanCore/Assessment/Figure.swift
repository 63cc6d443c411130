/// A value with the day that it speaks of.
public struct Figure: Hashable, Sendable {
  public var value: Double
  /// Digits after the point in its file; `nil` where it was worked out.
  public var decimals: Int?
  /// The last day of its period.
  public var period: Day
  /// Whether its source, or one of those rolled up in it, is made up.
  public var isSimulated = false

  /// A figure of a period that ends on `period`; `decimals` is `nil` where it was worked out.
  public init(value: Double, decimals: Int?, period: Day) {
    self.value = value
    self.decimals = decimals
    self.period = period
  }
}

extension Figure {
  /// What a report says by itself: its value, else its numerator as a percentage of a denominator above 0. A
  /// yes-or-no indicator needs a value.
  init?(_ row: PackedReport, _ wide: [WideNumber], needsValue: Bool = false) {
    if let value = row.value(wide) {
      self.init(value: value, decimals: row.decimals(wide), period: row.end)
    } else if !needsValue, let numerator = row.numerator(wide), let denominator = row.denominator(wide),
      denominator > 0
    {
      let value = 100 * numerator / denominator
      guard value.isFinite else { return nil }
      self.init(value: value, decimals: nil, period: row.end)
    } else {
      return nil
    }
    isSimulated = row.isSimulated
  }
}
