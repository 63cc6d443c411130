import PlanCore
import TerminalKit
import TextCore

extension State {
  private static var formTop: Int { 2 }
  private static var widestForm: Int { 100 }
  /// Columns of a field's name, the mark before it included.
  private static var labelWidth: Int { 17 }
  /// Lines that are lined up below the fields: why it is not saved, and what others have said.
  private static var mostNews: Int { 4 }

  private var formWidth: Int { min(size.width, Self.widestForm) }

  /// Lines that a long text has.
  private var noteHeight: Int { min(4, max(1, size.height - 15)) }

  /// Draws a form over the page.
  func drawForm(_ form: RecordForm, _ canvas: inout Canvas) {
    guard let context, let subject = context.plan.subject(form.work) else { return }
    let room = formWidth - 3
    var rows = formHead(form, subject, context, room)
    for (number, field) in form.fields.enumerated() {
      rows += fieldRows(field, form, hasFocus: number == form.focus, room, context)
    }
    rows += formFoot(form, context, room)
    let bottom = min(Self.formTop + rows.count + 1, size.height - 2)
    for y in Self.formTop...bottom {
      canvas.fill(" ", x: 0, y: y, width: formWidth)
      if formWidth < size.width { canvas.fill(glyphs.vertical, x: formWidth - 1, y: y, width: 1, role: .border) }
    }
    for y in [Self.formTop, bottom] { canvas.fill(glyphs.horizontal, x: 0, y: y, width: formWidth, role: .border) }
    canvas.put(" \(form.kind.title[language]) ", x: 1, y: Self.formTop, role: .title)
    for (number, spans) in rows.prefix(bottom - Self.formTop - 1).enumerated() {
      Content.spans(spans).draw(
        on: &canvas,
        at: Content.Place(
          x: 1, y: Self.formTop + 1 + number, width: room + 1, column: 0, isSelected: false), ellipsis: glyphs.ellipsis)
    }
  }

  /// In the place of the page's hints.
  func drawFormHints(_ form: RecordForm, _ canvas: inout Canvas) {
    let y = size.height - 1
    if form.isSaving {
      canvas.put(Localized("đang lưu…", "saving…")[language], x: 1, y: y, role: .notice)
      return
    }
    let arrows = "\(Character(glyphs.arrowLeft))\(Character(glyphs.arrowRight))"
    var hints = [("Enter", form.kind == .takeBack ? Localized("rút lại", "take back") : Localized("lưu", "save"))]
    if form.fields.count > 1 { hints.append(("Tab", Localized("ô khác", "next field"))) }
    if form.field == .status { hints.append((arrows, Localized("chọn", "choose"))) }
    if form.field != nil, form.field != .status { hints.append(("Ctrl-U", Localized("xóa ô", "clear"))) }
    hints.append(("Esc", form.isTouched ? Localized("để sau", "later") : Localized("thôi", "leave")))
    var x = 1
    for (key, text) in hints where x + TerminalText.width(key) + 1 + TerminalText.width(text[language]) < size.width {
      x += canvas.put(key, x: x, y: y, role: .hintKey) + 1
      x += canvas.put(text[language], x: x, y: y, role: .hint) + 2
    }
  }

  // MARK: Lines

  /// What it is about, and how that stands.
  private func formHead(
    _ form: RecordForm, _ subject: Update.Subject, _ context: Context, _ room: Int
  ) -> [[Span]] {
    let (plan, dot) = (context.plan, Character(glyphs.dot))
    let title: Localized
    switch subject {
    case .task(let task), .assignment(let task, _): title = plan.tasks[task].title
    case .action(let action): title = plan.actions[action].title
    }
    let name = context[context.name(of: form.work)]
    var rows = [[Span(name, .title), Span("  " + context[title])]]
    if case .task(let task) = subject, plan.tasks[task].assignees.count > 1 {
      let own = plan.tasks[task].assignees.count {
        !context.store.journal.statuses(of: .assignment(task: task, agency: $0), upTo: .last).isEmpty
      }
      let text = context.word(
        "tính cho mọi đơn vị chưa có cập nhật riêng; \(own) đơn vị đã có",
        "counts for every agency without words of its own; \(own) have some")
      rows.append([Span(text, .muted)])
    }
    if form.kind == .takeBack {
      let last = context.store.journal.lastStanding(of: subject, by: author)
      rows.append([Span(context.word("Sẽ rút lại:", "This is taken back:"), .header)])
      let text = last.map(context.line(of:)) ?? context.word("không còn gì", "nothing is left")
      rows += TerminalText.wrap(text, to: room - 2).prefix(4).map { [Span("  " + $0)] }
      rows.append([
        Span(
          context.word(
            "Dòng này vẫn còn trong lịch sử, ghi «đã rút lại».", "It stays in the history, marked as taken back."),
          .muted)
      ])
    } else {
      let standing = form.known.filter { !$0.isTakenBack && $0.content != .undo }
      let last = standing.last(where: \.isStatus) ?? standing.last
      let said = last.map { " \(dot) " + context.line(of: $0) } ?? ""
      rows.append([
        Span(context.word("Đang là: ", "So far: "), .muted), Span(context[context.status(of: subject).name]),
        Span(said, .muted),
      ])
    }
    return rows + (size.height < 20 ? [] : [[]])
  }

