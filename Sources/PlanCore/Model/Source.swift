/// Where a figure or an assignment comes from.
public struct Source: Hashable, Sendable {
  public var id: String
  public var title: String
  public var publisher: String
  /// A year, a month or a day, as the file has it.
  public var published: String
  public var url: String
  public var confidence: Confidence
}

/// How well something is known.
public enum Confidence: String, Sendable, CaseIterable {
  /// The decision's own words.
  case decision
  /// Published elsewhere.
  case `public`
  /// A place held open until the annex is typed in: shown as such, never counted as late.
  case pending
  /// Made up for a demonstration.
  case simulated
}
