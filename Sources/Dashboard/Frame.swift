import PlanCore
public import TerminalKit
import TextCore

/// The least window that a screen works in.
enum Least {
  static let size = Size(width: 60, height: 16)
}

extension State {
  /// Rows of the frame above the page: title, tabs, where you are.
  static var topRows: Int { 3 }

  /// What the page has of the window.
  var bodySize: Size { Size(width: size.width, height: max(0, size.height - Self.topRows - 1)) }

  /// Draws the whole screen.
  public func render() -> Canvas {
    var canvas = Canvas(size: size)
    guard size.width >= Least.size.width, size.height >= Least.size.height else {
      drawTooSmall(&canvas)
      return canvas
    }
    if case .meeting(let meeting) = mode {
      drawMeeting(meeting, &canvas)
      return canvas
    }
    drawOnce(at: 0, &canvas, drawTitle)
    drawOnce(at: 1, &canvas, drawTabs)
    drawOnce(at: 2, unless: loading != nil || hasMenu, &canvas, drawPath)
    drawPanes(&canvas)
    if case .choosingTheme(let picker) = mode { drawThemePicker(picker, &canvas) }
    if case .recording(let form) = mode { drawForm(form, &canvas) }
    if case .choosingExport(let choice) = mode { drawExportMenu(min(choice, exportChoices.count - 1), &canvas) }
    drawBottom(&canvas)
    if mode == .palette { drawPalette(&canvas) }
    return canvas
  }

  /// Draws a row that a movement does not change, and remembers it for as long as the document stands.
  private func drawOnce(
    at y: Int, unless changes: Bool = false, _ canvas: inout Canvas, _ draw: (inout Canvas) -> Void
  ) {
    let isFixed = !changes && context != nil
    if isFixed, let row = document.frame[y] { return canvas.replaceRow(y, with: row) }
    draw(&canvas)
    if isFixed { document.frame[y] = canvas.row(y) }
  }

  /// Whether a menu has its title in the third row.
  private var hasMenu: Bool {
    switch mode {
    case .choosingStatus: true
    default: false
    }
  }

  private func word(_ vietnamese: String, _ english: String) -> String {
    language == .vietnamese ? vietnamese : english
  }

  private func drawTooSmall(_ canvas: inout Canvas) {
    let text = word(
      "Cần ít nhất \(Least.size.width)×\(Least.size.height); cửa sổ đang là \(size.width)×\(size.height)",
      "Needs at least \(Least.size.width)×\(Least.size.height); this window is \(size.width)×\(size.height)")
    canvas.put(TerminalText.cut(text, to: size.width, ellipsis: glyphs.ellipsis), x: 0, y: 0, role: .notice)
  }

  // MARK: Above the page

  func drawTitle(_ canvas: inout Canvas) {
    canvas.fill(" ", x: 0, y: 0, width: size.width, role: .title)
    let right = titleRight()
    let rightWidth = right.reduce(0) { $0 + TerminalText.width($1.text) }
    let room = size.width - rightWidth - 2
    var x = 1 + canvas.put("thuky", x: 1, y: 0, role: .title)
    x += 2
    canvas.put(title(room: max(0, room - x - 1)), x: x, y: 0, role: .title)
    Content.spans(right).draw(
      on: &canvas,
      at: Content.Place(
        x: size.width - rightWidth - 1, y: 0, width: rightWidth + 1, column: 0, isSelected: false),
      ellipsis: glyphs.ellipsis)
  }

  /// The plan, the decision and the store. What is dropped first where the window is narrow: the decision, then the
  /// beginning of the store's folder, then the end of the title.
  private func title(room: Int) -> String {
    let (name, decision, store) = (settings?.shortTitle[language] ?? "", settings?.decision ?? "", storeName[language])
    let separator = " \(Character(glyphs.dot)) "
    func join(_ parts: [String]) -> String { parts.filter { !$0.isEmpty }.joined(separator: separator) }
    let whole = join([name, decision, store])
    if TerminalText.width(whole) <= room { return whole }
    let left = room - TerminalText.width(join([name, " "])) + 1
    let short =
      left < Self.leastStoreName
      ? join([name, store])
      : join([
        name, TerminalText.cutStart(store, to: left, ellipsis: glyphs.ellipsis),
      ])
    return TerminalText.cut(short, to: room, ellipsis: glyphs.ellipsis)
  }

