import PlanCore
import TerminalKit
import TextCore

extension State {
  /// Everything that the page in view says, as headed lines and `label: value`: for screen readers and pipes. The rows
  /// that can be opened are numbered.
  public func linearText() -> [String] {
    guard let context else { return [word("Đang đọc bộ dữ liệu…", "Reading the store…")] }
    var lines = linearHead(context)
    var number = 0
    for block in outline(context).blocks {
      switch block {
      case .title(let title): lines += ["", "== \(title) =="]
      case .text(let text): lines.append(text)
      case .facts(let facts): lines += facts.map { "\($0.label): \($0.text)" }
      case .list(let list): lines += linearLines(of: list, &number)
      }
    }
    return lines.map(TerminalText.safe)
  }

  private func word(_ vietnamese: String, _ english: String) -> String { Localized(vietnamese, english)[language] }

  /// What the frame of the screen says.
  private func linearHead(_ context: Context) -> [String] {
    let settings = context.plan.settings
    let plan = [settings.shortTitle[language], settings.decision].filter { !$0.isEmpty }.joined(separator: ", ")
    let store = [storeName[language], readOnlyMark, outdatedMark.map { "(\($0))" }].compactMap(\.self)
      .joined(separator: " ")
    var lines = [
      "\(word("Kế hoạch", "Plan")): \(plan)", "\(word("Bộ dữ liệu", "Store")): \(store)",
      "\(word("Tính đến", "As of")): \(context.assessment.asOf.slashed)",
    ]
    if settings.isSimulated { lines.append(word("SỐ LIỆU MÔ PHỎNG", "SIMULATED DATA")) }
    let errors = context.store.findings.errorCount + ownFindings.errorCount
    if errors > 0 { lines.append("\(word("Lỗi dữ liệu", "Errors in the data")): \(errors)") }
    if let loading { lines.append(LoadingText.text(loading, language)) }
    lines.append("\(word("Màn hình", "Screen")): \(crumbs.joined(separator: " › "))")
    let arrangement = arrangement()
    if !arrangement.isEmpty { lines.append("\(word("Sắp xếp, lọc", "Order and filter")): \(arrangement)") }
    return lines
  }

  private func linearLines(of list: OutlineList, _ number: inout Int) -> [String] {
    if list.rows.isEmpty { return [list.emptyText] }
    let count = list.rows.count
    var lines = ["", word("Danh sách \(count) dòng", "A list of \(count) \(count == 1 ? "row" : "rows")")]
    var group: String?
    for row in list.rows {
      if row.group != group, let name = row.group {
        lines += ["", "-- " + [name, row.groupSummary].filter { !$0.isEmpty }.joined(separator: ": ") + " --"]
      }
      group = row.group
      number += 1
      let said = row.said.map { $0.label.isEmpty ? $0.text : "\($0.label): \($0.text)" }
      lines.append("\(number). " + said.joined(separator: "; "))
    }
    return lines
  }
}
