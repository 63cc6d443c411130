import PlanCore
import TerminalKit
import TextCore

extension State {
  /// Columns that the forms of the screen take.
  private static var formsWidth: Int { 46 }
  private static var widestMenu: Int { 100 }

  /// Draws the menu at the foot of the page: a line for the screen and for each paper, its forms side by side.
  func drawExportMenu(_ choice: Int, _ canvas: inout Canvas) {
    guard let context else { return }
    let rows = exportRows
    let aside = exportAside(context)
    let width = min(size.width, Self.widestMenu)
    let isWide = size.width >= 80
    let labels = rows.map { context[$0.subject?.title(context, isWhole: isWide) ?? ExportMenu.screen] }
    let labelWidth = min(labels.map(TerminalText.width).max() ?? 0, width - Self.formsWidth)
    let top = size.height - 2 - rows.count - (aside == nil ? 0 : 1)
    for y in top..<(size.height - 1) {
      canvas.fill(" ", x: 0, y: y, width: width)
      if width < size.width { canvas.fill(glyphs.vertical, x: width - 1, y: y, width: 1, role: .border) }
    }
    canvas.fill(glyphs.horizontal, x: 0, y: top, width: width, role: .border)
    canvas.put(" " + context[ExportMenu.title] + " ", x: 1, y: top, role: .title)
    var number = 0
    for (index, row) in rows.enumerated() {
      let y = top + 1 + index
      let isChosen = (number..<(number + row.formats.count)).contains(choice)
      if isChosen { canvas.fill(glyphs.selected, x: 0, y: y, width: 1) }
      let label = TerminalText.cut(labels[index], to: labelWidth, ellipsis: glyphs.ellipsis)
      canvas.put(label, x: 1, y: y, role: isChosen ? .title : .text)
      var x = labelWidth + 2
      for format in row.formats {
        let name = context[format.label]
        let isThis = number == choice
        if isThis { canvas.put("[", x: x, y: y, role: .selection) }
        let used = canvas.put(name, x: x + 1, y: y, role: isThis ? .selection : .hint)
        if isThis { canvas.put("]", x: x + 1 + used, y: y, role: .selection) }
        x += used + 1
        number += 1
      }
    }
    if let aside {
      let text = TerminalText.cut(context[aside], to: width - 3, ellipsis: glyphs.ellipsis)
      canvas.put(text, x: 1, y: size.height - 2, role: .muted)
    }
  }

  /// In the place of the page's hints.
  func drawExportHints(_ canvas: inout Canvas) {
    let (up, down) = (Character(glyphs.arrowUp), Character(glyphs.arrowDown))
    let (left, right) = (Character(glyphs.arrowLeft), Character(glyphs.arrowRight))
    var hints = [("\(left)\(right)", Localized("dạng", "form"))]
    if exportRows.count > 1 { hints.insert(("\(up)\(down)", Localized("xuất gì", "what")), at: 0) }
    hints += [("Enter", Localized("ghi ra tệp", "write a file")), ("Esc", Localized("thôi", "leave"))]
    canvas.putHints(hints, language, y: size.height - 1, upTo: size.width - 1)
  }

  /// Why an agency's paper stands there without a letter.
  private func exportAside(_ context: Context) -> Localized? {
    let subjects = paperSubjects
    guard
      subjects.contains(where: { if case .agency = $0 { true } else { false } }),
      !subjects.contains(where: { if case .reminder = $0 { true } else { false } })
    else { return nil }
    return Localized(
      "công văn đôn đốc: không có việc quá hạn, không thiếu số liệu, không cần",
      "letter of reminder: nothing is overdue and nothing missing, none is needed")
  }
}

extension PaperSubject {
  /// What the paper is; as a whole with what it is about.
  fileprivate func title(_ context: Context, isWhole: Bool) -> Localized {
    guard isWhole else { return name }
    func about(_ text: Localized, _ name: Localized?) -> Localized { name.map { text + $0 } ?? text }
    let plan = context.plan
    switch self {
    case .session: return Localized("tài liệu phiên họp", "the session's briefing")
    case .agency(let id):
      return about(
        Localized("bản về đơn vị: ", "an agency's page: "), plan.agencyIndex(id).map { plan.agencies[$0].shortName })
    case .reminder(let id):
      return about(
        Localized("công văn đôn đốc: ", "a letter of reminder: "),
        plan.agencyIndex(id).map { plan.agencies[$0].shortName })
    case .pillar(let id):
      return about(Localized("bản về trụ cột: ", "a pillar's page: "), plan.pillar(id)?.name)
    case .changes(let day):
      return Localized("thay đổi so với ", "changes since ") + Localized(both: day.slashed)
    }
  }
}