  /// A word where the reader might think that he can write the store.
  var readOnlyMark: String? {
    switch access {
    case .allowed, .bundled, .simulated: nil
    case .readOnly, .noPermission, .notPlain: word("(chỉ đọc)", "(read-only)")
    }
  }

  /// Said for as long as the store is not what is shown of it.
  var outdatedMark: String? {
    guard outdated != nil, let context else { return nil }
    return context.store.hasReports
      ? word("số liệu cũ: chưa đọc lại được", "old data: not read again")
      : word("chưa đọc được báo cáo", "no reports were read")
  }

  /// Columns without which the end of a folder's name says nothing.
  private static var leastStoreName: Int { 8 }

  private func titleRight() -> [Span] {
    var spans: [Span] = []
    if let settings {
      if settings.isSimulated { spans.append(Span(word("SỐ LIỆU MÔ PHỎNG", "SIMULATED DATA") + "  ", .error)) }
      let (earlier, later) = (Character(glyphs.earlier), Character(glyphs.later))
      spans.append(Span("\(earlier) \(asOf(settings).slashed) \(later)", .title))
    }
    let errors = (context?.store.findings.errorCount ?? 0) + ownFindings.errorCount
    if errors > 0 { spans.append(Span("  !\(errors)", .error)) }
    spans.append(Span("  " + language.rawValue.uppercased(), .title))
    return spans
  }

  private func drawTabs(_ canvas: inout Canvas) {
    for tab in tabs {
      canvas.put(tab.text, x: tab.columns.lowerBound, y: 1, role: tab.number == activeTab ? .tabActive : .tab)
    }
  }

  private func drawPath(_ canvas: inout Canvas) {
    if let loading { return drawLoading(loading, &canvas) }
    let room = max(0, size.width - 2 - widthBesidePath)
    let text = crumbSteps(room: room).map(\.text).joined(separator: crumbSeparator)
    canvas.put(TerminalText.cut(text, to: room, ellipsis: glyphs.ellipsis), x: 1, y: 2, role: .muted)
    var x = size.width - widthBesidePath + 1
    for span in besidePath { x += canvas.put(span.text, x: x, y: 2, role: span.role) + 2 }
  }

  /// How the list is arranged, whether nothing can be written, and whether the data are old.
  private var besidePath: [Span] {
    [
      Span(arrangement(), .muted), Span(readOnlyMark ?? "", .muted), Span(outdatedMark ?? "", .error),
    ].filter { !$0.text.isEmpty }
  }

  /// With the blanks around it; 0 where there is nothing.
  var widthBesidePath: Int { besidePath.reduce(0) { $0 + TerminalText.width($1.text) + 2 } }

  /// In the place of the way here: figures are still to come.
  private func drawLoading(_ loading: Loading, _ canvas: inout Canvas) {
    let text = LoadingText.text(loading, language)
    let used = canvas.put(text, x: 1, y: 2, role: .notice)
    let share = loading.totalBytes == 0 ? 0 : Double(loading.bytes) / Double(loading.totalBytes)
    let left = used + 2
    Gauge(share).draw(on: &canvas, x: left, y: 2, width: min(30, size.width - left - 1), glyphs: glyphs)
  }

  /// How the list is arranged, where that is not its own way.
  func arrangement() -> String {
    if case .choosingStatus = mode { return statusMenuTitle() }
    var parts: [String] = []
    if let sort = page.sort, document.sorts.indices.contains(sort) {
      parts.append(word("xếp: ", "sort: ") + document.sorts[sort])
    }
    let none = word("không", "none")
    if document.groupings.count > 1, document.groupings.indices.contains(page.grouping),
      document.groupings[page.grouping] != none
    {
      parts.append(word("nhóm: ", "by: ") + document.groupings[page.grouping])
    }
    if let status = page.status { parts.append(status.name[language]) }
    if !page.filter.isEmpty { parts.append("/" + page.filter) }
    return parts.joined(separator: " \(Character(glyphs.dot)) ")
  }

