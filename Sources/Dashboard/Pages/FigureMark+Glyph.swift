import PlanCore
import TerminalKit

extension FigureMark {
  func glyph(_ glyphs: GlyphSet) -> Unicode.Scalar {
    switch self {
    case .published: glyphs.published
    case .partial: glyphs.partial
    case .stale: glyphs.stale
    case .simulated: glyphs.simulated
    }
  }
}
