public import TextCore

/// *Chỉ tiêu*: what is measured, against which target.
public struct Indicator: Hashable, Sendable {
  /// How a figure must stand to its target.
  public enum Comparator: String, Sendable, CaseIterable {
    case atLeast = ">="
    case above = ">"
    case atMost = "<="
    case below = "<"

    /// Whether more is better.
    public var wantsMore: Bool { self == .atLeast || self == .above }
  }

  /// How agencies' reports become one figure.
  public enum Aggregation: String, Sendable, CaseIterable {
    /// Only the national agency speaks.
    case national
    /// The share of agencies that say 1.
    case agencyShare = "agency-share"
    /// Sum of numerators over sum of denominators, per cent.
    case ratio
    case mean
  }

  public var id: String
  public var key: String
  /// Index into the plan's pillars.
  public var pillar: Int
  public var title: Localized
  public var unit: String
  public var comparator: Comparator
  public var target: Double
  public var targetDecimals: Int
  public var baseline: Double?
  public var baselineDecimals: Int
  public var aggregation: Aggregation
  /// As written: ids and groups.
  public var scopeText: String
  /// Indices into the plan's agencies, ascending, none twice.
  public var scope: [Int]
  public var owner: Int?
  public var numerator: String
  public var denominator: String
  public var source: Int?
  public var confidence: Confidence?
}
