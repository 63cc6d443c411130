internal import TextCore

/// *Tài liệu phiên họp*: where the plan stands and what has to be decided, on at most a hundred lines.
///
/// First what a head has to decide, then what he may be asked. «Moved since» is since the day that is given, else since the
/// month end before.
public struct SessionBriefing {
  /// It has no more lines than this as Markdown and as text.
  public static let mostLines = 100

  let source: PaperSource
  let since: Day
  /// How many items of a kind the lists of decisions and of changes may have.
  let room: Room

  typealias Room = (decisions: Int, changes: Int)

  private init(_ source: PaperSource, since: Day, room: Room) {
    self.source = source
    self.since = since
    self.room = room
  }

  /// - Parameter since: the day of the last session; `nil` for the month end before.
  public static func paper(_ source: PaperSource, since: Day? = nil) -> Paper {
    let since = since ?? source.asOf.previousMonthEnd
    let rooms: [Room] = [(4, 6), (3, 6), (3, 5), (3, 4), (2, 4), (2, 3), (2, 2), (1, 2), (1, 1)]
    let papers = rooms.lazy.map { SessionBriefing(source, since: since, room: $0).paper }
    let text = PaperText(source.measure)
    return papers.first { text.lines(of: $0).count <= mostLines && lines(ofMarkdown: $0) <= mostLines }
      ?? SessionBriefing(source, since: since, room: (1, 1)).paper
  }

  private static func lines(ofMarkdown paper: Paper) -> Int {
    PaperMarkdown().text(of: paper).utf8.count { $0 == UInt8(ascii: "\n") }
  }

  private func word(_ vietnamese: String, _ english: String) -> String { source.word(vietnamese, english) }
  var plan: Plan { source.plan }
  var assessment: Assessment { source.assessment }

  /// Longest title of an item, in columns.
  static let longestTitle = 120

  func short(_ text: String) -> String { source.cut(text, to: Self.longestTitle) }

  private var paper: Paper {
    let earlier = assessment.on(since)
    // Pillars are seen in their own table.
    let changes = assessment.changes(since: earlier).filter { change in
      if case .pillar = change.subject { return false }
      return true
    }
    var paper = source.paper(
      short(word("Tài liệu phiên họp: ", "Session briefing: ") + source[plan.settings.title]))
    paper.blocks += [
      .facts(facts), .heading(word("I. TÓM TẮT", "I. IN SHORT")), .list(summary(changes)),
      .heading(word("II. VIỆC CẦN QUYẾT ĐỊNH", "II. TO BE DECIDED")), decisionBlock,
      .heading(word("III. NHIỆM VỤ ĐƯỢC GIAO", "III. ASSIGNMENTS")), .table(tally), .text(tallyText),
      .heading(word("IV. TRỤ CỘT", "IV. PILLARS")), .table(pillars),
      .heading(word("V. CHỈ TIÊU KÉM NHẤT", "V. WORST INDICATORS")), worst,
      .heading(word("VI. THAY ĐỔI TỪ \(since.slashed)", "VI. MOVED SINCE \(since.slashed)")),
    ]
    paper.blocks += moved(changes, earlier)
    paper.blocks += [.heading(word("VII. SỐ LIỆU VÀ NGUỒN", "VII. DATA AND SOURCES")), .facts(quality)]
    return source.finished(paper)
  }

  private var facts: [Paper.Fact] {
    let settings = plan.settings
    let (passed, all) = (min(max(0, assessment.measuredTo - settings.start + 1), days), days)
    var facts = [
      Paper.Fact(
        word("Tính đến", "As of"),
        source.asOf.slashed
          + word(
            "; đã qua \(passed)/\(all) ngày của kế hoạch (\(source.percent(assessment.elapsed)))",
            "; \(passed) of the plan's \(all) days are over (\(source.percent(assessment.elapsed)))"))
    ]
    if !source.decision.isEmpty {
      facts.insert(Paper.Fact(word("Căn cứ", "Under"), short(source.decision)), at: 0)
    }
    return facts
  }

  private var days: Int { plan.settings.end - plan.settings.start + 1 }

  // MARK: In short

