import Testing
import TextCore

@testable import PlanCore

/// All that can be seen of reports that have been read, to be compared with another reading of the same files.
struct ReadReports: Equatable {
  /// A report with its numbers bit by bit, so that -0 is not 0.
  struct Row: Hashable {
    var report: Report
    var bits: [UInt64?]

    init(_ report: Report) {
      self.report = report
      bits = [report.value, report.numerator, report.denominator].map { $0?.bitPattern }
    }
  }

  struct Said: Equatable {
    var texts: [String]
    var errors: Int
    var warnings: Int

    init(_ findings: Findings) {
      texts = findings.kept.map { $0.text(in: .english) + " | " + $0.message[.vietnamese] }
      (errors, warnings) = (findings.errorCount, findings.warningCount)
    }
  }

  var paths: [String]
  var slots: [[Row]]
  var findings: [Said]
  var duplicates: Said

  init(_ loaded: ReportsLoader.Loaded) {
    let reports = loaded.reports
    paths = reports.files
    slots = (0..<reports.slots.count).map { slot in
      let (indicator, agency) = slot.quotientAndRemainder(dividingBy: reports.slots.agencies)
      return reports.history(indicator: indicator, agency: agency).map(Row.init)
    }
    findings = loaded.files.map { Said($0.findings) }
    duplicates = Said(loaded.duplicates)
  }

  /// What is different, said briefly; `nil` where nothing is.
  func difference(from other: ReadReports) -> String? {
    if self == other { return nil }
    if paths != other.paths { return "files \(paths) instead of \(other.paths)" }
    for (mine, others) in zip(slots, other.slots) where mine != others {
      let extra = mine.filter { !others.contains($0) }
      let lost = others.filter { !mine.contains($0) }
      return "rows \(extra.prefix(2)) instead of \(lost.prefix(2)), \(mine.count) instead of \(others.count)"
    }
    for (mine, others) in zip(findings + [duplicates], other.findings + [other.duplicates]) where mine != others {
      let extra = mine.texts.filter { !others.texts.contains($0) }
      let lost = others.texts.filter { !mine.texts.contains($0) }
      return "findings \(extra.prefix(2)) instead of \(lost.prefix(2)), \(mine.errors) errors and \(mine.warnings) "
        + "warnings instead of \(others.errors) and \(others.warnings)"
    }
    return "something"
  }
}

extension ReadReports {
  /// Reads files as simply as can be: every row of every table through `ReportRow`.
  init(reading files: [String: [UInt8]], _ context: ReportContext) {
    paths = files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var slots: [[Row]] = Array(repeating: [], count: context.slots.count)
    findings = []
    for (number, path) in paths.enumerated() {
      var table = Table(files[path] ?? [], file: path, as: ReportColumn.self)
      table.forEachRow { row in
        guard var report = ReportRow(row: &row, tables: context.tables)?.report else { return }
        report.place.file = number
        slots[context.slots.slot(indicator: report.indicator, agency: report.agency)].append(Row(report))
      }
      findings.append(Said(table.findings))
    }
    self.slots = slots.map { $0.sorted { ($0.report.end, $0.report.place) < ($1.report.end, $1.report.place) } }
    duplicates = Said(Self.duplicates(self.slots, paths))
  }

  private static func duplicates(_ slots: [[Row]], _ paths: [String]) -> Findings {
    var findings = Findings()
    for rows in slots {
      for (earlier, later) in zip(rows, rows.dropFirst()) where earlier.report.end == later.report.end {
        let place = "\(paths[earlier.report.place.file]):\(earlier.report.place.line)"
        let message = Localized(
          "trùng đơn vị, chỉ tiêu và kỳ với \(place); dòng sau được dùng nếu có số liệu",
          "same agency, indicator and period as \(place); the later one is used if it has a figure")
        let place2 = later.report.place
        findings.add(Finding(.warning, file: paths[place2.file], line: place2.line, column: 1, message: message))
      }
    }
    return findings
  }
}

extension ReportContext {
  /// Of the small sound plan, and with a source that is made up.
  static func sound() throws -> ReportContext {
    var files = MarkedStore.sound
    files["sources.csv", default: []] += Array("made-up,Giả định,simulated\n".utf8)
    let stored = files.mapValues { StoredFile(stamp: FileStamp(), content: .success($0)) }
    return ReportContext(try PlanTables.read(stored))
  }
}

extension ReportsLoader {
  /// Reads all files there are.
  func loadAll(_ files: ReportFiles, previous: Loaded? = nil, unsettled: Set<String> = []) -> Loaded {
    load(files.paths, previous: previous, unsettled: unsettled)
  }
}
