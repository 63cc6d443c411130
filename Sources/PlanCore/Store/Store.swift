public import TextCore

/// *Bộ dữ liệu*: everything that could be read from a folder of plain files, and what could not.
public struct Store: Sendable {
  public let location: StoreLocation
  public let plan: Plan
  public var reports: Reports { loaded.reports }
  public let journal: Journal
  /// In the order of the files.
  public let findings: Findings

  /// What defines the plan, and the journal, by name.
  let files: [String: StoredFile]
  let tables: PlanTables
  private let journalFindings: Findings
  let loaded: ReportsLoader.Loaded

  /// The one file of a store that the program writes.
  public static let journalFile = UpdatesTable.file
  static let planFiles = [StoreLocation.planFile] + PlanTables.files
  /// Every file of the store that is not a report.
  static let definitionFiles = planFiles + [UpdatesTable.file]

  /// Opens a store. A bad row or file becomes a finding and the rest is still there.
  ///
  /// - Parameters:
  ///   - location: the folder, or the files inside the program.
  ///   - previous: the same store as it was read last; what has not changed since is taken from it.
  ///   - unsettled: paths that somebody is still writing; they are taken as they were.
  ///   - progress: is told how far reading has come.
  /// - Throws: where there is no store, or no plan that can be read.
  public static func open(
    at location: StoreLocation, reusing previous: Store? = nil, unsettled: Set<String> = [],
    progress: LoadingProgress? = nil
  ) throws(StoreError) -> Store {
    try Store(location, location.files(), previous: previous, unsettled: unsettled, progress: progress)
  }

  /// Opens a store without its reports, which are what there may be much of: a dashboard can be drawn from it at once.
  /// Give it to `open` as the one to reuse.
  ///
  /// - Throws: what `open` would.
  public static func openDefinitions(at location: StoreLocation) throws(StoreError) -> Store {
    try Store(location, location.files(), withReports: false)
  }

  /// Whether the reports have been read.
  public let hasReports: Bool

  /// Reads `plan.conf` alone: whether there is a plan at all, and its dates.
  ///
  /// - Throws: what `open` would.
  public static func settings(at location: StoreLocation) throws(StoreError) -> PlanSettings {
    var findings = Findings()
    let file = try location.files().current(StoreLocation.planFile, known: nil)
    return try PlanSettings.read(file, findings: &findings)
  }

  init(
    _ location: StoreLocation, _ source: any StoreFiles, previous: Store? = nil, unsettled: Set<String> = [],
    progress: LoadingProgress? = nil, withReports: Bool = true
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
    if source.stamp(of: UpdatesTable.tornFile) != nil { findings.add(UpdatesTable.setAside) }
    hasReports = withReports
    let before = previous.flatMap { $0.hasReports ? $0.loaded : nil }
    var loaded =
      withReports
      ? Self.loadReports(source, tables, before, unsettled, progress, &findings)
      : ReportsLoader.Loaded(reports: Reports(), files: [], context: ReportContext(tables))
    // Whoever still looks at the old plan goes on working things out by it.
    if !isSamePlan { loaded.reports = loaded.reports.withoutRollups }
    self.loaded = loaded
    loaded.addFindings(to: &findings)
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

  private static func loadReports(
    _ source: any StoreFiles, _ tables: PlanTables, _ previous: ReportsLoader.Loaded?, _ unsettled: Set<String>,
    _ progress: LoadingProgress?, _ findings: inout Findings
  ) -> ReportsLoader.Loaded {
    // One that an editor has moved away to write it anew is not there, and is not gone either.
    let waitedFor = (previous?.files ?? []).map(\.path).filter(unsettled.contains)
    let paths = Set(source.reportPaths(findings: &findings)).union(waitedFor)
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let loader = ReportsLoader(source: source, context: ReportContext(tables), progress: progress)
    return loader.load(paths, previous: previous, unsettled: unsettled)
  }
}
