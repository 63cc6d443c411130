import PlanCore
import TerminalKit
import TextCore

extension PageBuilder {
  /// *Lịch*: the actions of the year month by month, with the tasks that fall due.
  func calendar(_ document: inout Document) {
    let month = context.calendarMonth(state.monthOffset)
    addYearStrip(&document, chosen: month)
    document.head.append(.blank)
    let actions = plan.actions.indices.filter { plan.actions[$0].monthEnd == month }
      .sorted { (plan.actions[$0].due, $0) < (plan.actions[$1].due, $1) }
    document.head += monthSummary(month, actions)
    add(actionTable(actions), to: &document)
    addTitle(word("HẠN NHIỆM VỤ TRONG THÁNG", "TASKS DUE IN THE MONTH"), to: &document)
    let tasks = plan.tasks.indices.filter { plan.tasks[$0].due?.monthEnd == month }
    if tasks.isEmpty {
      document.lines.append(Line(word("không có", "none"), .muted))
    } else {
      add(taskTable(tasks), to: &document, list: 1, keepsHeader: false)
    }
  }

  private func monthSummary(_ month: Day, _ actions: [Int]) -> [Line] {
    let count = monthCount(actions)
    let name = word("THÁNG \(month.month)/\(month.year): ", "\(month.monthAndYear): ")
    var spans = [
      Span(
        word("\(count.total) hoạt động, hoàn thành \(count.done), ", "\(count.total) actions, \(count.done) done, ")),
      Span(word("quá hạn \(count.overdue)", "\(count.overdue) overdue"), count.overdue > 0 ? .taskOpenOverdue : .text),
    ]
    if count.late > 0 {
      spans.append(Span(word(", xong muộn \(count.late)", ", \(count.late) done late"), .taskDoneLate))
    }
    if count.cancelled > 0 {
      spans.append(Span(word(", đã hủy \(count.cancelled)", ", \(count.cancelled) cancelled"), .muted))
    }
    if count.pending > 0 {
      spans.append(Span(word("; \(count.pending) chờ phụ lục", "; \(count.pending) awaiting the annex"), .muted))
    }
    return wrapped(Span(name, .title), spans)
  }

  // MARK: The year

  private struct MonthCount {
    var done = 0
    var late = 0
    var overdue = 0
    var total = 0
    var pending = 0
    var cancelled = 0

    /// `2/5`
    var share: String { "\(done)/\(total)" }
  }

  private func monthCount(inMonth month: Day) -> MonthCount {
    monthCount(plan.actions.indices.filter { plan.actions[$0].monthEnd == month })
  }

  private func monthCount(_ actions: [Int]) -> MonthCount {
    var count = MonthCount()
    for action in actions {
      switch assessment.actions[action].state {
      case .pending: count.pending += 1
      case .cancelled: count.cancelled += 1
      case .doneOnTime: (count.done, count.total) = (count.done + 1, count.total + 1)
      case .doneLate: (count.done, count.late, count.total) = (count.done + 1, count.late + 1, count.total + 1)
      case .openInTime: count.total += 1
      case .openOverdue, .unreported: (count.overdue, count.total) = (count.overdue + 1, count.total + 1)
      }
    }
    return count
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
    line(word("xong", "done")) { (counts[$0].share, .text) }
    line(word("quá hạn", "overdue")) { (counts[$0].overdue > 0 ? "\(counts[$0].overdue)" : "", .taskOpenOverdue) }
    line(word("chờ PL", "annex")) { (counts[$0].pending > 0 ? "\(counts[$0].pending)" : "", .muted) }
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

extension Context {
  /// `Th6`, `Jun`; in Vietnamese only the number where that is too much.
  func monthName(_ month: Int, isShort: Bool) -> String {
    let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return word(isShort ? "\(month)" : "Th\(month)", names[month - 1])
  }

  /// The last day of the month so many after the as-of date's.
  func calendarMonth(_ offset: Int) -> Day {
    assessment.measuredTo.monthEnd.advanced(byMonths: offset).monthEnd
  }
}

extension Plan {
  /// The last days of the months that have anything to show: the plan's, and those of work outside it.
  var calendarMonths: ClosedRange<Day> {
    let days = actions.map(\.monthEnd) + tasks.compactMap(\.due) + [settings.start, settings.end]
    let (first, last) = (days.min() ?? settings.start, days.max() ?? settings.end)
    return first.monthEnd...last.monthEnd
  }
}
