public import TextCore

/// *Bộ dữ liệu*: everything that could be read from a folder of plain files, and what could not.
public struct Store: Sendable {
  public let location: StoreLocation
  public let plan: Plan
  public let reports: Reports
  public let journal: Journal
  /// In the order of the files.
  public let findings: Findings

  /// What defines the plan, and the journal, by name.
  private let files: [String: StoredFile]
  private let tables: PlanTables
  private let journalFindings: Findings
  private let reportFiles: [ReportFile]

  private struct ReportFile: Sendable {
    var path: String
    var file: StoredFile
    var table: ReportsTable
  }

  static let planFiles = [StoreLocation.planFile] + PlanTables.files
  /// Every file of the store that is not a report.
  static let definitionFiles = Set(planFiles + [UpdatesTable.file])

  /// Opens a store. A bad row or file becomes a finding and the rest is still there.
  ///
  /// - Parameters:
  ///   - location: the folder, or the files inside the program.
  ///   - previous: the same store as it was read last; what has not changed since is taken from it.
  ///   - unsettled: paths that somebody is still writing; they are taken as they were.
  /// - Throws: where there is no store, or no plan that can be read.
  public static func open(
    at location: StoreLocation, reusing previous: Store? = nil, unsettled: Set<String> = []
  ) throws(StoreError) -> Store {
    try Store(location, location.files(), previous: previous, unsettled: unsettled)
  }

  /// Reads `plan.conf` alone: whether there is a plan at all, and its dates.
  ///
  /// - Throws: what `open` would.
  public static func settings(at location: StoreLocation) throws(StoreError) -> PlanSettings {
    var findings = Findings()
    let file = try location.files().current(StoreLocation.planFile, known: nil)
    return try PlanSettings.read(file, findings: &findings)
  }

  init(
    _ location: StoreLocation, _ source: any StoreFiles, previous: Store? = nil, unsettled: Set<String> = []
  ) throws(StoreError) {
    self.location = location
    files = Self.read(source, previous?.files, unsettled)
    let isSamePlan = previous.map { [files] in Self.isSame(Self.planFiles, files, $0.files) } ?? false
    if isSamePlan, let previous {
      tables = previous.tables
    } else {
      tables = try PlanTables.read(files)
    }
    plan = tables.plan
    if isSamePlan, let previous, Self.isSame([UpdatesTable.file], files, previous.files) {
      (journal, journalFindings) = (previous.journal, previous.journalFindings)
    } else {
      (journal, journalFindings) = UpdatesTable.read(files[UpdatesTable.file], tables: tables)
    }
    var findings = tables.findings
    findings.add(journalFindings)
    reportFiles = Self.readReports(source, tables, previous, isSamePlan: isSamePlan, unsettled, &findings)
    reports = Self.join(reportFiles, plan)
    for file in reportFiles { findings.add(file.table.findings) }
    reports.warnOfDuplicates(&findings)
    self.findings = findings
  }

  private static func read(
    _ source: any StoreFiles, _ known: [String: StoredFile]?, _ unsettled: Set<String>
  ) -> [String: StoredFile] {
    var files: [String: StoredFile] = [:]
    for name in definitionFiles {
      if let known, unsettled.contains(name) {
        files[name] = known[name]
      } else {
        files[name] = source.current(name, known: known?[name])
      }
    }
    return files
  }

  private static func isSame(_ names: [String], _ a: [String: StoredFile], _ b: [String: StoredFile]) -> Bool {
    names.allSatisfy { a[$0] == b[$0] }
  }

  private static func readReports(
    _ source: any StoreFiles, _ tables: PlanTables, _ previous: Store?, isSamePlan: Bool, _ unsettled: Set<String>,
    _ findings: inout Findings
  ) -> [ReportFile] {
    var known: [String: ReportFile] = [:]
    for file in previous?.reportFiles ?? [] { known[file.path] = file }
    // One that an editor has moved away to write it anew is not there, and is not gone either.
    let waitedFor = unsettled.filter { known[$0] != nil }
    let paths = Set(source.reportPaths(findings: &findings)).union(waitedFor)
    return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.compactMap { path in
      let old = known[path]
      let isUnsettled = previous != nil && unsettled.contains(path)
      guard let file = isUnsettled ? old?.file : source.current(path, known: old?.file) else { return nil }
      if isSamePlan, let old, old.file == file { return ReportFile(path: path, file: file, table: old.table) }
      return ReportFile(path: path, file: file, table: ReportsTable(file, path: path, tables: tables))
    }
  }

  private static func join(_ files: [ReportFile], _ plan: Plan) -> Reports {
    var all: [Report] = []
    all.reserveCapacity(files.reduce(0) { $0 + $1.table.reports.count })
    for (index, file) in files.enumerated() {
      for var report in file.table.reports {
        report.place.file = index
        all.append(report)
      }
    }
    return Reports(
      all, files: files.map(\.path), indicators: plan.indicators.count, agencies: plan.agencies.count)
  }
}

extension Reports {
  /// A warning for every report that another one for the same agency, indicator and day takes the place of, or would.
  fileprivate func warnOfDuplicates(_ findings: inout Findings) {
    forEachPair { earlier, later in
      let place = "\(files[earlier.place.file]):\(earlier.place.line)"
      let message = Localized(
        "trùng đơn vị, chỉ tiêu và kỳ với \(place); dòng sau được dùng nếu có số liệu",
        "same agency, indicator and period as \(place); the later one is used if it has a figure")
      let finding = Finding(
        .warning, file: files[later.place.file], line: later.place.line, column: 1, message: message)
      findings.add(finding)
    }
  }
}
