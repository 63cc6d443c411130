import PlanCore
import TerminalKit
import TextCore

extension PageBuilder {
  /// One indicator: the facts about it, and what each agency reports.
  func indicator(_ document: inout Document, _ id: String) {
    guard let index = plan.indicatorIndex(id) else { return addGone(id, to: &document) }
    let indicator = plan.indicators[index]
    addText("\(indicator.id)  \(context[indicator.title])", .title, to: &document)
    let chart = TrajectoryChart(
      trajectory: assessment.trajectory(indicator: index), indicator: indicator, context: context)
    let isWithFacts = isRoomy && !state.isPreview || context.outline != nil
    addFacts(standing(index) + (isWithFacts ? definition(indicator) : []), beside: chart, to: &document)
    if state.isPreview {
      // Enough to tell whether to go there; little enough to follow a cursor on a slow line.
      document.lines += tally(of: index)
      return addGap(index, to: &document)
    }
    // Where every line is for the list, what hardly changes stands below it, but for the first line of the source.
    let isLow = context.size.height < (hasRoomForTwo ? 24 : 40) && context.outline == nil
    if !isWithFacts {
      if isLow, let source = sourceFacts(indicator.source, indicator.confidence).first, !source.isEmpty {
        document.lines.append(Line([Span(source.label + "  ", .muted)] + source.spans))
      } else {
        addFacts(definition(indicator), to: &document)
      }
    }
    addGap(index, to: &document)
    if context.outline != nil { addTitle(word("TỪNG ĐƠN VỊ", "BY AGENCY"), to: &document) }
    if !isLow { document.lines.append(.blank) }
    add(breakdown(index), to: &document, keepsHeader: false)
    document.legend = legend(
      ofMarks: plan.agencies.indices.flatMap { agency in
        assessment.cell(agency: agency, indicator: index).map {
          marks(of: $0, indicator, isNational: plan.agencies[agency].kind == .national)
        } ?? []
      })
    if !isWithFacts, isLow {
      addTitle(word("CÁCH TÍNH VÀ NGUỒN", "FORMULA AND SOURCE"), to: &document)
      addFacts(definition(indicator), to: &document)
    }
  }

  /// How many agencies of the scope have each status.
  private func tally(of index: Int) -> [Line] {
    let scope = plan.indicators[index].scope
    guard scope.count > 1 else { return [.blank, .blank] }
    var counts = StatusCounts()
    for agency in scope { counts[assessment.cell(agency: agency, indicator: index)?.status ?? .noData] += 1 }
    return [.blank] + wrapped(Span(word("Đơn vị  ", "Agencies  "), .muted), spans(of: counts))
  }

  /// How often each status occurs: in words those that do, in glyphs all, which takes the same room for every row.
  func spans(of counts: StatusCounts, inWords: Bool = true) -> [Span] {
    Status.allCases.filter { !inWords || counts[$0] > 0 }.map { status in
      let name = inWords ? " " + context[status.shortName] : ""
      let role = counts[status] == 0 ? .muted : status.role
      return Span("\(Character(status.glyph(context.glyphs))) \(counts[status])\(name)  ", role)
    }
  }

  // MARK: The facts

  private func standing(_ index: Int) -> [Fact] {
    let indicator = plan.indicators[index]
    let assessed = assessment.indicators[index]
    let forecast = assessed.forecast.map { context.withUnit(computedText($0, indicator), indicator.unit) }
    // In a preview what not every indicator has stands last, and its place is kept.
    let last = state.isPreview ? [otherFact(assessed, indicator) ?? Fact("", " ")] : []
    return [
      Fact(word("Trạng thái", "Status"), [context.span(assessed.status)]),
      attainmentFact(assessed),
    ] + headlineFacts(assessed, indicator) + [
      Fact(word("Mục tiêu", "Target"), context.target(of: indicator)),
      Fact(word("Mức ban đầu", "Baseline"), figureText(assessed.baseline, indicator)),
      Fact(
        word("Lẽ ra đã đạt", "Expected by now"),
        context.withUnit(computedText(assessed.expected, indicator), indicator.unit)),
      Fact(word("Nhịp độ", "Pace"), assessed.pace.map(paceText) ?? context.none),
      Fact(word("Dự báo cuối kỳ", "Forecast at end"), forecast ?? word("chưa đủ số liệu", "too few figures")),
      Fact(word("Đã báo cáo", "Reported"), "\(assessed.reported)/\(assessed.inScope)"),
      Fact(word("Theo dõi", "Owner"), indicator.owner.map(context.shortName(of:)) ?? ""),
    ] + last
  }

  private func attainmentFact(_ assessed: IndicatorAssessment) -> Fact {
    var fact = Fact(word("Mức độ hoàn thành", "Attainment"), PercentText.text(assessed.attainment, context.language))
    fact.tail = context.gauge(
      assessed.attainment, unknown: assessed.status == .noData ? 1 : 0, tick: assessment.elapsed)
    return fact
  }

