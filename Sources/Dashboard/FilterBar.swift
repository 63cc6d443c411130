import PlanCore
import TerminalKit
import TextCore

extension State {
  /// Longest filter that can be typed, in Unicode scalars.
  static let longestFilter = 60

  /// Takes a key while the filter bar is open. Input methods send a letter, Backspace and a letter: both belong here.
  mutating func editFilter(_ key: Key) -> [Effect] {
    var filter = page.filter.unicodeScalars
    switch key {
    case .character(let letter) where filter.count < Self.longestFilter,
      .pasted(let letter) where filter.count < Self.longestFilter:
      filter.append(letter)
    case .backspace, .delete: if !filter.isEmpty { filter.removeLast() }
    case .control("u"): filter.removeAll()
    case .control("w"): removeWord(&filter)
    case .enter:
      mode = .browsing
      return []
    case .escape:
      mode = .browsing
      filter.removeAll()
    case .control("c"): return [.quit]
    case .control("z"): return [.suspend]
    case .up, .down, .pageUp, .pageDown, .home, .end, .tab:
      mode = .browsing
      return browse(key)
    default: return []
    }
    let text = String(filter).precomposed
    if text != page.filter { arrange { $0.filter = text } }
    return []
  }

  private func removeWord(_ text: inout String.UnicodeScalarView) {
    while text.last == " " { text.removeLast() }
    while let last = text.last, last != " " { text.removeLast() }
  }

  // MARK: The status menu

  /// Takes a key while the status menu is open: arrows choose, Enter applies, Esc leaves it as it was.
  mutating func chooseStatus(_ key: Key, _ choice: Int) -> [Effect] {
    let count = document.statusMenu.choices.count + 1
    switch key {
    case .left, .up, .backTab: mode = .choosingStatus((choice + count - 1) % count)
    case .right, .down, .tab, .character("f"): mode = .choosingStatus((choice + 1) % count)
    case .enter: apply(choice)
    case .escape, .character("q"): mode = .browsing
    case .control("c"): return [.quit]
    case .control("z"): return [.suspend]
    default: break
    }
    return []
  }

  private mutating func apply(_ choice: Int) {
    mode = .browsing
    let choices = document.statusMenu.choices
    arrange { $0.status = choices.indices.contains(choice - 1) ? choices[choice - 1].option : nil }
  }
}
