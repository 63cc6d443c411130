internal import TextCore

/// *Tình hình của một đơn vị*: one agency's indicators and work, on a page.
public enum AgencyPaper {
  /// - Parameter agency: index into the plan's agencies.
  public static func paper(_ source: PaperSource, agency: Int) -> Paper {
    let word = source.word
    var paper = source.paper(source.name(agency) + ": " + source[source.plan.settings.shortTitle])
    paper.blocks.append(.facts(facts(source, agency)))
    let work = source.byDue(source.work(of: agency))
    let late = work.filter { $0.state == .openOverdue }
    let unheard = work.filter { $0.state == .unreported }
    let soon = work.filter(\.isDueSoon)
    for (title, part) in [
      (word("Việc quá hạn", "Overdue"), late),
      (word("Đã đến hạn, chưa có thông tin", "Past due, no word"), unheard),
      (word("Sắp đến hạn", "Due soon"), soon),
    ] where !part.isEmpty {
      paper.blocks += [.heading("\(title) (\(part.count))"), .table(table(part, source))]
    }
    let rest = work.filter { !$0.state.isOverdue && !$0.isDueSoon && $0.state != .pending && $0.state != .cancelled }
    if !rest.isEmpty {
      paper.blocks += [
        .heading(word("Việc khác", "Other work") + " (\(rest.count))"), .table(table(rest, source, showsState: true)),
      ]
    }
    paper.blocks += indicators(source, agency)
    return source.finished(paper)
  }

  private static func facts(_ source: PaperSource, _ agency: Int) -> [Paper.Fact] {
    let (plan, assessment) = (source.plan, source.assessment)
    let (reported, indicators) = assessment.reportingShare(of: agency)
    var facts = [Paper.Fact(source.word("Tính đến", "As of"), source.asOf.slashed)]
    if !source.decision.isEmpty { facts.append(Paper.Fact(source.word("Căn cứ", "Under"), source.decision)) }
    for member in plan.members where member.agency == agency {
      let role = source.word(member.role.isEmpty ? "" : " (\(member.role))", "")
      facts.append(Paper.Fact(source.word("Người chịu trách nhiệm", "Who answers"), source[member.office] + role))
    }
    let tally = source.work(of: agency).reduce(into: Tally()) { $0.add($1.state, isDueSoon: $1.isDueSoon) }
    facts += [
      Paper.Fact(
        source.word("Việc được giao", "Work"),
        source.text(of: tally)
          + (tally.pending == 0
            ? "" : source.word("; \(tally.pending) chờ phụ lục", "; \(tally.pending) await the annex"))),
      Paper.Fact(
        source.word("Chỉ tiêu đã báo cáo", "Indicators reported"),
        "\(reported)/\(indicators)" + lastReport(source, agency)),
    ]
    return facts
  }

  private static func lastReport(_ source: PaperSource, _ agency: Int) -> String {
    guard let last = source.assessment.lastReports()[agency], last >= source.plan.settings.start else { return "" }
    return source.word("; kỳ gần nhất \(last.slashed)", "; the latest for \(last.slashed)")
  }

  private static func table(_ work: [Owed], _ source: PaperSource, showsState: Bool = false) -> DataTable {
    DataTable(
      columns: [
        source.word("Mã", "Id"), source.word("Việc", "What"), source.word("Hạn", "Due"),
        showsState ? source.word("Tình hình", "State") : source.word("Số ngày", "Days"),
      ],
      rows: work.map { owed in
        [
          .text(owed.id), .text(owed.title), owed.due.map { .day($0) } ?? .none,
          .text(showsState ? source[owed.state.shortName] : source.daysText(owed)),
        ]
      })
  }

  // MARK: Indicators

  private static func indicators(_ source: PaperSource, _ agency: Int) -> [Paper.Block] {
    let (plan, assessment) = (source.plan, source.assessment)
    let own = plan.indicators.indices.filter { plan.indicators[$0].scope.contains(agency) }
    let known = own.filter { assessment.cell(agency: agency, indicator: $0)?.figure != nil }
    let silent = own.filter { assessment.cell(agency: agency, indicator: $0)?.figure == nil }
    var blocks: [Paper.Block] = []
    if !known.isEmpty {
      blocks += [
        .heading(source.word("Chỉ tiêu có số liệu", "Indicators with a figure") + " (\(known.count))"),
        .table(table(known, source, agency)),
      ]
    }
    if !silent.isEmpty {
      blocks += [
        .heading(source.word("Chỉ tiêu chưa báo cáo", "Indicators not reported") + " (\(silent.count))"),
        .text(silent.map { plan.indicators[$0].id }.joined(separator: ", ") + "."),
      ]
    }
    return blocks
  }

  private static func table(_ indices: [Int], _ source: PaperSource, _ agency: Int) -> DataTable {
    let (plan, assessment) = (source.plan, source.assessment)
    let peers = Peers(assessment, of: agency)
    return DataTable(
      columns: [
        source.word("Mã", "Id"), source.word("Chỉ tiêu", "Indicator"), source.word("Mục tiêu", "Target"),
        source.word("Số liệu", "Figure"), source.word("Cùng nhóm", "Its group"), source.word("Trạng thái", "Status"),
      ],
      rows: indices.compactMap { index in
        guard let cell = assessment.cell(agency: agency, indicator: index), let figure = cell.figure else { return nil }
        let indicator = plan.indicators[index]
        let value =
          cell.isYesOrNo
          ? figure.value == 1 ? source.word("đã có", "yes") : source.word("chưa có", "no")
          : source.text(figure, of: indicator)
        return [
          .text(indicator.id), .text(source[indicator.title]), .text(indicator.targetText(source.language)),
          .text("\(value) (\(figure.period.monthAndYear))"), .text(group(index, source, peers)),
          .text(
            cell.status == .noData
              ? source.word("số liệu trước kế hoạch", "from before the plan") : source[cell.status.shortName]),
        ]
      })
  }

  /// The median of its group, or of a yes-or-no indicator how many of the group have it.
  private static func group(_ index: Int, _ source: PaperSource, _ peers: Peers) -> String {
    let indicator = source.plan.indicators[index]
    if indicator.aggregation == .agencyShare { return peers.count == 0 ? "" : "\(peers.meeting(index))/\(peers.count)" }
    guard let median = peers.median(of: index) else { return "" }
    return UnitText.text(
      NumberText.cut(median, toward: indicator.comparator, source.language), indicator.unit, source.language)
  }
}
