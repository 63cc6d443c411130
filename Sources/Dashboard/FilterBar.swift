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
      closeFilterBar()
      return []
    case .escape:
      mode = .browsing
      field = LineField()
    case .control("c"): return [.quit]
    case .control("z"): return [.suspend]
    case .up, .down, .pageUp, .pageDown, .home, .end, .tab:
      closeFilterBar()
      return browse(key)
    default: return []
    }
    if field.text != page.filter { refilter(field.text) }
    return []
  }

  mutating func openFilterBar() {
    mode = .filtering
    page.placeBeforeFilter = MatrixPlace(row: page.selection, column: page.column)
  }

  /// The same without the bar.
  mutating func filter(by text: String) {
    openFilterBar()
    refilter(text)
    closeFilterBar()
  }

  /// In the matrix what names a column takes the cursor there, on the row that it was on.
  private mutating func refilter(_ text: String) {
    let column = page.page == .matrix ? context?.matrixColumn(namedBy: text, search) : nil
    if let place = page.placeBeforeFilter, column != nil || document.filterHint != nil {
      (page.selection, page.column) = (place.row, column ?? place.column)
    }
    arrange { $0.filter = text }
  }

  /// A filter that has led to a column has done its work.
  private mutating func closeFilterBar() {
    mode = .browsing
    if document.filterHint != nil { arrange { $0.filter = "" } }
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
