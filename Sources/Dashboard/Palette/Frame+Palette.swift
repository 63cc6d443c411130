import PlanCore
import TerminalKit
import TextCore

extension State {
  /// Where the palette stands: under the tabs, over the page.
  private static var paletteTop: Int { 2 }
  private static var widestPalette: Int { 110 }
  private static var highestPalette: Int { 16 }
  /// Lines across above and below, and the line that is typed into.
  private static var paletteFrame: Int { 3 }

  private var paletteWidth: Int { min(size.width, Self.widestPalette) }

  /// How many entries are in view.
  var paletteHeight: Int {
    max(1, min(Self.highestPalette, size.height - Self.paletteTop - Self.paletteFrame - 1))
  }

  /// Draws the palette over a screen, whose other parts stay as they are.
  func drawPalette(_ canvas: inout Canvas) {
    guard let context else { return }
    let (top, width) = (Self.paletteTop, paletteWidth)
    let bottom = top + 2 + paletteHeight
    for y in top...bottom {
      canvas.fill(" ", x: 0, y: y, width: width)
      if width < size.width { canvas.fill(glyphs.vertical, x: width - 1, y: y, width: 1, role: .border) }
    }
    for y in [top, bottom] { canvas.fill(glyphs.horizontal, x: 0, y: y, width: width, role: .border) }
    drawPaletteHead(&canvas, context)
    let entries = palette.entries
    for (row, number) in (palette.top..<min(entries.count, palette.top + paletteHeight)).enumerated() {
      draw(entries[number], isChosen: number == palette.chosen, y: top + 2 + row, &canvas, context)
    }
    if entries.isEmpty { drawNothingFound(y: top + 2, &canvas, context) }
  }

  /// In the place of the page's hints.
  func drawPaletteHints(_ room: Int, _ canvas: inout Canvas) {
    let arrows = "\(Character(glyphs.arrowUp))\(Character(glyphs.arrowDown))"
    let hints = [
      (arrows, Localized("chọn", "select")), ("Enter", Localized("đi đến", "go there")),
      ("Esc", Localized("thôi", "leave")),
      ("Ctrl-U", Localized("xóa dòng", "clear the line")),
    ]
    canvas.putHints(hints, language, y: size.height - 1, upTo: room)
  }

  private func drawPaletteHead(_ canvas: inout Canvas, _ context: Context) {
    let y = Self.paletteTop
    let title =
      palette.isForFinding
      ? context.word("Không có danh sách để lọc: tìm trong cả kế hoạch", "No list to filter: find in the whole plan")
      : context.word("Bảng lệnh", "Palette")
    canvas.put(" " + title + " ", x: 1, y: y, role: .title)
    if !palette.entries.isEmpty {
      let text = " \(palette.chosen + 1)/\(palette.count) "
      canvas.put(text, x: paletteWidth - 2 - TerminalText.width(text), y: y, role: .muted)
    }
    let typed = TerminalText.cutStart(palette.field.text, to: paletteWidth - 5, ellipsis: glyphs.ellipsis)
    canvas.put(palette.isForFinding ? "/" : ":", x: 1, y: y + 1, role: .hintKey)
    let used = canvas.put(typed, x: 2, y: y + 1, role: .notice)
    canvas.put("_", x: 2 + used, y: y + 1, role: .notice)
    guard palette.field.text.isEmpty else { return }
    let hint =
      palette.isForFinding
      ? context.word("tên, chữ đầu hoặc mã", "a name, initials or a code")
      : context.word(
        "tên, chữ đầu, mã, ngày 30/06/2023, hôm nay, cuối", "a name, initials, a code, a date 30/06/2023, today, end")
    canvas.put(TerminalText.cut(hint, to: paletteWidth - 6, ellipsis: glyphs.ellipsis), x: 4, y: y + 1, role: .muted)
  }

