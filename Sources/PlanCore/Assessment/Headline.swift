/// The one figure that stands for an indicator.
public struct Headline: Hashable, Sendable {
  /// Which of the two candidates it is.
  public enum Basis: String, Sendable {
    /// *Số liệu công bố*: said for the whole nation.
    case published
    /// *Số liệu tổng hợp*: rolled up from the agencies.
    case rollup
  }

  public var figure: Figure
  public var basis: Basis
  /// A roll-up for which too few have reported; false beside a published figure.
  public var isPartial: Bool
  /// Whether it carries a status.
  public var speaks: Bool
  /// Older than the plan allows.
  public var isStale: Bool
}

extension Assessor {
  /// The roll-up or the published figure, whichever speaks of the later period; on a tie the roll-up. A roll-up that
  /// does not speak never displaces a published figure.
  func headline(rollup: Rollup?, published: Figure?) -> Headline? {
    if let published, rollup.map({ !$0.speaks || $0.figure.period < published.period }) ?? true {
      return Headline(
        figure: published, basis: .published, isPartial: false, speaks: true, isStale: isStale(published))
    }
    return rollup.map {
      Headline(
        figure: $0.figure, basis: .rollup, isPartial: $0.isPartial, speaks: $0.speaks, isStale: isStale($0.figure))
    }
  }

  /// An indicator's headline as it stood on a day.
  func headline(_ index: Int, on day: Day) -> Headline? {
    headline(rollup: rollup(index, on: day).rollup, published: published(index, on: day))
  }

  /// What the nation itself had published up to a day.
  func published(_ index: Int, on day: Day) -> Figure? {
    nation.flatMap { latestFigure(index, $0, upTo: day) }
  }

  /// Ended before the day so many calendar months before the as-of date.
  func isStale(_ figure: Figure) -> Bool { figure.period < staleBefore }
}
