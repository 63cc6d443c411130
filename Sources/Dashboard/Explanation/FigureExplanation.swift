import PlanCore
import TerminalKit
import TextCore

extension PageBuilder {
  /// One agency's one figure: the report that it is read from, and why it has its status.
  func explainFigure(_ document: inout Document, _ agencyID: String, _ indicatorID: String) {
    guard let agency = plan.agencyIndex(agencyID), let index = plan.indicatorIndex(indicatorID) else {
      return addGone("\(agencyID)/\(indicatorID)", to: &document)
    }
    let indicator = plan.indicators[index]
    // What the nation has published stands for the indicator unless a roll-up does.
    if plan.agencies[agency].kind == .national, assessment.indicators[index].headline?.basis != .rollup {
      return explainIndicator(&document, indicatorID)
    }
    addText("\(context.name(of: agency)): \(indicator.id)  \(context[indicator.title])", .title, to: &document)
    let report = assessment.evidence(ofAgency: agency, indicator: index)
    guard let cell = assessment.cell(agency: agency, indicator: index) else {
      addText(word("Đơn vị ngoài phạm vi của chỉ tiêu.", "The agency is outside the indicator's scope."), to: &document)
      return addLinkToIndicator(index, to: &document)
    }
    addFacts(ownFacts(cell, report, agency, indicator), to: &document)
    if cell.isYesOrNo {
      addTitle(word("VÌ SAO LÀ TRẠNG THÁI NÀY", "WHY THIS STATUS"), to: &document)
      document.lines += wrapped(context.span(cell.status), [])
      addText(yesOrNoText(cell), to: &document)
    } else {
      addReasons(
        Reasoning(
          indicator: indicator, figure: cell.figure, isStale: cell.isStale, baseline: cell.baseline, pace: cell.pace,
          attainment: cell.attainment, status: cell.status), to: &document)
    }
    addEvidenceTable([report].compactMap(\.self), to: &document)
    addLinkToIndicator(index, to: &document)
  }

  private func ownFacts(
    _ cell: CellAssessment, _ report: Report?, _ agency: Int, _ indicator: Indicator
  ) -> [Fact] {
    var facts = [
      Fact(
        word("Số liệu", "Figure"),
        cell.figure.map { cell.isYesOrNo ? yesOrNo($0.value) : context.text($0, of: indicator) }
          ?? word("chưa báo cáo", "not reported")),
      Fact(word("Kỳ", "Period"), cell.figure?.period.slashed ?? ""),
      Fact(word("Mục tiêu", "Target"), context.target(of: indicator)),
    ]
    if let report, report.value == nil, let above = report.numerator, let below = report.denominator {
      let (over, under) = (NumberText.plain(above, context.language), NumberText.plain(below, context.language))
      facts.append(
        Fact(
          word("Tử số / mẫu số", "Num. / denominator"),
          "100 \(context.glyphs == .ascii ? "x" : "×") \(over) / \(under)"))
    }
    if plan.agencies[agency].kind != .national, !indicator.scope.contains(agency) {
      facts.append(
        Fact(
          word("Phạm vi", "Scope"), word("ngoài phạm vi, không cộng vào tổng", "outside the scope, never summed"),
          .notice))
    }
    return facts
  }

  private func yesOrNoText(_ cell: CellAssessment) -> String {
    switch cell.status {
    case .met: word("Đơn vị đã nói «đã có»; đã có thì không hết hạn.", "The agency said yes; a yes does not grow old.")
    case .missed:
      word(
        "Kỳ cuối cùng của kế hoạch đơn vị vẫn nói «chưa có».", "For the plan's last period the agency still said no.")
    case .offTrack: word("Đơn vị nói «chưa có».", "The agency said no.")
    default:
      word(
        "Đơn vị chưa báo cáo đến ngày \(assessment.measuredTo.slashed); không tính là đã có.",
        "The agency has not reported up to \(assessment.measuredTo.slashed); that is no yes.")
    }
  }

