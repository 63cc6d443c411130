import PlanCore
import TextCore

/// What a column of a list says as a value.
struct Datum<Item> {
  let title: String
  let value: (Item) -> DataTable.Value
}

extension DataTable.Value {
  /// A text that people read, as the day or whole number that it is.
  init(reading text: String) {
    if !text.hasWords {
      self = .none
    } else if let day = Day(slashed: text) {
      self = .day(day)
    } else if let number = Int(text), String(number) == text {
      self = .number(text)
    } else {
      self = .text(text)
    }
  }

  static func count(_ number: Int) -> Self { .number("\(number)") }

  /// A text; none where it is empty.
  static func words(_ text: String) -> Self { text.isEmpty ? .none : .text(text) }

  /// A share of 0…1 as per cent, cut as on the screen.
  static func percent(_ share: Double) -> Self { digits(NumberText.cut(share * 100, toward: .atLeast, .english)) }

  /// A number as English has it; none where it is no number.
  static func digits(_ text: String) -> Self { text.hasWords ? .number(text) : .none }

  /// A number with just the digits that it has.
  static func plain(_ number: Double) -> Self { digits(NumberText.plain(number, .english)) }

  static func day(_ day: Day?) -> Self { day.map { .day($0) } ?? .none }
}
