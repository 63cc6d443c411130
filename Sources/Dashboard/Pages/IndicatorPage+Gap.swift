import PlanCore
import TerminalKit
import TextCore

extension PageBuilder {
  /// What an indicator that is not met still needs, in things that people can act on.
  func addGap(_ index: Int, to document: inout Document) {
    guard let gap = assessment.gap(of: index) else { return }
    let indicator = plan.indicators[index]
    addTitle(word("CÒN THIẾU", "STILL MISSING"), to: &document)
    if indicator.aggregation == .agencyShare {
      addMissingAgencies(gap, indicator, to: &document)
    } else {
      addText(pointsText(gap, index), .notice, to: &document)
      addMovers(gap, indicator, to: &document)
    }
  }

  /// Names that are told; the rest is counted.
  private static var mostNames: Int { 8 }

  // MARK: A share of agencies

  private func addMissingAgencies(_ gap: Gap, _ indicator: Indicator, to document: inout Document) {
    let target = context.target(of: indicator)
    switch gap.agencies {
    case nil:
      addText(
        word("Thêm bao nhiêu đơn vị cũng không đạt \(target).", "No number of agencies would meet \(target)."), .notice,
        to: &document)
    case 0?:
      addText(
        word(
          "Số liệu gần nhất đã đủ \(target) nhưng không phải của năm kế hoạch.",
          "The latest figure would meet \(target), but it is not from the plan's time."), .notice, to: &document)
    case let count?:
      addText(
        word(
          "Còn thiếu \(count) đơn vị để đạt \(target).",
          "\(count) more \(count == 1 ? "agency" : "agencies") for \(target)."),
        .notice, to: &document)
    }
    if !gap.saidNo.isEmpty {
      addText(
        word("Nói chưa có (\(gap.saidNo.count)): ", "Said no (\(gap.saidNo.count)): ")
          + namesText(gap.saidNo, most: Self.mostNames), to: &document)
    }
    if !gap.silent.isEmpty {
      addText(
        word("Chưa báo cáo (\(gap.silent.count)): ", "Not reported (\(gap.silent.count)): ")
          + namesText(gap.silent, most: Self.mostNames), to: &document)
    }
  }

  // MARK: Anything else

  private func pointsText(_ gap: Gap, _ index: Int) -> String {
    let indicator = plan.indicators[index]
    guard let points = gap.points else {
      return word("Chưa có số liệu để tính.", "There is no figure to reckon from.")
    }
    if let figure = assessment.indicators[index].headline?.figure, indicator.isMet(by: figure.value) {
      return word(
        "Số liệu gần nhất đã đạt mục tiêu nhưng chưa nói được cho năm kế hoạch.",
        "The latest figure would meet the target, but it cannot speak for the plan's time.")
    }
    let daysLeft = plan.settings.end - assessment.measuredTo
    let more = indicator.comparator.wantsMore
    func amount(_ value: Double) -> String {
      // Rounded up: what is missing is not made less.
      let number = NumberText.cut(abs(value), toward: .atMost, context.language)
      let unit = indicator.unit == "%" ? word("điểm phần trăm", "points") : indicator.unit
      return (more ? "+" : "-") + number + (unit.isEmpty ? "" : " \(unit)")
    }
    if abs(points) <= 1e-9 * max(1, abs(indicator.target)) {
      return word("Đang vừa bằng mục tiêu, phải vượt mới đạt.", "It equals the target, which has to be passed.")
    }
    guard let each = gap.pointsPer30Days else {
      return word(
        "\(amount(points)); kế hoạch đã đến ngày cuối.", "\(amount(points)); the plan is at its last day.")
    }
    return word(
      "\(amount(points)); mỗi 30 ngày cần \(amount(each)) (còn \(daysLeft) ngày).",
      "\(amount(points)); \(amount(each)) needed every 30 days (\(daysLeft) left).")
  }

  /// What an agency is short of, rounded up: of what is counted a whole number.
  private func moverText(_ amount: Double) -> String {
    amount < 10 || amount >= 1e15
      ? NumberText.cut(amount, toward: .atMost, context.language) : countText(amount.rounded(.up))
  }

  private func addMovers(_ gap: Gap, _ indicator: Indicator, to document: inout Document) {
    guard !gap.movers.isEmpty else { return }
    let names = gap.movers.prefix(Self.mostNames).map { mover in
      "\(context.shortName(of: mover.agency)) \(moverText(mover.amount))"
    }
    let rest = gap.movers.count - names.count
    let more = rest > 0 ? word(" và \(rest) đơn vị khác", " and \(rest) more") : ""
    let label =
      indicator.aggregation == .ratio
      ? word("Tử số còn thiếu, nhiều nhất trước: ", "Short of numerator, the most first: ")
      : word("Còn cách mục tiêu, xa nhất trước: ", "Short of the target, the furthest first: ")
    addText(label + names.joined(separator: ", ") + more, to: &document)
  }
}
