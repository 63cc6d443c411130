import PlanCore
import TerminalKit
import TextCore

extension State {
  /// Takes a key while the filter bar is open.
  mutating func editFilter(_ key: Key) -> [Effect] {
    var field = LineField(page.filter)
    switch key {
    case _ where field.edit(key): break
    case .enter:
      mode = .browsing
      return []
    case .escape:
      mode = .browsing
      field = LineField()
    case .control("c"): return [.quit]
    case .control("z"): return [.suspend]
    case .up, .down, .pageUp, .pageDown, .home, .end, .tab:
      mode = .browsing
      return browse(key)
    default: return []
    }
    if field.text != page.filter { arrange { $0.filter = field.text } }
    return []
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
