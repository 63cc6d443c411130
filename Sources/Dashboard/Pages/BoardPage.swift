import PlanCore
import TerminalKit
import TextCore

extension PageBuilder {
  /// *Bảng nộp báo cáo*: agencies down, months across; who sends what is due, and when.
  func board(_ document: inout Document) {
    let board = context.derived.board
    guard let last = board.months.last else {
      return addText(
        word("chưa có tháng nào của kế hoạch kết thúc", "no month of the plan has ended yet"), .muted, to: &document)
    }
    document.head += boardHead(board, last)
    let table = ListTable<Int>(
      items: plan.agencies.indices.filter { board.total(of: $0).expected > 0 },
      columns: [boardName] + board.months.indices.map { boardMonth($0, board) } + boardTotals(board),
      key: { .agency(plan.agencies[$0].id) },
      target: { .agency(plan.agencies[$0].id) },
      searchTexts: plan.searchTexts(ofAgency:), searchKey: searchKey(ofAgency:), alsoMatches: inRegion { $0 },
      statuses: { agency in
        board.months(of: agency).reduce(into: []) { options, tally in
          if let option = tally.state.map(StatusOption.reporting), !options.contains(option) { options.append(option) }
        }
      },
      unit: Unit.agencies,
      groupings: [byKindAndRegion { $0 }, Grouping(name: word("không", "none")) { _ in [] }],
      emptyText: emptyText(word("không có đơn vị nào phải báo cáo", "no agency has to report"), plan.agencies))
    add(table, to: &document)
    document.foot += boardLegend
  }

  // MARK: Head and foot

  /// What came of the last month's reports, and when they are due.
  private func boardHead(_ board: ReportingBoard, _ last: Day) -> [Line] {
    let total = board.total(ofMonth: board.months.count - 1)
    let days = plan.settings.thresholds.reportDueDays
    let month = word("Tháng \(last.monthAndYear)", last.monthAndYear)
    return wrapped(
      Span(month + "  ", .title),
      tallySpans(total) + [
        Span(
          word("; hạn nộp: ", "; due ") + dayCount(days)
            + word(" sau khi hết kỳ", " after the period's end"), .muted)
      ])
  }

  /// `0/2325 báo cáo: đúng hạn 0, muộn 0, thiếu 2325`; what there is none of is left out, but for the first.
  private func tallySpans(_ tally: ReportingTally) -> [Span] {
    var spans = [Span("\(tally.received)/\(tally.expected) " + word("báo cáo", "reports"))]
    func add(_ state: ReportingTally.State, _ count: Int) {
      if count > 0 { spans.append(Span("; \(context[state.shortName]) \(count)", state.role)) }
    }
    add(.onTime, tally.onTime)
    add(.late, tally.late)
    add(.dayUnknown, tally.dayUnknown)
    add(.partly, tally.missing)
    add(.awaited, tally.awaited)
    return spans
  }

  private var boardLegend: [Line] {
    let spans = ReportingTally.State.allCases.map { state in
      Span("\(Character(state.glyph(context.glyphs))) \(context[state.name])  ", state.role)
    }
    let count = word(
      "Số sau dấu: số báo cáo của tháng ở tình trạng đó  ", "The number: that month's reports in that state  ")
    let total = word("Nhận: đã nhận/phải nộp  ", "Came: received/expected  ")
    let nation = plan.agencies.indices.first { plan.agencies[$0].kind == .national }
    let name = nation.map { context.shortName(of: $0) }
    let aside = name.map { word("\($0): số liệu chung, không phải tổng", "\($0): its own figures, not a total") }
    // In a low window the agencies need the lines.
    let words = context.size.height < Self.lowBoard ? [count] : [count, total, aside].compactMap(\.self)
    return wrapped(Span(""), spans) + wrapped(Span(""), words.map { Span($0, .muted) })
  }

  /// Lines below which a window is low.
  private static var lowBoard: Int { 18 }

  /// For the dossier; `nil` where nothing was to come.
  func reportingFact(_ tally: ReportingTally) -> Fact? {
    guard let state = tally.state else { return nil }
    let text = tallySpans(tally).map(\.text).joined()
    return Fact(
      word("Nộp báo cáo", "Reporting"), "\(Character(state.glyph(context.glyphs))) \(text)", state.role, isLong: true)
  }

  // MARK: Columns

  private var boardName: Column<Int> {
    Column(
      title: word("Đơn vị", "Agency"), width: .main(least: 12, most: 40),
      cell: { .text(width >= 140 ? context.name(of: $0) : context.shortName(of: $0)) },
      order: { nameRank($0, short: true) < nameRank($1, short: true) },
      data: [Datum(title: word("Đơn vị", "Agency")) { .text(context.name(of: $0)) }])
  }

