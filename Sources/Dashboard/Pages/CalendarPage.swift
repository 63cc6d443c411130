import PlanCore
import TerminalKit
import TextCore

extension PageBuilder {
  /// *Lịch*: the actions of the year month by month, with the tasks that fall due.
  func calendar(_ document: inout Document) {
    let month = context.calendarMonth(state.monthOffset)
    addYear(chosen: month, to: &document)
    let actions = actions(inMonth: month)
    document.head += monthSummary(month, actions)
    add(actionTable(actions), to: &document)
    addTitle(word("HẠN NHIỆM VỤ TRONG THÁNG", "TASKS DUE IN THE MONTH"), to: &document)
    let tasks = tasksDue(inMonth: month)
    if tasks.isEmpty {
      document.lines.append(Line(word("không có", "none"), .muted))
    } else {
      add(taskTable(tasks), to: &document, list: 1, keepsHeader: false)
    }
  }

  private func monthSummary(_ month: Day, _ actions: [Int]) -> [Line] {
    let count = MonthCount(actions, assessment)
    let name = word("THÁNG \(month.month)/\(month.year): ", "\(month.monthAndYear): ")
    var spans = [
      Span(
        word("\(count.total) hoạt động, hoàn thành \(count.done), ", "\(count.total) actions, \(count.done) done, ")),
      Span(word("quá hạn \(count.overdue)", "\(count.overdue) overdue"), count.overdue > 0 ? .taskOpenOverdue : .text),
    ]
    if count.late > 0 {
      spans.append(Span(word(", xong quá hạn \(count.late)", ", \(count.late) done late"), .taskDoneLate))
    }
    if count.cancelled > 0 {
      spans.append(Span(word(", đã hủy \(count.cancelled)", ", \(count.cancelled) cancelled"), .muted))
    }
    if count.pending > 0 {
      spans.append(Span(word("; \(count.pending) chờ phụ lục", "; \(count.pending) awaiting the annex"), .muted))
    }
    return wrapped(Span(name, .title), spans)
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
