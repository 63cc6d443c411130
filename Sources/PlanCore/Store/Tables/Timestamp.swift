/// A moment as ISO 8601 writes it with its offset: `2023-06-30T17:00:00+07:00`.
enum Timestamp {
  /// The date as written, whatever the offset; `nil` where the text is not such a moment.
  static func day(of text: String) -> Day? {
    guard let end = text.utf8.firstIndex(of: UInt8(ascii: "T")), let day = Day(iso: text[..<end]) else { return nil }
    var rest = text.utf8[end...].dropFirst()
    return takeTime(&rest) && takeOffset(&rest) && rest.isEmpty ? day : nil
  }

  /// A moment as a clock in Viet Nam shows it.
  ///
  /// - Parameter seconds: since 1970, UTC; held within the years that a day may have.
  static func text(ofSeconds seconds: Int) -> String {
    let (first, last) = (Int(Day.first.number) * 86_400, Int(Day.last.number) * 86_400)
    let local = min(max(seconds, first), last) + 7 * 3_600
    let day = local >= 0 ? local / 86_400 : (local + 1) / 86_400 - 1
    let second = local - day * 86_400
    let time = [second / 3_600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(Day(number: day).iso)T\(time.joined(separator: ":"))+07:00"
  }

  /// `17:00`, `17:00:00` or, with a fraction, `17:00:00.5`.
  private static func takeTime(_ rest: inout Substring.UTF8View) -> Bool {
    guard takeTwoDigits(&rest, below: 24), take(":", &rest), takeTwoDigits(&rest, below: 60) else { return false }
    guard take(":", &rest) else { return true }
    guard takeTwoDigits(&rest, below: 61) else { return false }
    guard take(".", &rest) else { return true }
    let length = rest.count
    rest = rest.drop { (0x30...0x39).contains($0) }
    return rest.count < length
  }

  private static func takeOffset(_ rest: inout Substring.UTF8View) -> Bool {
    if take("Z", &rest) { return true }
    return (take("+", &rest) || take("-", &rest)) && takeTwoDigits(&rest, below: 24) && take(":", &rest)
      && takeTwoDigits(&rest, below: 60)
  }

  private static func take(_ scalar: Unicode.Scalar, _ rest: inout Substring.UTF8View) -> Bool {
    guard rest.first == UInt8(ascii: scalar) else { return false }
    rest = rest.dropFirst()
    return true
  }

  private static func takeTwoDigits(_ rest: inout Substring.UTF8View, below limit: Int) -> Bool {
    let digits = rest.prefix(2)
    guard digits.count == 2, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
    rest = rest.dropFirst(2)
    return digits.reduce(0) { $0 * 10 + Int($1) - 0x30 } < limit
  }
}