  private func summary(_ changes: [Change]) -> [String] {
    func indicators(_ statuses: Status...) -> Int { assessment.indicators.count { statuses.contains($0.status) } }
    let all = assessment.indicators.count
    let (good, bad, silent) = (
      indicators(.met, .onTrack), indicators(.atRisk, .offTrack, .missed), indicators(.noData)
    )
    let tally = assessment.taskTally
    let done = tally.doneOnTime + tally.doneLate
    let counted = done + tally.openInTime + tally.openOverdue
    let share = counted == 0 ? "" : " (\(source.percent(Double(done) / Double(counted))))"
    let (better, worse) = (changes.count { $0.direction == .better }, changes.count { $0.direction == .worse })
    return [
      word(
        "Chỉ tiêu: \(good)/\(all) đạt hoặc đúng tiến độ, \(bad) chậm, có nguy cơ chậm hoặc không đạt, "
          + "\(silent) chưa có số liệu.",
        "Indicators: \(good) of \(all) met or on track, \(bad) behind or missed, \(silent) without data."),
      word(
        "Nhiệm vụ: hoàn thành \(done)/\(counted)\(share); quá hạn \(tally.openOverdue), trong đó \(tally.unreported) chưa "
          + "có thông tin.",
        "Assignments: \(done) of \(counted) done\(share); \(tally.openOverdue) overdue, of these \(tally.unreported) "
          + "without a word."),
      word(
        "So với \(since.slashed): \(better) mục tốt lên, \(worse) mục xấu đi.",
        "Against \(since.slashed): \(better) things better, \(worse) worse."),
    ]
  }

  private var decisionBlock: Paper.Block {
    let decisions = SessionDecisions(briefing: self).items
    return decisions.isEmpty
      ? .text(word("Không có việc nào phải quyết định.", "Nothing has to be decided.")) : .list(decisions)
  }

  // MARK: Work

  private var tally: DataTable {
    let tally = assessment.taskTally
    return DataTable(
      columns: ["", word("Đúng hạn, trong hạn", "In time"), word("Quá hạn", "Late")],
      rows: [
        [
          .text(word("Hoàn thành", "Done")), .number("\(tally.doneOnTime)"), .number("\(tally.doneLate)"),
        ],
        [
          .text(word("Đang thực hiện", "Open")), .number("\(tally.openInTime)"), .number("\(tally.openOverdue)"),
        ],
      ])
  }

  private var tallyText: String {
    let (tasks, actions) = (assessment.taskTally, assessment.actionTally)
    let days = plan.settings.thresholds.dueSoonDays
    var parts = [
      word(
        "Trong số quá hạn đang thực hiện, \(tasks.unreported) chưa có thông tin. Đến hạn trong \(days) ngày tới: "
          + "\(tasks.dueSoon).",
        "Of the open and late \(tasks.unreported) without a word. Due within \(days) days: \(tasks.dueSoon).")
    ]
    let apart = [
      (tasks.pending, word("chờ phụ lục", "await the annex")), (tasks.cancelled, word("đã hủy", "cancelled")),
    ]
    .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    if !apart.isEmpty {
      parts.append(word("Không tính: ", "Not counted: ") + apart.joined(separator: ", ") + ".")
    }
    let done = actions.doneOnTime + actions.doneLate
    let all = done + actions.openInTime + actions.openOverdue
    if all > 0 {
      parts.append(
        word(
          "Lịch hoạt động: xong \(done)/\(all), quá hạn \(actions.openOverdue).",
          "Calendar: \(done) of \(all) done, \(actions.openOverdue) overdue."))
    }
    return parts.joined(separator: " ")
  }

  // MARK: Figures

  private static let mostPillars = 8

  private var pillars: DataTable {
    DataTable(
      columns: [
        word("Trụ cột", "Pillar"), word("Mức độ", "Gauge"), "%",
        word("Chỉ tiêu theo trạng thái", "Indicators by status"),
      ],
      rows: zip(plan.pillars, assessment.pillars).prefix(Self.mostPillars).map { pillar, assessed in
        [
          .text(source.cut(source[pillar.name], to: 30)), .text(source.gauge(assessed)),
          .number(NumberText.cut(assessed.attainment * 100, toward: .atLeast, .english)),
          .text(source.statusCounts(assessed)),
        ]
      })
  }

  private static let mostWorst = 5

  private var worst: Paper.Block {
    let indices = source.worstIndicators.prefix(Self.mostWorst)
    if indices.isEmpty {
      return .text(
        word(
          "Không có chỉ tiêu nào có số liệu mà chậm hoặc có nguy cơ chậm.",
          "Of the indicators with data none is behind or at risk."))
    }
    return .table(
      DataTable(
        columns: [
          word("Mã", "Id"), word("Chỉ tiêu", "Indicator"), word("Mục tiêu", "Target"), word("Số liệu", "Figure"),
          word("Trạng thái", "Status"),
        ],
        rows: indices.map { index in
          let indicator = plan.indicators[index]
          return [
            .text(indicator.id), .text(source.cut(source[indicator.title], to: 70)),
            .text(indicator.targetText(source.language)), .text(source.headlineText(index)),
            .text(source[assessment.indicators[index].status.shortName]),
          ]
        }))
  }