  /// A shape and how many reports it is about; the oldest months leave first where the window is narrow.
  private func boardMonth(_ index: Int, _ board: ReportingBoard) -> Column<Int> {
    func tally(_ agency: Int) -> ReportingTally {
      let months = board.months(of: agency)
      return months.isEmpty ? ReportingTally() : months[months.startIndex + index]
    }
    let month = board.months[index]
    let digits = "\(plan.indicators.count)".count
    let title = word("Th\(month.month)", Self.monthNames[month.month - 1])
    return Column(
      title: title, width: .fixed(max(TerminalText.width(title), digits + 1)),
      dispensability: board.months.count - index,
      cell: { agency in
        let tally = tally(agency)
        guard let state = tally.state else { return .text("") }
        let isGood = state == .onTime || state == .awaited
        return .spans([
          Span(String(Character(state.glyph(context.glyphs))), state.role),
          Span("\(tally.count)", isGood ? .muted : state.role),
        ])
      },
      order: { tally($0).rank < tally($1).rank }, orderName: month.monthAndYear,
      data: [
        Datum(title: month.monthAndYear) { agency in
          let tally = tally(agency)
          return tally.state.map { .text("\(context[$0.shortName]) \(tally.count)/\(tally.expected)") } ?? .none
        }
      ])
  }

  private static let monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private func boardTotals(_ board: ReportingBoard) -> [Column<Int>] {
    func count(
      _ title: String, _ dispensability: Int, _ role: Role, _ value: @escaping (ReportingTally) -> Int
    ) -> Column<Int> {
      Column(
        title: title, width: .fixed(max(5, TerminalText.width(title))), isTrailing: true,
        dispensability: dispensability,
        cell: { agency in
          let number = value(board.total(of: agency))
          return .right("\(number)", number == 0 ? .muted : role)
        }, order: { value(board.total(of: $0)) > value(board.total(of: $1)) })
    }
    let last = board.months.count
    return [
      Column(
        title: word("Nhận", "Came"), width: .fixed(7), isTrailing: true, dispensability: last + 1,
        cell: { agency in
          let total = board.total(of: agency)
          return .right("\(total.received)/\(total.expected)", total.received == 0 ? .muted : .text)
        },
        order: { board.total(of: $0).share < board.total(of: $1).share },
        data: countData(word("Đã nhận", "Received"), word("Phải nộp", "Expected")) {
          (board.total(of: $0).received, board.total(of: $0).expected)
        }),
      count(word("Đúng hạn", "In time"), last + 2, .text, \.onTime),
      count(word("Muộn", "Late"), last + 2, .statusAtRisk, \.late),
      count(word("Thiếu", "Missing"), last + 2, .statusMissed, \.missing),
      count(word("Không rõ ngày", "No day"), last + 3, .text, \.dayUnknown),
      count(word("Chưa đến hạn", "Not due"), last + 3, .text, \.awaited),
    ]
  }
}

extension ReportingTally {
  /// The worst first; what was not to come last.
  fileprivate var rank: Int {
    guard let state, let place = State.allCases.firstIndex(of: state) else { return .max }
    return (State.allCases.count - place) * 100_000 - min(count, 99_999)
  }

  fileprivate var share: Double { expected == 0 ? 1 : Double(received) / Double(expected) }
}

extension ReportingTally.State {
  func glyph(_ glyphs: GlyphSet) -> Unicode.Scalar {
    switch self {
    case .onTime: glyphs.met
    case .dayUnknown: glyphs.onTrack
    case .awaited: glyphs.noData
    case .late: glyphs.atRisk
    case .partly: glyphs.offTrack
    case .silent: glyphs.missed
    }
  }

  var role: Role {
    switch self {
    case .onTime: .statusMet
    case .dayUnknown: .statusOnTrack
    case .awaited: .statusNoData
    case .late: .statusAtRisk
    case .partly: .statusOffTrack
    case .silent: .statusMissed
    }
  }

  /// For a legend: what the number beside the shape counts.
  var name: Localized {
    switch self {
    case .onTime: Localized("đủ, đúng hạn", "all, in time")
    case .dayUnknown: Localized("đủ, không rõ ngày nhận", "all, day unknown")
    case .awaited: Localized("chưa đến hạn", "not due yet")
    case .late: Localized("đủ, có báo cáo muộn", "all, some late")
    case .partly: Localized("còn thiếu", "some missing")
    case .silent: Localized("chưa nộp báo cáo nào", "none came")
    }
  }

  /// Before a number.
  var shortName: Localized {
    switch self {
    case .onTime: Localized("đúng hạn", "in time")
    case .dayUnknown: Localized("không rõ ngày", "day unknown")
    case .awaited: Localized("chưa đến hạn", "not due")
    case .late: Localized("muộn", "late")
    case .partly, .silent: Localized("thiếu", "missing")
    }
  }
}
