import TestSupport
import Testing
import TextCore

@testable import PlanCore

/// The rules over whole stores: where a finding stands, which rows count, how many are kept.
@Suite struct HistoryCheckTests {
  private func texts(_ plan: SmallPlan) throws -> [String] {
    try plan.store().historyFindings().kept.map { $0.text(in: .english) }
  }

  @Test func nothingOnTheBundledPlan() throws {
    #expect(try BundledPlan.open().historyFindings().isEmpty)
  }

  /// At the later row, in the order of the files, whatever the order of the rows.
  @Test func atItsRow() throws {
    var plan = SmallPlan(indicator: "%,>=,100,0,ratio,@provinces")
    plan.reports = ["2023-03,r2,I,,10,100", "2023-02,r1,I,,30,100", "2023-02,r2,I,,50,100", "2023-03,r1,I,,19,100"]
    #expect(
      try texts(plan) == [
        "reports/a.csv:2:1: warning: falls by more than 10 points: 10.0; before 50.0 (28/02/2023)",
        "reports/a.csv:5:1: warning: falls by more than 10 points: 19.0; before 30.0 (28/02/2023)",
      ])
  }

  /// Of two reports for a period the one that counts; one without a figure is none.
  @Test func theRowThatWins() throws {
    var plan = SmallPlan(indicator: "%,>=,100,0,mean,@provinces")
    plan.reports = ["2023-02,r1,I,50,,", "2023-03,r1,I,10,,", "2023-03-31,r1,I,49,,", "2023-04,r1,I,,,"]
    #expect(try texts(plan).isEmpty)
    plan.reports = ["2023-02,r1,I,50,,", "2023-03-31,r1,I,49,,", "2023-03,r1,I,10,,"]
    #expect(try texts(plan).map { $0.prefix(24) } == ["reports/a.csv:4:1: warni"])
  }

  @Test func yesThenNo() throws {
    var plan = SmallPlan(indicator: "%,>=,100,0,agency-share,@provinces")
    plan.reports = ["2023-02,r1,I,1,,", "2023-03,r1,I,0,,", "2023-02,r2,I,0,,", "2023-03,r2,I,1,,"]
    #expect(
      try texts(plan) == [
        "reports/a.csv:3:1: warning: goes back from 1 (yes) to 0 (no): 0; before 1 (28/02/2023)"
      ])
  }

  /// One finding a figure, though it is both a jump and an outlier.
  @Test func oneAFigure() throws {
    var plan = SmallPlan(indicator: "%,>=,100,0,mean,@provinces")
    plan.reports = (1...6).map { "2023-0\($0),r1,I,80,," } + ["2023-07,r1,I,8,,", "2023-08,r1,I,80,,"]
    // Back to where it was is nothing odd.
    let texts = try texts(plan)
    #expect(texts.count == 1 && texts.allSatisfy { $0.contains(":8:1: warning: falls") }, "\(texts)")
  }

  /// The first thousand of the file are kept, whatever the order of the agencies, the others counted.
  @Test(arguments: [Array(1...8), Array((1...8).reversed()), [5, 1, 8, 2, 7, 3, 6, 4]])
  func bounded(_ agencies: [Int]) throws {
    var plan = SmallPlan(indicator: "%,>=,100,0,mean,@provinces")
    for agency in agencies {
      for year in 1_000..<1_600 { plan.reports.append("\(year)-06,r\(agency),I,\(year % 2 == 0 ? 90 : 10),,") }
    }
    let findings = try plan.store().historyFindings()
    #expect(findings.kept.count == 1_000 && findings.warningCount == 8 * 300 && findings.errorCount == 0)
    // Every second row of six hundred: those of odd years.
    let wrong = (0..<8).flatMap { block in stride(from: 3, to: 602, by: 2).map { block * 600 + $0 } }
    #expect(findings.kept.map(\.line) == Array(wrong.prefix(1_000)))
  }
}
