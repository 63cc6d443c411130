import PlanCore
import Testing
import TextCore

/// How one indicator's figure becomes a status.
@Suite struct IndicatorAssessmentTests {
  private func assess(
    _ indicator: String, _ reports: [String], _ day: String, settings: [String] = []
  ) throws -> IndicatorAssessment {
    try SmallPlan(indicator: indicator, reports: reports, settings: settings).assess(day).indicators[0]
  }

  // MARK: The worked examples of the documentation

  @Test func aboveSixteen() throws {
    let reports = ["2023-06,vn,I,15.0,,"]
    let june = try assess("%,>,16,14.26,national,vn", reports, "2023-06-30")
    #expect(near(june.expected, 15.12284931))
    #expect(near(june.pace, 0.8576))
    #expect(june.status == .atRisk)
    #expect(near(june.attainment, 0.4253))
    let august = try assess("%,>,16,14.26,national,vn", reports, "2023-08-31")
    #expect(near(august.expected, 15.41841096))
    #expect(near(august.pace, 0.8576) && august.status == .atRisk)
  }

  @Test func strictComparator() throws {
    let december = try assess("%,>,16,14.26,national,vn", ["2023-12,vn,I,16.0,,"], "2023-12-31")
    #expect(december.status == .missed)
    #expect(december.attainment == 0.999)
    #expect(near(december.pace, 1))
  }

  @Test(arguments: [("2023-06-30", Status.onTrack), ("2023-07-01", .atRisk), ("2024-01-01", .missed)])
  func stale(_ day: String, _ status: Status) throws {
    let assessed = try assess("%,>,80,56.1,ratio,@provinces", ["2023-03,vn,I,61.9,,"], day)
    #expect(near(assessed.pace, 0.9842))
    #expect(assessed.status == status)
    #expect(assessed.headline?.isStale == (status != .onTrack))
  }

  /// 84 of 90 reporting agencies of 93 say 1.
  @Test func shareOfAgencies() throws {
    var plan = SmallPlan(indicator: "%,>=,100,,agency-share,@all")
    plan.agencies = ["vn,national,"] + (0..<93).map { "a\($0),ministry," }
    plan.reports = (0..<90).map { "2023-09,a\($0),I,\($0 < 84 ? 1 : 0),," }
    let assessed = try plan.assess("2023-09-30").indicators[0]
    #expect(near(assessed.headline?.figure.value, 90.3226))
    #expect((assessed.reported, assessed.inScope) == (90, 93))
    #expect(near(assessed.pace, 1.2076))
    #expect(assessed.status == .onTrack)
  }

  @Test func ratioBelowTargetAtTheEnd() throws {
    let reports = (1...8).map { "2023-12,r\($0),I,,150000,375000" }
    let assessed = try assess("%,>=,50,,ratio,@provinces", reports, "2023-12-31")
    #expect(assessed.headline?.figure.value == 40)
    #expect(assessed.status == .missed && near(assessed.attainment, 0.8))
  }

  @Test(arguments: [[], ["2022-12,vn,I,7.5,,"]])
  func silence(_ reports: [String]) throws {
    let assessment = try SmallPlan(indicator: "%,>,8.5,,national,vn", reports: reports).assess("2023-06-30")
    let assessed = assessment.indicators[0]
    #expect(assessed.status == .noData && assessed.attainment == 0 && assessed.pace == nil && assessed.forecast == nil)
    #expect(assessed.headline?.figure.value == (reports.isEmpty ? nil : 7.5))
    #expect(assessment.pillars[0].attainment == 0 && assessment.pillars[0].unknownShare == 1)
  }

  @Test func alreadyThere() throws {
    let met = try assess("%,>=,50,52.8,ratio,@provinces", ["2023-04,vn,I,54.8,,"], "2023-06-30")
    #expect(met.status == .met && met.attainment == 1 && met.pace == 1)
    let fallen = try assess("%,>=,50,52.8,ratio,@provinces", ["2023-06,vn,I,49,,"], "2023-06-30")
    #expect(fallen.status == .offTrack && near(fallen.attainment, 0.98) && fallen.pace == 0)
  }

