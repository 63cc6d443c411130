internal import TextCore

/// *Số liệu khác thường*: a figure far from what its agency has reported before.
///
/// Of the last 12 earlier periods, and where there are at least 6 of them, m is the median and s = 1.4826 × the median of
/// |x − m| (the median absolute deviation, scaled to a normal distribution's standard deviation; Iglewicz and Hoaglin,
/// 1993). A figure v is an outlier where |v − m| > 5 s, and both |v − m| and its step from the period before are greater
/// than a least distance: 10 points of a share, half of |m| of any other unit. So a steady rise is none, nor is the second
/// figure on a new level. Around a median of 0 no other unit has a scale, and nothing is said; of yes and no neither.
enum OutlierRule: HistoryRule {
  static let leastPeriods = 6
  static let mostPeriods = 12
  static let deviations = 5.0
  static let scale = 1.4826
  /// Points of a share.
  static let leastPoints = 10.0
  /// Of the median of any other unit.
  static let leastShare = 0.5

  static func fault(in history: FigureHistory) -> Localized? {
    guard history.kind != .yesOrNo, history.earlier.count >= leastPeriods, let previous = history.previous else {
      return nil
    }
    let now = history.figure.value
    let step = abs(now - previous.value)
    // Most figures are near the one before: nothing needs to be sorted for them.
    if history.kind == .points, step <= leastPoints { return nil }
    let values = history.earlier.suffix(mostPeriods).map(\.value)
    let median = Assessor.median(values)
    let deviation = scale * Assessor.median(values.map { abs($0 - median) })
    let least = history.kind == .points ? leastPoints : leastShare * abs(median)
    let distance = abs(now - median)
    guard least > 0, distance > least, step > least, distance > deviations * deviation else { return nil }
    let middle = Figure(value: median, decimals: nil, period: history.figure.period)
    let count = values.count
    return Localized(
      "khác xa trung vị của \(count) kỳ trước (\(middle.text(history.comparator, .vietnamese)))",
      "far from the median of the \(count) periods before (\(middle.text(history.comparator, .english)))"
    ).comparing(history.figure, with: previous, history)
  }
}
