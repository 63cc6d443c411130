public import TextCore

/// *Bộ dữ liệu*: everything that could be read from a folder of plain files, and what could not.
public struct Store: Sendable {
  public let location: StoreLocation
  public let plan: Plan
  public let reports: Reports
  public let journal: Journal
  /// In the order of the files.
  public let findings: Findings

  private let definitions: [String: Definition]
  private let tables: PlanTables
  private let reportFiles: [ReportFile]

  private struct Definition: Sendable {
    var stamp: FileStamp
    var bytes: [UInt8]?
    var findings: Findings
  }

  private struct ReportFile: Sendable {
    var path: String
    var stamp: FileStamp
    var table: ReportsTable
  }

  /// Opens a store. A bad row or file becomes a finding and the rest is still there.
  ///
  /// - Parameters:
  ///   - previous: the same store as it was read last; what has not changed since is taken from it.
  ///   - unsettled: paths that somebody is still writing; they are taken as they were.
  /// - Throws: where there is no store, or no plan that can be read.
  public static func open(
    at location: StoreLocation, reusing previous: Store? = nil, unsettled: Set<String> = []
  ) throws(StoreError) -> Store {
    let files: any StoreFiles
    switch location {
    case .bundled(let bundled): files = BundledFiles(bundled)
    case .folder(let folder): files = try FolderFiles(folder)
    }
    return try Store(location, files, previous: previous, unsettled: unsettled)
  }

  private init(
    _ location: StoreLocation, _ files: any StoreFiles, previous: Store?, unsettled: Set<String>
  ) throws(StoreError) {
    self.location = location
    let names = [StoreLocation.planFile] + PlanTables.files + [UpdatesTable.file]
    var definitions: [String: Definition] = [:]
    var isSame = previous != nil
    for name in names {
      let known = previous?.definitions[name]
      let definition = Self.read(name, files, known, isSettled: !unsettled.contains(name))
      if definition?.stamp != known?.stamp { isSame = false }
      definitions[name] = definition
    }
    self.definitions = definitions
    var findings = Findings()
    if isSame, let previous {
      (tables, journal, findings) = (previous.tables, previous.journal, previous.definitionFindings)
    } else {
      (tables, journal) = try Self.parse(definitions, findings: &findings)
    }
    plan = tables.plan
    definitionFindings = findings
    reportFiles = Self.readReports(
      files, tables, previous: isSame ? previous?.reportFiles ?? [] : [], unsettled, &findings)
    reports = Self.join(reportFiles, plan)
    for file in reportFiles { findings.add(file.table.findings) }
    reports.warnOfDuplicates(&findings)
    self.findings = findings
  }

  /// What the tables have, without the reports.
  private let definitionFindings: Findings

  private static func read(
    _ name: String, _ files: any StoreFiles, _ known: Definition?, isSettled: Bool
  ) -> Definition? {
    if !isSettled, let known { return known }
    guard let stamp = files.stamp(of: name) else { return nil }
    if let known, known.stamp == stamp { return known }
    var findings = Findings()
    let bytes = files.bytes(of: name, findings: &findings)
    return Definition(stamp: stamp, bytes: bytes, findings: findings)
  }

  private static func parse(
    _ definitions: [String: Definition], findings: inout Findings
  ) throws(StoreError) -> (PlanTables, Journal) {
    guard let plan = definitions[StoreLocation.planFile] else { throw .missing }
    guard let bytes = plan.bytes else {
      throw .unreadablePlan(plan.findings.kept.first?.message ?? .notUTF8)
    }
    var tables = PlanTables(settings: try PlanSettings.read(bytes, findings: &findings))
    for name in PlanTables.files {
      if let definition = definitions[name], definition.bytes == nil {
        findings.add(definition.findings)
      } else {
        tables.read(name, definitions[name]?.bytes)
      }
    }
    findings.add(tables.findings)
    guard let updates = definitions[UpdatesTable.file] else { return (tables, Journal()) }
    findings.add(updates.findings)
    guard let bytes = updates.bytes else { return (tables, Journal()) }
    return (tables, UpdatesTable.read(bytes, tables: tables, findings: &findings))
  }

  private static func readReports(
    _ files: any StoreFiles, _ tables: PlanTables, previous: [ReportFile], _ unsettled: Set<String>,
    _ findings: inout Findings
  ) -> [ReportFile] {
    let known = Dictionary(previous.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    var read: [ReportFile] = []
    for path in files.reportPaths(findings: &findings) {
      if unsettled.contains(path) {
        if let file = known[path] { read.append(file) }
        continue
      }
      let stamp = files.stamp(of: path) ?? FileStamp()
      if let file = known[path], file.stamp == stamp {
        read.append(file)
      } else if let bytes = files.bytes(of: path, findings: &findings) {
        read.append(
          ReportFile(path: path, stamp: stamp, table: ReportsTable(bytes, file: path, tables: tables)))
      }
    }
    return read
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
