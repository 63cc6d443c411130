import PlanCore
import TerminalKit
import TextCore

extension PageBuilder {
  /// *So sánh*: everything that moved between two days.
  func comparison(_ document: inout Document) {
    let compared = context.derived.compared(with: state.otherDay ?? context.derived.usualOtherDay)
    addComparisonHead(compared, to: &document)
    let rows = ComparisonRows(builder: self, compared: compared)
    let (from, to) = (compared.earlier.asOf.slashed, compared.later.asOf.slashed)
    let table = ListTable<Change>(
      items: compared.changes, columns: rows.columns, key: rows.key, target: rows.target, searchTexts: rows.searchTexts,
      statuses: { [.change($0.direction)] }, unit: Unit.changes,
      groupings: [rows.byKind, rows.byDirection, Grouping(name: word("không", "none")) { _ in [] }],
      emptyText: word("không có gì thay đổi từ \(from) đến \(to)", "nothing changed from \(from) to \(to)"),
      caption: rows.title)
    add(table, to: &document)
  }

  private func addComparisonHead(_ compared: Compared, to document: inout Document) {
    let arrow = context.glyphs == .ascii ? "->" : "→"
    func count(_ direction: Change.Direction) -> Int { compared.changes.count { $0.direction == direction } }
    let (better, worse, neither) = (count(.better), count(.worse), count(.neither))
    document.head += wrapped(
      Span("\(compared.earlier.asOf.slashed) \(arrow) \(compared.later.asOf.slashed)  ", .title),
      [
        Span(word("\(better) tốt lên", "\(better) better"), better > 0 ? .taskDoneOnTime : .muted),
        Span(word(", \(worse) xấu đi", ", \(worse) worse"), worse > 0 ? .taskOpenOverdue : .muted),
        Span(word(", \(neither) khác", ", \(neither) other"), .muted),
        Span(word("; c chọn ngày khác", "; c chooses another day"), .hint),
      ])
  }
}

/// What a list of changes says.
private struct ComparisonRows {
  let builder: PageBuilder
  let compared: Compared

  var context: Context { builder.context }
  var plan: Plan { builder.plan }
  private func word(_ vietnamese: String, _ english: String) -> String { context.word(vietnamese, english) }

  // MARK: What a row is

  func key(_ change: Change) -> RowID {
    switch change.subject {
    case .pillar(let index): .pillar(plan.pillars[index].id)
    case .indicator(let index): .indicator(plan.indicators[index].id)
    case .task(let index, let from, let to, _): .move(task: plan.tasks[index].id, from: from, to: to)
    case .action(let index, _, _): .action(plan.actions[index].id)
    case .reporting(let agency): .agency(plan.agencies[agency].id)
    }
  }

  func target(_ change: Change) -> Page? {
    switch change.subject {
    case .pillar(let index): .pillar(plan.pillars[index].id)
    case .indicator(let index): .indicator(plan.indicators[index].id)
    case .task(let index, _, _, let agencies):
      agencies.count == 1
        ? .assignment(task: plan.tasks[index].id, agency: plan.agencies[agencies[0]].id) : .task(plan.tasks[index].id)
    case .action(let index, _, _): .action(plan.actions[index].id)
    case .reporting(let agency): .agency(plan.agencies[agency].id)
    }
  }

  func title(_ change: Change) -> String {
    switch change.subject {
    case .pillar(let index): context[plan.pillars[index].name]
    case .indicator(let index): context[plan.indicators[index].title]
    case .task(let index, _, _, let agencies):
      (agencies.count == 1
        ? context.shortName(of: agencies[0]) : "\(agencies.count) " + context[Unit.agencies])
        + ": " + context[plan.tasks[index].title]
    case .action(let index, _, _): context[plan.actions[index].title]
    case .reporting(let agency): context.name(of: agency)
    }
  }

  func searchTexts(_ change: Change) -> SearchTexts {
    switch change.subject {
    case .pillar(let index): plan.searchTexts(ofPillar: index)
    case .indicator(let index): plan.searchTexts(ofIndicator: index)
    case .task(let index, _, _, let agencies):
      agencies.prefix(100).reduce(plan.searchTexts(ofTask: index)) { $0 + plan.searchTexts(ofAgency: $1) }
    case .action(let index, _, _): plan.searchTexts(ofAction: index)
    case .reporting(let agency): plan.searchTexts(ofAgency: agency)
    }
  }

  // MARK: Columns

