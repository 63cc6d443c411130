import PlanCore
import TerminalKit
import TextCore

extension PageBuilder {
  /// One agency's one figure: how it stands, and every report behind it.
  func figure(_ document: inout Document, agency agencyID: String, indicator indicatorID: String) {
    guard let agency = plan.agencyIndex(agencyID), let index = plan.indicatorIndex(indicatorID) else {
      return addGone("\(agencyID)/\(indicatorID)", to: &document)
    }
    let indicator = plan.indicators[index]
    addText(context.name(of: agency), .title, to: &document)
    addText("\(indicator.id)  \(context[indicator.title])", to: &document)
    document.lines.append(.blank)
    if let trajectory = assessment.trajectory(indicator: index, agency: agency) {
      let chart = TrajectoryChart(trajectory: trajectory, indicator: indicator, context: context)
      addFacts(figureFacts(agency, index), beside: chart, to: &document)
    } else {
      addFacts(figureFacts(agency, index), to: &document)
    }
    addTitle(word("LỊCH SỬ", "HISTORY"), to: &document)
    let all = context.store.reports.history(indicator: index, agency: agency)
    let known = all.filter { $0.end <= assessment.measuredTo }
    var table = reportTable(known.reversed(), showsIndicator: false)
    table.emptyText = word("chưa báo cáo số liệu nào", "nothing has been reported")
    add(table, to: &document, keepsHeader: false)
    let ahead = all.count - known.count
    if ahead > 0 {
      addText(
        word(
          "\(ahead) số liệu của kỳ sau ngày \(assessment.measuredTo.slashed) không tính",
          "\(ahead) for periods after \(assessment.measuredTo.slashed) \(ahead == 1 ? "does" : "do") not count"),
        .muted, to: &document)
    }
  }

  private func figureFacts(_ agency: Int, _ index: Int) -> [Fact] {
    let indicator = plan.indicators[index]
    let isInScope = indicator.scope.contains(agency)
    guard let cell = assessment.cell(agency: agency, indicator: index) else {
      return [
        Fact(
          word("Trạng thái", "Status"), word("không thuộc phạm vi chỉ tiêu", "outside the indicator's scope"), .muted,
          isLong: true)
      ]
    }
    var facts = [
      Fact(word("Trạng thái", "Status"), [context.span(cell.status)]),
      Fact(word("Mục tiêu", "Target"), context.target(of: indicator)),
    ]
    if let figure = cell.figure {
      let text = cell.isYesOrNo ? yesOrNo(figure.value) : context.text(figure, of: indicator)
      facts.append(Fact(word("Số liệu", "Figure"), text))
      facts.append(Fact(word("Đến ngày", "As of"), figure.period.slashed))
      if cell.isStale { facts.append(Fact(word("Ghi chú", "Note"), context[FigureMark.stale.name], .notice)) }
    }
    if !cell.isYesOrNo {
      facts.append(Fact(word("Mức ban đầu", "Baseline"), figureText(cell.baseline, indicator)))
      facts.append(Fact(word("Nhịp độ", "Pace"), cell.pace.map(paceText) ?? context.none))
    }
    if !isInScope, plan.agencies[agency].kind != .national {
      facts.append(
        Fact(
          word("Phạm vi", "Scope"), word("ngoài phạm vi, không cộng vào tổng", "outside the scope, never summed"),
          .notice, isLong: true))
    }
    return facts
  }

  /// A list of reports, the newest first. Columns that none of them fills are left out.
  func reportTable(_ reports: [Report], showsIndicator: Bool) -> ListTable<Report> {
    var columns = [
      Column<Report>(
        title: word("Kỳ", "Period"), width: .fixed(10), cell: { .text(context.period($0)) },
        order: { $0.end < $1.end }, data: [Datum(title: word("Kỳ", "Period")) { .day($0.end) }]),
      Column(
        title: word("Số liệu", "Figure"), width: .fixed(10), isTrailing: true, cell: reportedFigure,
        data: reportedFigureData),
    ]
    if showsIndicator {
      let id = { (report: Report) in plan.indicators[report.indicator].id }
      columns.insert(Column(title: word("Mã", "Id"), width: .fixed(4), cell: { .text(id($0), .muted) }), at: 0)
    }
    if reports.contains(where: { $0.numerator != nil || $0.denominator != nil }) {
      columns.append(
        Column(
          title: word("Tử số / mẫu số", "Num. / denominator"), width: .flexible(least: 21, most: 30), isTrailing: true,
          dispensability: 2, cell: fractionCell,
          data: [
            Datum(title: word("Tử số", "Numerator")) { $0.numerator.map(DataTable.Value.plain) ?? .none },
            Datum(title: word("Mẫu số", "Denominator")) { $0.denominator.map(DataTable.Value.plain) ?? .none },
          ]))
    }
    columns.append(
      Column(
        title: word("Nguồn", "Source"), width: .main(least: 16, most: 70), cell: { .text(sourceTitle($0), .muted) }))
    if reports.contains(where: { context.details[$0]?.note.isEmpty == false }) {
      columns.append(
        Column(
          title: word("Ghi chú", "Note"), width: .flexible(least: 10, most: 60), dispensability: 3,
          cell: { .text(context.details[$0]?.note ?? "", .muted) }))
    }
    return ListTable(
      items: reports, columns: columns, key: key(of:), target: page(of:),
      searchTexts: { plan.searchTexts(ofReport: $0, context.details[$0]) },
      emptyText: word("chưa có báo cáo nào", "there are no reports"))
  }