  /// Columns that the way here keeps.
  private static let leastPath = 12

  /// What is counted in the menu of statuses; before it, where there is room, its keys: the menu fills the last line.
  private func statusMenuTitle() -> String {
    let title = document.statusMenu.title(language)
    let (left, right) = (Character(glyphs.arrowLeft), Character(glyphs.arrowRight))
    let keys = word("\(left)\(right) chọn, Enter lọc, Esc thôi", "\(left)\(right) choose, Enter filters, Esc leaves")
    let whole = "\(keys) \(Character(glyphs.dot)) \(title)"
    let marks = [readOnlyMark, outdatedMark].compactMap(\.self).reduce(0) { $0 + TerminalText.width($1) + 2 }
    return TerminalText.width(whole) + 2 + marks + Self.leastPath <= size.width ? whole : title
  }

  // MARK: The page

  private func drawPanes(_ canvas: inout Canvas) {
    guard context != nil else {
      canvas.put(word("Đang đọc bộ dữ liệu…", "Reading the store…"), x: 1, y: Self.topRows + 1, role: .muted)
      return
    }
    let layout = layout
    var x = 0
    for (width, view) in [(layout.parent, panes.parent), (layout.focus, view), (layout.preview, panes.preview)]
    where width > 0 {
      if x > 0 {
        for y in 0..<bodySize.height {
          canvas.fill(glyphs.vertical, x: x, y: Self.topRows + y, width: 1, role: .border)
        }
        x += PaneLayout.gap
      }
      if let view { canvas.place(view.draw(), x: x, y: Self.topRows) }
      x += width
    }
  }

  // MARK: Below the page

  private func drawBottom(_ canvas: inout Canvas) {
    let y = size.height - 1
    let right = position()
    let rightWidth = TerminalText.width(right)
    let room = size.width - rightWidth - 3
    switch mode {
    case .filtering:
      let used = canvas.put(
        TerminalText.cut(word("Lọc: ", "Filter: ") + page.filter, to: room - 1, ellipsis: glyphs.ellipsis), x: 1, y: y,
        role: .notice)
      canvas.put("_", x: 1 + used, y: y, role: .notice)
      let hint = document.filterHint?[language] ?? word("Enter giữ, Esc bỏ", "Enter keeps, Esc clears")
      if used + 4 + TerminalText.width(hint) < room { canvas.put(hint, x: used + 4, y: y, role: .hint) }
    case .choosingStatus(let choice):
      drawMenu(document.statusMenu.labels(language), choice, &canvas)
      return
    case .choosingTheme(let picker):
      drawThemeHints(picker, &canvas)
      return
    case .typingDay(let field): drawDayField(field, room, &canvas)
    case .choosingExport:
      drawExportHints(&canvas)
      return
    case .recording(let form):
      drawFormHints(form, &canvas)
      return
    // A meeting has a frame of its own.
    case .browsing, .palette, .meeting:
      if let notice {
        let text = TerminalText.cut(notice.text[language], to: room, ellipsis: glyphs.ellipsis)
        canvas.put(text, x: 1, y: y, role: notice.isError ? .error : .notice)
      } else if mode == .palette {
        drawPaletteHints(room, &canvas)
      } else {
        drawHints(room, &canvas)
      }
    }
    canvas.put(right, x: size.width - rightWidth - 1, y: y, role: .hint)
  }

  /// `31/93` while somebody types a filter, else the row's number and the rows, and in brackets those that there are
  /// without the filter; of a page without rows, where it is longer than its window, the lines.
  private func position() -> String {
    if mode == .palette { return "" }
    let count = document.rows.count - document.apart.count
    if mode == .filtering { return "\(count)/\(document.unfilteredCount)" }
    let all = page.filter.isEmpty && page.status == nil ? "" : " (\(document.unfilteredCount))"
    guard let selected else { return all.isEmpty ? (scrolls ? scrolledTo : "") : "0" + all }
    let apart = document.apart.count { $0 <= selected }
    let number = document.apart.contains(selected) ? "" : "\(selected + 1 - apart)/"
    return number + "\(count)" + all
  }

