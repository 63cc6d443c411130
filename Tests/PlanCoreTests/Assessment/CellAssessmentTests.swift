import PlanCore
import Testing

/// One agency's own figure, and the rows of regions and kinds.
@Suite struct CellAssessmentTests {
  private func cell(
    _ indicator: String, _ reports: [String], _ day: String, of agency: String = "r1"
  ) throws -> CellAssessment? {
    let plan = SmallPlan(indicator: indicator, reports: reports)
    let index = try #require(try plan.store().plan.agencies.firstIndex { $0.id == agency })
    return try plan.assess(day).cell(agency: index, indicator: 0)
  }

  @Test(arguments: [
    ([String](), Status.noData), (["2023-05,r1,I,1,,"], .met), (["2021-05,r1,I,1,,"], .met),
    (["2023-05,r1,I,0,,"], .offTrack), (["2023-12,r1,I,0,,"], .missed),
    (["2023-05,r1,I,1,,", "2023-06,r1,I,0,,"], .offTrack),
    (["2023-05,r1,I,1,,", "2023-06,r1,I,,1,2"], .met),
  ])
  func yesOrNo(_ reports: [String], _ status: Status) throws {
    #expect(try cell("%,>=,100,,agency-share,@all", reports, "2023-12-31")?.status == status)
  }

  @Test(arguments: [
    ([String](), Status.noData), (["2023-06,r1,I,60,,"], .met), (["2023-06,r1,I,,60,100"], .met),
    (["2023-06,r1,I,25,,"], .onTrack), (["2023-06,r1,I,16,,"], .atRisk), (["2023-06,r1,I,10,,"], .offTrack),
    (["2022-06,r1,I,60,,"], .noData), (["2022-12,r1,I,20,,", "2023-06,r1,I,30,,"], .atRisk),
  ])
  func ownFigure(_ reports: [String], _ status: Status) throws {
    let cell = try #require(try cell("%,>=,50,,mean,@provinces", reports, "2023-06-30"))
    #expect(cell.status == status)
    #expect((cell.figure == nil) == reports.isEmpty)
  }

  @Test func outsideTheScope() throws {
    #expect(try cell("%,>=,50,,mean,@provinces", [], "2023-06-30", of: "m1") == nil)
    #expect(try cell("%,>=,50,,mean,@provinces", ["2023-06,m1,I,60,,"], "2023-06-30", of: "m1")?.status == .met)
    let total = try SmallPlan(indicator: "%,>=,50,,mean,@provinces", reports: ["2023-06,m1,I,60,,"]).assess(
      "2023-06-30")
    #expect(total.indicators[0].rollup == nil, "never summed")
  }

  @Test func regions() throws {
    let plan = SmallPlan(
      indicator: "%,>=,50,,ratio,@provinces",
      reports: (1...4).map { "2023-06,r\($0),I,,\($0),10" } + ["2023-06,r6,I,,9,10", "2023-06,vn,I,99,,"])
    let assessment = try plan.assess("2023-06-30")
    let agencies = try plan.store().plan.agencies
    let north = assessment.subtotal(indicator: 0, of: agencies.indices.filter { agencies[$0].region == 0 })
    #expect((north.reported, north.inScope) == (4, 5))
    #expect(north.headline?.figure.value == 25 && north.headline?.isPartial == false)
    #expect(north.status == .onTrack)
    let south = assessment.subtotal(indicator: 0, of: agencies.indices.filter { agencies[$0].region == 1 })
    #expect((south.reported, south.inScope) == (1, 3))
    #expect(south.headline?.isPartial == true && south.status == .noData)
    let ministries = assessment.subtotal(indicator: 0, of: agencies.indices.filter { agencies[$0].kind == .ministry })
    #expect(ministries.inScope == 0 && ministries.status == .noData)
  }

  @Test func medianOfAGroup() throws {
    let plan = SmallPlan(
      indicator: "%,>=,50,,mean,@all",
      reports: ["2023-06,r1,I,10,,", "2023-06,r2,I,20,,", "2022-06,r3,I,90,,", "2023-06,r6,I,70,,", "2023-06,m1,I,5,,"])
    let assessment = try plan.assess("2023-06-30")
    // vn 0, m1 1, m2 2, r1 3 …
    #expect(assessment.median(indicator: 0, of: assessment.peers(of: 3)) == 15)
    #expect(assessment.median(indicator: 0, of: assessment.peers(of: 8)) == 70)
    #expect(assessment.median(indicator: 0, of: assessment.peers(of: 2)) == 5)
    #expect(assessment.median(indicator: 0, of: assessment.peers(of: 0)) == nil)
  }

  /// What rests on a made-up source says so, rolled up or not.
  @Test func simulatedSources() throws {
    var plan = SmallPlan(indicator: "%,>=,50,,mean,r1 r2", reports: ["2023-06,r1,I,10,,", "2023-06,r2,I,20,,"])
    plan.reportColumns = "period,agency,indicator,value,numerator,denominator,source"
    plan.reports = ["2023-06,r1,I,10,,,q", "2023-06,r2,I,20,,,made-up"]
    let assessment = try plan.assess("2023-06-30")
    #expect(assessment.cell(agency: 3, indicator: 0)?.figure?.isSimulated == false)
    #expect(assessment.cell(agency: 4, indicator: 0)?.figure?.isSimulated == true)
    #expect(assessment.indicators[0].headline?.figure.isSimulated == true)
  }
}
