extension JournalSimulation {
  /// An entry of the calendar: done on its day, late, not at all, or nobody says.
  mutating func addAction(_ index: Int) {
    let action = plan.actions[index]
    guard action.confidence != .pending else { return }
    var office = "CĐS"
    if case .agency(let agency) = action.lead { office = self.office(of: agency) }
    var numbers = SeededNumbers(.action, index)
    let draw = numbers.unit()
    let delay = 3 + numbers.below(14)
    var pen = Pen("action/" + action.id, office: office, numbers: numbers)
    let due = action.due
    switch draw {
    case ..<0.66:
      pen.status(.done, on: due, evidence: pen.document("BC"))
    case ..<0.84:
      pen.status(.inProgress, on: due.advanced(by: -20))
      pen.note("Lùi thời gian tổ chức, chờ ý kiến các đơn vị phối hợp", on: due.advanced(by: -2))
      pen.status(.done, on: due.advanced(by: delay), evidence: pen.document("BC"))
    case ..<0.90:
      pen.status(.inProgress, on: due.advanced(by: -15))
      pen.note("Nội dung đang được hoàn thiện, chưa ấn định ngày", on: due.advanced(by: 3))
    case ..<0.94:
      pen.status(.cancelled, on: due.advanced(by: -6), evidence: pen.document("TB"))
      pen.note("Không tổ chức riêng, lồng ghép vào hoạt động khác", on: due.advanced(by: -5))
    default: break
    }
    add(pen)
  }
}