  /// As many hints as there is room for, the way to the help always among them.
  private func drawHints(_ room: Int, _ canvas: inout Canvas) {
    let place = surroundings
    let y = size.height - 1
    if let row = document.hints.row, document.hints.place == place, document.hints.room == room {
      return canvas.replaceRow(y, with: row)
    }
    let hints = hints(place)
    let widths = hints.map { TerminalText.width($0.label) + 1 + TerminalText.width($0.text) + 2 }
    let isFixed = hints.map { $0.command == .help }
    var left = room - 1 + 2 - zip(widths, isFixed).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
    var x = 1
    for (index, hint) in hints.enumerated() {
      if !isFixed[index] {
        guard widths[index] <= left else { continue }
        left -= widths[index]
      }
      x += canvas.put(hint.label, x: x, y: y, role: hint.isGreyed ? .muted : .hintKey) + 1
      x += canvas.put(hint.text, x: x, y: y, role: hint.isGreyed ? .muted : .hint) + 2
    }
    drawLegend(from: x, to: 1 + room, &canvas)
    if context != nil { (document.hints.row, document.hints.place, document.hints.room) = (canvas.row(y), place, room) }
  }

  /// What the marks of the page mean, as many of them as find room, at the right.
  private func drawLegend(from left: Int, to right: Int, _ canvas: inout Canvas) {
    var shown = document.legend[...]
    while !shown.isEmpty, Content.spans(Array(shown)).width > right - left - 2 { shown.removeLast() }
    var x = right - Content.spans(Array(shown)).width
    for span in shown { x += canvas.put(span.text, x: x, y: size.height - 1, role: span.role) }
  }

  private func hints(
    _ place: KeyTable.Surroundings
  ) -> [(command: Command, label: String, text: String, isGreyed: Bool)] {
    KeyTable.all.compactMap { binding in
      let isGreyed = binding.isGreyed(in: place)
      guard let hint = binding.hint, binding.applies(place) || isGreyed else { return nil }
      guard binding.isHinted(place) else { return nil }
      guard case .move = binding.command, !place.hasRows else {
        return (binding.command, binding.hintLabel(glyphs), hint[language], isGreyed)
      }
      return scrolls ? (binding.command, binding.hintLabel(glyphs), word("cuộn", "scroll"), false) : nil
    }
  }

  private func drawMenu(_ labels: [String], _ choice: Int, _ canvas: inout Canvas) {
    let visible = LabelRow(labels.map(TerminalText.width), chosen: choice, room: size.width - 1).visible
    var x = 0
    func put(_ text: String, _ role: Role) {
      x += canvas.put(text, x: x, y: size.height - 1, role: role) + LabelRow.gap
    }
    if visible.lowerBound > 0 { put(String(Character(glyphs.earlier)), .hintKey) }
    for index in visible { put(labels[index], index == choice ? .selection : .hint) }
    if visible.upperBound < labels.count { put(String(Character(glyphs.later)), .hintKey) }
  }
}

extension KeyTable.Binding {
  /// The keys as the hint line has them, in shapes that the font has.
  fileprivate func hintLabel(_ glyphs: GlyphSet) -> String {
    switch command {
    case .move: "\(Character(glyphs.arrowUp))\(Character(glyphs.arrowDown))"
    case .sideways: "\(Character(glyphs.arrowLeft))\(Character(glyphs.arrowRight))"
    case .open: "Enter"
    case .back: "Esc"
    case .earlier: "[ ]"
    case .palette: ":"
    case .help: "?"
    default: label
    }
  }
}

extension Canvas {
  /// Keys and what they do, as many in order as end at or before a column.
  mutating func putHints(_ hints: [(key: String, text: Localized)], _ language: Language, y: Int, upTo end: Int) {
    var x = 1
    for (key, text) in hints where x + TerminalText.width(key) + 1 + TerminalText.width(text[language]) <= end {
      x += put(key, x: x, y: y, role: .hintKey) + 1
      x += put(text[language], x: x, y: y, role: .hint) + 2
    }
  }
}
