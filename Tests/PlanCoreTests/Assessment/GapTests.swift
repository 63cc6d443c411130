import PlanCore
import Testing
import TextCore

/// What is still missing, and who could give it.
@Suite struct GapTests {
  /// Ten agencies `m1`, `m2`, `r1`…`r8`, numbered from 1.
  private func share(_ comparator: String, _ target: String, yes: Int, no: Int = 0, vn: String? = nil) -> SmallPlan {
    var plan = SmallPlan(indicator: "%,\(comparator),\(target),0,agency-share,@all")
    let ids = ["m1", "m2"] + (1...8).map { "r\($0)" }
    plan.reports = ids.prefix(yes).map { "2023-06,\($0),I,1,," } + ids[yes..<(yes + no)].map { "2023-06,\($0),I,0,," }
    if let vn { plan.reports.append("2023-06,vn,I,\(vn),,") }
    return plan
  }

  @Test(arguments: [
    (">=", "100", 8, 1, 2), (">=", "85", 8, 1, 1), (">", "90", 8, 1, 2), (">=", "90", 8, 2, 1), (">=", "100", 0, 0, 10),
    (">", "0", 0, 3, 1),
  ])
  func agencies(_ comparator: String, _ target: String, _ yes: Int, _ no: Int, _ missing: Int) throws {
    let gap = try #require(try share(comparator, target, yes: yes, no: no).assess("2023-06-30").gap(of: 0))
    #expect(gap.agencies == missing)
    #expect(gap.saidNo == Array((yes + 1)..<(yes + 1 + no)))
    #expect(gap.silent == Array((yes + 1 + no)..<11))
    #expect(gap.points == nil && gap.movers.isEmpty)
  }

  @Test func metHasNone() throws {
    #expect(try share(">=", "80", yes: 8).assess("2023-06-30").gap(of: 0) == nil)
    #expect(try share(">=", "80", yes: 8).assess("2023-06-30").gap(of: 5) == nil)
  }

  /// ⌊52.3 × 10 / 100⌋ = 5 are counted, so that 4 more make 90 %, whoever has reported.
  @Test func publishedShare() throws {
    let gap = try #require(try share(">=", "90", yes: 1, vn: "52.3").assess("2023-06-30").gap(of: 0))
    #expect(gap.agencies == 4)
    #expect(gap.silent.count == 9)
  }

  /// No number of agencies is more than all of them.
  @Test func outOfReach() throws {
    let gap = try #require(try share(">", "100", yes: 3).assess("2023-06-30").gap(of: 0))
    #expect(gap.agencies == nil)
  }

  /// 16 − 14.96 = 1.04 points in the 184 days after 30 June: 0.1696 in 30 of them; none on the last day.
  @Test func points() throws {
    var plan = SmallPlan()
    plan.reports = ["2023-06,vn,I,14.96,,"]
    let gap = try #require(try plan.assess("2023-06-30").gap(of: 0))
    #expect(near(gap.points, 1.04) && near(gap.pointsPer30Days, 1.04 * 30 / 184))
    #expect(gap.agencies == nil && gap.movers.isEmpty)
    let last = try #require(try plan.assess("2023-12-31").gap(of: 0))
    #expect(near(last.points, 1.04) && last.pointsPer30Days == nil)
    plan.reports = []
    let none = try #require(try plan.assess("2023-06-30").gap(of: 0))
    #expect(none.points == nil && none.pointsPer30Days == nil)
  }

  /// At a half of its own people each: `m1` lacks 50 − 30, `r1` 500 − 100; `r2` is beyond it, `r3` said nothing usable.
  @Test func moversOfARatio() throws {
    var plan = SmallPlan(indicator: "%,>=,50,,ratio,@all")
    plan.reports = [
      "2023-05,m1,I,,10,100", "2023-06,m1,I,,30,100", "2023-06,r1,I,,100,1000", "2023-06,r2,I,,90,100",
      "2023-06,r3,I,12,,",
    ]
    let gap = try #require(try plan.assess("2023-06-30").gap(of: 0))
    #expect(gap.movers.map(\.agency) == [3, 1] && gap.movers.map(\.amount) == [400, 20])
  }

  @Test func moversOfAMeanAreMirrored() throws {
    for (comparator, expected) in [(">=", [(3, 30.0), (1, 10)]), ("<=", [(2, 20.0)])] {
      var plan = SmallPlan(indicator: "%,\(comparator),50,60,mean,@all")
      plan.reports = ["2023-06,m1,I,40,,", "2023-06,m2,I,70,,", "2023-06,r1,I,20,,", "2023-06,r2,I,50,,"]
      // Of ten four have reported: the roll-up does not speak, and is not met.
      let gap = try #require(try plan.assess("2023-06-30").gap(of: 0))
      #expect(gap.movers.map(\.agency) == expected.map(\.0), "\(comparator)")
      #expect(gap.movers.map(\.amount) == expected.map(\.1), "\(comparator)")
      #expect(near(gap.points, 5))
    }
  }
}