  var columns: [Column<Change>] {
    [
      Column(
        title: "", width: .fixed(1),
        cell: { .text(String(Character($0.direction.glyph(context.glyphs))), $0.direction.role) },
        order: { StatusOption.change($0.direction) < StatusOption.change($1.direction) },
        orderName: word("tốt lên, xấu đi", "better, worse"),
        data: [Datum(title: word("Chiều", "Direction")) { .text(context[$0.direction.name]) }]),
      Column(
        title: word("Mã", "Id"), width: .flexible(least: 4, comfortable: 6, most: 6), dispensability: 2,
        cell: { .text(plan.code(of: $0), .muted) }),
      Column(title: word("Thay đổi", "What changed"), width: .main(least: 20, most: 100), cell: { .text(title($0)) }),
      Column(
        title: compared.earlier.asOf.slashed, width: .flexible(least: 12, most: 18), isTrailing: true,
        cell: { side($0, compared.earlier, isLater: false) }),
      Column(
        title: compared.later.asOf.slashed, width: .flexible(least: 12, most: 18), isTrailing: true,
        cell: { side($0, compared.later, isLater: true) }),
      Column(
        title: word("Mức đổi", "By"), width: .flexible(least: 12, most: 14), isTrailing: true, dispensability: 1,
        cell: amountCell),
    ]
  }

  /// How it stood on one of the days.
  private func side(_ change: Change, _ assessment: Assessment, isLater: Bool) -> Content {
    switch change.subject {
    case .pillar(let index):
      return .right(PercentText.text(assessment.pillars[index].attainment, context.language))
    case .indicator(let index):
      let assessed = assessment.indicators[index]
      let figure = assessed.headline.map { context.text($0.figure, of: plan.indicators[index]) } ?? context.none
      return .trailing([Span(figure + " "), context.span(assessed.status, withName: false)])
    case .task(_, let from, let to, _), .action(_, let from, let to):
      let state = isLater ? to : from
      return .right("\(state.glyph(context.glyphs)) \(context[state.shortName])", state.role)
    case .reporting(let agency):
      let (reported, indicators) = assessment.reportingShare(of: agency)
      return .right("\(reported)/\(indicators)")
    }
  }

  private func amountCell(_ change: Change) -> Content {
    let text = amount(change)
    guard case .pillar = change.subject else { return .right(text, change.direction.role) }
    return .fitting([
      .right(text + word(" điểm %", " % pts"), change.direction.role), .right(text, change.direction.role),
    ])
  }

  private func amount(_ change: Change) -> String {
    switch change.subject {
    case .pillar(let index):
      // The difference of what stands beside it.
      let shares = [compared.earlier, compared.later].map { $0.pillars[index].attainment * 100 }
      let tenths = shares.map { NumberText.tenths($0, toward: .atLeast) ?? 0 }
      return signed((tenths[1] - tenths[0]) / 10, decimals: 1)
    case .indicator(let index):
      let figures = [compared.earlier, compared.later].map { $0.indicators[index].headline?.figure }
      guard let before = figures[0], let after = figures[1], before.value != after.value else { return "" }
      let decimals = max(before.decimals ?? 1, after.decimals ?? 1)
      let comparator = plan.indicators[index].comparator
      return signed(after.shown(comparator) - before.shown(comparator), decimals: decimals)
    case .task(_, _, _, let agencies):
      return agencies.count == 1 ? "" : "\(agencies.count) " + context[Unit.agencies]
    case .action: return ""
    case .reporting(let agency):
      let moved =
        compared.later.reportingShare(of: agency).reported - compared.earlier.reportingShare(of: agency).reported
      return moved > 0 ? "+\(moved)" : "\(moved)"
    }
  }

  /// A move of a number with its sign; one that is too small to see has none.
  private func signed(_ moved: Double, decimals: Int) -> String {
    let text = NumberText.text(moved, decimals: decimals, context.language)
    return moved > 0 && text.contains { "123456789".contains($0) } ? "+" + text : text
  }

  // MARK: Groups

  var byKind: Grouping<Change> {
    let names = [
      word("TRỤ CỘT", "PILLARS"), word("CHỈ TIÊU", "INDICATORS"), word("NHIỆM VỤ", "TASKS"),
      word("HOẠT ĐỘNG", "ACTIONS"),
      word("BÁO CÁO CỦA ĐƠN VỊ", "REPORTING"),
    ]
    return Grouping(name: word("loại", "kind")) { change in
      let order =
        switch change.subject {
        case .pillar: 0
        case .indicator: 1
        case .task: 2
        case .action: 3
        case .reporting: 4
        }
      return [.init(order: order, title: names[order])]
    }
  }

  var byDirection: Grouping<Change> {
    Grouping(name: word("tốt lên, xấu đi", "better, worse")) { change in
      [.init(order: StatusOption.change(change.direction).order, title: context[change.direction.name])]
    }
  }
}

extension Change.Direction {
  var role: Role {
    switch self {
    case .better: .taskDoneOnTime
    case .worse: .taskOpenOverdue
    case .neither: .muted
    }
  }

  func glyph(_ glyphs: GlyphSet) -> Unicode.Scalar {
    switch self {
    case .better: glyphs.arrowUp
    case .worse: glyphs.arrowDown
    case .neither: glyphs.dot
    }
  }
}
