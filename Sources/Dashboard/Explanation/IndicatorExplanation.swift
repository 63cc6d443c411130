import PlanCore
import TerminalKit
import TextCore

extension PageBuilder {
  /// Where a number comes from.
  func explanation(_ document: inout Document, _ explained: Explained) {
    switch explained {
    case .pillar(let id): explainPillar(&document, id)
    case .indicator(let id): explainIndicator(&document, id)
    case .figure(let agency, let indicator): explainFigure(&document, agency, indicator)
    case .task(let id): explainTask(&document, id)
    case .assignment(let task, let agency): explainAssignment(&document, task, agency)
    case .action(let id): explainAction(&document, id)
    case .agency(let id): explainAgency(&document, id)
    }
  }

  /// An indicator's headline: which figure it is, what it is made of, why it has its status.
  func explainIndicator(_ document: inout Document, _ id: String) {
    guard let index = plan.indicatorIndex(id) else { return addGone(id, to: &document) }
    let (indicator, assessed) = (plan.indicators[index], assessment.indicators[index])
    let evidence = assessment.evidence(of: index)
    addText("\(indicator.id)  \(context[indicator.title])", .title, to: &document)
    addFacts(headlineOnly(assessed, indicator), to: &document)
    addTitle(word("VÌ SAO LÀ CON SỐ NÀY", "WHY THIS FIGURE"), to: &document)
    addText(choiceText(assessed, indicator), to: &document)
    addReasons(
      Reasoning(
        indicator: indicator, figure: assessed.headline?.figure, speaks: assessed.headline?.speaks ?? false,
        isStale: assessed.headline?.isStale ?? false, baseline: assessed.baseline, pace: assessed.pace,
        attainment: assessed.attainment, status: assessed.status), to: &document)
    if indicator.aggregation != .national { addParts(evidence, assessed, indicator, to: &document) }
    addTitle(word("NGUỒN CỦA CHỈ TIÊU", "SOURCE OF THE INDICATOR"), to: &document)
    addFacts(sourceFacts(indicator.source, indicator.confidence), to: &document)
    addEvidenceTable([evidence.published].compactMap(\.self) + evidence.used, to: &document)
  }

  private func headlineOnly(_ assessed: IndicatorAssessment, _ indicator: Indicator) -> [Fact] {
    let figure = assessed.headline.map {
      context.text($0.figure, of: indicator) + context.spans($0.marks(of: indicator))
    }
    return [
      Fact(word("Số liệu", "Figure"), figure ?? word("chưa có", "none yet")),
      Fact(word("Kỳ", "Period"), assessed.headline?.figure.period.slashed ?? ""),
      Fact(word("Mục tiêu", "Target"), context.target(of: indicator)),
      Fact(word("Trạng thái", "Status"), [context.span(assessed.status)]),
    ]
  }

  // MARK: Which of the two figures

  private func choiceText(_ assessed: IndicatorAssessment, _ indicator: Indicator) -> String {
    if indicator.aggregation == .national {
      return word(
        "Chỉ tiêu cấp quốc gia: chỉ số liệu của cả nước được tính.", "A national indicator: the nation alone speaks.")
    }
    func text(_ figure: Figure) -> String { "\(context.text(figure, of: indicator)) (\(figure.period.slashed))" }
    switch (assessed.rollup, assessed.published) {
    case (nil, nil): return word("Chưa có báo cáo nào dùng được.", "There is no report that could be used.")
    case (let rollup?, nil):
      return word(
        "Lấy số liệu tổng hợp \(text(rollup.figure)); không có số liệu công bố.",
        "The roll-up \(text(rollup.figure)) is taken; nothing was published.")
    case (nil, let published?):
      return word(
        "Lấy số liệu công bố \(text(published)); chưa có gì để tổng hợp.",
        "The published figure \(text(published)) is taken; there is nothing to roll up.")
    case (let rollup?, let published?):
      if assessed.headline?.basis == .rollup {
        return word(
          "Lấy số liệu tổng hợp \(text(rollup.figure)) vì kỳ không cũ hơn số liệu công bố \(text(published)).",
          "The roll-up \(text(rollup.figure)) is taken: its period is not older than that of the published \(text(published))."
        )
      }
      return rollup.speaks
        ? word(
          "Lấy số liệu công bố \(text(published)) vì kỳ mới hơn số liệu tổng hợp \(text(rollup.figure)).",
          "The published figure \(text(published)) is taken: its period is later than that of the roll-up \(text(rollup.figure))."
        )
        : word(
          "Lấy số liệu công bố \(text(published)): số liệu tổng hợp \(text(rollup.figure)) do quá ít đơn vị báo cáo.",
          "The published figure \(text(published)) is taken: too few have reported for the roll-up \(text(rollup.figure))."
        )
    }
  }

  // MARK: Numerator and denominator

