internal import TextCore

/// The columns of a file of measurements.
enum ReportColumn: Int, TableColumn {
  case period, agency, indicator, value, numerator, denominator, received, source, note
  static let names = [
    "period*", "agency*", "indicator*", "value", "numerator", "denominator", "received", "source", "note",
  ]
}

/// A row of measurements as its file has it, read with all that can be said of it.
struct ReportRow {
  var report: Report
  var details: ReportDetails

  /// `nil` where the row has an error; its findings are the row's.
  init?(row: inout Row<ReportColumn>, tables: PlanTables) {
    let period = Self.readPeriod(&row)
    let agency = row.reference(.agency, in: tables.agencies)
    let indicator = row.reference(.indicator, in: tables.indicators)
    let value = row.number(.value)
    let numerator = row.number(.numerator)?.value
    let denominator = row.number(.denominator)?.value
    let received = row.day(.received)
    let source = row.reference(.source, in: tables.sources, .warning)
    details = ReportDetails(received: received, source: source, note: row.text(.note))
    guard let period, let agency, let indicator, !row.hasError else { return nil }
    report = Report(
      end: period.end, isMonth: period.isMonth, agency: agency, indicator: indicator, value: value?.value,
      decimals: value?.decimals ?? 0, numerator: numerator, denominator: denominator,
      isSimulated: source.map { tables.plan.sources[$0].confidence == .simulated } ?? false,
      place: Report.Place(file: 0, line: row.line))
    checkFigures(&row, of: tables.plan.indicators[indicator], from: tables.plan.agencies[agency])
    if row.hasError { return nil }
  }

  private static func readPeriod(_ row: inout Row<ReportColumn>) -> (end: Day, isMonth: Bool)? {
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

  private func checkFigures(_ row: inout Row<ReportColumn>, of indicator: Indicator, from agency: Agency) {
    if let value = report.value {
      if indicator.isYesOrNo(for: agency) {
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
    if let numerator = report.numerator, let denominator = report.denominator, numerator > denominator {
      row.warning(.numerator, Localized("tử số lớn hơn mẫu số", "the numerator is above its denominator"))
    }
  }
}

extension Indicator {
  /// Whether an agency reports 1 or 0 for it.
  func isYesOrNo(for agency: Agency) -> Bool { aggregation == .agencyShare && agency.kind != .national }
}
