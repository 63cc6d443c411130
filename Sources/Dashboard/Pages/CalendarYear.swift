import PlanCore
import TerminalKit
import TextCore

/// How the actions of a month stand.
struct MonthCount {
  var done = 0
  /// Of the done ones, those that were late.
  var late = 0
  var overdue = 0
  var total = 0
  var pending = 0
  var cancelled = 0

  /// `2/5`
  var share: String { "\(done)/\(total)" }
  /// What there is to be done in the month, places held open among it.
  var load: Int { total + pending }

  init(_ actions: [Int], _ assessment: Assessment) {
    for action in actions {
      switch assessment.actions[action].state {
      case .pending: pending += 1
      case .cancelled: cancelled += 1
      case .doneOnTime: (done, total) = (done + 1, total + 1)
      case .doneLate: (done, late, total) = (done + 1, late + 1, total + 1)
      case .openInTime: total += 1
      case .openOverdue, .unreported: (overdue, total) = (overdue + 1, total + 1)
      }
    }
  }

  /// What a colour says of the month: the worst first.
  var role: Role {
    if overdue > 0 { return .taskOpenOverdue }
    if late > 0 { return .taskDoneLate }
    if total == 0 { return .muted }
    return done == total ? .taskDoneOnTime : .taskOpenInTime
  }
}

extension PageBuilder {
  /// The year above the month in view: as twelve boxes where there is room, else as a strip.
  func addYear(chosen: Day, to document: inout Document) {
    let year = stripMonths(chosen)
    if let outline = context.outline { return outline.add(.facts(year.map(monthFact)), &document, context) }
    let boxes = YearBoxes(self, year, chosen: chosen)
    if boxes.fit(context.size) {
      document.head += boxes.lines
    } else {
      addYearStrip(&document, chosen: chosen)
      if !isLow { document.head.append(.blank) }
    }
  }

  /// Where every line is for the month's own list.
  private var isLow: Bool { context.size.height < 18 }

  func monthCount(inMonth month: Day) -> MonthCount { MonthCount(actions(inMonth: month), assessment) }

  /// By their days.
  func actions(inMonth month: Day) -> [Int] {
    plan.actions.indices.filter { plan.actions[$0].monthEnd == month }
      .sorted { (plan.actions[$0].due, $0) < (plan.actions[$1].due, $1) }
  }

  func tasksDue(inMonth month: Day) -> [Int] {
    plan.tasks.indices.filter { plan.tasks[$0].due?.monthEnd == month }
  }

  /// Twelve columns from the month that the plan's year, or the one in view, begins with; six where twelve would not
  /// be wide enough for their numbers.
  private func addYearStrip(_ document: inout Document, chosen: Day) {
    let year = stripMonths(chosen)
    let label = 8
    let widest = year.map { TerminalText.width(monthCount(inMonth: $0).share) }.max() ?? 0
    let isWhole = (width - label) / year.count > widest
    let months = isWhole ? year : Array(year.firstIndex(of: chosen) ?? 0 < 6 ? year.prefix(6) : year.suffix(6))
    let counts = months.map(monthCount(inMonth:))
    let pitch = min(10, (width - label) / months.count)
    func line(_ title: String, _ cell: (Int) -> (String, Role)) {
      var parts = [Part(x: 1, width: label - 1, content: .text(title, .muted))]
      for (index, month) in months.enumerated() {
        let (text, role) = cell(index)
        parts.append(
          Part(x: label + index * pitch, width: pitch, content: monthCell(text, role, isChosen: month == chosen)))
      }
      document.head.append(Line(parts))
    }
    line("") { (context.monthName(months[$0].month, isShort: pitch < 6), .header) }
    if !isLow {
      let most = year.map { monthCount(inMonth: $0).load }.max() ?? 0
      line(word("số việc", "load")) { (heat(counts[$0], most: most, width: max(1, pitch - 2)), counts[$0].role) }
    }
    line(word("xong", "done")) { (counts[$0].share, .text) }
    line(word("quá hạn", "overdue")) { (counts[$0].overdue > 0 ? "\(counts[$0].overdue)" : "", .taskOpenOverdue) }
    line(word("chờ PL", "annex")) { (counts[$0].pending > 0 ? "\(counts[$0].pending)" : "", .muted) }
  }

  /// The same in words.
  private func monthFact(_ month: Day) -> (label: String, text: String) {
    let (count, tasks) = (monthCount(inMonth: month), tasksDue(inMonth: month))
    let parts = [
      word("số việc \(count.load)", "load \(count.load)"), word("xong ", "done ") + count.share,
      count.overdue > 0 ? word("quá hạn \(count.overdue)", "overdue \(count.overdue)") : "",
      count.late > 0 ? word("xong quá hạn \(count.late)", "done late \(count.late)") : "",
      count.pending > 0 ? word("chờ PL \(count.pending)", "annex \(count.pending)") : "",
      tasks.isEmpty
        ? ""
        : word("hạn NV \(tasks.count): ", "tasks \(tasks.count): ")
          + tasks.map { plan.tasks[$0].id }.joined(separator: " "),
    ]
    return (context.monthName(month.month, isShort: false), parts.filter { !$0.isEmpty }.joined(separator: ", "))
  }

  /// The darker the more there is to do; with a mark at its end where something is or was late.
  private func heat(_ count: MonthCount, most: Int, width: Int) -> String {
    guard count.load > 0 else { return "" }
    let shades = context.glyphs.shades
    let level = min(shades.count - 1, (count.load * shades.count - 1) / max(1, most))
    let isLate = count.overdue > 0 || count.late > 0
    let shade = String(Character(shades[max(0, level)]))
    return String(repeating: shade, count: isLate && width > 1 ? width - 1 : width) + (isLate && width > 1 ? "!" : "")
  }

  /// Twelve months in a row, the chosen one among them.
  private func stripMonths(_ chosen: Day) -> [Day] {
    let start = plan.settings.start.monthEnd
    let months = (chosen.year - start.year) * 12 + chosen.month - start.month
    let year = months >= 0 ? months / 12 : (months - 11) / 12
    let first = start.advanced(byMonths: year * 12)
    return (0..<12).map { first.advanced(byMonths: $0).monthEnd }
  }

  private func monthCell(_ text: String, _ role: Role, isChosen: Bool) -> Content {
    let glyphs = context.glyphs
    return .custom { canvas, place in
      if isChosen {
        canvas.put(String(Character(glyphs.chosenLeft)), x: place.x, y: place.y, role: .notice)
        // Where columns are narrow the frame ends in the blank before the next one.
        let right = place.x + place.width - (place.width < 6 ? 0 : 1)
        canvas.put(String(Character(glyphs.chosenRight)), x: right, y: place.y, role: .notice)
      }
      let spare = max(0, place.width - TerminalText.width(text))
      canvas.put(text, x: place.x + (spare + 1) / 2, y: place.y, role: role, width: place.width)
    }
  }
}
