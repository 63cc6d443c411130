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
    let foot = formFoot(form, context, room)
    // What must be read before it is saved is there in the lowest window.
    let most = size.height - 3 - Self.formTop
    rows = Array(rows.prefix(max(0, most - foot.count))) + foot
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
    var hints = [("Enter", enterHint(form))]
    if form.fields.count > 1 { hints.append(("Tab", Localized("ô khác", "next field"))) }
    if form.field == .status { hints.append((arrows, Localized("chọn", "choose"))) }
    if form.field != nil, form.field != .status { hints.append(("Ctrl-U", Localized("xóa ô", "clear"))) }
    hints.append(("Esc", form.isTouched ? Localized("để sau", "later") : Localized("thôi", "leave")))
    canvas.putHints(hints, language, y: y, upTo: size.width - 1)
  }

  private func enterHint(_ form: RecordForm) -> Localized {
    if form.kind == .takeBack { return Localized("rút lại", "take back") }
    guard form.isAsking, let reach = reach(of: form) else { return Localized("lưu", "save") }
    return Localized("ghi cho \(reach.agencies) đơn vị", "save for \(reach.agencies) agencies")
  }

  // MARK: Lines

  /// What it is about, and how that stands.
  private func formHead(
    _ form: RecordForm, _ subject: Update.Subject, _ context: Context, _ room: Int
  ) -> [[Span]] {
    let plan = context.plan
    let title: Localized
    switch subject {
    case .task(let task), .assignment(let task, _): title = plan.tasks[task].title
    case .action(let action): title = plan.actions[action].title
    }
    let name = context[context.name(of: form.work)]
    var rows = [[Span(name, .title), Span("  " + context[title])]]
    if form.kind == .status {
      if let words = reach(of: form)?.words { rows.append([Span(context[words], .notice)]) }
      if plan.isPending(form.work) {
        rows.append([
          Span(
            context.word(
              "chờ phụ lục: ghi được, nhưng chưa tính vào kết quả",
              "awaits the annex: it is recorded, but does not count yet"), .notice)
        ])
      }
    }
    rows += form.kind == .takeBack ? takenBack(subject, context, room) : standing(subject, form, context, room)
    return rows + (size.height < 20 ? [] : [[]])
  }

  /// What will be taken back.
  private func takenBack(_ subject: Update.Subject, _ context: Context, _ room: Int) -> [[Span]] {
    let last = context.store.journal.lastStanding(of: subject, by: author)
    let text = last.map(context.line(of:)) ?? context.word("không còn gì", "nothing is left")
    let stays = context.word(
      "Dòng này vẫn còn trong lịch sử, ghi «đã rút lại».", "It stays in the history, marked as taken back.")
    return [[Span(context.word("Sẽ rút lại:", "This is taken back:"), .header)]]
      + TerminalText.wrap(text, to: room - 2).prefix(4).map { [Span("  " + $0)] } + [[Span(stays, .muted)]]
  }

  /// How it stands, and who said so.
  private func standing(_ subject: Update.Subject, _ form: RecordForm, _ context: Context, _ room: Int) -> [[Span]] {
    let standing = form.known.filter { !$0.isTakenBack && $0.content != .undo }
    let last = standing.last(where: \.isStatus) ?? standing.last
    let said = last.map { " \(Character(glyphs.dot)) " + context.line(of: $0) } ?? ""
    let label = Span(context.word("Đang là: ", "So far: "), .muted)
    let standings = context[context.standing(of: subject)]
    let indent = TerminalText.width(label.text)
    if indent + TerminalText.width(standings) <= room + 1 { return [[label, Span(standings), Span(said, .muted)]] }
    let rows = TerminalText.wrap(standings + said, to: room + 1 - indent).prefix(2)
    return rows.enumerated().map { number, text in
      [number == 0 ? label : Span(String(repeating: " ", count: indent)), Span(text)]
    }
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
    case .status:
      return statusRows(form.answers.status, width, hasFocus).enumerated().map { number, spans in
        (number == 0 ? head : [Span(String(repeating: " ", count: Self.labelWidth))]) + spans
      }
    case .effective:
      let text = form.answers.effective.text
      return [head + [Span(text + cursor, role), dayHint(form, context)]]
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

  /// All of them, on as many lines as that takes; the chosen one in brackets.
  private func statusRows(_ chosen: WorkStatus, _ room: Int, _ hasFocus: Bool) -> [[Span]] {
    var rows: [[Span]] = [[]]
    var left = room
    for status in WorkStatus.allCases {
      let isChosen = status == chosen
      let text = isChosen ? "[\(status.name[language])]" : " \(status.name[language]) "
      let width = TerminalText.width(text)
      if width > left, left < room {
        rows.append([])
        left = room
      }
      rows[rows.count - 1].append(Span(text, isChosen ? (hasFocus ? .selection : .notice) : .muted))
      left -= width
    }
    return rows
  }

  /// Which day the field means, and whether anybody will look at the plan on it.
  private func dayHint(_ form: RecordForm, _ context: Context) -> Span {
    let text = form.answers.effective.text
    let day: Day
    var words: [String]
    if text.allSatisfy({ $0 == " " }) {
      day = today
      words = [context.word("trống: hôm nay, ", "empty: today, ") + today.slashed]
    } else if let typed = try? effectiveDay(of: form) {
      day = typed
      let isView = day == context.assessment.asOf
      words =
        day.slashed != text
        ? ["= " + day.slashed]
        : day == today
          ? [context.word("hôm nay", "today")] : isView ? [context.word("ngày đang xem", "the day in view")] : []
    } else {
      return Span("  ?", .muted)
    }
    let reservation = context.plan.settings.reservation(about: day)
    if let reservation { words.append(context[reservation]) }
    return Span("  " + words.joined(separator: "; "), reservation == nil ? .muted : .notice)
  }

  /// Why it is not saved, and what others have said.
  private func formFoot(_ form: RecordForm, _ context: Context, _ room: Int) -> [[Span]] {
    var rows: [[Span]] = []
    if let message = form.message {
      rows += TerminalText.wrap(context[message], to: room).prefix(2).map { [Span($0, .error)] }
    } else if form.isAsking, let reach = reach(of: form) {
      let status = context[form.answers.status.name]
      let question = context.word(
        "Ghi «\(status)» cho \(reach.agencies) đơn vị? Enter lần nữa để ghi, Esc để thôi.",
        "«\(status)» for \(reach.agencies) agencies? Enter again saves it, Esc leaves.")
      rows += TerminalText.wrap(question, to: room).prefix(2).map { [Span($0, .error)] }
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
