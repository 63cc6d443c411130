import PlanCore
import TestSupport
import Testing
import TextCore

/// How assignments and actions stand to their due days.
@Suite struct WorkAssessmentTests {
  private static let task = "T,m1,T,2023-06-30,,q,decision"

  private func update(_ day: String, _ subject: String, _ field: String, _ value: String, by author: String = "a")
    -> String
  {
    "\(day)T09:00:00+07:00,\(author),\(subject),\(field),\(value),"
  }

  /// Statuses said on days, then the day asked about, the state and the day done.
  @Test(
    arguments: [
      ([], "2023-06-30", WorkState.openInTime, nil),
      ([], "2023-07-01", .unreported, nil),
      ([("2023-05-01", "in-progress")], "2023-07-01", .openOverdue, nil),
      ([("2023-05-01", "blocked")], "2023-06-30", .openInTime, nil),
      ([("2023-05-01", "blocked")], "2023-07-01", .openOverdue, nil),
      ([("2023-07-05", "in-progress")], "2023-07-01", .unreported, nil),
      ([("2023-06-30", "done")], "2023-07-01", .doneOnTime, "2023-06-30"),
      ([("2023-06-30", "done")], "2023-06-29", .openInTime, nil),
      ([("2023-07-01", "done")], "2023-07-01", .doneLate, "2023-07-01"),
      // Done once, taken up again, done again: the first day of the last run.
      (
        [("2023-05-01", "done"), ("2023-06-01", "in-progress"), ("2023-07-02", "done"), ("2023-07-09", "done")],
        "2023-08-01", .doneLate, "2023-07-02"
      ),
      ([("2023-05-01", "done"), ("2023-06-01", "in-progress")], "2023-06-30", .openInTime, nil),
      ([("2023-05-01", "cancelled")], "2023-08-01", .cancelled, nil),
      // The later day counts, whatever the order in the file; on one day the later line.
      ([("2023-06-02", "done"), ("2023-06-01", "in-progress")], "2023-06-30", .doneOnTime, "2023-06-02"),
      ([("2023-06-02", "done"), ("2023-06-02", "in-progress")], "2023-06-30", .openInTime, nil),
    ] as [([(String, String)], String, WorkState, String?)])
  func states(_ said: [(String, String)], _ day: String, _ state: WorkState, _ done: String?) throws {
    let updates = said.map { update($0.0, "task/T", "status", $0.1) }
    let assessed = try SmallPlan(tasks: [Self.task], updates: updates).assess(day).tasks[0].assignments[0]
    #expect(assessed.state == state)
    #expect(assessed.doneOn?.iso == done)
  }

  @Test(arguments: [
    ("T,m1,T,2023-06-30,done,q,decision", WorkState.doneOnTime),
    ("T,m1,T,2023-06-30,in-progress,q,decision", .openOverdue),
    ("T,m1,T,2023-06-30,cancelled,q,pending", .pending), ("T,m1,T,2023-06-30,done,q,pending", .pending),
    ("T,m1,T,,,q,decision", .openInTime), ("T,m1,T,,done,q,decision", .doneOnTime),
  ])
  func columnsSpeakWhereNobodyElseDoes(_ row: String, _ state: WorkState) throws {
    let assessed = try SmallPlan(tasks: [row]).assess("2023-08-01").tasks[0].assignments[0]
    #expect(assessed.state == state && assessed.doneOn == nil)
  }

  @Test func effectiveDayCountsBeforeTheMomentWritten() throws {
    let plan = SmallPlan(tasks: [Self.task], updates: ["2023-08-09T23:59:59+07:00,a,task/T,status,done,2023-06-20"])
    #expect(try plan.assess("2023-07-01").tasks[0].assignments[0].state == .doneOnTime)
  }

  @Test func ownWordsStandOverTheTasks() throws {
    let updates = [
      update("2023-05-01", "task/T", "status", "done"), update("2023-05-02", "task/T/r1", "status", "in-progress"),
      update("2023-07-02", "task/T/r2", "status", "blocked"),
    ]
    let plan = SmallPlan(tasks: ["T,@provinces,T,2023-06-30,,q,decision"], updates: updates)
    let july = try plan.assess("2023-07-01")
    #expect(july.tasks[0].assignments.map(\.state) == [.openOverdue] + Array(repeating: .doneOnTime, count: 7))
    let later = try plan.assess("2023-07-03")
    #expect(later.tasks[0].tally.openOverdue == 2 && later.tasks[0].tally.unreported == 0)
  }

