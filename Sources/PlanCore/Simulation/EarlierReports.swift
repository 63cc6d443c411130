/// The figures of a store from before its plan's start: they are what the plan was made on, and stay.
struct EarlierReports {
  struct Cell: Hashable {
    var indicator: Int
    var agency: Int
  }

  /// By their paths; a file without such a row is not among them.
  private(set) var files: [String: [UInt8]] = [:]
  /// The last value of each cell, and its period's end.
  private(set) var last: [Cell: (end: Day, value: Double)] = [:]

  init(of plan: [StoreLocation.File], _ tables: PlanTables) {
    for file in plan where file.path.hasPrefix(StoreLocation.reportsFolder + "/") { add(file, tables) }
  }

  private mutating func add(_ file: StoreLocation.File, _ tables: PlanTables) {
    var table = Table(file.bytes, file: file.path, as: ReportColumn.self)
    var kept: [UInt8] = []
    var header: ArraySlice<UInt8> = []
    table.forEachRow { row in
      if header.isEmpty { header = file.bytes[..<row.reader.start] }
      guard let report = ReportRow(row: &row, tables: tables)?.report, report.end < tables.plan.settings.start
      else { return }
      kept += file.bytes[row.reader.start..<row.reader.position]
      let cell = Cell(indicator: report.indicator, agency: report.agency)
      if let value = report.value, report.end >= last[cell]?.end ?? .first { last[cell] = (report.end, value) }
    }
    // The header ends where the first row begins.
    if !kept.isEmpty { files[file.path] = header + kept }
  }
}
