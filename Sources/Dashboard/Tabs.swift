import TerminalKit
import TextCore

extension State {
  /// The number of the screen that the reader is on or below, from 0.
  var activeTab: Int? { Page.screens.firstIndex(of: screen) }

  /// The six screens as they stand in their row. Where not all names find room, only the one of this screen is written
  /// out.
  var tabs: [(number: Int, text: String, columns: Range<Int>)] {
    let labels = Page.screens.enumerated().map { "\($0.offset + 1) \($0.element.name[language])" }
    let gaps = 3 * (labels.count - 1) + 4
    let isRoomy = labels.reduce(gaps) { $0 + TerminalText.width($1) } <= size.width
    var x = 1
    return labels.indices.map { number in
      let isActive = number == activeTab
      let label = isRoomy || isActive ? labels[number] : "\(number + 1)"
      let text = isActive ? "[\(label)]" : " \(label) "
      let end = x + TerminalText.width(text)
      defer { x = end + 1 }
      return (number, text, x..<end)
    }
  }
}
