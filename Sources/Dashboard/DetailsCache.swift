import PlanCore

/// What has been read back of single reports' rows. Pages ask for it; where it is not there yet, it is fetched by an
/// effect, and the page is drawn again when it comes.
final class DetailsCache {
  private var known: [Report.Place: ReportDetails] = [:]
  private var asked: Set<Report.Place> = []
  private var missing: [Report] = []

  /// `nil` until it has been read, and where the row is no longer there.
  subscript(report: Report) -> ReportDetails? {
    if let details = known[report.place] { return details }
    if asked.insert(report.place).inserted { missing.append(report) }
    return nil
  }

  /// Whether pages have asked for what nobody is reading back yet.
  var isWaiting: Bool { !missing.isEmpty }

  /// The reports that pages have asked for since the last time and nobody has read back.
  func takeMissing() -> [Report] {
    defer { missing = [] }
    return missing
  }

  func add(_ details: [Report.Place: ReportDetails]) { known.merge(details) { $1 } }
}
