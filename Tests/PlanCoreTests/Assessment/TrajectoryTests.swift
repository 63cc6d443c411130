import PlanCore
import Testing

/// What charts are drawn from.
@Suite struct TrajectoryTests {
  private func words(_ trajectory: Trajectory) -> [String] {
    trajectory.points.map { "\($0.figure.period.iso) \($0.figure.value)\($0.speaks ? "" : " partial")" }
  }

  /// One point a period from the plan's time, the last report of it; what came before is the baseline.
  @Test func publishedFigures() throws {
    let reports = [
      "2022-12,vn,I,60,,", "2023-01,vn,I,61,,", "2023-03,vn,I,62,,", "2023-03,vn,I,63,,", "2023-08,vn,I,64,,",
    ]
    let plan = SmallPlan(indicator: "%,>,80,,national,vn", reports: reports)
    let assessment = try plan.assess("2023-06-30")
    for trajectory in [assessment.trajectory(indicator: 0), assessment.trajectory(indicator: 0, agency: 0)] {
      #expect(trajectory.map(words) == ["2023-01-31 61.0", "2023-03-31 63.0"])
      #expect(trajectory?.baseline.value == 60 && trajectory?.forecast == nil)
    }
    #expect(words(try plan.assess("2023-02-28").trajectory(indicator: 0)) == ["2023-01-31 61.0"])
    #expect(words(try plan.assess("2022-11-30").trajectory(indicator: 0)).isEmpty)
  }

  /// A roll-up grows from too few to enough; the forecast leaves from the last point that speaks.
  @Test func rollups() throws {
    let first = ["2023-01,r1,I,50,,", "2023-01,r2,I,60,,"]
    let later = (2...4).flatMap { month in (1...8).map { "2023-0\(month),r\($0),I,\(month * 10 + 40),," } }
    let assessment = try SmallPlan(indicator: "%,>,90,40,mean,@provinces", reports: first + later).assess("2023-06-30")
    let trajectory = assessment.trajectory(indicator: 0)
    #expect(
      words(trajectory) == ["2023-01-31 55.0 partial", "2023-02-28 60.0", "2023-03-31 70.0", "2023-04-30 80.0"])
    #expect(trajectory.forecast == assessment.indicators[0].forecast && trajectory.forecast == 100)
  }

  /// The figures of one basis only: what the headline of the day is not drawn from stays out.
  @Test func otherBasis() throws {
    let reports = ["2023-02,vn,I,70,,"] + (1...8).map { "2023-03,r\($0),I,50,," }
    let assessment = try SmallPlan(indicator: "%,>,90,40,mean,@provinces", reports: reports).assess("2023-06-30")
    #expect(words(assessment.trajectory(indicator: 0)) == ["2023-03-31 50.0"])
  }

  /// An agency's own: a numerator and a denominator make a figure; yes and no make no chart.
  @Test func ownFigures() throws {
    let reports = ["2022-12,r1,I,,1,4", "2023-01,r1,I,,1,2", "2023-02,r1,I,,1,0", "2023-03,r1,I,90,1,2"]
    let ratio = try SmallPlan(indicator: "%,>,80,,ratio,@provinces", reports: reports).assess("2023-06-30")
    let own = try #require(ratio.trajectory(indicator: 0, agency: 3))
    #expect(words(own) == ["2023-01-31 50.0", "2023-03-31 90.0"] && own.baseline.value == 25)
    #expect(ratio.trajectory(indicator: 0, agency: 4)?.points == [])
    // The ministries are outside the scope, and the last agency is not there.
    #expect(ratio.trajectory(indicator: 0, agency: 1) == nil)
    let share = SmallPlan(indicator: "%,>=,100,,agency-share,@all", reports: ["2023-02,r1,I,1,,"])
    #expect(try share.assess("2023-06-30").trajectory(indicator: 0, agency: 3) == nil)
  }
}
