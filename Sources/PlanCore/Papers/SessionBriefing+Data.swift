internal import TextCore

extension SessionBriefing {
  /// What the figures rest on.
  var quality: [Paper.Fact] {
    let agencies = plan.agencies.indices.filter {
      plan.agencies[$0].kind != .national && assessment.reportingShare(of: $0).indicators > 0
    }
    let shares = agencies.map(assessment.reportingShare)
    let (reported, all) = (shares.reduce(0) { $0 + $1.reported }, shares.reduce(0) { $0 + $1.indicators })
    let silent = shares.count { $0.reported == 0 }
    let headlines = assessment.indicators.compactMap(\.headline)
    let (stale, partial) = (headlines.count(where: \.isStale), headlines.count(where: \.isPartial))
    let published = headlines.count { $0.basis == .published }
    let findings = source.store.findings
    let share = all == 0 ? "" : " (\(source.percent(Double(reported) / Double(all))))"
    var facts = [
      Paper.Fact(
        word("Báo cáo", "Reporting"),
        word(
          "đã có \(reported)/\(all) số liệu mà các đơn vị phải báo cáo trong năm kế hoạch\(share); "
            + "\(silent)/\(agencies.count) đơn vị chưa báo cáo chỉ tiêu nào.",
          "\(reported) of \(all) figures that agencies owe for the plan's time\(share); "
            + "\(silent) of \(agencies.count) agencies have reported on none.")),
      Paper.Fact(
        word("Chất lượng", "Quality"),
        word(
          "\(published) số liệu công bố (không phải tổng hợp), \(partial) chưa đủ báo cáo, \(stale) số liệu cũ; tệp có "
            + "\(findings.errorCount) lỗi, \(findings.warningCount) cảnh báo (thuky check).",
          "\(published) published (not rolled up), \(partial) with too few reports, \(stale) stale; the files have "
            + "\(source.count(findings.errorCount, "", "error")), \(source.count(findings.warningCount, "", "warning")) "
            + "(thuky check).")),
      Paper.Fact(
        word("Cách đọc", "How to read"),
        word(
          "█ đã đạt, ░ chưa đạt, ? chưa có số liệu (tính là 0); chưa báo cáo không phải là chưa làm.",
          "█ reached, ░ not reached, ? no data (counted as 0); not reported does not mean not done.")),
    ]
    let note = source[plan.settings.note]
    if !note.isEmpty { facts.append(Paper.Fact(word("Ghi chú", "Note"), short(note))) }
    facts.append(contentsOf: sources)
    return facts
  }

  /// Where the plan's targets come from, those that most come from first.
  private var sources: [Paper.Fact] {
    let all = plan.indicators.compactMap(\.source) + plan.tasks.compactMap(\.source)
    let counts = Dictionary(all.map { ($0, 1) }, uniquingKeysWith: +)
    let first = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(2).map { plan.sources[$0.key].title }
    if first.isEmpty { return [] }
    let more = counts.count - first.count
    let text = first.joined(separator: "; ") + (more > 0 ? word("; và \(more) nguồn khác", "; and \(more) more") : "")
    return [Paper.Fact(word("Nguồn chỉ tiêu, nhiệm vụ", "Sources of targets and tasks"), short(text))]
  }
}
