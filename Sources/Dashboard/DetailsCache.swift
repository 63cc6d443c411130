import PlanCore
import TextCore

/// What has been read back of single reports' rows. Pages ask for it; where it is not there yet, it is fetched by an
/// effect, and the page is drawn again when it comes.
final class DetailsCache {
  private var known: [Report.Place: ReportDetails] = [:]
  private var asked: Set<Report.Place> = []
  private var missing: [Report] = []
  private var lines: [Finding: FaultyLine?] = [:]
  private var missingLines: [Finding] = []

  /// `nil` until it has been read, and where the row is no longer there.
  subscript(report: Report) -> ReportDetails? {
    if let details = known[report.place] { return details }
    if asked.insert(report.place).inserted { missing.append(report) }
    return nil
  }

  /// Whether pages have asked for what nobody is reading back yet.
  var isWaiting: Bool { !missing.isEmpty || !missingLines.isEmpty }

  /// The reports that pages have asked for since the last time and nobody has read back.
  func takeMissing() -> [Report] {
    defer { missing = [] }
    return missing
  }

  /// The line that a finding is about: `nil` until it has been read, then perhaps that there is none.
  subscript(finding: Finding) -> FaultyLine?? {
    if let line = lines[finding] { return line }
    if !missingLines.contains(finding) { missingLines.append(finding) }
    return nil
  }

  /// The findings whose lines pages have asked for since the last time.
  func takeMissingLines() -> [Finding] {
    defer { missingLines = [] }
    return missingLines
  }

  func add(_ line: FaultyLine?, of finding: Finding) { lines[finding] = .some(line) }

  func add(_ details: [Report.Place: ReportDetails]) { known.merge(details) { $1 } }
}