  // MARK: What moved

  /// The worse first, then the better; indicators before work before reporting.
  private func moved(_ changes: [Change], _ earlier: Assessment) -> [Paper.Block] {
    let words = ChangeWords(source: source, earlier: earlier, later: assessment)
    func order(_ change: Change) -> Int {
      let directions: [Change.Direction] = [.worse, .better, .neither]
      return (directions.firstIndex(of: change.direction) ?? 0) * 8 + words.kind(change).order
    }
    let own = changes.enumerated()
      .sorted { (order($0.element), $0.offset) < (order($1.element), $1.offset) }.map(\.element)
    if own.isEmpty { return [.text(word("Không có gì thay đổi.", "Nothing moved."))] }
    let table = DataTable(
      columns: [word("Chiều", "Way"), word("Nội dung", "What"), word("Từ", "From"), word("Đến", "To")],
      rows: own.prefix(room.changes).map { change in
        let code = words.code(change)
        return [
          .text(source[change.direction.name]),
          .text(source.cut((code.isEmpty ? "" : code + " ") + words.title(change, most: 2), to: 90)),
          .text(words.before(change)), .text(words.after(change)),
        ]
      })
    let left = own.count - min(own.count, room.changes)
    if left == 0 { return [.table(table)] }
    let command = "thuky report changes --from \(since.iso) --to \(source.asOf.iso)"
    return [
      .table(table),
      .text(word("Và \(left) thay đổi khác: \(command)", "And \(left) more: \(command)")),
    ]
  }

  // MARK: Data

  private var quality: [Paper.Fact] {
    let agencies = plan.agencies.indices.filter {
      plan.agencies[$0].kind != .national && assessment.reportingShare(of: $0).indicators > 0
    }
    let shares = agencies.map(assessment.reportingShare)
    let (reported, all) = (shares.reduce(0) { $0 + $1.reported }, shares.reduce(0) { $0 + $1.indicators })
    let silent = shares.count { $0.reported == 0 }
    let headlines = assessment.indicators.compactMap(\.headline)
    let (stale, partial) = (headlines.count(where: \.isStale), headlines.count(where: \.isPartial))
    let published = headlines.count { $0.basis == .published }
    let findings = source.store.findings
    let share = all == 0 ? "" : " (\(source.percent(Double(reported) / Double(all))))"
    var facts = [
      Paper.Fact(
        word("Báo cáo", "Reporting"),
        word(
          "đã có \(reported)/\(all) số liệu mà các đơn vị phải báo cáo trong năm kế hoạch\(share); "
            + "\(silent)/\(agencies.count) đơn vị chưa báo cáo chỉ tiêu nào.",
          "\(reported) of \(all) figures that agencies owe for the plan's time\(share); "
            + "\(silent) of \(agencies.count) agencies have reported on none.")),
      Paper.Fact(
        word("Chất lượng", "Quality"),
        word(
          "\(published) số liệu công bố (không phải tổng hợp), \(partial) chưa đủ báo cáo, \(stale) số liệu cũ; tệp có "
            + "\(findings.errorCount) lỗi, \(findings.warningCount) cảnh báo (thuky check).",
          "\(published) published (not rolled up), \(partial) with too few reports, \(stale) stale; the files have "
            + "\(source.count(findings.errorCount, "", "error")), \(source.count(findings.warningCount, "", "warning")) "
            + "(thuky check).")),
      Paper.Fact(
        word("Cách đọc", "How to read"),
        word(
          "█ đã đạt, ░ chưa đạt, ? chưa có số liệu (tính là 0); chưa báo cáo không phải là chưa làm.",
          "█ reached, ░ not reached, ? no data (counted as 0); not reported does not mean not done.")),
    ]
    let note = source[plan.settings.note]
    if !note.isEmpty { facts.append(Paper.Fact(word("Ghi chú", "Note"), short(note))) }
    facts.append(contentsOf: sources)
    return facts
  }

  /// Where the plan's targets come from, those that most come from first.
  private var sources: [Paper.Fact] {
    let all = plan.indicators.compactMap(\.source) + plan.tasks.compactMap(\.source)
    let counts = Dictionary(all.map { ($0, 1) }, uniquingKeysWith: +)
    let first = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(2).map { plan.sources[$0.key].title }
    if first.isEmpty { return [] }
    let more = counts.count - first.count
    let text = first.joined(separator: "; ") + (more > 0 ? word("; và \(more) nguồn khác", "; and \(more) more") : "")
    return [Paper.Fact(word("Nguồn chỉ tiêu, nhiệm vụ", "Sources of targets and tasks"), short(text))]
  }
}
