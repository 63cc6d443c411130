internal import TextCore

extension PaperSource {
  /// What an indicator that is not met still needs, and who is short: `còn thiếu 9 đơn vị: …`; empty where it is met or
  /// nothing can be said.
  func gapText(_ index: Int, most: Int) -> String {
    guard let gap = assessment.gap(of: index) else { return "" }
    let indicator = plan.indicators[index]
    if indicator.aggregation == .agencyShare { return agenciesText(gap, most) }
    guard let points = gap.points, abs(points) > 1e-9 * max(1, abs(indicator.target)) else { return "" }
    let isShort = indicator.comparator.wantsMore ? points > 0 : points < 0
    guard isShort else { return "" }
    var text = word("còn thiếu ", "short by ") + amount(points, indicator)
    if let each = gap.pointsPer30Days, asOf < plan.settings.end {
      let needed = amount(each, indicator)
      text += word(", mỗi 30 ngày cần \(needed)", ", \(needed) needed every 30 days")
    }
    let movers = gap.movers.map(\.agency)
    if !movers.isEmpty {
      text +=
        word("; thiếu nhiều nhất: ", "; furthest short: ") + movers.prefix(most).map(shortName).joined(separator: ", ")
    }
    return text
  }

  private func agenciesText(_ gap: Gap, _ most: Int) -> String {
    guard let missing = gap.agencies, missing > 0 else { return "" }
    var text = word("còn thiếu \(missing) đơn vị", count(missing, "", "agency short", "agencies short"))
    if !gap.saidNo.isEmpty {
      text += word("; chưa có: ", "; said no: ") + names(gap.saidNo, most: most)
    }
    if !gap.silent.isEmpty {
      text +=
        word("; chưa báo cáo: ", "; not reported: ")
        + (gap.silent.count > most + 1
          ? count(gap.silent.count, "đơn vị", "agency", "agencies") : names(gap.silent, most: most))
    }
    return text
  }

  /// Rounded up: what is missing is not made less.
  private func amount(_ value: Double, _ indicator: Indicator) -> String {
    let number = NumberText.cut(abs(value), toward: .atMost, language)
    let unit = indicator.unit == "%" ? word("điểm", "points") : indicator.unit
    return unit.isEmpty ? number : "\(number) \(unit)"
  }

  /// The indicators that need somebody's attention, the worst first: not met in the end, off track, at risk; in each the
  /// slowest first.
  var worstIndicators: [Int] {
    func rank(_ index: Int) -> (Int, Double, Double, Int) {
      let assessed = assessment.indicators[index]
      let order: Int =
        switch assessed.status {
        case .missed: 0
        case .offTrack: 1
        default: 2
        }
      return (order, assessed.pace ?? 0, assessed.attainment, index)
    }
    return plan.indicators.indices.filter { [.missed, .offTrack, .atRisk].contains(assessment.indicators[$0].status) }
      .sorted { rank($0) < rank($1) }
  }
}
