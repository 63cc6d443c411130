import PlanCore
import Testing
import TextCore

/// What moved between two days.
@Suite struct ChangeTests {
  private func changes(_ plan: SmallPlan, _ from: String, _ to: String) throws -> [Change] {
    try plan.assess(to).changes(since: plan.assess(from))
  }

  @Test func nothingMoves() throws {
    var plan = SmallPlan()
    plan.reports = ["2023-03,vn,I,15,,"]
    #expect(try changes(plan, "2023-05-31", "2023-06-30").isEmpty)
    #expect(try changes(plan, "2023-06-30", "2023-06-30").isEmpty)
  }

  /// The figure, its pillar and the reporting of who reported.
  @Test(arguments: [("15.5", Change.Direction.better), ("14.5", .worse)])
  func figure(_ value: String, _ direction: Change.Direction) throws {
    var plan = SmallPlan()
    plan.reports = ["2023-03,vn,I,15,,", "2023-06,vn,I,\(value),,"]
    let found = try changes(plan, "2023-05-31", "2023-06-30")
    #expect(found.map(\.subject) == [.pillar(0), .indicator(0)])
    #expect(found.map(\.direction) == [direction, direction])
    // And back.
    let back = try changes(plan, "2023-06-30", "2023-05-31")
    #expect(back.map(\.direction) == found.map { $0.direction == .better ? .worse : .better })
  }

  /// A figure that grows old changes the status alone.
  @Test func staleness() throws {
    var plan = SmallPlan(indicator: "%,>,80,56.1,national,vn")
    plan.reports = ["2023-03,vn,I,61.9,,"]
    let found = try changes(plan, "2023-06-30", "2023-07-01")
    #expect(
      found == [Change(subject: .pillar(0), direction: .neither), Change(subject: .indicator(0), direction: .worse)])
  }

  /// What is met and moves on is better by its comparator, worse the other way.
  @Test(arguments: [
    (">=", "60", Change.Direction.better), (">=", "51", .worse), ("<=", "40", .worse), ("<=", "20", .better),
  ])
  func beyondTheTarget(_ comparator: String, _ next: String, _ direction: Change.Direction) throws {
    var plan = SmallPlan(indicator: "%,\(comparator),\(comparator == ">=" ? 50 : 45),55,national,vn")
    if comparator == ">=" { plan.indicator = "%,>=,50,40,national,vn" }
    plan.reports = ["2023-03,vn,I,\(comparator == ">=" ? 55 : 30),,", "2023-05,vn,I,\(next),,"]
    let found = try changes(plan, "2023-04-30", "2023-06-01")
    #expect(found == [Change(subject: .indicator(0), direction: direction)])
  }

  @Test func reporting() throws {
    var plan = SmallPlan(indicator: "%,>=,50,,agency-share,@all")
    plan.reports = ["2023-03,r1,I,0,,", "2023-05,r2,I,0,,"]
    let found = try changes(plan, "2023-04-30", "2023-05-31")
    #expect(found.map(\.subject).contains(.reporting(agency: 4)))
    #expect(!found.map(\.subject).contains(.reporting(agency: 3)))
  }

  /// Assignments that go the same way are one change.
  @Test func tasks() throws {
    var plan = SmallPlan()
    plan.tasks = ["T1,@all,X,2023-05-31,,q,public", "T2,m1,X,2023-12-31,,q,public"]
    plan.actions = ["A1,2023-05,2023-05-20,m1,X,,q,public"]
    plan.updates = [
      "2023-05-10T08:00:00+07:00,a,task/T1/r1,status,done,",
      "2023-05-11T08:00:00+07:00,a,task/T1/r2,status,in-progress,",
      "2023-05-12T08:00:00+07:00,a,task/T2,status,done,", "2023-06-12T08:00:00+07:00,a,action/A1,status,done,",
    ]
    let found = try changes(plan, "2023-05-01", "2023-06-30")
    #expect(found.count == 5)
    #expect(
      found.map(\.subject) == [
        .task(0, from: .openInTime, to: .unreported, agencies: [1, 2, 5, 6, 7, 8, 9, 10]),
        .task(0, from: .openInTime, to: .doneOnTime, agencies: [3]),
        .task(0, from: .openInTime, to: .openOverdue, agencies: [4]),
        .task(1, from: .openInTime, to: .doneOnTime, agencies: [1]),
        .action(0, from: .openInTime, to: .doneLate),
      ])
    #expect(found.map(\.direction) == [.worse, .better, .worse, .better, .better])
  }

  /// Another day of the same plan is what it is by itself.
  @Test func anotherDay() throws {
    var plan = SmallPlan()
    plan.reports = ["2023-03,vn,I,15,,", "2023-06,vn,I,15.5,,"]
    let (one, other) = (try plan.assess("2023-06-30"), try plan.assess("2023-05-31"))
    #expect(one.on(other.asOf).indicators == other.indicators)
    #expect(one.on(other.asOf).pillars == other.pillars)
  }
}
