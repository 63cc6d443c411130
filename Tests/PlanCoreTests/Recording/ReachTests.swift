import TestSupport
import Testing
import TextCore

@testable import PlanCore

/// Whom a status counts for, and when nobody sees it.
@Suite struct ReachTests {
  private func store(_ rows: String = "") throws -> Store {
    let files = BundledPlan.files.map { file in
      file.path == "updates.csv" ? StoreLocation.File(path: file.path, bytes: file.bytes + Array(rows.utf8)) : file
    }
    return try Store.open(at: .bundled(files))
  }

  private static let end = Day(iso: "2023-12-31")!

  @Test func ofAWholeTask() throws {
    let members = try #require(try store().plan.tasks.first { $0.id == "T19" }?.assignees.count)
    let before = try store().reach(of: .task("T19"), on: Self.end)
    #expect(before.agencies + before.others == members)
    let after = try store("2023-09-01T09:00:00+07:00,lan,task/T19/moh,status,done,,\n").reach(
      of: .task("T19"), on: Self.end)
    #expect(after.agencies == before.agencies - 1 && after.others == before.others + 1)
    #expect(after.words?.vietnamese.hasPrefix("ghi cho \(after.agencies) đơn vị, ") == true)
    // Until an agency's own word counts, the task's decides for it.
    let later = try store("2023-09-01T09:00:00+07:00,lan,task/T19/moh,status,done,2023-09-01,\n")
    let day = try #require(Day(iso: "2023-08-31"))
    #expect(try later.reach(of: .task("T19"), on: day) == store().reach(of: .task("T19"), on: day))
    // A note is no status.
    #expect(
      try store("2023-09-01T09:00:00+07:00,lan,task/T19/moh,note,x,,\n").reach(of: .task("T19"), on: Self.end) == before
    )
    #expect(try store().reach(of: .assignment(task: "T19", agency: "moh"), on: Self.end).words == nil)
    #expect(try store().reach(of: .action("A06-01"), on: Self.end).words == nil)
    #expect(try store().reach(of: .task("T25"), on: Self.end) == RecordingReach(agencies: 1))
  }

  @Test func places() throws {
    let plan = try store().plan
    #expect(plan.isPending(.task("T18")) && plan.isPending(.assignment(task: "T18", agency: "moh")))
    #expect(!plan.isPending(.task("T19")) && !plan.isPending(.task("none")))
  }

  @Test(arguments: [
    ("2022-12-31", "trước khi kế hoạch bắt đầu"), ("2023-01-01", nil), ("2023-12-31", nil),
    ("2024-01-01", "sau khi kế hoạch kết thúc"),
  ])
  func days(_ day: String, _ says: String?) throws {
    let day = try #require(Day(iso: day))
    #expect(try store().plan.settings.reservation(about: day)?.vietnamese == says)
  }
}
