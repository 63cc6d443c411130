internal import Synchronization
internal import TextCore

/// *Năm mô phỏng*: a store in which the reports and updates of the plan's year are made up, the same bytes every time.
///
/// The plan stays as it is, and so do figures from before its start; `plan.conf` says `simulated`, and so does the source
/// of every figure that is made up. Each part is made when it is first asked for: what defines the plan costs nothing.
public final class SimulatedYear: Sendable {
  let plan: [StoreLocation.File]
  private let made = Mutex(Made())

  private struct Made {
    var tables: PlanTables?
    var definitions: [String: [UInt8]]?
    var journal: [UInt8]?
    var reports: [String: [UInt8]]?
  }

  /// - Parameter plan: the files of the store whose year is made up.
  public init(of plan: [StoreLocation.File]) { self.plan = plan }

  /// Every file of the store, in byte order of their paths.
  public var files: [StoreLocation.File] {
    var files = definitions.merging(reports) { first, _ in first }
    files[UpdatesTable.file] = journal
    return files.map { StoreLocation.File(path: $0.key, bytes: $0.value) }
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  // MARK: Its parts

  var definitions: [String: [UInt8]] {
    made.withLock { made in
      if let known = made.definitions { return known }
      let definitions = SimulatedDefinitions.files(of: plan)
      made.definitions = definitions
      return definitions
    }
  }

  var journal: [UInt8] {
    let tables = tables
    return made.withLock { made in
      if let known = made.journal { return known }
      let journal = tables.map { JournalSimulation($0.plan).file } ?? []
      made.journal = journal
      return journal
    }
  }

  /// By their paths.
  var reports: [String: [UInt8]] {
    let tables = tables
    return made.withLock { made in
      if let known = made.reports { return known }
      let reports = tables.map { ReportsSimulation($0, earlier: EarlierReports(of: plan, $0)).files } ?? [:]
      made.reports = reports
      return reports
    }
  }

  /// `nil` where the plan cannot be read: then nothing is made up, and whoever opens the store is told why.
  private var tables: PlanTables? {
    let definitions = definitions
    return made.withLock { made in
      if let known = made.tables { return known }
      let files = definitions.mapValues { StoredFile(stamp: FileStamp(), content: .success($0)) }
      made.tables = try? PlanTables.read(files)
      return made.tables
    }
  }
}

extension SimulatedYear: Hashable {
  public static func == (a: SimulatedYear, b: SimulatedYear) -> Bool { a === b || a.plan == b.plan }

  public func hash(into hasher: inout Hasher) { hasher.combine(plan) }
}

extension SimulatedYear: StoreFiles {
  /// What was made once stays as it is.
  func stamp(of path: String) -> FileStamp? { bytes(of: path).map { FileStamp(size: Int64($0.count)) } }

  func read(_ path: String) -> FileResult<[UInt8]> { bytes(of: path).map { .success($0) } ?? .failure(.notPlain) }

  func reportPaths(findings: inout Findings) -> [String] {
    reports.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private func bytes(of path: String) -> [UInt8]? {
    if path == UpdatesTable.file { return journal }
    return definitions[path] ?? reports[path]
  }
}
