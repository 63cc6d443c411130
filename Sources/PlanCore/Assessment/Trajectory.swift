/// How a figure has gone since the plan began, and where that leads: what a chart of it is drawn from.
public struct Trajectory: Hashable, Sendable {
  /// A figure, at the end of its own period.
  public struct Point: Hashable, Sendable {
    public var figure: Figure
    /// Whether it carries a status; a roll-up of too few does not.
    public var speaks: Bool
  }

  /// Where the way to the target begins.
  public var baseline: Baseline
  /// From the plan's time, one for each period, oldest first.
  public var points: [Point]
  /// At the plan's end; `nil` where there are too few figures.
  public var forecast: Double?
}

extension Assessment {
  /// An indicator's: the headlines that its forecast is made from, and those that did not speak yet.
  public func trajectory(indicator index: Int) -> Trajectory {
    let assessed = indicators[index]
    return Trajectory(
      baseline: assessed.baseline, points: assessor.points(index, basis: assessed.headline?.basis),
      forecast: assessed.forecast)
  }

  /// One agency's own; `nil` where its figures are yes or no, or where it has no cell.
  public func trajectory(indicator index: Int, agency: Int) -> Trajectory? {
    guard let cell = cell(agency: agency, indicator: index), !cell.isYesOrNo else { return nil }
    return Trajectory(baseline: cell.baseline, points: assessor.ownPoints(index, agency), forecast: nil)
  }
}

extension Assessor {
  /// Only so many of the last periods are looked at: a plan of a year has no more days.
  static let mostPoints = 366

  /// One agency's own figures from the plan's time up to the last day measured, one for each period.
  fileprivate func ownPoints(_ index: Int, _ agency: Int) -> [Trajectory.Point] {
    let range = reports.range(indicator: index, agency: agency, upTo: PackedReport.endOrder(of: measuredTo))
    var points: [Trajectory.Point] = []
    for row in range.reversed() where points.count < Self.mostPoints {
      let report = reports.rows[row]
      if report.end < start { break }
      // Of one period the last stands.
      guard report.end != points.last?.figure.period, let figure = Figure(report, reports.wide) else { continue }
      points.append(Trajectory.Point(figure: figure, speaks: true))
    }
    return points.reversed()
  }
}
