import Dashboard
import PlanCore
import TerminalKit
import TestSupport
import Testing
import TextCore

/// A newcomer's ten questions, each answered from the overview of the made-up year by at most eight keys, in the least
/// window that everything must work in.
@Suite struct TenQuestionsTests {
  private let store: Store
  private let assessment: Assessment

  init() throws {
    store = try SimulatedPlan.open()
    assessment = Assessment(
      of: store.plan, reports: store.reports, journal: store.journal, asOf: try #require(Day(iso: "2023-09-30")))
  }

  private var plan: Plan { store.plan }

  /// A desk after some keys: letters, others in angle brackets; never more than eight.
  private func desk(_ keys: String) throws -> Desk {
    var count = 0
    var isNamed = false
    for letter in keys {
      if letter == "<" { isNamed = true }
      if letter == ">" { isNamed = false }
      if !isNamed { count += 1 }
    }
    #expect(count <= 8, "\(keys) are \(count) keys")
    var desk = try Desk(store: store)
    desk.type(keys)
    #expect(desk.effects.isEmpty)
    return desk
  }

  private func line(_ desk: Desk, _ text: String) -> String? { desk.lines.first { $0.contains(text) } }

  @Test func whichPillarIsFurthestBehind() throws {
    let desk = try desk("")
    let last = try #require(
      plan.pillars.indices.min { assessment.pillars[$0].attainment < assessment.pillars[$1].attainment })
    let percent = PercentText.text(assessment.pillars[last].attainment, .vietnamese)
    #expect(line(desk, plan.pillars[last].name.vietnamese)?.contains(percent) == true)
    // And beside each its own, all in view at once.
    for (pillar, assessed) in zip(plan.pillars, assessment.pillars) {
      #expect(line(desk, pillar.name.vietnamese)?.contains(PercentText.text(assessed.attainment, .vietnamese)) == true)
    }
  }

  @Test func whoHasNotReportedOnDL1() throws {
    let index = try #require(plan.indicators.firstIndex { $0.id == "DL1" })
    let silent = plan.indicators[index].scope.filter { !assessment.hasReported(agency: $0, indicator: index) }
    let desk = try desk(":dl1<Enter>")
    #expect(desk.path.hasPrefix("Tổng quan › DL1"))
    #expect(line(desk, "Chưa báo cáo (\(silent.count)): ") != nil, "\(desk.canvas.text)")
    // The same as a list: the last of the statuses is «no data».
    var list = try self.desk(":dl1<Enter>f<Left><Enter>")
    #expect(list.bottom.hasSuffix("/\(silent.count) (93)"), "\(list.bottom)")
    for agency in silent {
      list.type("/\(plan.agencies[agency].id)<Enter>")
      #expect(list.selected?.contains(String(plan.agencies[agency].name.vietnamese.prefix(25))) == true)
      list.type("/<C-u><Enter>")
    }
  }

  @Test func whatIsDueInOctober() throws {
    let desk = try desk("4<Right>")
    #expect(line(desk, "THÁNG 10/2023: ") != nil)
    for action in plan.actions where action.hasDay && action.due.monthAndYear == "10/2023" {
      #expect(line(desk, action.due.dayAndMonth) != nil)
    }
    let tasks = plan.tasks.filter { $0.due?.monthAndYear == "10/2023" }
    #expect(desk.canvas.text.contains("HẠN NHIỆM VỤ TRONG THÁNG"))
    for task in tasks { #expect(line(desk, task.id) != nil) }
  }

  @Test func thePageOfTheMinistryOfHealth() throws {
    let desk = try desk(":byt<Enter>")
    #expect(desk.lines[3].trimmed == "Bộ Y tế")
    #expect(desk.canvas.text.contains("Đã báo cáo"))
  }

  @Test func whatChangedSinceJune() throws {
    let desk = try desk("cc6<Enter>")
    #expect(desk.lines[3].contains("30/06/2023 → 30/09/2023"))
    let june = assessment.on(try #require(Day(iso: "2023-06-30")))
    #expect(desk.bottom.hasSuffix("/\(assessment.changes(since: june).count)"))
    #expect(desk.canvas.text.contains("CHỈ TIÊU ("))
  }

  @Test func whyIsXH2Red() throws {
    let desk = try desk(":xh2<Enter>=")
    #expect(desk.path.contains("vì sao: ") && desk.path.contains("XH2"))
    #expect(desk.canvas.text.contains("chậm tiến độ") && desk.canvas.text.contains("dưới 0,6"), "\(desk.canvas.text)")
  }

  @Test func whichProvincesOfTheHighlandsLag() throws {
    let region = try #require(plan.regions.firstIndex { $0.name.vietnamese == "Tây Nguyên" })
    let desk = try desk(":tay ng<Enter>")
    #expect(desk.lines[1].contains("[5 Cơ quan]"))
    let heading = try #require(desk.lines.firstIndex { $0.contains("Tây Nguyên (5)") })
    let provinces = plan.agencies.filter { $0.region == region }
    for (number, province) in provinces.enumerated() {
      #expect(desk.lines[heading + 1 + number].contains(province.shortName.vietnamese), "\(desk.canvas.text)")
    }
    // Beside each how many of its figures are behind, under the marks of the statuses.
    #expect(desk.lines[3].contains("○") && desk.lines[3].contains("×"))
  }

  @Test func howManyTasksAreLate() throws {
    let late = assessment.taskTally.openOverdue
    for keys in ["", "3"] { #expect(try desk(keys).canvas.text.contains("quá hạn \(late)")) }
  }

  @Test func theSourceOfKT1() throws {
    let desk = try desk(":kt1<Enter>")
    let indicator = try #require(plan.indicators.first { $0.id == "KT1" })
    let source = try #require(indicator.source.map { plan.sources[$0] })
    let text = try #require(line(desk, "Nguồn"))
    #expect(text.contains(source.title.prefix(20)), "\(text)")
  }

  @Test func allFiguresOfDaNang() throws {
    var desk = try desk(":danang<Enter>")
    #expect(desk.lines[3].trimmed == "Thành phố Đà Nẵng")
    let agency = try #require(plan.agencies.firstIndex { $0.id == "da-nang" })
    var seen = ""
    for _ in 0..<60 {
      seen += desk.canvas.text
      desk.type("<Down>")
    }
    for indicator in plan.indicators where indicator.scope.contains(agency) {
      #expect(seen.contains(" \(indicator.id) "), "\(indicator.id)")
    }
  }
}
