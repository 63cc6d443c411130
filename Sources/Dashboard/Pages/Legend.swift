import PlanCore
import TerminalKit
import TextCore

extension PageBuilder {
  /// What marks beside figures mean, each once.
  func legend(ofMarks marks: [FigureMark]) -> [Span] {
    FigureMark.allCases.filter(marks.contains).map { legend($0.glyph(context.glyphs), context[$0.shortName]) }
  }

  /// What the marks of work mean, of those that occur in a tally.
  func legend(ofWork tally: Tally) -> [Span] {
    let counts: [(state: WorkState, count: Int)] = [
      (.doneOnTime, tally.doneOnTime), (.doneLate, tally.doneLate), (.openInTime, tally.openInTime),
      (.openOverdue, tally.openOverdue - tally.unreported), (.unreported, tally.unreported),
      (.cancelled, tally.cancelled), (.pending, tally.pending),
    ]
    return counts.filter { $0.count > 0 }.map {
      Span("\($0.state.glyph(context.glyphs).squeezed) \(context[$0.state.shortName])  ", .muted)
    }
  }

  /// The names of statuses that a page has only the shapes of.
  func legend(ofStatuses statuses: [Status]) -> [Span] {
    statuses.map { legend($0.glyph(context.glyphs), context[$0.shortName]) }
  }

  /// What `1 (1 □?)` means.
  var overdueLegend: Span {
    Span(
      WorkState.unreported.glyph(context.glyphs) + " " + context[WorkState.unreported.name] + "  ", .muted)
  }

  /// What the hatched part of a gauge means.
  var hatchedLegend: Span { legend(context.glyphs.gaugeUnknown, context[Status.noData.name]) }

  private func legend(_ glyph: Unicode.Scalar, _ text: String) -> Span { Span("\(Character(glyph)) \(text)  ", .muted) }
}
