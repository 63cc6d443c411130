internal import TextCore

/// *Tài liệu phiên họp*: where the plan stands and what has to be decided, on at most a hundred lines.
///
/// First what a head has to decide, then what he may be asked. «Moved since» is since the day that is given, else since the
/// month end before. Lists name as many items as the lines hold, the same ones in either language and either form.
public struct SessionBriefing {
  /// It has no more lines than this as Markdown and as text.
  public static let mostLines = 100

  let source: PaperSource
  /// As it stood on the earlier day.
  let earlier: Assessment
  let changes: [Change]
  let room: SessionRoom

  var since: Day { earlier.asOf }

  /// - Parameter since: the day of the last session; `nil` for the month end before.
  public static func paper(_ source: PaperSource, since: Day? = nil) -> Paper {
    let earlier = source.assessment.on(since ?? source.asOf.previousMonthEnd)
    let changes = source.assessment.changes(since: earlier)
    func paper(_ language: Language, _ room: SessionRoom) -> Paper {
      SessionBriefing(source: source.spoken(in: language), earlier: earlier, changes: changes, room: room).paper
    }
    let decisions = SessionDecisions(SessionBriefing(source: source, earlier: earlier, changes: changes, room: .least))
    let rooms = SessionRoom.all(upTo: decisions.counts, changes)
    let room = SessionRoom.largest(of: rooms) { room in
      Language.allCases.allSatisfy { fits(paper($0, room), source) }
    }
    return paper(source.language, room)
  }

  private static func fits(_ paper: Paper, _ source: PaperSource) -> Bool {
    lines(ofMarkdown: paper) <= mostLines && PaperText(source.measure).lines(of: paper).count <= mostLines
  }

  private static func lines(ofMarkdown paper: Paper) -> Int {
    PaperMarkdown().text(of: paper).utf8.count { $0 == UInt8(ascii: "\n") }
  }

  func word(_ vietnamese: String, _ english: String) -> String { source.word(vietnamese, english) }
  var plan: Plan { source.plan }
  var assessment: Assessment { source.assessment }

  /// Longest title of an item, in columns.
  static let longestTitle = 120

  func short(_ text: String) -> String { source.cut(text, to: Self.longestTitle) }

  private var paper: Paper {
    var paper = source.paper(
      short(word("Tài liệu phiên họp: ", "Session briefing: ") + source[plan.settings.title]))
    paper.blocks += [
      .facts(facts), .heading(word("I. TÓM TẮT", "I. IN SHORT")), .list(summary),
      .heading(word("II. VIỆC CẦN QUYẾT ĐỊNH", "II. TO BE DECIDED")), decisionBlock,
      .heading(word("III. NHIỆM VỤ ĐƯỢC GIAO", "III. ASSIGNMENTS")), .table(tally), .text(tallyText),
      .heading(word("IV. TRỤ CỘT", "IV. PILLARS")), .table(pillars),
      .heading(word("V. CHỈ TIÊU KÉM NHẤT", "V. WORST INDICATORS")), worst,
      .heading(word("VI. THAY ĐỔI TỪ \(since.slashed)", "VI. MOVED SINCE \(since.slashed)")),
    ]
    paper.blocks += moved
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

  private var summary: [String] {
    [
      indicatorText,
      word("Nhiệm vụ: ", "Assignments: ") + source.text(of: assessment.taskTally) + ".",
      word("So với \(since.slashed): ", "Against \(since.slashed): ") + movedText,
    ]
  }

  private var indicatorText: String {
    func count(_ statuses: Status...) -> Int { assessment.indicators.count { statuses.contains($0.status) } }
    let all = assessment.indicators.count
    let (good, bad, silent) = (count(.met, .onTrack), count(.atRisk, .offTrack, .missed), count(.noData))
    let partial = assessment.indicators.count { $0.status == .noData && $0.headline?.isPartial == true }
    let some =
      partial == 0 ? "" : word(" (trong đó \(partial) mới có một phần)", " (of these \(partial) with a part of it)")
    return word(
      "Chỉ tiêu: \(good)/\(all) đạt hoặc đúng tiến độ, \(bad) chậm, có nguy cơ chậm hoặc không đạt, \(silent) chưa có số "
        + "liệu\(some).",
      "Indicators: \(good) of \(all) met or on track, \(bad) behind or missed, \(silent) without data\(some).")
  }

  private var movedText: String {
    if changes.isEmpty { return word("không có gì thay đổi.", "nothing moved.") }
    return word(
      "\(changes.count) thay đổi, trong đó ", source.count(changes.count, "", "change") + ", of these ")
      + source.text(of: changes) + "."
  }

  private var decisionBlock: Paper.Block {
    let decisions = SessionDecisions(self).items
    return decisions.isEmpty
      ? .text(word("Không có việc nào phải quyết định.", "Nothing has to be decided.")) : .list(decisions)
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
}
