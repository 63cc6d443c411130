public import TextCore

/// A mark beside a figure: what sort of figure it is.
public enum FigureMark: Sendable, CaseIterable {
  case published
  case partial
  case stale
  case simulated

  /// For a list of the marks.
  public var name: Localized {
    switch self {
    case .published: Localized("số liệu công bố, không phải tổng hợp", "published, not rolled up from reports")
    case .partial: Localized("chưa đủ báo cáo để nói thay cho tất cả", "too few reports to speak for all")
    case .stale: Localized("số liệu cũ", "stale: an old figure")
    case .simulated: Localized("số liệu mô phỏng", "simulated")
    }
  }

  /// For a line of facts.
  public var shortName: Localized {
    switch self {
    case .published: Localized("công bố", "published")
    case .partial: Localized("chưa đủ báo cáo", "too few reports")
    case .stale: Localized("số liệu cũ", "stale")
    case .simulated: Localized("mô phỏng", "simulated")
    }
  }
}

extension Headline {
  /// The marks that belong beside it.
  public func marks(of indicator: Indicator) -> [FigureMark] {
    var marks: [FigureMark] = []
    if basis == .published, indicator.aggregation != .national { marks.append(.published) }
    if isPartial { marks.append(.partial) }
    if isStale { marks.append(.stale) }
    if figure.isSimulated { marks.append(.simulated) }
    return marks
  }
}