  @Test func earlyReporterDoesNotSpeakForAll() throws {
    let reports = ["2023-08,vn,I,52.3,,", "2023-09-11,m1,I,1,,"]
    let both = try assess("%,>=,100,,agency-share,@all", reports, "2023-09-30")
    #expect(both.headline?.figure.value == 52.3 && both.headline?.basis == .published)
    #expect(both.rollup?.isPartial == true && both.rollup?.figure.value == 10)
    #expect(both.headline?.isPartial == false)
    let alone = try assess("%,>=,100,,agency-share,@all", [reports[1]], "2023-09-30")
    #expect(alone.headline?.basis == .rollup && alone.headline?.isPartial == true)
    #expect(alone.status == .noData && alone.pace == nil && alone.attainment == 0)
  }

  /// 40 of 93 have reported, 31 say 1.
  @Test func shareThatTheSilentCannotLower() throws {
    var plan = SmallPlan(indicator: "%,>,30,,agency-share,@all")
    plan.agencies = ["vn,national,"] + (0..<93).map { "a\($0),ministry," }
    plan.reports = ["2022-12,vn,I,99,,"] + (0..<40).map { "2023-09,a\($0),I,\($0 < 31 ? 1 : 0),," }
    let assessed = try plan.assess("2023-09-30").indicators[0]
    #expect(near(assessed.headline?.figure.value, 33.3333))
    #expect(assessed.headline?.isPartial == true && assessed.status == .met)
  }

  /// Four of ten have reported, and their ones alone meet the target: the silent cannot lower it.
  @Test(arguments: [(">", 30, Status.met), (">", 40, .noData), (">=", 40, .met), ("<=", 40, .noData)])
  func partialShareThatIsMet(_ comparator: String, _ target: Int, _ status: Status) throws {
    let reports = (1...4).map { "2023-09,r\($0),I,1,," }
    let assessed = try assess("%,\(comparator),\(target),50,agency-share,@all", reports, "2023-09-30")
    #expect(assessed.headline?.figure.value == 40 && assessed.headline?.isPartial == true)
    #expect(assessed.status == status)
  }

  /// Eight in scope; 0.8 of them, rounded up, is seven: the seventh latest end is the period.
  @Test func periodOfARollUp() throws {
    let months = ["03", "03", "06", "06", "06", "06", "06", "06"]
    let reports = zip(1..., months).map { "2023-\($1),r\($0),I,10,," }
    let assessed = try assess("%,>,90,0,mean,@provinces", reports, "2023-06-30")
    #expect(assessed.headline?.figure.period.iso == "2023-03-31")
    let shares = zip(1..., months).map { "2023-\($1),r\($0),I,\($0 < 3 ? 1 : 0),," }
    let share = try assess("%,>,90,0,agency-share,@provinces", shares, "2023-06-30")
    #expect(share.headline?.figure.period.iso == "2023-06-30", "what is done stays done")
  }

  // MARK: Which report counts

  @Test(arguments: [
    (["2023-05,vn,I,1,,", "2023-06,vn,I,2,,", "2023-07,vn,I,3,,"], "2023-06-30", 2.0),
    (["2023-06-12,vn,I,1,,", "2023-06,vn,I,2,,"], "2023-06-29", 1),
    (["2023-06,vn,I,1,,", "2023-06-30,vn,I,2,,"], "2023-06-30", 2),
    (["2023-06,vn,I,1,,", "2023-06,vn,I,,,"], "2023-06-30", 1),
    (["2023-06,vn,I,,1,4"], "2023-06-30", 25),
    (["2023-06,vn,I,7,1,4"], "2023-06-30", 7),
    (["2023-06,vn,I,7,,", "2023-07,vn,I,,1,0"], "2023-07-31", 7),
    (["2023-12,vn,I,7,,", "2024-03,vn,I,8,,"], "2024-06-30", 7),
  ])
  func latestUsableReport(_ reports: [String], _ day: String, _ value: Double) throws {
    #expect(try assess("%,>,16,14.26,national,vn", reports, day).headline?.figure.value == value)
  }

