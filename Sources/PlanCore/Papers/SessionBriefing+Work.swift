internal import TextCore

extension SessionBriefing {
  /// The national tally: what is known to be late stands apart from what nobody has spoken of.
  var tally: DataTable {
    let tally = assessment.taskTally
    return DataTable(
      columns: [
        "", word("Đúng hạn, trong hạn", "In time"), word("Quá hạn", "Late"),
        word("Đã đến hạn, chưa có thông tin", "Past due, no word"),
      ],
      rows: [
        [.text(word("Hoàn thành", "Done")), .number("\(tally.doneOnTime)"), .number("\(tally.doneLate)"), .none],
        [
          .text(word("Đang thực hiện", "Open")), .number("\(tally.openInTime)"), .number("\(tally.knownLate)"),
          .number("\(tally.unreported)"),
        ],
      ])
  }

  /// What falls due, as the overview lists it; what is not counted; the calendar.
  var tallyText: String {
    var parts = [dueText]
    let tasks = assessment.taskTally
    let apart = [
      (tasks.pending, word("chờ phụ lục", "await the annex")), (tasks.cancelled, word("đã hủy", "cancelled")),
    ]
    .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    if !apart.isEmpty {
      parts.append(word("Không tính: ", "Not counted: ") + apart.joined(separator: ", ") + ".")
    }
    if assessment.actionTally.counted > 0 {
      parts.append(word("Lịch hoạt động: ", "Calendar: ") + source.text(of: assessment.actionTally) + ".")
    }
    return parts.joined(separator: " ")
  }

  /// A task counts once, with how many agencies owe it: `4 việc (1 nhiệm vụ giao 93 đơn vị, 3 hoạt động)`.
  private var dueText: String {
    let days = plan.settings.thresholds.dueSoonDays
    let tasks = assessment.tasks.count { $0.assignments.contains(where: \.isDueSoon) }
    let actions = assessment.actions.count(where: \.isDueSoon)
    var text = word("Đến hạn trong \(days) ngày tới: ", "Due within \(days) days: ")
    if tasks + actions == 0 { return text + word("không có.", "nothing.") }
    text += source.count(tasks + actions, "việc", "thing")
    if tasks > 0 {
      let assignments = source.count(assessment.taskTally.dueSoon, "đầu việc", "assignment")
      text += word(
        " (\(tasks) nhiệm vụ, tức \(assignments) giao các đơn vị",
        " (\(source.count(tasks, "", "task")), that is \(assignments)")
      text += actions > 0 ? word("; \(actions) hoạt động)", "; \(source.count(actions, "", "action")))") : ")"
    }
    return text + "."
  }
}

extension Tally {
  /// All but what was called off or waits for the annex.
  var counted: Int { doneOnTime + doneLate + openInTime + openOverdue }

  var done: Int { doneOnTime + doneLate }

  /// Open, overdue, and somebody has said so.
  var knownLate: Int { openOverdue - unreported }
}

extension PaperSource {
  /// `hoàn thành 134/563 (23,8 %), 8 quá hạn, 7 đã đến hạn mà chưa có thông tin`: late is what somebody has spoken of.
  func text(of tally: Tally) -> String {
    let share = tally.counted == 0 ? "" : " (\(percent(Double(tally.done) / Double(tally.counted))))"
    return word(
      "hoàn thành \(tally.done)/\(tally.counted)\(share), \(tally.knownLate) quá hạn, \(tally.unreported) đã đến hạn mà "
        + "chưa có thông tin",
      "\(tally.done) of \(tally.counted) done\(share), \(tally.knownLate) overdue, \(tally.unreported) past due without a "
        + "word")
  }
}
