import PlanCore
import TerminalKit
import TextCore

/// The list of themes over the right part of the page. The cursor's theme is worn at once.
struct ThemePicker: Hashable {
  /// The number of the theme under the cursor.
  var choice: Int
  /// What was worn before.
  let before: String
}

extension State {
  /// Opens the picker; the themes come as an event, read anew.
  mutating func chooseTheme() -> [Effect] {
    mode = .choosingTheme(ThemePicker(choice: themes.firstIndex { $0.id == theme } ?? 0, before: theme))
    return [.listThemes]
  }

  /// Takes the themes in; the cursor of an open picker stays on its theme.
  mutating func list(_ choices: [ThemeChoice]) {
    let known = themes
    themes = choices
    guard case .choosingTheme(var picker) = mode else { return }
    let worn = known.indices.contains(picker.choice) ? known[picker.choice].id : theme
    picker.choice = choices.firstIndex { $0.id == worn } ?? 0
    mode = .choosingTheme(picker)
  }

  /// Takes a key while the picker is open: the cursor previews, Enter keeps, Esc goes back to what was.
  mutating func pickTheme(_ key: Key, _ picker: ThemePicker) -> [Effect] {
    let last = max(0, themes.count - 1)
    let page = max(1, pickerHeight - 1)
    switch key {
    case .down, .character("j"), .tab: return preview(picker, min(last, picker.choice + 1))
    case .up, .character("k"), .backTab: return preview(picker, max(0, picker.choice - 1))
    case .pageDown, .control("d"): return preview(picker, min(last, picker.choice + page))
    case .pageUp, .control("u"): return preview(picker, max(0, picker.choice - page))
    case .home, .character("g"): return preview(picker, 0)
    case .end, .character("G"): return preview(picker, last)
    case .enter, .right, .character("l"):
      mode = .browsing
      guard themes.indices.contains(picker.choice) else { return [] }
      theme = themes[picker.choice].id
      notice = Notice(text: Localized("giao diện: ", "theme: ") + themes[picker.choice].name)
      return []
    case .escape, .left, .character("q"), .character("h"), .character("T"):
      mode = .browsing
      return [.wear(picker.before)]
    case .character("!"):
      mode = .browsing
      push(.findings)
      return [.wear(picker.before)]
    case .control("c"): return [.quit]
    case .control("z"): return [.suspend]
    default: return []
    }
  }

  private mutating func preview(_ picker: ThemePicker, _ choice: Int) -> [Effect] {
    guard choice != picker.choice, themes.indices.contains(choice) else { return [] }
    mode = .choosingTheme(ThemePicker(choice: choice, before: picker.before))
    return [.wear(themes[choice].id)]
  }

  // MARK: Drawing

  /// Rows of the list that find room; above them stands a title, below them a sample and a line.
  private var pickerHeight: Int { max(1, min(themes.count, size.height - Self.topRows - 4)) }

  /// Columns of the names, of where a theme is from, and of how much is wrong in it.
  private static let columns = (name: 25, source: 9, findings: 4)

  func drawThemePicker(_ picker: ThemePicker, _ canvas: inout Canvas) {
    guard !themes.isEmpty else { return }
    // No column for what no theme has.
    let findings = themes.contains { $0.findingCount > 0 } ? Self.columns.findings : 0
    let width = Self.columns.name + Self.columns.source + findings + 4
    let (left, height) = (size.width - width, pickerHeight)
    var y = Self.topRows
    func begin(_ role: Role = .text) {
      canvas.fill(" ", x: left, y: y, width: width, role: .text)
      canvas.fill(glyphs.vertical, x: left, y: y, width: 1, role: .border)
    }
    func put(_ column: Int, _ text: String, _ width: Int, _ role: Role) {
      canvas.put(TerminalText.cut(text, to: width, ellipsis: glyphs.ellipsis), x: left + column, y: y, role: role)
    }
    let source = 3 + Self.columns.name
    begin()
    put(3, Localized("GIAO DIỆN", "THEME")[language], Self.columns.name - 1, .title)
    put(source, Localized("nguồn", "from")[language], Self.columns.source, .header)
    put(source + Self.columns.source, Localized("lỗi", "!")[language], findings, .header)
    y += 1
    let first = min(max(0, picker.choice - height / 2), themes.count - height)
    for number in first..<(first + height) {
      let theme = themes[number]
      begin()
      put(3, theme.name[language], Self.columns.name - 1, .text)
      put(source, theme.origin[language], Self.columns.source, .muted)
      if theme.findingCount > 0 { put(source + Self.columns.source, "!\(theme.findingCount)", 4, .error) }
      if number == picker.choice {
        canvas.fill(glyphs.selected, x: left + 1, y: y, width: 1)
        canvas.paint(.selection, x: left + 1, y: y, width: source - 2)
      }
      y += 1
    }
    begin()
    drawSample(x: left + 3, y: y, &canvas)
    canvas.fill(glyphs.horizontal, x: left, y: y + 1, width: width, role: .border)
  }

  /// Everything whose colour means something, in a line.
  private func drawSample(x: Int, y: Int, _ canvas: inout Canvas) {
    var x = x
    for status in Status.allCases {
      x += canvas.put(String(Character(status.glyph(glyphs))), x: x, y: y, role: status.role) + 1
    }
    x += 1
    for state in WorkState.allCases where state.role != .muted {
      x += canvas.put(state.glyph(glyphs), x: x, y: y, role: state.role) + 1
    }
  }

  func drawThemeHints(_ picker: ThemePicker, _ canvas: inout Canvas) {
    let y = size.height - 1
    let arrows = "\(Character(glyphs.arrowUp))\(Character(glyphs.arrowDown))"
    var x = 1
    for (key, text) in [
      (arrows, Localized("xem thử", "preview")), ("Enter", Localized("giữ", "keep")), ("Esc", Localized("bỏ", "undo")),
    ] {
      x += canvas.put(key, x: x, y: y, role: .hintKey) + 1
      x += canvas.put(text[language], x: x, y: y, role: .hint) + 2
    }
    if themes.indices.contains(picker.choice), themes[picker.choice].findingCount > 0 {
      let count = themes[picker.choice].findingCount
      let text = Localized("tệp có \(count) vấn đề, phím ! liệt kê", "\(count) findings in its file, ! lists them")
      canvas.put(
        TerminalText.cut(text[language], to: max(0, size.width - x - 8), ellipsis: glyphs.ellipsis), x: x, y: y,
        role: .notice)
    }
    guard !themes.isEmpty else { return }
    let position = "\(picker.choice + 1)/\(themes.count)"
    canvas.put(position, x: size.width - 1 - TerminalText.width(position), y: y, role: .hint)
  }
}

extension ThemeChoice {
  fileprivate var origin: Localized { isOwn ? Localized("của bạn", "yours") : Localized("đi kèm", "bundled") }
}