  private func drawNothingFound(y: Int, _ canvas: inout Canvas, _ context: Context) {
    if palette.field.text.isEmpty { return }
    let text = context.word(
      "không thấy «\(palette.field.text)»", "nothing found for «\(palette.field.text)»")
    canvas.put(TerminalText.cut(text, to: paletteWidth - 3, ellipsis: glyphs.ellipsis), x: 2, y: y, role: .muted)
    let help =
      palette.isForFinding
      ? context.word("Gõ ít chữ hơn", "Type fewer letters")
      : context.word(
        "Gõ ít chữ hơn; ngày viết 30/06/2023 hoặc 2023-06-30", "Type fewer letters; dates are 30/06/2023 or 2023-06-30")
    canvas.put(TerminalText.cut(help, to: paletteWidth - 3, ellipsis: glyphs.ellipsis), x: 2, y: y + 1, role: .muted)
  }

  private func draw(_ entry: PaletteEntry, isChosen: Bool, y: Int, _ canvas: inout Canvas, _ context: Context) {
    let keyLeft = paletteWidth - 1 - PaletteEntry.keyWidth
    let kindLeft = keyLeft - 1 - PaletteEntry.kindWidth
    let room = kindLeft - 2
    let refusal = refusal(of: entry)
    if isChosen { canvas.fill(glyphs.selected, x: 0, y: y, width: 1) }
    var spans = label(entry, isRefused: refusal != nil, context)
    let used = min(room, spans.reduce(0) { $0 + TerminalText.width($1.text) })
    if let refusal { spans.append(Span("  \(Character(glyphs.none)) " + context[refusal], .notice)) }
    var x = 1
    for span in Span.cut(spans, to: room, ellipsis: glyphs.ellipsis) {
      x += canvas.put(span.text, x: x, y: y, role: span.role)
    }
    canvas.put(context[entry.kind], x: kindLeft, y: y, role: .muted, width: PaletteEntry.kindWidth)
    canvas.put(entry.keyLabel, x: keyLeft, y: y, role: refusal == nil ? .hintKey : .muted, width: PaletteEntry.keyWidth)
    if isChosen { canvas.paint(.selection, x: 0, y: y, width: 1 + used) }
  }

  /// The names of an entry, what was typed of them lit.
  private func label(_ entry: PaletteEntry, isRefused: Bool, _ context: Context) -> [Span] {
    let names = entry.names(context)
    let plain: Role = isRefused ? .muted : .text
    var spans: [Span] = []
    var isLit = false
    for (number, name) in names.enumerated() {
      if number > 0 { spans.append(Span("  ", plain)) }
      let lit = isLit ? [] : SearchQuery(palette.field.text).places(in: name)
      isLit = isLit || !lit.isEmpty
      spans += Span.lit(name, at: lit, number == 0 && names.count > 1 ? .muted : plain)
    }
    return spans
  }
}

extension Span {
  /// As much of some spans as finds room, with a sign where something was cut off.
  static func cut(_ spans: [Span], to room: Int, ellipsis: String) -> [Span] {
    var left = room
    var kept: [Span] = []
    for (number, span) in spans.enumerated() {
      let width = TerminalText.width(span.text)
      let rest = spans[(number + 1)...].reduce(0) { $0 + TerminalText.width($1.text) }
      if width + rest <= left || width <= left - TerminalText.width(ellipsis) {
        kept.append(span)
        left -= width
      } else {
        let text = spans[number...].map(\.text).joined()
        return kept + [Span(TerminalText.cut(text, to: left, ellipsis: ellipsis), span.role)]
      }
    }
    return kept
  }

  /// A text whose scalars at some places, ascending, are lit.
  fileprivate static func lit(_ text: String, at places: [Int], _ role: Role) -> [Span] {
    guard !places.isEmpty else { return [Span(text, role)] }
    var spans: [Span] = []
    var rest = places[...]
    for (number, scalar) in text.unicodeScalars.enumerated() {
      let own: Role = rest.first == number ? .match : role
      if own == .match { rest.removeFirst() }
      if spans.last?.role == own {
        spans[spans.count - 1].text.unicodeScalars.append(scalar)
      } else {
        spans.append(Span(String(scalar), own))
      }
    }
    return spans
  }
}
