import PlanCore
import TerminalKit
import TextCore

/// How a figure stands and what it is held against: the same words for an indicator and for an agency's own figure.
struct Reasoning {
  var indicator: Indicator
  var figure: Figure?
  /// Whether it may carry a status.
  var speaks = true
  var isStale: Bool
  var baseline: Baseline
  var pace: Double?
  var attainment: Double
  var status: Status

  /// Whether the baseline needs no way to the target.
  var isAlreadyThere: Bool {
    indicator.isMet(by: baseline.value)
      || abs(baseline.value - indicator.target) <= 1e-9 * max(1, abs(indicator.target))
  }
}

extension PageBuilder {
  private var times: String { context.glyphs == .ascii ? "x" : "×" }

  /// Adds how much is reached, where time says it should be, and why that is this status.
  func addReasons(_ reasoning: Reasoning, to document: inout Document) {
    addTitle(word("MỨC ĐỘ HOÀN THÀNH", "ATTAINMENT"), to: &document)
    addText(attainmentText(reasoning), to: &document)
    if reasoning.status != .noData, !reasoning.isAlreadyThere {
      addTitle(word("SO VỚI THỜI GIAN", "AGAINST TIME"), to: &document)
      for text in paceTexts(reasoning) { addText(text, to: &document) }
    }
    addTitle(word("VÌ SAO LÀ TRẠNG THÁI NÀY", "WHY THIS STATUS"), to: &document)
    let span = context.span(reasoning.status)
    document.lines += wrapped(span, [])
    addText(statusText(reasoning), to: &document)
    addText(thresholdText, .muted, to: &document)
  }

  // MARK: Attainment

  private func attainmentText(_ reasoning: Reasoning) -> String {
    let percent = PercentText.text(reasoning.attainment, context.language)
    guard let figure = reasoning.figure, reasoning.status != .noData else {
      return word(
        "0 %: chưa có số liệu cho năm kế hoạch nên tính là chưa đạt gì.", "0%: without data nothing is reached.")
    }
    let (value, target) = (
      numberText(figure, reasoning), NumberText.plain(reasoning.indicator.target, context.language)
    )
    if reasoning.status == .met {
      return "\(percent): \(value) " + context.target(of: reasoning.indicator) + word(", đã đạt.", ", met.")
    }
    if reasoning.isAlreadyThere {
      let quotient = reasoning.indicator.comparator.wantsMore ? "\(value) / \(target)" : "\(target) / \(value)"
      return "\(quotient) = \(percent)"
        + word(
          "; mức ban đầu đã ở mục tiêu nên lấy số liệu chia mục tiêu.",
          "; the baseline was there already, so figure over target.")
    }
    let baseline = baselineText(reasoning)
    let most =
      reasoning.attainment >= 0.999
      ? word("; chưa đạt thì nhiều nhất là 99,9 %", "; at most 99.9% while it is not met") : ""
    return word("(số liệu - mức ban đầu) / (mục tiêu - mức ban đầu) = ", "(figure - baseline) / (target - baseline) = ")
      + "(\(value) - \(baseline)) / (\(target) - \(baseline)) = \(percent)\(most)."
  }

  private func numberText(_ figure: Figure, _ reasoning: Reasoning) -> String {
    figure.decimals == nil ? precise(figure.value) : figure.text(reasoning.indicator.comparator, context.language)
  }

  private func baselineText(_ reasoning: Reasoning) -> String {
    reasoning.baseline.decimals.map { NumberText.text(reasoning.baseline.value, decimals: $0, context.language) }
      ?? precise(reasoning.baseline.value)
  }

  /// A number on the way to another: three digits after the point.
  func precise(_ value: Double) -> String { NumberText.text(value, decimals: 3, context.language) }

  // MARK: Time