  /// The headline with its marks in words, and beside it the figure that it was preferred to.
  private func headlineFacts(_ assessed: IndicatorAssessment, _ indicator: Indicator) -> [Fact] {
    guard let headline = assessed.headline else {
      let figure = Fact(word("Số liệu", "Figure"), word("chưa có", "none yet"))
      // In a preview what stands below keeps its place from one row to the next.
      return state.isPreview ? [figure, Fact(word("Đến ngày", "As of"), context.none)] : [figure]
    }
    let marks = headline.marks(of: indicator)
    let words = marks.map { context[$0.shortName] }.joined(separator: ", ")
    let figure = context.text(headline.figure, of: indicator) + context.spans(marks)
    var facts = [
      Fact(word("Số liệu", "Figure"), [Span(figure), Span(words.isEmpty ? "" : " " + words, .notice)]),
      Fact(word("Đến ngày", "As of"), headline.figure.period.slashed),
    ]
    if !state.isPreview, let other = otherFact(assessed, indicator) { facts.append(other) }
    return facts
  }

  /// The figure that the headline was preferred to.
  private func otherFact(_ assessed: IndicatorAssessment, _ indicator: Indicator) -> Fact? {
    if assessed.headline?.basis == .published, let rollup = assessed.rollup {
      let mark = rollup.isPartial ? String(Character(context.glyphs.partial)) : ""
      return Fact(
        word("Tổng hợp", "Rolled up"),
        context.text(rollup.figure, of: indicator) + mark + " (\(rollup.figure.period.slashed))")
    }
    guard assessed.headline?.basis == .rollup, let published = assessed.published else { return nil }
    return Fact(
      word("Công bố", "Published"), context.text(published, of: indicator) + " (\(published.period.slashed))")
  }

  private func definition(_ indicator: Indicator) -> [Fact] {
    let formula = [indicator.numerator, indicator.denominator].filter { !$0.isEmpty }.joined(separator: " / ")
    return [
      Fact(word("Cách tính", "Formula"), formula, isLong: true),
      Fact(word("Phạm vi", "Scope"), scopeText(indicator) + ": " + context[indicator.aggregation.name], isLong: true),
    ] + sourceFacts(indicator.source, indicator.confidence)
  }

  private func scopeText(_ indicator: Indicator) -> String {
    let names = indicator.scopeText.split(separator: " ").map { word in
      AgencyGroup(rawValue: String(word)).map { context[$0.name] } ?? context.agencyName(String(word))
    }
    return names.joined(separator: ", ") + (indicator.scope.count == 1 ? "" : " (\(indicator.scope.count))")
  }

  /// A value that was worked out, cut at one decimal.
  func computedText(_ value: Double, _ indicator: Indicator) -> String {
    NumberText.cut(value, toward: indicator.comparator, context.language)
  }

  func figureText(_ figure: Baseline, _ indicator: Indicator) -> String {
    let number =
      figure.decimals.map { NumberText.text(figure.value, decimals: $0, context.language) }
      ?? computedText(figure.value, indicator)
    return context.withUnit(number, indicator.unit)
  }

  /// A pace, cut at two decimals: 0,99 is not yet 1. What 1 means is said beside it.
  func paceText(_ pace: Double) -> String {
    let number = NumberText.text((pace * 100).rounded(.down) / 100, decimals: 2, context.language)
    return number + word(" (1 = kịp)", " (1 = in step)")
  }

  // MARK: What each agency reports

  private func breakdown(_ index: Int) -> ListTable<Int> {
    let indicator = plan.indicators[index]
    var agencies = indicator.scope
    // Whoever has reported is shown, in scope or not; the nation first.
    if !state.isPreview {
      let reporting = plan.agencies.indices.filter { assessment.cell(agency: $0, indicator: index) != nil }
      agencies = Array(Set(agencies + reporting)).sorted()
    }
    func cell(_ agency: Int) -> CellAssessment? { assessment.cell(agency: agency, indicator: index) }
    func status(_ agency: Int) -> Status { cell(agency)?.status ?? .noData }
    return ListTable(
      items: agencies,
      columns: breakdownColumns(indicator, cell),
      key: { .agency(plan.agencies[$0].id) },
      target: { .figure(agency: plan.agencies[$0].id, indicator: indicator.id) },
      searchTexts: plan.searchTexts(ofAgency:), searchKey: searchKey(ofAgency:),
      isApart: { plan.agencies[$0].kind == .national && !indicator.scope.contains($0) },
      statuses: { [.figure(status($0))] },
      unit: Unit.agencies,
      groupings: [
        Grouping(name: word("không", "none")) { _ in [] },
        withSubtotals(byKindAndRegion({ $0 }), index),
        Grouping(name: word("trạng thái", "status")) {
          [.init(order: StatusOption.figure(status($0)).order, title: context[status($0).name])]
        },
      ],
      emptyText: word("không có đơn vị nào trong phạm vi", "no agency is in scope"))
  }

