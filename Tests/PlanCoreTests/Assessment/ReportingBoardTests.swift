import Testing

@testable import PlanCore

/// Which reports came, by worked examples.
@Suite struct ReportingBoardTests {
  private func plan(_ reports: [String], _ scope: String = "@provinces", _ settings: [String] = []) -> SmallPlan {
    var plan = SmallPlan(indicator: "%,>=,100,0,mean,\(scope)")
    plan.reportColumns = "period,agency,indicator,value,received"
    plan.reports = reports
    plan.settings = settings
    return plan
  }

  private func tally(_ assessment: Assessment, _ agency: Int, _ month: Int) throws -> ReportingTally {
    let months = assessment.reportingBoard().months(of: agency)
    return try #require(months.indices.contains(months.startIndex + month) ? months[months.startIndex + month] : nil)
  }

  /// `r1` is agency 3. One report for March, fifteen days to send it.
  @Test(
    arguments: [
      ("2023-03,r1,I,5,2023-04-15", ReportingTally.State.onTime), ("2023-03,r1,I,5,2023-04-16", .late),
      ("2023-03,r1,I,5,2023-03-20", .onTime), ("2023-03,r1,I,5,", .dayUnknown),
      ("2023-03-31,r1,I,5,2023-04-01", .onTime),
      ("2023-03-10,r1,I,5,2023-03-25", .onTime), ("2023-03-10,r1,I,5,2023-03-26", .late),
      ("2023-02,r1,I,5,2023-03-01", .silent), ("2023-03,r1,I,,2023-04-01", .silent),
      ("2023-03,m1,I,5,2023-04-01", .silent),
      ("2023-03,r1,I,5,2023-05-01\n2023-03,r1,I,6,2023-04-02", .onTime),
      ("2023-03,r1,I,5,\n2023-03,r1,I,6,2023-05-02", .late),
    ] as [(String, ReportingTally.State)])
  func aReport(_ row: String, _ state: ReportingTally.State) throws {
    let assessment = try plan([row]).assess("2023-06-30")
    #expect(try tally(assessment, 3, 2).state == state)
  }

  /// What has not come is awaited for fifteen days after the month's end.
  @Test func missingOrAwaited() throws {
    let days = [("2023-04-14", 1), ("2023-04-15", 1), ("2023-04-16", 0)]
    for (day, awaited) in days {
      let tally = try tally(try plan([]).assess(day), 3, 2)
      #expect((tally.awaited, tally.missing) == (awaited, 1 - awaited), "\(day)")
    }
    let patient = try plan([], "@provinces", ["report_due_days = 40"]).assess("2023-04-30")
    #expect(try tally(patient, 3, 2).state == .awaited)
  }

  /// The months that have ended: none before the first one has.
  @Test func months() throws {
    func ends(_ day: String) throws -> [String] { try plan([]).assess(day).reportingBoard().months.map(\.iso) }
    #expect(try ends("2023-01-30").isEmpty)
    #expect(try ends("2023-01-31") == ["2023-01-31"])
    #expect(try ends("2023-03-30") == ["2023-01-31", "2023-02-28"])
    #expect(try ends("2024-08-30").count == 12)
    #expect(try ends("2024-08-30").last == "2023-12-31")
    #expect(try ends("2022-08-30").isEmpty)
  }

  /// A plan that ends within a month asks for what there is of it; of a long plan the last twelve months are seen.
  @Test func shortAndLong() throws {
    var short = plan(["2023-02-10,r1,I,5,2023-02-12"])
    short.end = "2023-02-10"
    #expect(try short.assess("2023-02-09").reportingBoard().months.map(\.iso) == ["2023-01-31"])
    #expect(try short.assess("2023-02-10").reportingBoard().months.map(\.iso) == ["2023-01-31", "2023-02-10"])
    #expect(try tally(try short.assess("2023-03-10"), 3, 1).onTime == 1)
    var long = plan([])
    long.end = "9999-12-31"
    #expect(try long.assess("9999-12-31").reportingBoard().months.count == 12)
  }

  @Test func totals() throws {
    let assessment = try plan([
      "2023-01,r1,I,5,2023-02-01", "2023-02,r1,I,5,2023-04-01", "2023-01,r2,I,5,", "2023-01,m1,I,5,2023-02-01",
    ]).assess("2023-03-31")
    let board = assessment.reportingBoard()
    var first = ReportingTally()
    (first.onTime, first.late, first.awaited) = (1, 1, 1)
    #expect(board.total(of: 3) == first && assessment.reporting(of: 3) == first)
    #expect(first.expected == 3 && first.received == 2 && first.state == .late && first.count == 1)
    // Outside the scope nothing is expected, whatever came.
    #expect(board.total(of: 1).state == nil && assessment.reporting(of: 1).expected == 0)
    let january = board.total(ofMonth: 0)
    #expect((january.onTime, january.dayUnknown, january.missing) == (1, 1, 6))
    #expect(january.state == .partly && january.count == 6)
  }

  /// A ratio needs both of its parts, as the roll-up does.
  @Test func whatTheRollUpNeeds() throws {
    var plan = SmallPlan(indicator: "%,>=,100,0,ratio,@provinces")
    plan.reports = ["2023-01,r1,I,50,,", "2023-01,r2,I,,5,10"]
    let assessment = try plan.assess("2023-02-28")
    #expect(try tally(assessment, 3, 0).missing == 1)
    #expect(try tally(assessment, 4, 0).dayUnknown == 1)
  }

  /// Another due time makes another board of the same files.
  @Test func anotherDueTime() throws {
    let report = ["2023-03,r1,I,5,2023-04-20"]
    #expect(try tally(try plan(report).assess("2023-06-30"), 3, 2).state == .late)
    #expect(
      try tally(try plan(report, "@provinces", ["report_due_days = 20"]).assess("2023-06-30"), 3, 2).state == .onTime)
  }
}