  private func addLinkToIndicator(_ index: Int, to document: inout Document) {
    addTitle(word("CHỈ TIÊU NÀY TÍNH THẾ NÀO", "HOW THE INDICATOR IS WORKED OUT"), to: &document)
    add(explainedIndicators([index]), to: &document, list: 1, keepsHeader: false)
  }

  /// Indicators whose rows lead on to their explanations.
  func explainedIndicators(_ indices: [Int]) -> ListTable<Int> {
    ListTable(
      items: indices,
      columns: [
        Column(
          title: "", width: .fixed(1),
          cell: { .spans([context.span(assessment.indicators[$0].status, withName: false)]) }),
        Column(title: word("Mã", "Id"), width: .fixed(4), cell: { .text(plan.indicators[$0].id, .muted) }),
        Column(
          title: word("Chỉ tiêu", "Indicator"), width: .main(least: 24, most: 100),
          cell: { .text(context[plan.indicators[$0].title]) }),
        Column(
          title: word("Mức độ", "Attained"), width: .fixed(8), isTrailing: true,
          cell: { .right(PercentText.text(assessment.indicators[$0].attainment, context.language)) },
          order: { assessment.indicators[$0].attainment < assessment.indicators[$1].attainment }),
        Column(
          title: word("Trạng thái", "Status"), width: .flexible(least: 16, most: 20), dispensability: 1,
          cell: {
            let status = assessment.indicators[$0].status
            return .text(context[status.name], status.role)
          }),
      ],
      key: { .indicator(plan.indicators[$0].id) },
      target: { .explanation(.indicator(plan.indicators[$0].id)) },
      searchTexts: plan.searchTexts(ofIndicator:), statuses: { [.figure(assessment.indicators[$0].status)] },
      unit: Unit.indicators, emptyText: word("không có chỉ tiêu nào", "there are no indicators"),
      caption: { context[plan.indicators[$0].title] })
  }

  /// A pillar's gauge: the mean of its indicators.
  func explainPillar(_ document: inout Document, _ id: String) {
    guard let pillar = plan.pillarIndex(id) else { return addGone(id, to: &document) }
    let own = plan.indicators.indices.filter { plan.indicators[$0].pillar == pillar }
    let assessed = assessment.pillars[pillar]
    let percent = PercentText.text(assessed.attainment, context.language)
    addText("\(context[plan.pillars[pillar].name]): \(percent)", .title, to: &document)
    let sum = own.reduce(0) { $0 + assessment.indicators[$1].attainment }
    let silent = own.filter { assessment.indicators[$0].status == .noData }
    let settings = plan.settings
    let total = settings.end - settings.start + 1
    let days = min(max(0, assessment.measuredTo - settings.start + 1), total)
    addFacts(
      [
        Fact(
          word("Tử số", "Numerator"),
          PercentText.text(sum, context.language)
            + word(": tổng mức độ của các chỉ tiêu", ": sum of the indicators' attainments"),
          isLong: true),
        Fact(
          word("Mẫu số", "Denominator"),
          "\(own.count): " + word("mọi chỉ tiêu của trụ cột", "all indicators of the pillar"), isLong: true),
        Fact(
          word("Kết quả", "Quotient"), "\(PercentText.text(sum, context.language)) / \(own.count) = \(percent)",
          isLong: true),
        Fact(
          word("Không có số liệu", "Without data"),
          silent.isEmpty
            ? word("không có chỉ tiêu nào", "none")
            : "\(silent.count): \(silent.map { plan.indicators[$0].id }.joined(separator: ", "))"
              + word("; tính là 0, vẽ gạch chéo", "; counted as 0, drawn hatched"), isLong: true),
        Fact(
          word("Vạch thời gian", "The tick"),
          "\(days)/\(total) " + word("ngày", "days") + " = \(PercentText.text(assessment.elapsed, context.language))",
          isLong: true),
      ], to: &document)
    addTitle(word("CÁC CHỈ TIÊU", "THE INDICATORS"), to: &document)
    add(explainedIndicators(own), to: &document, keepsHeader: false)
  }
}
