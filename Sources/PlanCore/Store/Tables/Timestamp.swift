/// A moment as ISO 8601 writes it with its offset: `2023-06-30T17:00:00+07:00`.
enum Timestamp {
  /// The date as written, whatever the offset; `nil` where the text is not such a moment.
  static func day(of text: String) -> Day? {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let day = Day(iso: parts[0]), isTimeWithOffset(parts[1]) else { return nil }
    return day
  }

  private static func isTimeWithOffset(_ text: Substring) -> Bool {
    if text.hasSuffix("Z") { return isTime(text.dropLast(), allowsFraction: true) }
    guard let sign = text.lastIndex(where: { $0 == "+" || $0 == "-" }) else { return false }
    return isTime(text[..<sign], allowsFraction: true)
      && isTime(text[text.index(after: sign)...], allowsFraction: false)
  }

  /// `17:00`, `17:00:00` or, with a fraction, `17:00:00.5`.
  private static func isTime(_ text: Substring, allowsFraction: Bool) -> Bool {
    let limits = [24, 60, 61]
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count) else { return false }
    for (index, part) in parts.enumerated() {
      let pieces = part.split(separator: ".", omittingEmptySubsequences: false)
      let mayHaveFraction = allowsFraction && index == 2
      guard pieces.count == 1 || mayHaveFraction && pieces.count == 2 && isDigits(pieces[1]),
        pieces[0].utf8.count == 2, isDigits(pieces[0]), let number = Int(pieces[0]), number < limits[index]
      else { return false }
    }
    return true
  }

  private static func isDigits(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