  @Test func undoTakesTheLastRowOfItsAuthorBack() throws {
    let said = [
      update("2023-05-01", "task/T", "status", "in-progress"), update("2023-05-02", "task/T", "status", "done"),
      update("2023-05-03", "task/T", "status", "blocked", by: "b"), update("2023-05-04", "task/T", "undo", ""),
      update("2023-05-05", "task/T", "undo", "", by: "b"), update("2023-05-06", "task/T", "undo", "", by: "c"),
    ]
    let plan = SmallPlan(tasks: [Self.task], updates: said)
    let store = try plan.store()
    #expect(store.journal.updates.map(\.isTakenBack) == [false, true, true, false, false, false])
    #expect(store.findings.warningCount == 1)
    #expect(try plan.assess("2023-05-02").tasks[0].assignments[0].status == .inProgress, "for every date")
  }

  @Test(arguments: [("2023-05-30", false), ("2023-05-31", true), ("2023-06-30", true), ("2023-07-01", false)])
  func dueSoon(_ day: String, _ isDueSoon: Bool) throws {
    #expect(try SmallPlan(tasks: [Self.task]).assess(day).tasks[0].assignments[0].isDueSoon == isDueSoon)
  }

  @Test func actionWithoutADayIsDueWithItsMonth() throws {
    let plan = SmallPlan(actions: ["A,2023-06,,@provinces,A,,q,public", "B,2023-06,2023-06-10,,B,,q,public"])
    #expect(try plan.assess("2023-06-30").actions.map(\.state) == [.openInTime, .unreported])
    let july = try plan.assess("2023-07-01")
    #expect(july.actions.map(\.state) == [.unreported, .unreported])
    #expect(july.actionTally.openOverdue == 2, "an action led by a group is one action")
    #expect(july.pressed.count == 8 && july.pressed.allSatisfy { $0.overdue == 1 }, "and counts for each member")
  }

  @Test func pressingOrder() throws {
    let plan = SmallPlan(
      indicator: "%,>=,100,,agency-share,r1 r2 r3", reports: ["2023-06,r1,I,0,,"],
      tasks: [
        "T,r1,T,2023-06-30,,q,decision", "U,r2,U,2023-06-30,,q,decision", "V,r3,V,2023-06-30,,q,decision",
        "W,m1,W,2023-06-30,,q,decision", "X,r3,X,2023-05-30,blocked,q,decision", "Y,r4,Y,2023-08-30,,q,decision",
      ])
    let assessment = try plan.assess("2023-07-15")
    let agencies = try plan.store().plan.agencies
    #expect(assessment.pressed.map { agencies[$0.agency].id } == ["r3", "r2", "m1", "r1"])
    #expect(assessment.pressed.map(\.unreported) == [1, 1, 1, 1])
    #expect(assessment.pressed[0].overdue == 2)
  }

  /// Whoever has how much overdue and has reported or not: as one sort over all would order them.
  @Test func pressingOrderIsThatOfASort() throws {
    let agencies = ["m1", "m2"] + (1...8).map { "r\($0)" }
    var longest = 0
    for seed in 0..<UInt64(150) {
      var random = SeededRandom(seed: seed)
      let leads = (0..<Int.random(in: 0...18, using: &random)).compactMap { _ in agencies.randomElement(using: &random)
      }
      let reported = Set(agencies.dropFirst(2).filter { _ in Bool.random(using: &random) })
      let plan = SmallPlan(
        indicator: "%,>=,100,,agency-share,r1 r2 r3 r4 r5 r6 r7 r8", reports: reported.map { "2023-06,\($0),I,0,," },
        tasks: leads.enumerated().map { "T\($0),\($1),T,2023-06-30,,q,decision" })
      let pressed = try plan.assess("2023-07-15").pressed
      let all = try plan.store().plan.agencies
      let expected = all.indices.map { index in
        let id = all[index].id
        return (index, overdue: leads.count { $0 == id }, share: id.hasPrefix("r") && !reported.contains(id) ? 0 : 1)
      }.filter { $0.overdue > 0 }.sorted { (-$0.overdue, $0.share, $0.0) < (-$1.overdue, $1.share, $1.0) }
      #expect(pressed.map(\.agency) == expected.map(\.0), "seed \(seed)")
      #expect(pressed.map(\.overdue) == expected.map(\.overdue), "seed \(seed)")
      longest = max(longest, pressed.count)
    }
    #expect(longest > 6)
  }
}
