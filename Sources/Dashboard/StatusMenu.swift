import PlanCore
import TerminalKit
import TextCore

/// The statuses that the lists of a page can be filtered by, each with how many it has.
struct StatusMenu {
  /// What is counted: the same for all choices.
  private(set) var unit: Localized?
  private(set) var total = 0
  private(set) var choices: [(option: StatusOption, count: Int)] = []

  /// Adds the counts of one list.
  mutating func add(_ counts: [(option: StatusOption, count: Int)], total: Int, unit: Localized) {
    // Lists of different things have nothing in common but their rows.
    self.unit = self.unit == nil || self.unit == unit ? unit : Unit.rows
    self.total += total
    for (option, count) in counts {
      if let index = choices.firstIndex(where: { $0.option == option }) {
        choices[index].count += count
      } else {
        choices.append((option, count))
      }
    }
    choices.sort { $0.option < $1.option }
  }

  /// What is counted, and how many there are in all.
  func title(_ language: Language) -> String {
    Localized("trong số ", "of ")[language] + "\(total) \(Unit.of(total, unit ?? Unit.rows)[language])"
  }

  /// All, then the statuses in their order.
  func labels(_ language: Language) -> [String] {
    [Localized("tất cả", "all")[language]] + choices.map { "\($0.option.name[language]) \($0.count)" }
  }
}

/// Which labels of a row find room, so that the chosen one is in view.
struct LabelRow {
  /// Columns from the end of one label to the next one, or to the sign that there is more on that side.
  static let gap = 2

  let visible: Range<Int>

  init(_ widths: [Int], chosen: Int, room: Int) {
    func fits(_ range: Range<Int>) -> Bool {
      let signs = (range.lowerBound > 0 ? 1 : 0) + (range.upperBound < widths.count ? 1 : 0)
      let gaps = Self.gap * (range.count + signs - 1)
      return range.reduce(signs + gaps) { $0 + widths[$1] } <= room
    }
    // What stands before the chosen one first: a row is read from its beginning.
    var (first, end) = (chosen, min(chosen + 1, widths.count))
    while first > 0, fits((first - 1)..<end) { first -= 1 }
    while end < widths.count, fits(first..<(end + 1)) { end += 1 }
    visible = first..<end
  }
}
