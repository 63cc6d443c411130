import PlanCore
import TextCore

/// Days as people type them.
enum TypedDay {
  /// `30/06/2023`, `2023-06-30`, `30/06`, and for a month's last day `06/2023`, `2023-06` and `tháng 6`; days and
  /// months without a year are of `year`. `-` and `.` stand in for `/`.
  ///
  /// - Parameter takesMonth: whether `6` alone is June.
  static func day(_ text: String, in year: Int, takesMonth: Bool = false) -> Day? {
    var folded = text.folded
    var takesMonth = takesMonth
    for word in ["thang", "th", "month"] where folded.hasPrefix(word) {
      folded = String(folded.dropFirst(word.count).drop { $0 == " " })
      takesMonth = true
      break
    }
    let parts = folded.split(omittingEmptySubsequences: false) { "/-.".contains($0) }
    guard parts.count <= 3, parts.allSatisfy({ !$0.isEmpty && $0.utf8.count <= 4 && $0.utf8.allSatisfy(isDigit) })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    let isYear = parts.map { $0.utf8.count == 4 }
    guard parts.allSatisfy({ $0.utf8.count != 3 }) else { return nil }
    switch (isYear, numbers.count) {
    case ([true, false, false], 3): return Day(year: numbers[0], month: numbers[1], day: numbers[2])
    case ([false, false, true], 3): return Day(year: numbers[2], month: numbers[1], day: numbers[0])
    case ([true, false], 2): return Day(year: numbers[0], month: numbers[1], day: 1)?.monthEnd
    case ([false, true], 2): return Day(year: numbers[1], month: numbers[0], day: 1)?.monthEnd
    case ([false, false], 2): return Day(year: year, month: numbers[1], day: numbers[0])
    case ([false], 1) where takesMonth: return Day(year: year, month: numbers[0], day: 1)?.monthEnd
    default: return nil
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