  /// What a report's row is known by, and where it leads.
  func key(of report: Report) -> RowID {
    .report(file: context.store.reports.files[report.place.file], line: report.place.line)
  }

  func page(of report: Report) -> Page {
    .report(
      agency: plan.agencies[report.agency].id, indicator: plan.indicators[report.indicator].id,
      file: context.store.reports.files[report.place.file], line: report.place.line)
  }

  private func sourceTitle(_ report: Report) -> String {
    guard let details = context.details[report] else { return context.glyphs.ellipsis }
    return details.source.map { plan.sources[$0].title } ?? ""
  }

  func reportedFigure(_ report: Report) -> Content {
    guard let value = report.value else {
      guard let number = ratioText(report, context.language) else { return .right(context.none, .muted) }
      return .right(context.withUnit(number, plan.indicators[report.indicator].unit))
    }
    return .right(isYesOrNo(report) ? yesOrNo(value) : numberText(value, report))
  }

  /// Of a report without a value what its numerator is of its denominator, as the assessment takes it.
  private func ratioText(_ report: Report, _ language: Language) -> String? {
    guard !isYesOrNo(report), let numerator = report.numerator, let denominator = report.denominator, denominator > 0
    else { return nil }
    return NumberText.cut(
      100 * numerator / denominator, toward: plan.indicators[report.indicator].comparator, language)
  }

  private var reportedFigureData: [Datum<Report>] {
    [
      Datum(title: word("Số liệu", "Figure")) { report in
        guard let value = report.value else { return ratioText(report, .english).map(DataTable.Value.digits) ?? .none }
        if isYesOrNo(report) { return .text(yesOrNo(value)) }
        return .digits(NumberText.text(value, decimals: report.decimals, .english))
      },
      Datum(title: word("Đơn vị tính", "Unit")) { report in
        isYesOrNo(report) || report.value == nil && ratioText(report, .english) == nil
          ? .none : .words(plan.indicators[report.indicator].unit)
      },
    ]
  }

  /// The value whole: of a yes or no the number in the file too.
  private func valueText(_ report: Report) -> String {
    guard let value = report.value else { return "" }
    return isYesOrNo(report)
      ? "\(yesOrNo(value)) (\(NumberText.plain(value, context.language)))" : numberText(value, report)
  }

  private func isYesOrNo(_ report: Report) -> Bool {
    plan.indicators[report.indicator].aggregation == .agencyShare && plan.agencies[report.agency].kind != .national
  }

  func yesOrNo(_ value: Double) -> String { value == 1 ? word("đã có", "yes") : word("chưa có", "no") }

  private func numberText(_ value: Double, _ report: Report) -> String {
    context.withUnit(
      NumberText.text(value, decimals: report.decimals, context.language), plan.indicators[report.indicator].unit)
  }

  func fractionCell(_ report: Report) -> Content {
    guard report.numerator != nil || report.denominator != nil else { return .text("") }
    let parts = [report.numerator, report.denominator].map {
      $0.map { NumberText.plain($0, context.language) } ?? context.none
    }
    return .right(parts.joined(separator: " / "))
  }

  /// One measurement, whole, with where it stands in the files.
  func report(
    _ document: inout Document, agency agencyID: String, indicator indicatorID: String, file: String, line: Int
  ) {
    guard let report = context.report(agency: agencyID, indicator: indicatorID, file: file, line: line) else {
      return addGone("\(file):\(line)", to: &document)
    }
    let dot = Character(context.glyphs.dot)
    addText("\(context.name(of: report.agency)) \(dot) \(context.period(report))", .title, to: &document)
    addText("\(indicatorID)  \(context[plan.indicators[report.indicator].title])", to: &document)
    document.lines.append(.blank)
    let details = context.details[report]
    addFacts(
      [
        Fact(word("Kỳ", "Period"), context.period(report)),
        Fact(word("Giá trị", "Value"), valueText(report)),
        Fact(word("Tử số", "Numerator"), report.numerator.map { NumberText.plain($0, context.language) } ?? ""),
        Fact(word("Mẫu số", "Denominator"), report.denominator.map { NumberText.plain($0, context.language) } ?? ""),
        Fact(word("Nhận ngày", "Received"), details?.received?.slashed ?? word("không ghi", "not recorded")),
        Fact(word("Ghi chú", "Note"), details?.note ?? "", isLong: true),
        Fact(word("Trong tệp", "In the file"), "\(file):\(line)", isLong: true),
      ] + sourceFacts(details?.source), to: &document)
  }
}