  @Test func laterFileWins() throws {
    let plan = SmallPlan(
      reports: ["2023-06,vn,I,1,,"], files: ["b": ["2023-06,vn,I,2,,"], "B": ["2023-06,vn,I,3,,"]])
    #expect(try plan.assess("2023-06-30").indicators[0].headline?.figure.value == 2)
    #expect(try plan.store().findings.warningCount == 2)
  }

  @Test func headlineGoesToTheLaterPeriodAndOnATieToTheRollUp() throws {
    let rollup = (1...8).map { "2023-06,r\($0),I,20,," }
    let tie = try assess("%,>,90,0,mean,@provinces", rollup + ["2023-06,vn,I,30,,"], "2023-06-30")
    #expect(tie.headline?.basis == .rollup && tie.published?.value == 30)
    let later = try assess("%,>,90,0,mean,@provinces", rollup + ["2023-07,vn,I,30,,"], "2023-07-31")
    #expect(later.headline?.basis == .published && later.rollup?.figure.value == 20)
  }

  // MARK: Baselines

  @Test(arguments: [
    ("", ["2022-12,vn,I,10,,"], 10.0), ("", ["2022-12,r1,I,10,,"], 0), ("5", ["2022-12,vn,I,10,,"], 5), ("", [], 0),
    ("", ["2023-01-01,vn,I,10,,"], 0),
  ])
  func baseline(_ column: String, _ reports: [String], _ value: Double) throws {
    #expect(try assess("%,>,90,\(column),mean,@provinces", reports, "2023-06-30").baseline.value == value)
  }

  // MARK: Targets

  @Test(arguments: [
    (">=", 50.0, "50", true), (">=", 50, "49.9999999999", true), (">=", 50, "49.9999", false), (">", 50, "50", false),
    (">", 50, "50.0000000001", false), (">", 50, "50.001", true), ("<=", 50, "50", true), ("<=", 50, "50.001", false),
    ("<", 50, "50", false), ("<", 50, "49.9", true),
  ])
  func comparators(_ comparator: String, _ target: Double, _ value: String, _ isMet: Bool) throws {
    let baseline = comparator.hasPrefix("<") ? 80 : 20
    let assessed = try assess("%,\(comparator),50,\(baseline),national,vn", ["2023-06,vn,I,\(value),,"], "2023-06-30")
    #expect((assessed.status == .met) == isMet)
  }

  /// A target to come down to: from 80 to 50, 65 is half the way.
  @Test func downward() throws {
    let assessed = try assess("%,<=,50,80,national,vn", ["2023-06,vn,I,65,,"], "2023-06-30")
    #expect(near(assessed.attainment, 0.5))
    #expect(near(assessed.expected, 80 - 30 * 181 / 365.0))
    #expect(near(assessed.pace, 15 / (30 * 181 / 365.0)))
    #expect(assessed.status == .onTrack)
    let backward = try assess("%,<=,50,80,national,vn", ["2023-06,vn,I,90,,"], "2023-06-30")
    #expect(backward.attainment == 0 && backward.status == .offTrack)
    let there = try assess("%,<,50,40,national,vn", ["2023-06,vn,I,80,,"], "2023-06-30")
    #expect(near(there.attainment, 0.625) && there.pace == 0)
  }

  @Test(arguments: [("0.9", Status.atRisk), ("0.85", .onTrack), ("0.86", .atRisk)])
  func thresholds(_ onTrack: String, _ status: Status) throws {
    let assessed = try assess(
      "%,>,16,14.26,national,vn", ["2023-06,vn,I,15.0,,"], "2023-06-30", settings: ["on_track = \(onTrack)"])
    #expect(assessed.status == status)
  }

