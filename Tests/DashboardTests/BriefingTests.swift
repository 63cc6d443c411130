import Foundation
import PlanCore
import TerminalKit
import TestSupport
import Testing
import TextCore

@testable import Dashboard

/// What the briefing of a session says, and that other papers and the overview say the same.
@Suite struct BriefingTests {
  private static let days = ["2023-01-31", "2023-04-30", "2023-06-30", "2023-09-30", "2023-11-30", "2024-06-30"]

  private func lists(_ paper: Paper) -> [[String]] {
    paper.blocks.compactMap { if case .list(let items) = $0 { items } else { nil } }
  }

  private func tables(_ paper: Paper) -> [DataTable] {
    paper.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  private func text(_ paper: Paper) -> String {
    PaperFormat.markdown.safeText(of: paper)
  }

  private func lines(_ paper: Paper) -> Int {
    [PaperFormat.markdown, .text].map { $0.safeText(of: paper).components(separatedBy: "\n").count - 1 }.max() ?? 0
  }

  @Test(arguments: [false, true])
  func namesTheSameInBothLanguages(_ isSimulated: Bool) throws {
    let store = try isSimulated ? SimulatedPlan.open() : BundledPlan.open()
    for day in Self.days {
      let (vietnamese, english) = (
        SessionBriefing.paper(try paperSource(store, .vietnamese, asOf: day)),
        SessionBriefing.paper(try paperSource(store, .english, asOf: day))
      )
      #expect(lists(vietnamese).map(\.count) == lists(english).map(\.count), "\(day)")
      #expect(tables(vietnamese).map(\.rows.count) == tables(english).map(\.rows.count), "\(day)")
    }
  }

  /// Where something is left out, the longest form has no line left for it.
  @Test(arguments: [false, true])
  func leavesNothingOutThatThereAreLinesFor(_ isSimulated: Bool) throws {
    let store = try isSimulated ? SimulatedPlan.open() : BundledPlan.open()
    var cut = 0
    for day in Self.days {
      let papers = try Language.allCases.map { SessionBriefing.paper(try paperSource(store, $0, asOf: day)) }
      guard text(papers[0]).contains(/thay đổi khác|chỉ tiêu chậm hoặc không đạt khác|việc quá hạn khác/) else {
        continue
      }
      cut += 1
      let longest = papers.map(lines).max() ?? 0
      #expect((SessionBriefing.mostLines - 4...SessionBriefing.mostLines).contains(longest), "\(day): \(longest)")
    }
    #expect(cut > 0 || !isSimulated)
  }

  /// What is not named in full is named by its id.
  @Test func whatIsLeftHasIDs() throws {
    let decisions = lists(SessionBriefing.paper(try paperSource(SimulatedPlan.open())))[1]
    let rest = try #require(decisions.first { $0.contains("nhiệm vụ đang vướng mắc:") })
    #expect(rest.contains("T24"), "\(rest)")
    #expect(decisions.allSatisfy { $0.contains(/[A-Z]+[0-9]+/) }, "\(decisions)")
  }

  @Test func whateverBecameWorseIsNamed() throws {
    let source = try paperSource(SimulatedPlan.open())
    let changes = source.assessment.changes(since: source.assessment.on(try #require(Day(iso: "2023-08-31"))))
    let worse = changes.count { $0.direction == .worse }
    let rows = tables(SessionBriefing.paper(source)).last?.rows ?? []
    #expect(worse > 1 && rows.count { $0.first == .text("xấu đi") } == worse, "\(rows)")
  }

  @Test(arguments: Language.allCases)
  func countsTheChangesOfThePaperOfChanges(_ language: Language) throws {
    let source = try paperSource(SimulatedPlan.open(), language)
    let from = try #require(Day(iso: "2023-08-31"))
    let counts = try #require(
      text(ChangesPaper.paper(source, from: from)).firstMatch(of: /([0-9]+) (thay đổi|changes): ([^.]*)\./))
    let own = try #require(lists(SessionBriefing.paper(source, since: from)).first?.last)
    #expect(own.contains("\(counts.1) \(counts.2), ") && own.hasSuffix("\(counts.3)."), "\(own)")
  }

  /// The overview counts tasks and actions; the briefing says so, and how many assignments that is.
  @Test func fallsDueAsOnTheOverview() throws {
    let paper = text(SessionBriefing.paper(try paperSource(BundledPlan.open())))
    #expect(
      paper.contains("Đến hạn trong 30 ngày tới: 4 việc (1 nhiệm vụ, tức 93 đầu việc giao các đơn vị; 3 hoạt động)."))
    let overview = try Desk(Size(width: 120, height: 36)).canvas.text
    #expect(overview.contains("ĐẾN HẠN TRONG 30 NGÀY (4)"), "\(overview)")
  }

  /// A figure that cannot carry a status is not denied.
  @Test func partialFiguresAreNotNoData() throws {
    let source = try paperSource(BundledPlan.open())
    for paper in [ChangesPaper.paper(source, from: try #require(Day(iso: "2023-08-31")))] {
      let rows = tables(paper).flatMap(\.rows).filter { $0.first == .text("DL2") }
      #expect(rows.contains { $0.contains(.text("1,0 %, mới có số liệu của 1/93 đơn vị")) }, "\(rows)")
    }
    let pillar = tables(PillarPaper.paper(source, pillar: 0)).flatMap(\.rows).first { $0.first == .text("DL2") }
    #expect(pillar?.last == .text("mới có số liệu của 1/93 đơn vị"), "\(String(describing: pillar))")
  }

  /// What nobody has spoken of is not late.
  @Test func lateIsWhatSomebodySpokeOf() throws {
    let source = try paperSource(BundledPlan.open())
    let agency = try #require(source.store.plan.agencyIndex("moh"))
    let own = text(AgencyPaper.paper(source, agency: agency))
    #expect(
      own.contains("hoàn thành 1/7 (14,2 %), 0 quá hạn, 1 đã đến hạn mà chưa có thông tin; 2 chờ phụ lục"), "\(own)")
    #expect(own.contains("hôm nay") && !own.contains("còn 0 ngày"))
    let briefing = SessionBriefing.paper(source)
    #expect(text(briefing).contains("1/573 (0,1 %), 1 quá hạn, 94 đã đến hạn mà chưa có thông tin."))
    #expect(tables(briefing)[0].rows[1].suffix(2) == [.number("1"), .number("94")])
  }

  @Test(arguments: [
    ("2022-12-31", "ở trước thời gian của kế hoạch"), ("2023-01-01", nil), ("2023-12-31", nil),
    ("2024-01-01", "ở sau thời gian của kế hoạch"),
  ])
  func outsideThePlanItSaysSo(_ day: String, _ words: String?) throws {
    let source = try paperSource(BundledPlan.open(), asOf: day)
    let agency = try #require(source.store.plan.agencyIndex("mps"))
    for paper in [SessionBriefing.paper(source), AgencyPaper.paper(source, agency: agency)] {
      #expect(text(paper).contains("Lưu ý: ngày") == (words != nil))
      if let words { #expect(text(paper).contains(words)) }
    }
    #expect((source.warning == nil) == (words == nil))
  }
}