  private func fieldRows(
    _ field: RecordForm.Field, _ form: RecordForm, hasFocus: Bool, _ room: Int, _ context: Context
  ) -> [[Span]] {
    let mark = hasFocus ? String(Character(glyphs.selected)) : " "
    let label = mark + field.label[language] + ":"
    let blank = String(repeating: " ", count: max(1, Self.labelWidth - TerminalText.width(label)))
    let head = [Span(label, hasFocus ? .title : .header), Span(blank)]
    let width = room - Self.labelWidth
    let cursor = hasFocus && !form.isSaving ? "_" : ""
    let role: Role = hasFocus ? .notice : .text
    switch field {
    case .status: return [head + statusSpans(form.answers.status, width, hasFocus)]
    case .effective:
      let text = form.answers.effective.text
      return [head + [Span(text + cursor, role), Span("  " + dayHint(form, context), .muted)]]
    case .evidence:
      let text = form.answers.evidence.text
      let hint =
        text.isEmpty ? context.word("  số văn bản, nơi công bố", "  a document's number, where it says so") : ""
      return [
        head + [
          Span(TerminalText.cutStart(text + cursor, to: width, ellipsis: glyphs.ellipsis), role), Span(hint, .muted),
        ]
      ]
    case .note:
      let lines = TerminalText.wrap(form.answers.note.text + cursor, to: width).suffix(noteHeight)
      let rows = lines.enumerated().map { number, line in
        (number == 0 ? head : [Span(String(repeating: " ", count: Self.labelWidth))]) + [Span(line, role)]
      }
      let all = rows.isEmpty ? [head] : rows
      return all + Array(repeating: [], count: max(0, noteHeight - all.count))
    }
  }

  /// All that find room, the chosen one in brackets.
  private func statusSpans(_ chosen: WorkStatus, _ room: Int, _ hasFocus: Bool) -> [Span] {
    let all = WorkStatus.allCases
    let names = all.map { $0.name[language] }
    let number = all.firstIndex(of: chosen) ?? 0
    let visible = LabelRow(names.map(TerminalText.width), chosen: number, room: room - 3).visible
    var spans: [Span] = []
    if visible.lowerBound > 0 { spans.append(Span(String(Character(glyphs.earlier)), .hintKey)) }
    for index in visible {
      let isChosen = index == number
      spans.append(
        Span(
          isChosen ? "[\(names[index])]" : " \(names[index]) ",
          isChosen ? (hasFocus ? .selection : .notice) : .muted))
    }
    if visible.upperBound < all.count { spans.append(Span(String(Character(glyphs.later)), .hintKey)) }
    return spans
  }

  /// Which day the field means.
  private func dayHint(_ form: RecordForm, _ context: Context) -> String {
    guard let day = try? effectiveDay(of: form) else {
      let isEmpty = form.answers.effective.text.allSatisfy { $0 == " " }
      return isEmpty ? context.word("trống: hôm nay, ", "empty: today, ") + today.slashed : context.word("?", "?")
    }
    if day.slashed != form.answers.effective.text { return "= " + day.slashed }
    if day == today { return context.word("hôm nay", "today") }
    return day == context.assessment.asOf ? context.word("ngày đang xem", "the day in view") : ""
  }

  /// Why it is not saved, and what others have said.
  private func formFoot(_ form: RecordForm, _ context: Context, _ room: Int) -> [[Span]] {
    var rows: [[Span]] = []
    if let message = form.message {
      rows += TerminalText.wrap(context[message], to: room).prefix(2).map { [Span($0, .error)] }
    }
    if !form.news.isEmpty {
      rows.append([Span(context.word("MỚI CÓ, TỪ KHI MỞ PHIẾU:", "SAID SINCE THIS FORM WAS OPENED:"), .header)])
      rows += form.news.suffix(Self.mostNews).map { [Span(" " + context.line(of: $0), .notice)] }
    }
    return rows.isEmpty ? [[]] : rows
  }
}

extension Update {
  fileprivate var isStatus: Bool {
    if case .status = content { return true }
    return false
  }
}

extension RecordForm.Kind {
  fileprivate var title: Localized {
    switch self {
    case .status: Localized("Cập nhật trạng thái", "Update the status")
    case .note: Localized("Thêm ghi chú", "Add a note")
    case .takeBack: Localized("Rút lại cập nhật", "Take an update back")
    }
  }
}

extension RecordForm.Field {
  fileprivate var label: Localized {
    switch self {
    case .status: Localized("Trạng thái", "Status")
    case .effective: Localized("Ngày hiệu lực", "Effective")
    case .evidence: Localized("Căn cứ", "Evidence")
    case .note: Localized("Ghi chú", "Note")
    }
  }
}
