import PlanCore
import TerminalKit
import TextCore

extension PageBuilder {
  /// *Chỉ tiêu*: all indicators, or those of one pillar.
  func indicators(_ document: inout Document, pillar id: String?) {
    var indices = Array(plan.indicators.indices)
    if let id {
      guard let pillar = plan.pillarIndex(id) else { return addGone(id, to: &document) }
      indices = indices.filter { plan.indicators[$0].pillar == pillar }
      addPillarHead(pillar, to: &document)
    }
    var table = indicatorTable(indices)
    table.groupings =
      id == nil ? [groupByPillar, groupByStatus, groupByOwner] : [ungrouped, groupByStatus, groupByOwner]
    // There are few pillars, and each shows all that is in it.
    if id != nil { table.previewRows = 16 }
    add(table, to: &document)
    document.legend = legend(of: indices)
  }

  private func addPillarHead(_ pillar: Int, to document: inout Document) {
    let assessed = assessment.pillars[pillar]
    let percent = PercentText.text(assessed.attainment, context.language)
    var spans = [Span(context[plan.pillars[pillar].name], .title), Span("  \(percent)  ")]
    for status in Status.allCases {
      spans.append(Span("\(Character(status.glyph(context.glyphs))) \(assessed.count(of: status))  ", status.role))
    }
    document.head.append(Line(spans))
  }

  /// A list of indicators: gauge, figure against target, trend, status, who has reported.
  func indicatorTable(_ indices: [Int]) -> ListTable<Int> {
    ListTable(
      items: indices,
      columns: indicatorColumns,
      key: { .indicator(plan.indicators[$0].id) },
      target: { .indicator(plan.indicators[$0].id) },
      searchTexts: plan.searchTexts(ofIndicator:),
      statuses: { [.figure(assessment.indicators[$0].status)] },
      unit: Unit.indicators,
      emptyText: emptyText(
        word("không có chỉ tiêu nào", "there are no indicators"), plan.indicators),
      caption: { context[plan.indicators[$0].title] })
  }

  private var indicatorColumns: [Column<Int>] {
    [
      Column(
        title: "", width: .fixed(1),
        cell: { .spans([context.span(assessment.indicators[$0].status, withName: false)]) },
        order: {
          StatusOption.figure(assessment.indicators[$0].status)
            < StatusOption.figure(assessment.indicators[$1].status)
        }, orderName: word("trạng thái", "status"), data: statusData { assessment.indicators[$0].status }),
      Column(title: word("Mã", "Id"), width: .fixed(4), cell: { .text(plan.indicators[$0].id, .muted) }),
      Column(
        title: word("Chỉ tiêu", "Indicator"), width: .main(least: 24, most: 110),
        cell: { .text(context[plan.indicators[$0].title]) }),
      Column(
        title: word("Mức độ", "Attained"), width: .flexible(least: 10, most: 24), dispensability: 2,
        cell: attainmentGauge, order: { assessment.indicators[$0].attainment < assessment.indicators[$1].attainment },
        data: shareData(word("Mức độ hoàn thành", "Attainment")) { assessment.indicators[$0].attainment }),
      Column(
        title: word("Số liệu", "Figure"), width: .fixed(9), isTrailing: true, cell: headlineCell,
        order: {
          (assessment.indicators[$0].headline?.figure.value ?? -.infinity)
            < (assessment.indicators[$1].headline?.figure.value ?? -.infinity)
        }, data: headlineData()),
      Column(
        title: word("Mục tiêu", "Target"), width: .fixed(8), isTrailing: true,
        cell: { .right(context.target(of: plan.indicators[$0])) }, data: targetData()),
      Column(
        title: word("6 tháng", "6 mon."), width: .fixed(7), dispensability: 3,
        cell: { context.sparkline(assessment.indicators[$0].sparkline) },
        data: sparklineData { assessment.indicators[$0].sparkline }),
      Column(
        title: word("Báo cáo", "Reports"), width: .fixed(reportedWidth), isTrailing: true, dispensability: 1,
        cell: reportedCell,
        order: {
          assessment.indicators[$0].completeness < assessment.indicators[$1].completeness
        },
        data: countData(word("Đã báo cáo", "Reported"), word("Phải báo cáo", "To report")) {
          (assessment.indicators[$0].reported, assessment.indicators[$0].inScope)
        }),
    ]
  }

  /// What the marks in the list mean, of those that are there.
  private func legend(of indices: [Int]) -> [Span] {
    let marks = indices.flatMap { assessment.indicators[$0].headline?.marks(of: plan.indicators[$0]) ?? [] }
    let hasSilent = indices.contains { assessment.indicators[$0].status == .noData }
    return legend(ofMarks: marks) + (hasSilent ? [hatchedLegend] : [])
  }

  // MARK: Cells

  private func attainmentGauge(_ index: Int) -> Content {
    let assessed = assessment.indicators[index]
    return context.gauge(
      assessed.attainment, unknown: assessed.status == .noData ? 1 : 0, tick: assessment.elapsed)
  }

  private func headlineCell(_ index: Int) -> Content {
    guard let headline = assessment.indicators[index].headline else { return .right(context.none + "  ", .muted) }
    let indicator = plan.indicators[index]
    let number = headline.figure.text(indicator.comparator, context.language)
    let marks = context.spans(headline.marks(of: indicator))
    return .right(number + marks + String(repeating: " ", count: max(0, 2 - marks.unicodeScalars.count)))
  }

  /// Columns for how many have reported: with districts and communes they are thousands.
  private var reportedWidth: Int {
    let most = assessment.indicators.reduce(0) { max($0, $1.inScope) }
    return max(7, "\(most)/\(most)".count)
  }

  private func reportedCell(_ index: Int) -> Content {
    let assessed = assessment.indicators[index]
    return .right(reportedText(assessed.reported, of: assessed.inScope), assessed.reported == 0 ? .muted : .text)
  }

  // MARK: Groups

  private var ungrouped: Grouping<Int> { Grouping(name: word("không", "none")) { _ in [] } }

  private var groupByPillar: Grouping<Int> {
    Grouping(name: word("trụ cột", "pillar")) { index in
      let pillar = plan.indicators[index].pillar
      return [.init(order: pillar, title: context[plan.pillars[pillar].name])]
    }
  }

  private var groupByStatus: Grouping<Int> {
    Grouping(name: word("trạng thái", "status")) { index in
      let status = assessment.indicators[index].status
      return [.init(order: StatusOption.figure(status).order, title: context[status.name])]
    }
  }

  private var groupByOwner: Grouping<Int> {
    Grouping(name: word("cơ quan theo dõi", "owner")) { index in
      guard let owner = plan.indicators[index].owner else {
        return [.init(order: .max, title: word("Không nêu", "Not given"))]
      }
      return [.init(order: owner, title: context.name(of: owner))]
    }
  }
}