  private func addParts(
    _ evidence: Evidence, _ assessed: IndicatorAssessment, _ indicator: Indicator, to document: inout Document
  ) {
    addTitle(word("TỬ SỐ VÀ MẪU SỐ CỦA SỐ LIỆU TỔNG HỢP", "NUMERATOR AND DENOMINATOR OF THE ROLL-UP"), to: &document)
    let above = countText(evidence.numerator)
    let below = countText(evidence.denominator)
    let (over, under) = partNames(indicator.aggregation, evidence.used.count)
    addFacts(
      [
        Fact(word("Tử số", "Numerator"), "\(above): \(over)", isLong: true),
        Fact(word("Mẫu số", "Denominator"), "\(below): \(under)", isLong: true),
        Fact(word("Kết quả", "Quotient"), quotientText(above, below, assessed, indicator), isLong: true),
        Fact(word("Đã báo cáo", "Reported"), completenessText(assessed), isLong: true),
      ], to: &document)
    addTitle(word("KHÔNG ĐƯỢC TÍNH", "LEFT OUT"), to: &document)
    let early = evidence.used.filter { $0.end < plan.settings.start }.map(\.agency)
    let parts: [(String, [Int])] = [
      (word("Chưa báo cáo", "Not reported"), evidence.silent),
      (word("Báo cáo thiếu số cần dùng", "Reports without what is needed"), evidence.unusable),
      (
        word(
          "Mới có số trước năm kế hoạch, không tính là đã báo cáo", "Only from before the plan, not counted as reported"
        ), early
      ),
      (word("Ngoài phạm vi, không cộng", "Out of scope, never summed"), evidence.outside),
    ]
    let lists = parts.filter { !$0.1.isEmpty }
    if lists.isEmpty { addText(word("không có đơn vị nào", "nobody"), .muted, to: &document) }
    for (label, agencies) in lists { addText("\(label) (\(agencies.count)): \(namesText(agencies))", to: &document) }
  }

  /// A number, in groups of three digits where it is whole.
  func countText(_ value: Double) -> String {
    Int(exactly: value).map { NumberText.grouped($0, context.language) } ?? NumberText.plain(value, context.language)
  }

  private func partNames(_ aggregation: Indicator.Aggregation, _ count: Int) -> (String, String) {
    switch aggregation {
    case .agencyShare:
      (
        word("đơn vị nói «đã có»", "agencies that said yes"),
        word("mọi đơn vị trong phạm vi; chưa báo cáo tính là chưa có", "all agencies in scope; silence counts as no")
      )
    case .ratio:
      (
        word("tổng tử số của ", "sum of the numerators of ") + context[.count(count, "đơn vị", "agency", "agencies")],
        word("tổng mẫu số của ", "sum of the denominators of ")
          + context[.count(count, "đơn vị", "agency", "agencies")]
      )
    case .mean, .national:
      (
        word("tổng số liệu của các đơn vị", "sum of the agencies' figures"),
        word("đơn vị đã báo cáo", "agencies that reported")
      )
    }
  }

  private func quotientText(
    _ above: String, _ below: String, _ assessed: IndicatorAssessment, _ indicator: Indicator
  ) -> String {
    guard let rollup = assessed.rollup else { return context.none }
    let factor = indicator.aggregation == .mean ? "" : "100 \(context.glyphs == .ascii ? "x" : "×") "
    return "\(factor)\(above) / \(below) = \(context.text(rollup.figure, of: indicator))"
  }

  private func completenessText(_ assessed: IndicatorAssessment) -> String {
    let share = PercentText.text(assessed.completeness, context.language)
    let least = PercentText.text(plan.settings.thresholds.rollupCompleteness, context.language)
    let isEnough = assessed.completeness >= plan.settings.thresholds.rollupCompleteness
    return "\(assessed.reported)/\(assessed.inScope) = \(share), "
      + (isEnough
        ? word("đủ \(least) nên được nói thay cho tất cả", "\(least) or more, so it speaks for all")
        : word("dưới \(least) nên chưa nói thay cho tất cả", "below \(least), too few to speak for all"))
  }

  /// Agencies by their short names; of many the first.
  func namesText(_ agencies: [Int], most: Int = 40) -> String {
    let names = agencies.prefix(most).map(context.shortName(of:)).joined(separator: ", ")
    let rest = agencies.count - most
    return rest > 0 ? names + word(" và \(rest) đơn vị khác", " and \(rest) more") : names
  }

  // MARK: The rows behind it

  /// The reports that a number is made of, with where each stands in the files.
  func addEvidenceTable(_ reports: [Report], to document: inout Document) {
    addTitle(word("BÁO CÁO ĐÃ DÙNG", "THE REPORTS BEHIND IT"), to: &document)
    let files = context.store.reports.files
    func place(_ report: Report) -> String { "\(files[report.place.file]):\(report.place.line)" }
    var columns = [
      Column<Report>(
        title: word("Đơn vị", "Agency"), width: .main(least: 12, most: 50),
        cell: { .text(context.shortName(of: $0.agency)) }),
      Column(title: word("Kỳ", "Period"), width: .fixed(10), cell: { .text(context.period($0)) }),
      Column(title: word("Số liệu", "Figure"), width: .fixed(10), isTrailing: true, cell: reportedFigure),
    ]
    if reports.contains(where: { $0.numerator != nil || $0.denominator != nil }) {
      columns.append(
        Column(
          title: word("Tử số / mẫu số", "Num. / denominator"), width: .flexible(least: 15, most: 30), isTrailing: true,
          dispensability: 1, cell: fractionCell))
    }
    columns.append(
      Column(
        title: word("Tệp:dòng", "File:line"), width: .flexible(least: 22, comfortable: 24, most: 50),
        cell: { .text(place($0), .muted) }))
    let table = ListTable(
      items: reports, columns: columns,
      key: key(of:), target: page(of:),
      searchTexts: { plan.searchTexts(ofAgency: $0.agency) }, searchKey: { searchKey(ofAgency: $0.agency) },
      alsoMatches: inRegion(\.agency),
      emptyText: word("không có báo cáo nào", "there are no reports"))
    add(table, to: &document, keepsHeader: false)
  }
}
