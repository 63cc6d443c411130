internal import TextCore

/// A period as people write it, as the store does: `2023-06` or `2023-06-30`.
enum ForeignPeriod {
  /// A quarter stands for its last month, «6 tháng đầu năm» for June, a year for December. `nil` where the text says
  /// no period, or says one only by half, as `2023` does.
  static func store(_ text: String) -> String? {
    let text = text.precomposed
    if Day(iso: text) != nil || Day(monthEnd: text) != nil { return text }
    guard text.utf8.count <= 60 else { return nil }
    let words = ForeignText.allWords(text).inOneSpelling.split(separator: " ").flatMap(splitLetters)
    let numbers = words.compactMap { Int($0) }
    let names = words.filter { Int($0) == nil && roman[$0] == nil }
    if names.isEmpty, numbers.count == words.count { return plain(words, numbers) }
    return named(names, words.compactMap { Int($0) ?? roman[$0] })
  }

  private static let roman = ["i": 1, "ii": 2, "iii": 3, "iv": 4]

  /// `t6` is `t` and `6`.
  private static func splitLetters(_ word: Substring) -> [String] {
    let letters = word.prefix { !("0"..."9").contains($0) }
    let rest = word.dropFirst(letters.count)
    return [letters, rest].filter { !$0.isEmpty }.map(String.init)
  }

  /// Numbers alone: the day first, or the year.
  private static func plain(_ words: [String], _ numbers: [Int]) -> String? {
    func isYear(_ place: Int) -> Bool { words[place].utf8.count == 4 }
    switch numbers.count {
    case 2 where isYear(1): return month(numbers[0], numbers[1])
    case 2 where isYear(0): return month(numbers[1], numbers[0])
    case 3 where isYear(2): return Day(year: numbers[2], month: numbers[1], day: numbers[0])?.iso
    case 3 where isYear(0): return Day(year: numbers[0], month: numbers[1], day: numbers[2])?.iso
    default: return nil
    }
  }

  private static func named(_ names: [String], _ numbers: [Int]) -> String? {
    let words = names.filter { !["nam", "dau", "den", "het", "ki", "of", "year", "luy", "ke"].contains($0) }
    switch (words, numbers.count) {
    case (["thang"], 2), (["t"], 2), (["month"], 2):
      // «6 tháng đầu năm 2023» and «tháng 6 năm 2023» end with the same month.
      return month(numbers[0], numbers[1])
    case (["qui"], 2), (["q"], 2), (["quarter"], 2):
      return (1...4).contains(numbers[0]) ? month(numbers[0] * 3, numbers[1]) : nil
    case ([], 3), (["ngay"], 3), (["ngay", "thang"], 3):
      return fullYear(numbers[2]) ? Day(year: numbers[2], month: numbers[1], day: numbers[0])?.iso : nil
    case ([], 1) where names.contains("nam") || names.contains("year"): return month(12, numbers[0])
    default: return nil
    }
  }

  private static func fullYear(_ year: Int) -> Bool { (1_000...9_999).contains(year) }

  private static func month(_ month: Int, _ year: Int) -> String? {
    guard fullYear(year), let day = Day(year: year, month: month, day: 1) else { return nil }
    return String(day.iso.prefix(7))
  }
}
