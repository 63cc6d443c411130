extension JournalSimulation {
  /// What becomes of an entry of the calendar.
  enum Fate {
    case onTime
    /// So many days after it was due.
    case late(days: Int)
    case open
    case cancelled
    /// Nobody says a word.
    case unheard
  }

  /// Of the 2023 plan; laws and decisions come on their day, as do all that are not named here.
  static let fates: [String: Fate] = [
    "A03-01": .late(days: 6), "A03-02": .cancelled, "A05-02": .late(days: 137), "A06-01": .late(days: 18),
    "A06-03": .cancelled, "A06-06": .late(days: 12), "A07-03": .late(days: 9), "A07-05": .late(days: 11),
    "A08-04": .open, "A09-03": .unheard, "A09-04": .late(days: 4), "A09-05": .late(days: 8),
    "A10-02": .late(days: 16), "A12-01": .late(days: 9), "A12-02": .open,
  ]

  mutating func addAction(_ index: Int) {
    let action = plan.actions[index]
    guard action.confidence != .pending else { return }
    var office = Self.centralOffice
    if case .agency(let agency) = action.lead { office = self.office(of: agency) }
    var pen = Pen("action/" + action.id, office: office, numbers: SeededNumbers(.action, index))
    let due = action.due
    let start = max(plan.settings.start, due.advanced(by: -20))
    switch Self.fates[action.id] ?? .onTime {
    case .onTime: pen.status(.done, on: due, evidence: pen.document("BC"))
    case .late(let days):
      pen.status(.inProgress, on: start)
      pen.note("Lùi thời gian thực hiện, chờ ý kiến các đơn vị phối hợp", on: due.advanced(by: -2))
      pen.status(.done, on: due.advanced(by: days), evidence: pen.document("BC"))
    case .open:
      pen.status(.inProgress, on: start)
      pen.note("Nội dung đang được hoàn thiện, chưa ấn định ngày", on: due.advanced(by: 3))
    case .cancelled:
      pen.status(.cancelled, on: due.advanced(by: -6), evidence: pen.document("TB"))
      pen.note("Không tổ chức riêng, lồng ghép vào hoạt động khác", on: due.advanced(by: -5))
    case .unheard: break
    }
    add(pen)
  }
}
