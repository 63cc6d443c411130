import PlanCore
import TerminalKit
import TextCore

extension PageBuilder {
  /// The national four-cell tally, and below it what it leaves out.
  func tallyLines(_ tally: Tally, of what: String) -> [Line] {
    let total = tally.doneOnTime + tally.doneLate + tally.openInTime + tally.openOverdue
    let late: Role = tally.doneLate > 0 ? .taskDoneLate : .text
    let overdue: Role = tally.openOverdue > 0 ? .taskOpenOverdue : .text
    let heading = Span(what + "  ", .title)
    let indent = Span(String(repeating: " ", count: TerminalText.width(heading.text)))
    let done = [
      Span(word("hoàn thành đúng hạn ", "done on time ") + "\(tally.doneOnTime)", .taskDoneOnTime),
      Span(word(", quá hạn ", ", late ") + "\(tally.doneLate); ", late),
    ]
    let open = [
      Span(word("đang làm trong hạn ", "open in time ") + "\(tally.openInTime)"),
      Span(word(", quá hạn ", ", overdue ") + "\(tally.openOverdue)", overdue),
    ]
    // Where all four find no room on a line, the two of a kind stay together.
    var lines = wrapped(heading, done + open)
    if lines.count > 1 { lines = wrapped(heading, done) + wrapped(indent, open) }
    var asides = [Span(word("tổng số \(total)", "\(total) in all"), .muted)]
    func add(_ count: Int, _ text: String) {
      if count > 0 { asides.append(Span("; " + text, .muted)) }
    }
    add(
      tally.unreported,
      word("\(tally.unreported) quá hạn chưa có thông tin", "\(tally.unreported) overdue with no word"))
    add(tally.pending, word("ngoài ra \(tally.pending) chờ phụ lục", "besides \(tally.pending) await the annex"))
    add(tally.cancelled, word("\(tally.cancelled) đã hủy", "\(tally.cancelled) cancelled"))
    return lines + wrapped(indent, asides)
  }
}
