import PlanCore
import TerminalKit
import TextCore

extension PageBuilder {
  /// The national four-cell tally, and below it what it leaves out.
  func tallyLines(_ tally: Tally, of what: String) -> [Line] {
    let total = tally.doneOnTime + tally.doneLate + tally.openInTime + tally.openOverdue
    let late: Role = tally.doneLate > 0 ? .taskDoneLate : .text
    let overdue: Role = tally.openOverdue > 0 ? .taskOpenOverdue : .text
    let lines = wrapped(
      Span(what + "  ", .title),
      [
        Span(word("hoàn thành đúng hạn ", "done on time ") + "\(tally.doneOnTime)", .taskDoneOnTime),
        Span(word(", quá hạn ", ", late ") + "\(tally.doneLate); ", late),
        Span(word("đang làm trong hạn ", "open in time ") + "\(tally.openInTime)"),
        Span(word(", quá hạn ", ", overdue ") + "\(tally.openOverdue)", overdue),
      ])
    var asides = [Span(word("tổng số \(total)", "\(total) in all"), .muted)]
    func add(_ count: Int, _ text: String) {
      if count > 0 { asides.append(Span("; " + text, .muted)) }
    }
    add(
      tally.unreported,
      word("\(tally.unreported) quá hạn chưa có thông tin", "\(tally.unreported) overdue with no word"))
    add(tally.pending, word("ngoài ra \(tally.pending) chờ phụ lục", "besides \(tally.pending) await the annex"))
    add(tally.cancelled, word("\(tally.cancelled) đã hủy", "\(tally.cancelled) cancelled"))
    return lines + wrapped(Span(String(repeating: " ", count: TerminalText.width(what) + 2)), asides)
  }
}
