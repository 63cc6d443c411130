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

  /// The target is met.
  public var met: Unicode.Scalar { choose("●", "●", "+") }
  /// As far as time says.
  public var onTrack: Unicode.Scalar { choose("◐", "▲", "=") }
  /// Somewhat behind.
  public var atRisk: Unicode.Scalar { choose("◔", "◊", "~") }
  /// Far behind.
  public var offTrack: Unicode.Scalar { choose("○", "▼", "-") }
  /// The time is over and the target not met.
  public var missed: Unicode.Scalar { choose("×", "×", "x") }
  /// Nobody speaks.
  public var noData: Unicode.Scalar { choose("·", "·", ".") }

  // MARK: Work

  /// The first column of work that is done.
  public var done: Unicode.Scalar { choose("√", "√", "v") }
  /// The first column of work that is not.
  public var open: Unicode.Scalar { choose("□", "□", "o") }
  /// Work that was called off.
  public var cancelled: Unicode.Scalar { choose("–", "–", "-") }
  /// Where there is nothing to say.
  public var none: Unicode.Scalar { cancelled }
  /// A place held open for the annex.
  public var pending: String { choose("…", "…", "..") }

  // MARK: Beside a figure

  /// Said for the whole nation rather than rolled up.
  public var published: Unicode.Scalar { choose("°", "°", "*") }
  /// Rolled up from too few.
  public var partial: Unicode.Scalar { choose("½", "½", "/") }
  /// An old figure.
  public var stale: Unicode.Scalar { choose("†", "†", "^") }
  /// A made-up one.
  public var simulated: Unicode.Scalar { choose("§", "§", "$") }

  // MARK: Gauge

  /// What is reached.
  public var gaugeFull: Unicode.Scalar { choose("█", "█", "#") }
  /// Parts of a column, from the least to the greatest, evenly spaced between empty and full.
  public var gaugeParts: [Unicode.Scalar] { choose(["▏", "▎", "▍", "▌", "▋", "▊", "▉"], ["▌"], []) }
  /// What is not, though there are data.
  public var gaugeEmpty: Unicode.Scalar { choose("░", "░", "-") }
  /// The part without data.
  public var gaugeUnknown: Unicode.Scalar { choose("╱", "▒", "?") }
  /// Where time says that the gauge should be.
  public var gaugeTick: Unicode.Scalar { choose("│", "│", "|") }

  /// Levels 0…7 of a sparkline.
  public var spark: [Unicode.Scalar] {
    choose(
      ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"], ["_", "_", "_", "▄", "▄", "▄", "█", "█"],
      ["0", "1", "2", "3", "4", "5", "6", "7"])
  }
  /// A time without data.
  public var sparkNone: Unicode.Scalar { choose("·", "·", ".") }

  // MARK: Chart

  /// A line across in the lowest, middle and highest third of a row.
  public var chartLine: [Unicode.Scalar] { choose(["▁", "─", "▔"], ["_", "─", "¯"], ["_", "-", "'"]) }
  /// A dot of a dotted line in the same thirds.
  public var chartDots: [Unicode.Scalar] { choose([".", "·", "˙"], [".", "·", "˙"], [".", ".", "`"]) }
  /// A figure.
  public var chartPoint: Unicode.Scalar { choose("■", "■", "*") }
  /// Where an axis has a label.
  public var axisTick: Unicode.Scalar { choose("┤", "┤", "+") }
  /// Where the axes meet.
  public var axisCorner: Unicode.Scalar { choose("└", "└", "+") }

  // MARK: Frame

  /// Before the row under the cursor.
  public var selected: Unicode.Scalar { choose("▸", "►", ">") }
  /// There is more before this.
  public var earlier: Unicode.Scalar { choose("◄", "◄", "<") }
  /// There is more after this.
  public var later: Unicode.Scalar { choose("►", "►", ">") }
  /// The left edge of what is chosen among its like.
  public var chosenLeft: Unicode.Scalar { choose("▐", "▐", "[") }
  /// And the right one.
  public var chosenRight: Unicode.Scalar { choose("▌", "▌", "]") }
  /// Between a place and the one under it.
  public var crumb: Unicode.Scalar { choose("›", "›", ">") }
  /// Between things of one kind in a line.
  public var dot: Unicode.Scalar { choose("·", "·", ".") }
  /// In place of what was cut off.
  public var ellipsis: String { choose("…", "…", "..") }
  /// A line across.
  public var horizontal: Unicode.Scalar { choose("─", "─", "-") }
  /// A line down.
  public var vertical: Unicode.Scalar { choose("│", "│", "|") }
  /// Where lines across and down meet: the upper row, the middle one, the lower one, each from left to right.
  public var joints: [[Unicode.Scalar]] {
    let boxes: [[Unicode.Scalar]] = [["┌", "┬", "┐"], ["├", "┼", "┤"], ["└", "┴", "┘"]]
    return choose(boxes, boxes, Array(repeating: ["+", "+", "+"], count: 3))
  }
  /// From little to much.
  public var shades: [Unicode.Scalar] { choose(["░", "▒", "▓", "█"], ["░", "▒", "▓", "█"], [".", ":", "*", "#"]) }
  /// The key, and the ascending order.
  public var arrowUp: Unicode.Scalar { choose("↑", "↑", "^") }
  /// The key, and the descending order.
  public var arrowDown: Unicode.Scalar { choose("↓", "↓", "v") }
  /// The key.
  public var arrowLeft: Unicode.Scalar { choose("←", "←", "<") }
  /// The key.
  public var arrowRight: Unicode.Scalar { choose("→", "→", ">") }
}