  private func paceTexts(_ reasoning: Reasoning) -> [String] {
    guard let figure = reasoning.figure, let pace = reasoning.pace else { return [] }
    let settings = plan.settings
    let days = min(max(0, figure.period - settings.start + 1), settings.end - settings.start + 1)
    let (baseline, target) = (baselineText(reasoning), NumberText.plain(reasoning.indicator.target, context.language))
    let expected =
      reasoning.baseline.value
      + (reasoning.indicator.target - reasoning.baseline.value) * assessment.elapsed(on: figure.period)
    let share = "\(days)/\(settings.end - settings.start + 1)"
    return [
      word("Lẽ ra đến ngày \(figure.period.slashed): ", "By \(figure.period.slashed) it should be: ")
        + "\(baseline) + (\(target) - \(baseline)) \(times) \(share) = \(precise(expected))"
        + word(" (\(share) ngày của kế hoạch)", " (\(share) days of the plan)"),
      word("Nhịp độ: ", "Pace: ")
        + "(\(numberText(figure, reasoning)) - \(baseline)) / (\(precise(expected)) - \(baseline)) = "
        + "\(NumberText.text((pace * 1000).rounded(.down) / 1000, decimals: 3, context.language))",
    ]
  }

  private var thresholdText: String {
    let thresholds = plan.settings.thresholds
    let (onTrack, atRisk) = (
      NumberText.plain(thresholds.onTrack, context.language), NumberText.plain(thresholds.atRisk, context.language)
    )
    return word(
      "Ngưỡng: nhịp độ từ \(onTrack) là đúng tiến độ, từ \(atRisk) là có nguy cơ chậm, dưới đó là chậm tiến độ; số liệu quá \(thresholds.staleMonths) tháng là số liệu cũ.",
      "Thresholds: a pace from \(onTrack) is on track, from \(atRisk) at risk, below that off track; a figure older than \(thresholds.staleMonths) months is stale."
    )
  }

  // MARK: Status

  private func statusText(_ reasoning: Reasoning) -> String {
    guard let figure = reasoning.figure else {
      return word(
        "Đến ngày \(assessment.measuredTo.slashed) chưa có số liệu nào.",
        "No figure up to \(assessment.measuredTo.slashed).")
    }
    let value = context.text(figure, of: reasoning.indicator)
    let target = context.target(of: reasoning.indicator)
    switch reasoning.status {
    case .noData where !reasoning.speaks:
      return word(
        "Số liệu \(value) mới do một phần đơn vị báo cáo nên chưa nói thay cho tất cả.",
        "The figure \(value) comes from too few agencies to speak for all.")
    case .noData:
      return word(
        "Số liệu \(value) của kỳ \(figure.period.slashed) là của trước năm kế hoạch.",
        "The figure \(value) for \(figure.period.slashed) is from before the plan's time.")
    case .met: return word("\(value) đạt mục tiêu \(target).", "\(value) meets the target \(target).")
    case .missed:
      return figure.period == plan.settings.end
        ? word(
          "Kỳ cuối cùng của kế hoạch là \(value), không đạt \(target).",
          "For the plan's last period it is \(value), which does not meet \(target).")
        : word(
          "Kế hoạch đã hết hạn mà số liệu mới nhất (\(figure.period.slashed)) đã cũ và không đạt.",
          "The plan is over; the latest figure (\(figure.period.slashed)) is stale and does not meet the target.")
    case .onTrack, .atRisk, .offTrack: return openStatusText(reasoning)
    }
  }

  private func openStatusText(_ reasoning: Reasoning) -> String {
    let thresholds = plan.settings.thresholds
    func number(_ value: Double) -> String { NumberText.plain(value, context.language) }
    guard let own = reasoning.pace else { return "" }
    let pace = NumberText.text((own * 1000).rounded(.down) / 1000, decimals: 3, context.language)
    if reasoning.status == .onTrack {
      return word(
        "Nhịp độ \(pace) từ \(number(thresholds.onTrack)) trở lên.",
        "A pace of \(pace) is \(number(thresholds.onTrack)) or more.")
    }
    if reasoning.status == .offTrack {
      return word(
        "Nhịp độ \(pace) dưới \(number(thresholds.atRisk)).", "A pace of \(pace) is below \(number(thresholds.atRisk))."
      )
    }
    if own >= thresholds.onTrack {
      return word(
        "Nhịp độ \(pace) là đủ, nhưng số liệu đã cũ nên không còn là đúng tiến độ.",
        "A pace of \(pace) would do, but the figure is stale, so it is no longer on track.")
    }
    return word(
      "Nhịp độ \(pace) dưới \(number(thresholds.onTrack)) và từ \(number(thresholds.atRisk)) trở lên.",
      "A pace of \(pace) is below \(number(thresholds.onTrack)) and \(number(thresholds.atRisk)) or more.")
  }
}
