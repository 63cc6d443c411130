import PlanCore
import TerminalKit
import TextCore

extension PageBuilder {
  /// What an indicator that is not met still needs, in things that people can act on.
  func addGap(_ index: Int, to document: inout Document) {
    guard let gap = assessment.gap(of: index) else { return }
    let indicator = plan.indicators[index]
    let title = word("CÒN THIẾU", "STILL MISSING")
    if indicator.aggregation == .agencyShare {
      addTitle("\(title): \(missingText(gap, indicator))", to: &document)
      addNames(word("Báo «chưa có»", "Said no"), gap.saidNo, to: &document)
      addNames(word("Chưa báo cáo", "Not reported"), gap.silent, to: &document)
    } else {
      addTitle("\(title): \(pointsText(gap, index))", to: &document)
      addMovers(gap, indicator, to: &document)
    }
  }

  // MARK: A share of agencies

  private func missingText(_ gap: Gap, _ indicator: Indicator) -> String {
    let target = context.target(of: indicator)
    switch gap.agencies {
    case nil:
      return word("thêm bao nhiêu đơn vị cũng không đạt \(target)", "no number of agencies would meet \(target)")
    case 0?:
      return word(
        "số liệu gần nhất đã đủ \(target) nhưng không phải của năm kế hoạch",
        "the latest figure would meet \(target), but it is not from the plan's time")
    case let count?:
      return word(
        "\(count) đơn vị nữa thì đạt \(target)", "\(count) more \(count == 1 ? "agency" : "agencies") for \(target)")
    }
  }

  private func addNames(_ label: String, _ agencies: [Int], to document: inout Document) {
    guard !agencies.isEmpty else { return }
    addList(label, agencies, to: &document, context.shortName(of:))
  }

  /// How many items there are and as many as one line has room for; all of them where nobody draws.
  private func addList<Item>(
    _ label: String, _ items: [Item], to document: inout Document, _ text: (Item) -> String
  ) {
    let room = context.outline == nil ? min(width - 2, 120) : .max
    // An item takes a letter and a comma at least.
    let shown = items.prefix(room / 3 + 1).map(text).joined(separator: ", ")
    addText(
      TerminalText.cut("\(label) (\(items.count)): " + shown, to: room, ellipsis: context.glyphs.ellipsis),
      to: &document)
  }

  // MARK: Anything else

  private func pointsText(_ gap: Gap, _ index: Int) -> String {
    let indicator = plan.indicators[index]
    guard let points = gap.points else {
      return word("chưa có số liệu để tính", "there is no figure to reckon from")
    }
    if let figure = assessment.indicators[index].headline?.figure, indicator.isMet(by: figure.value) {
      return word(
        "số liệu gần nhất đã đạt mục tiêu nhưng chưa nói được cho năm kế hoạch",
        "the latest figure would meet the target, but it cannot speak for the plan's time")
    }
    let daysLeft = dayCount(plan.settings.end - assessment.measuredTo)
    let more = indicator.comparator.wantsMore
    func amount(_ value: Double) -> String {
      // Rounded up: what is missing is not made less.
      let number = NumberText.cut(abs(value), toward: .atMost, context.language)
      let unit = indicator.unit == "%" ? word("điểm", "points") : indicator.unit
      return (more ? "+" : "-") + number + (unit.isEmpty ? "" : " \(unit)")
    }
    if abs(points) <= 1e-9 * max(1, abs(indicator.target)) {
      return word("đang vừa bằng mục tiêu, phải vượt mới đạt", "it equals the target, which has to be passed")
    }
    guard let each = gap.pointsPer30Days else {
      return word(
        "\(amount(points)); kế hoạch đã đến ngày cuối", "\(amount(points)); the plan is at its last day")
    }
    let text = word(
      "\(amount(points)); mỗi 30 ngày cần \(amount(each))", "\(amount(points)); \(amount(each)) every 30 days")
    let aside = word(" (còn \(daysLeft))", " (\(daysLeft) left)")
    // Rather without the days left than cut in the middle of them.
    let needed = TerminalText.width(word("CÒN THIẾU: ", "STILL MISSING: ") + text + aside)
    return needed <= width - 2 || context.outline != nil ? text + aside : text
  }

  /// What an agency is short of, rounded up: of what is counted a whole number.
  private func moverText(_ amount: Double) -> String {
    amount < 10 || amount >= 1e15
      ? NumberText.cut(amount, toward: .atMost, context.language) : countText(amount.rounded(.up))
  }

  private func addMovers(_ gap: Gap, _ indicator: Indicator, to document: inout Document) {
    guard !gap.movers.isEmpty else { return }
    let label =
      indicator.aggregation == .ratio
      ? word("Tử số còn thiếu, nhiều nhất trước", "Missing from the numerator, most first")
      : word("Còn cách mục tiêu, xa nhất trước", "Short of the target, the furthest first")
    addList(label, gap.movers, to: &document) { "\(context.shortName(of: $0.agency)) \(moverText($0.amount))" }
  }
}
