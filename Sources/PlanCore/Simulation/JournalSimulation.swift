/// The journal of the made-up year: what was said about tasks and actions, in the order in which it was written.
struct JournalSimulation {
  /// One row before it has its place.
  struct Entry {
    /// The day it is written on, and the minute of that day.
    var day: Day
    var minute: Int
    var author: String
    var subject: String
    var field: String
    var value: String
    var effective: Day?
    var evidence: String
  }

  private(set) var entries: [Entry] = []
  let plan: Plan
  let cast: Cast

  init(_ plan: Plan) {
    self.plan = plan
    cast = Cast(plan)
    for index in plan.actions.indices { addAction(index) }
    for index in plan.tasks.indices { addTask(index) }
  }

  /// `updates.csv`: what was written by the plan's last day.
  var file: [UInt8] {
    let end = plan.settings.end
    let order = entries.indices.filter { entries[$0].day <= end }
      .sorted { (entries[$0].day, entries[$0].minute, $0) < (entries[$1].day, entries[$1].minute, $1) }
    var text = CSVText(header: UpdatesTable.Column.allCases.map(\.name))
    for index in order {
      let entry = entries[index]
      text.add([
        Self.moment(entry.day, entry.minute), entry.author, entry.subject, entry.field, entry.value,
        entry.effective?.iso ?? "", entry.evidence,
      ])
    }
    return text.bytes
  }

  private static func moment(_ day: Day, _ minute: Int) -> String {
    func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return "\(day.iso)T\(padded(minute / 60)):\(padded(minute % 60)):00+07:00"
  }

  // MARK: Writing

  /// Writes about one subject, each row after the one before.
  struct Pen {
    let subject: String
    let author: String
    /// Who made a document.
    let office: String
    var numbers: SeededNumbers
    private(set) var entries: [Entry] = []
    private var last = Day.first
    private var minute = 0

    init(_ subject: String, office: String, numbers: SeededNumbers) {
      self.subject = subject
      self.office = office
      self.numbers = numbers
      author = "can-bo-\(1 + self.numbers.below(6))"
    }

    /// A status from a day on, written down some days later.
    mutating func status(_ status: WorkStatus, on day: Day, evidence: String = "") {
      write("status", status.rawValue, on: day, after: numbers.below(4), effective: day, evidence)
    }

    mutating func note(_ text: String?, on day: Day) {
      if let text { write("note", text, on: day, after: 0, effective: nil, "") }
    }

    mutating func undo(on day: Day) { write("undo", "", on: day, after: 0, effective: nil, "") }

    /// A document that says so in its number: there is none.
    mutating func document(_ kind: String) -> String { "\(12 + numbers.below(2_900))/\(kind)-\(office) (mô phỏng)" }

    private mutating func write(
      _ field: String, _ value: String, on day: Day, after days: Int, effective: Day?, _ evidence: String
    ) {
      let day = max(last, day.advanced(by: days).workday)
      minute = day == last ? min(minute + 9, 1_439) : 480 + numbers.below(510)
      last = day
      entries.append(
        Entry(
          day: day, minute: minute, author: author, subject: subject, field: field, value: value, effective: effective,
          evidence: evidence))
    }
  }

  mutating func add(_ pen: Pen) { entries += pen.entries }

  /// Who signs documents of an agency.
  func office(of agency: Int) -> String { plan.agencies[agency].kind == .province ? "UBND" : Self.centralOffice }

  static let centralOffice = "CĐS"
}

extension Day {
  /// This day, or the Monday after it.
  fileprivate var workday: Day {
    // 1 January 1970 was a Thursday.
    let weekday = ((Int(number) + 3) % 7 + 7) % 7
    return weekday < 5 ? self : advanced(by: 7 - weekday)
  }
}