  private func breakdownColumns(
    _ indicator: Indicator, _ cell: @escaping (Int) -> CellAssessment?
  ) -> [Column<Int>] {
    func status(_ agency: Int) -> Status { cell(agency)?.status ?? .noData }
    return [
      Column(title: "", width: .fixed(1), cell: { .spans([context.span(status($0), withName: false)]) }, data: []),
      Column(
        title: word("Đơn vị", "Agency"), width: .main(least: 24, most: 60), cell: { .text(context.name(of: $0)) },
        order: { nameRank($0) < nameRank($1) }),
      Column(
        title: word("Số liệu", "Figure"), width: .fixed(12), isTrailing: true,
        cell: { agency in
          cell(agency).map { cellFigure($0, indicator, isNational: plan.agencies[agency].kind == .national) }
            ?? .right(context.none, .muted)
        },
        order: { (cell($0)?.figure?.value ?? -.infinity) < (cell($1)?.figure?.value ?? -.infinity) },
        data: cellData { agency in cell(agency).map { ($0, indicator, plan.agencies[agency].kind == .national) } }),
      Column(
        title: word("Kỳ", "Period"), width: .fixed(10), dispensability: 1,
        cell: { .text(cell($0)?.figure?.period.slashed ?? "") },
        order: { (cell($0)?.figure?.period ?? .first) < (cell($1)?.figure?.period ?? .first) }),
      Column(
        title: word("Trạng thái", "Status"), width: .flexible(least: 16, most: 24), dispensability: 2,
        cell: { .text(context[status($0).name], status($0).role) },
        order: { StatusOption.figure(status($0)) < StatusOption.figure(status($1)) }),
    ]
  }

  /// An agency's own figure: for a yes-or-no indicator the word, else the number.
  func cellFigure(_ cell: CellAssessment, _ indicator: Indicator, isNational: Bool = false) -> Content {
    guard let figure = cell.figure else { return .right(context.none, .muted) }
    let marks = marks(of: cell, indicator, isNational: isNational)
    let text = cell.isYesOrNo ? yesOrNo(figure.value) : context.text(figure, of: indicator)
    return .right(text + (marks.isEmpty ? " " : context.spans(marks)))
  }

  /// What sort of figure an agency's own is.
  func marks(of cell: CellAssessment, _ indicator: Indicator, isNational: Bool = false) -> [FigureMark] {
    let isPublished = isNational && indicator.aggregation != .national && cell.figure != nil
    return (isPublished ? [.published] : []) + (cell.isStale ? [.stale] : [])
      + (cell.figure?.isSimulated == true ? [.simulated] : [])
  }

  private func withSubtotals(_ grouping: Grouping<Int>, _ index: Int) -> Grouping<Int> {
    var grouping = grouping
    let indicator = plan.indicators[index]
    grouping.summary = { _, agencies in
      let members = agencies.filter(indicator.scope.contains)
      guard !members.isEmpty else { return [] }
      let total = assessment.subtotal(indicator: index, of: members)
      let figure = total.headline.map { "  " + context.text($0.figure, of: indicator) } ?? ""
      let partial = total.headline?.isPartial == true ? String(Character(context.glyphs.partial)) : ""
      return [
        Span("  \(total.reported)/\(total.inScope)", .muted), Span(figure + partial + " "),
        context.span(total.status),
      ]
    }
    return grouping
  }
}

extension PageBuilder {
  /// Kinds of agencies in protocol order, provinces by their region.
  func byKindAndRegion<Item>(_ agency: @escaping (Item) -> Int) -> Grouping<Item> {
    Grouping(name: word("vùng, khối", "region, kind")) { item in
      let agency = plan.agencies[agency(item)]
      if agency.kind == .national { return [] }
      let kind = Agency.Kind.allCases.firstIndex(of: agency.kind) ?? 0
      if agency.kind == .province, let region = agency.region {
        return [.init(order: 100 + region, title: context[plan.regions[region].name])]
      }
      return [.init(order: kind, title: context[agency.kind.name])]
    }
  }
}

extension Indicator.Aggregation {
  var name: Localized {
    switch self {
    case .national: Localized("số liệu cả nước", "the national figure")
    case .agencyShare: Localized("tỷ lệ đơn vị đã có", "share of agencies that have it")
    case .ratio: Localized("tổng tử số / tổng mẫu số", "sum of numerators / sum of denominators")
    case .mean: Localized("trung bình các đơn vị", "mean of the agencies")
    }
  }
}
