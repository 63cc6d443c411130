internal import TextCore

/// One file of measurements.
struct ReportsTable: Sendable {
  enum Column: Int, TableColumn {
    case period, agency, indicator, value, numerator, denominator, received, source, note
    static let names = [
      "period*", "agency*", "indicator*", "value", "numerator", "denominator", "received", "source", "note",
    ]
  }

  /// In the order of the file; their `place.file` is 0 until the files are put together.
  private(set) var reports: [Report] = []
  private(set) var findings = Findings()

  init(_ file: StoredFile, path: String, tables: PlanTables) {
    switch file.content {
    case .failure(let fault): findings.add(fault.finding(in: path))
    case .success(let bytes): read(bytes, path, tables)
    }
  }

  private mutating func read(_ bytes: [UInt8], _ path: String, _ tables: PlanTables) {
    var table = Table(bytes, file: path, as: Column.self)
    var isNewFile = true
    table.forEachRow { row in
      if isNewFile { reports.reserveCapacity(bytes.count / 48) }
      isNewFile = false
      if let report = Report(row: &row, tables: tables) { reports.append(report) }
    }
    findings = table.findings
  }
}

extension Report {
  fileprivate typealias Column = ReportsTable.Column

  fileprivate init?(row: inout Row<Column>, tables: borrowing PlanTables) {
    let period = Self.readPeriod(&row)
    let agency = row.reference(.agency, in: tables.agencies)
    let indicator = row.reference(.indicator, in: tables.indicators)
    let value = row.number(.value)
    numerator = row.number(.numerator)?.value
    denominator = row.number(.denominator)?.value
    received = row.day(.received)
    source = row.reference(.source, in: tables.sources, .warning)
    note = row.text(.note)
    guard let period, let agency, let indicator, !row.hasError else { return nil }
    (end, isMonth) = period
    self.agency = agency
    self.indicator = indicator
    self.value = value?.value
    decimals = value?.decimals ?? 0
    place = Place(file: 0, line: row.line)
    checkFigures(&row, of: tables.plan.indicators[indicator], from: tables.plan.agencies[agency])
    if row.hasError { return nil }
  }

  private static func readPeriod(_ row: inout Row<Column>) -> (end: Day, isMonth: Bool)? {
    let text = row.text(.period)
    if let day = Day(iso: text) { return (day, false) }
    if let month = Day(monthEnd: text) { return (month, true) }
    guard !text.isEmpty else { return nil }
    row.error(
      .period,
      Localized(
        "«\(text.brief)» không phải là kỳ báo cáo; viết tháng 2023-06 hoặc ngày 2023-06-30",
        "«\(text.brief)» is not a period; write a month 2023-06 or a day 2023-06-30"))
    return nil
  }

  private func checkFigures(_ row: inout Row<Column>, of indicator: Indicator, from agency: Agency) {
    if let value {
      if indicator.aggregation == .agencyShare, agency.kind != .national {
        if value != 0, value != 1 {
          row.error(
            .value,
            Localized(
              "giá trị của «\(indicator.id.brief)» chỉ là 1 (đã có) hoặc 0 (chưa có)",
              "a value of «\(indicator.id.brief)» is 1 (yes) or 0 (no)"))
        }
      } else if indicator.unit == "%", !(0...100).contains(value) {
        row.warning(.value, Localized("tỷ lệ ngoài khoảng 0…100 %", "a share outside 0…100 %"))
      }
    }
    if let numerator, let denominator, numerator > denominator {
      row.warning(.numerator, Localized("tử số lớn hơn mẫu số", "the numerator is above its denominator"))
    }
  }
}
