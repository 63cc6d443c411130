extension JournalSimulation {
  mutating func addTask(_ index: Int) {
    let task = plan.tasks[index]
    guard task.confidence != .pending else { return }
    switch task.lead {
    case .agency(let agency): addOwn(index, of: agency)
    case .group: for agency in task.assignees { addAssignment(index, of: agency) }
    }
  }

  // MARK: Tasks of one agency

  /// What becomes of the tasks of single agencies, in turn.
  private enum Outcome: CaseIterable { case onTime, open, blocked, done, late }

  private mutating func addOwn(_ index: Int, of agency: Int) {
    let task = plan.tasks[index]
    var pen = Pen("task/" + task.id, office: office(of: agency), numbers: SeededNumbers(.task, index))
    let due = task.due ?? plan.settings.end
    let start = max(plan.settings.start.advanced(by: 24), due.advanced(by: -230 + pen.numbers.below(40)))
    pen.status(.inProgress, on: start, evidence: pen.document("KH"))
    pen.note(pen.numbers.pick(Self.progressNotes), on: start.advanced(by: (due - start) / 2))
    switch Outcome.allCases[index % Outcome.allCases.count] {
    case .onTime, .done:
      pen.status(.done, on: due.advanced(by: -3 - pen.numbers.below(30)), evidence: pen.document("BC"))
    case .open:
      pen.note(pen.numbers.pick(Self.progressNotes), on: due.advanced(by: -25))
    case .blocked:
      pen.status(.blocked, on: start.advanced(by: (due - start) * 2 / 3), evidence: pen.document("CV"))
      pen.note(pen.numbers.pick(Self.obstacles), on: start.advanced(by: (due - start) * 2 / 3 + 2))
      pen.status(.inProgress, on: due.advanced(by: -20))
    case .late:
      pen.note(pen.numbers.pick(Self.obstacles), on: due.advanced(by: -4))
      pen.status(.done, on: due.advanced(by: 12 + pen.numbers.below(40)), evidence: pen.document("BC"))
    }
    add(pen)
  }

  // MARK: One agency's share of a task

  /// Days before the due day by which an agency of middling lead is done.
  private func usualMargin(_ task: Task) -> Int {
    guard let due = task.due else { return 40 }
    return due >= plan.settings.end.advanced(by: -31) ? 30 : -2
  }

  private mutating func addAssignment(_ index: Int, of agency: Int) {
    let task = plan.tasks[index]
    let role = cast.roles[agency]
    var numbers = SeededNumbers(.task, index, agency)
    guard role.habit != .silent, !numbers.chance(role.habit == .fading ? 0.6 : 0.06) else { return }
    let (scatter, fate) = (numbers.spread(), numbers.unit())
    let due = task.due ?? plan.settings.end
    let ahead = Int(75 * (role.isOverAchiever ? 1.4 : role.lead) + 55 * scatter)
    let finish = max(plan.settings.start.advanced(by: 45), due.advanced(by: -usualMargin(task) - ahead))
    let start = max(plan.settings.start.advanced(by: 20), finish.advanced(by: -60 - numbers.below(90)))
    var pen = Pen(
      "task/\(task.id)/\(plan.agencies[agency].id)", office: office(of: agency), numbers: numbers)
    if fate < 0.02 {
      pen.status(.cancelled, on: start.advanced(by: 20), evidence: pen.document("CV"))
      pen.note("Không còn thuộc phạm vi của đơn vị sau khi sắp xếp lại nhiệm vụ", on: start.advanced(by: 21))
      return add(pen)
    }
    pen.status(.inProgress, on: start)
    if fate < 0.1 { stop(&pen, start: start, finish: finish, goesOn: fate < 0.06) }
    if fate < 0.06 || fate >= 0.1 { finishAssignment(&pen, finish, role, fate) }
    add(pen)
  }

  private func stop(_ pen: inout Pen, start: Day, finish: Day, goesOn: Bool) {
    let day = start.advanced(by: max(10, (finish - start) / 2))
    pen.status(.blocked, on: day, evidence: pen.document("CV"))
    pen.note(pen.numbers.pick(Self.obstacles), on: day.advanced(by: 1))
    if goesOn { pen.status(.inProgress, on: min(day.advanced(by: 30), finish.advanced(by: -2))) }
  }

  private func finishAssignment(_ pen: inout Pen, _ finish: Day, _ role: Cast.Role, _ fate: Double) {
    if fate < 0.3 { pen.note(pen.numbers.pick(Self.progressNotes), on: finish.advanced(by: -20)) }
    if fate > 0.97 {
      // Written down for the wrong agency, and taken back.
      pen.status(.done, on: finish.advanced(by: -40), evidence: pen.document("BC"))
      pen.undo(on: finish.advanced(by: -35))
    }
    pen.status(.done, on: finish, evidence: pen.document(fate > 0.6 ? "QĐ" : "BC"))
    if role.isBackslider {
      pen.status(.inProgress, on: finish.advanced(by: 38), evidence: pen.document("CV"))
      pen.note("Kiểm tra lại chưa đạt yêu cầu, phải thực hiện lại", on: finish.advanced(by: 39))
    }
  }

  // MARK: Words

  private static let progressNotes = [
    "Đã trình lãnh đạo đơn vị, chờ ký ban hành", "Đang lấy ý kiến các đơn vị liên quan",
    "Đã xong dự thảo, đang thẩm định", "Hoàn thành khoảng một nửa khối lượng",
    "Đang thí điểm tại một số đơn vị trực thuộc", "Đã bố trí kinh phí, đang lựa chọn nhà thầu",
  ]

  private static let obstacles = [
    "Chưa bố trí được kinh phí", "Chờ hướng dẫn kỹ thuật", "Thiếu nhân lực chuyên trách",
    "Vướng thủ tục đấu thầu", "Chưa kết nối được với hệ thống dùng chung",
  ]
}
