import PlanCore
import TestSupport
import Testing
import TextCore

/// The line for scripts.
@Suite struct StatusJSONTests {
  @Test func bundledPlan() throws {
    let store = try BundledPlan.open()
    let day = try #require(Day(iso: "2023-06-30"))
    let assessment = Assessment(of: store.plan, reports: store.reports, journal: store.journal, asOf: day)
    let json = StatusJSON.text(of: assessment, plan: store.plan, findings: store.findings)
    for part in [
      #"{"plan":"vn-2023","asOf":"2023-06-30","elapsed":0.4958904109589041,"pillars":[{"id":"data","attainment":0,"met":0,"onTrack":0,"atRisk":0,"offTrack":0,"missed":0,"noData":7},"#,
      #"{"id":"KT1","value":14.96,"basis":"published","period":"2023-06-30","baseline":14.26,"expected":15.122849315068493,"pace":0.811265637899284,"attainment":0.4022988505747132,"status":"atRisk","reported":1,"inScope":1,"partial":false,"stale":false,"forecast":null}"#,
      #""tasks":{"doneOnTime":0,"doneLate":0,"openInTime":479,"openOverdue":94,"unreported":93,"cancelled":0,"pending":102,"dueSoon":1},"actions":{"doneOnTime":15,"doneLate":0,"openInTime":23,"openOverdue":0,"unreported":0,"cancelled":0,"pending":9,"dueSoon":5},"findings":{"errors":0,"warnings":0}}"#,
    ] { #expect(json.contains(part)) }
  }

  @Test func gaugesOfSeptember() throws {
    let store = try BundledPlan.open()
    let day = try #require(Day(iso: "2023-09-30"))
    let assessment = Assessment(of: store.plan, reports: store.reports, journal: store.journal, asOf: day)
    #expect(
      assessment.pillars.map { PercentText.text($0.attainment, .vietnamese) } == [
        "7,4 %", "11,1 %", "6,7 %", "20,0 %", "6,0 %",
      ])
    let none: Int? = nil
    #expect(
      assessment.pillars.map(\.sparkline) == [
        [none, none, none, none, 0, 0], [0, 0, 0, 0, 0, 0], [none, none, 0, 0, 0, 0], [1, 1, 1, 1, 1, 1],
        [0, 0, 0, 0, 0, 0],
      ])
    #expect(assessment.taskTally.unreported == 94 && assessment.taskTally.openOverdue == 95)
  }

  /// The plan's id is the owner's: quotes and controls in it leave the line JSON.
  @Test func escapes() throws {
    let plan = SmallPlan(settings: ["note.vi = x"])
    let store = try plan.store()
    var changed = store.plan
    changed.settings.id = "a\"b\\c\u{1B}\u{7F}đ"
    let json = StatusJSON.text(of: try plan.assess("2023-06-30"), plan: changed, findings: Findings())
    #expect(json.hasPrefix(#"{"plan":"a\"b\\c\u001b\u007fđ","#))
  }
}
