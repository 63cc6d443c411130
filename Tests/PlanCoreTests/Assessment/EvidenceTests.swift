import PlanCore
import Testing
import TextCore

/// What a figure is made of.
@Suite struct EvidenceTests {
  @Test func ratio() throws {
    var plan = SmallPlan(indicator: "%,>=,50,,ratio,@provinces")
    plan.reports = [
      "2023-05,r1,I,,1,100", "2023-06,r1,I,,30,100", "2023-07,r1,I,,90,100", "2022-12,r2,I,,10,50", "2023-06,r3,I,12,,",
      "2023-06,m1,I,,5,10", "2023-06,vn,I,44,,",
    ]
    let assessment = try plan.assess("2023-06-30")
    let evidence = assessment.evidence(of: 0)
    #expect(evidence.used.map(\.agency) == [3, 4])
    #expect(evidence.used.map(\.place.line) == [3, 5])
    #expect(evidence.numerator == 40 && evidence.denominator == 150)
    #expect(evidence.unusable == [5] && evidence.silent == [6, 7, 8, 9, 10] && evidence.outside == [1])
    #expect(evidence.published?.place.line == 8)
    #expect(near(assessment.indicators[0].rollup?.figure.value, 100 * 40 / 150))
    #expect(assessment.evidence(ofAgency: 3, indicator: 0)?.place.line == 3)
    #expect(assessment.evidence(ofAgency: 6, indicator: 0) == nil)
  }

  /// Whoever is silent stands below the line of a share, and the quotient is what the roll-up says.
  @Test(arguments: ["agency-share", "mean", "ratio"])
  func quotientIsTheRollup(_ aggregation: String) throws {
    var plan = SmallPlan(indicator: "%,>=,50,,\(aggregation),@all")
    plan.reports = (1...8).map { "2023-06,r\($0),I,\($0 % 2),\($0),\($0 + 20)" }
    let assessment = try plan.assess("2023-06-30")
    let evidence = assessment.evidence(of: 0)
    let factor = aggregation == "mean" ? 1.0 : 100
    let value = try #require(assessment.indicators[0].rollup?.figure.value)
    #expect(near(factor * evidence.numerator / evidence.denominator, value))
    #expect(evidence.used.count == 8 && evidence.silent == [1, 2])
  }

  @Test func nation() throws {
    var plan = SmallPlan()
    plan.reports = ["2023-06,vn,I,14.96,,"]
    let evidence = try plan.assess("2023-06-30").evidence(of: 0)
    #expect(evidence.used.isEmpty && evidence.published?.value == 14.96 && evidence.denominator == 0)
  }
}