  /// Three months before 31 May is 28 February: a figure of that day is not stale, one of the day before is.
  @Test(arguments: [("2023-02", false), ("2023-02-27", true)])
  func staleMonthsAreHeldToTheMonthsEnd(_ period: String, _ isStale: Bool) throws {
    let assessed = try assess("%,>,16,14.26,national,vn", ["\(period),vn,I,15,,"], "2023-05-31")
    #expect(assessed.headline?.isStale == isStale)
  }

  // MARK: Forecast and trend

  @Test func forecastIsTheMedianSlope() throws {
    let reports = ["2023-03-01,vn,I,10,,", "2023-03-11,vn,I,20,,", "2023-03-21,vn,I,22,,"]
    // Slopes a day: 1, 0.6, 0.2; the middle one goes on for 285 days.
    let open = try assess("x,>,900,0,national,vn", reports, "2023-03-31")
    #expect(near(open.forecast, 22 + 0.6 * 285))
    let clamped = try assess("%,>,99,0,national,vn", reports, "2023-03-31")
    #expect(clamped.forecast == 100)
    #expect(try assess("x,>,900,0,national,vn", Array(reports.prefix(2)), "2023-03-31").forecast == nil)
    let fourth = reports + ["2023-03-31,vn,I,22,,"]
    // 1, 0.6, 0.4, 0.2, 0.1, 0: the mean of the middle two.
    #expect(near(try assess("x,>,900,0,national,vn", fourth, "2023-03-31").forecast, 22 + 0.3 * 275))
    #expect(try assess("x,>,900,0,national,vn", ["2022-12,vn,I,1,,"] + reports.prefix(2), "2023-03-31").forecast == nil)
  }

  /// A year of days is the most that a forecast looks back: 5,000 make twelve million slopes.
  @Test(arguments: ["national,vn", "mean,@provinces"]) func forecastLooksBackAYear(_ rule: String) throws {
    let first = try #require(Day(iso: "2023-01-01"))
    let who = rule.hasPrefix("national") ? ["vn"] : (1...8).map { "r\($0)" }
    var plan = SmallPlan(indicator: "x,>,9000,0,\(rule)", end: "2060-12-31")
    plan.reports = (0..<5_000).flatMap { day in
      who.map { "\(first.advanced(by: day).iso),\($0),I,\(max(0, day - 4_634)),," }
    }
    let last = first.advanced(by: 4_999)
    let end = try #require(Day(iso: plan.end))
    let forecast = try plan.assess(last.iso).indicators[0].forecast
    // The slope of the last 366 days is 1; that of nearly all days is 0.
    #expect(near(forecast, 365 + Double(end - last)))
  }

  @Test func sparklineLevels() throws {
    let reports = ["2022-12,vn,I,0,,", "2023-03,vn,I,50,,", "2023-05,vn,I,100,,"]
    let assessed = try assess("x,>,100,0,national,vn", reports, "2023-06-30")
    #expect(assessed.sparkline == [0, 0, 4, 4, 7, 7])
    #expect(try assess("x,>,100,0,national,vn", [reports[1]], "2023-06-15").sparkline == [nil, nil, 4, 4, 4, 4])
  }

  /// Figures beyond all measure give finite output.
  @Test(arguments: ["1" + String(repeating: "0", count: 300), "-1" + String(repeating: "0", count: 300)])
  func hugeFigures(_ value: String) throws {
    let reports =
      (1...8).map { "2023-0\($0),r\($0),I,\(value),," } + ["2023-05,vn,I,\(value),,", "2023-06,vn,I,1,\(value),1"]
    for aggregation in ["mean", "ratio"] {
      var plan = SmallPlan(indicator: "x,>,90,0,\(aggregation),@provinces", reports: reports)
      plan.reports += ["2023-07,vn,I,\(value),,"]
      let store = try plan.store()
      let assessment = try plan.assess("2023-08-31")
      let json = StatusJSON.text(of: assessment, plan: store.plan, findings: store.findings)
      #expect(!json.contains("inf") && !json.contains("nan"))
    }
  }
}
