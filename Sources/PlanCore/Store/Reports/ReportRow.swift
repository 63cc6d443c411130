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
    let isYesOrNo = agency.flatMap { agency in
      indicator.map { tables.plan.indicators[$0].isYesOrNo(for: tables.plan.agencies[agency]) }
    }
    let value = row.number(.value, like: isYesOrNo == true ? .yesOrNo : .usual)
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
      place: Report.Place(file: 0, line: row.line),
      receipt: Report.Receipt(received, of: period.end, within: tables.plan.settings.thresholds.reportDueDays))
    checkFigures(&row, of: tables.plan.indicators[indicator], from: tables.plan.agencies[agency], tables.plan.settings)
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

  private func checkFigures(
    _ row: inout Row<ReportColumn>, of indicator: Indicator, from agency: Agency, _ settings: PlanSettings
  ) {
    if let value = report.value {
      if indicator.isYesOrNo(for: agency) {
        if !RangeRule.holds(yesOrNo: value) { row.error(.value, RangeRule.yesOrNoMessage(indicator.id.brief)) }
      } else if indicator.unit == "%", !RangeRule.holds(share: value) {
        row.warning(.value, RangeRule.shareMessage)
      }
    }
    if let numerator = report.numerator, let denominator = report.denominator {
      guard NumeratorRule.holds(denominator: denominator) else {
        return row.warning(.denominator, NumeratorRule.denominatorMessage)
      }
      if !NumeratorRule.holds(numerator, of: denominator) { row.warning(.numerator, NumeratorRule.message) }
    }
    checkUse(&row, of: indicator, from: agency, settings)
  }

  /// Warns of a row that changes nothing on any screen; and, of the plan's time, of one that only its agency's own page
  /// shows.
  private func checkUse(
    _ row: inout Row<ReportColumn>, of indicator: Indicator, from agency: Agency, _ settings: PlanSettings
  ) {
    let need = agency.kind == .national ? .either : FigureNeed(indicator)
    let hasParts = report.numerator != nil && (report.denominator ?? 0) > 0
    if need.isMet(hasValue: report.value != nil, hasParts: hasParts) { return }
    if report.value == nil, indicator.isYesOrNo(for: agency) || !hasParts {
      row.warning(
        need.column, Localized("dòng không có số liệu dùng được; ", "this row has no figure to use; ") + need.message)
    } else if report.end >= settings.start, report.end <= settings.end {
      row.warning(
        need.column,
        Localized("dòng không được tính vào số liệu tổng hợp; ", "this row does not count in the roll-up; ")
          + need.message)
    }
  }
}

extension Indicator {
  /// Whether an agency reports 1 or 0 for it.
  func isYesOrNo(for agency: Agency) -> Bool { aggregation == .agencyShare && agency.kind != .national }
}
