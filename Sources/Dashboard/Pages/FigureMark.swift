import PlanCore
import TerminalKit
import TextCore

/// A mark beside a figure: what sort of figure it is.
enum FigureMark: CaseIterable {
  case published
  case partial
  case stale
  case simulated

  func glyph(_ glyphs: GlyphSet) -> Unicode.Scalar {
    switch self {
    case .published: glyphs.published
    case .partial: glyphs.partial
    case .stale: glyphs.stale
    case .simulated: glyphs.simulated
    }
  }

  var name: Localized {
    switch self {
    case .published: Localized("số liệu công bố, không phải tổng hợp", "published, not rolled up from reports")
    case .partial: Localized("chưa đủ báo cáo để nói thay cho tất cả", "too few reports to speak for all")
    case .stale: Localized("số liệu cũ", "stale: an old figure")
    case .simulated: Localized("số liệu mô phỏng", "simulated")
    }
  }

  /// For a line of facts.
  var shortName: Localized {
    switch self {
    case .published: Localized("công bố", "published")
    case .partial: Localized("chưa đủ báo cáo", "too few reports")
    case .stale: Localized("số liệu cũ", "stale")
    case .simulated: Localized("mô phỏng", "simulated")
    }
  }
}
