internal import TextCore

/// An agency's figures for one indicator, one a period and the oldest first, up to the one that is looked at.
struct FigureHistory {
  enum Kind: Equatable {
    /// 1 or 0.
    case yesOrNo
    /// Per cent, whose differences are points.
    case points
    /// Any other unit.
    case amount
  }

  var earlier: ArraySlice<Figure>
  var figure: Figure
  var kind: Kind
  var comparator: Indicator.Comparator

  var previous: Figure? { earlier.last }
}

extension Localized {
  /// What is odd, then the figure and the one before it: `giảm quá 10 điểm: 40,1; kỳ trước 62,3 (30/06/2023)`.
  func comparing(_ figure: Figure, with previous: Figure, _ history: FigureHistory) -> Localized {
    func text(_ figure: Figure, _ language: Language) -> String { figure.text(history.comparator, language) }
    let day = previous.period.slashed
    return self
      + Localized(
        ": \(text(figure, .vietnamese)); kỳ trước \(text(previous, .vietnamese)) (\(day))",
        ": \(text(figure, .english)); before \(text(previous, .english)) (\(day))")
  }
}

/// What an agency's own history says of a figure. Each rule is a type of its own, in a file of its own.
protocol HistoryRule: SendableMetatype {
  /// What is odd about the figure; `nil` where nothing is.
  static func fault(in history: FigureHistory) -> Localized?
}
