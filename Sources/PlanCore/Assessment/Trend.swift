extension Assessor {
  /// The last day measured and the five month ends before it, oldest first.
  var trendDays: [Day] {
    var days = [measuredTo]
    while days.count < 6 { days.insert(days[0].previousMonthEnd, at: 0) }
    return days
  }

  /// Levels between the least and the greatest of the figures, the baseline and the target.
  func sparkline(_ trend: [Headline?], of indicator: Indicator, baseline: Double) -> [Int?] {
    let values = trend.map { $0.flatMap { $0.speaks ? $0.figure.value : nil } }
    let all = values.compactMap { $0 } + [baseline, indicator.target]
    let (least, greatest) = (all.min() ?? 0, all.max() ?? 0)
    return values.map { $0.map { Self.level($0, from: least, to: greatest) } }
  }

  /// 0…7.
  static func level(_ value: Double, from least: Double, to greatest: Double) -> Int {
    let place = (value - least) / (greatest - least)
    guard place.isFinite else { return 0 }
    return Int(min(7, max(0, (8 * place).rounded(.down))))
  }
}
