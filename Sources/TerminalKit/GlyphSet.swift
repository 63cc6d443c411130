/// The shapes of one level of fonts. What is one shape in one level may be another in the next, never a different
/// width, except the gauge's fractions, which `box` and `ascii` have fewer of.
public enum GlyphSet: String, Sendable, CaseIterable {
  /// Every shape that modern monospace fonts have.
  case blocks
  /// What every PC font has (WGL4).
  case box
  case ascii

  private func choose<T>(_ blocks: T, _ box: T, _ ascii: T) -> T {
    switch self {
    case .blocks: blocks
    case .box: box
    case .ascii: ascii
    }
  }

  // MARK: Status of a figure

  public var met: Unicode.Scalar { choose("●", "●", "+") }
  public var onTrack: Unicode.Scalar { choose("◐", "▲", "=") }
  public var atRisk: Unicode.Scalar { choose("◔", "◊", "~") }
  public var offTrack: Unicode.Scalar { choose("○", "▼", "-") }
  public var missed: Unicode.Scalar { choose("×", "×", "x") }
  public var noData: Unicode.Scalar { choose("·", "·", ".") }

  // MARK: Work

  public var done: Unicode.Scalar { choose("√", "√", "v") }
  public var open: Unicode.Scalar { choose("□", "□", "o") }
  public var cancelled: Unicode.Scalar { choose("–", "–", "-") }
  /// Where there is nothing to say.
  public var none: Unicode.Scalar { cancelled }
  public var pending: String { choose("…", "…", "..") }

  // MARK: Beside a figure

  public var published: Unicode.Scalar { choose("°", "°", "*") }
  public var partial: Unicode.Scalar { choose("½", "½", "/") }
  public var stale: Unicode.Scalar { choose("†", "†", "^") }
  public var simulated: Unicode.Scalar { choose("§", "§", "$") }

  // MARK: Gauge

  public var gaugeFull: Unicode.Scalar { choose("█", "█", "#") }
  /// Parts of a column, from the least to the greatest, evenly spaced between empty and full.
  public var gaugeParts: [Unicode.Scalar] { choose(["▏", "▎", "▍", "▌", "▋", "▊", "▉"], ["▌"], []) }
  public var gaugeEmpty: Unicode.Scalar { choose("░", "░", "-") }
  public var gaugeUnknown: Unicode.Scalar { choose("╱", "▒", "?") }
  public var gaugeTick: Unicode.Scalar { choose("│", "│", "|") }

  /// Levels 0…7 of a sparkline.
  public var spark: [Unicode.Scalar] {
    choose(
      ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"], ["_", "_", "_", "▄", "▄", "▄", "█", "█"],
      ["0", "1", "2", "3", "4", "5", "6", "7"])
  }
  public var sparkNone: Unicode.Scalar { choose("·", "·", ".") }

  // MARK: Frame

  public var selected: Unicode.Scalar { choose("▸", "►", ">") }
  public var earlier: Unicode.Scalar { choose("◄", "◄", "<") }
  public var later: Unicode.Scalar { choose("►", "►", ">") }
  public var chosenLeft: Unicode.Scalar { choose("▐", "▐", "[") }
  public var chosenRight: Unicode.Scalar { choose("▌", "▌", "]") }
  public var crumb: Unicode.Scalar { choose("›", "›", ">") }
  public var dot: Unicode.Scalar { choose("·", "·", ".") }
  public var ellipsis: String { choose("…", "…", "..") }
  public var horizontal: Unicode.Scalar { choose("─", "─", "-") }
  public var vertical: Unicode.Scalar { choose("│", "│", "|") }
  public var arrowUp: Unicode.Scalar { choose("↑", "↑", "^") }
  public var arrowDown: Unicode.Scalar { choose("↓", "↓", "v") }
  public var arrowLeft: Unicode.Scalar { choose("←", "←", "<") }
  public var arrowRight: Unicode.Scalar { choose("→", "→", ">") }
}
