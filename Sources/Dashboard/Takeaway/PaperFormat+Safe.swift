public import PlanCore
import TerminalKit

extension PaperFormat {
  /// Writes a paper down with nothing in it that a terminal would act on, whatever the store says.
  public func safeText(of paper: Paper) -> String { text(of: paper.mapTexts(TerminalText.safe), TerminalText.width) }
}
