extension Day {
  /// Reads `2023-06-30`.
  public init?(iso text: some StringProtocol) { self.init(text, as: "yyyy-mm-dd") }

  /// Reads `30/06/2023`.
  public init?(slashed text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count <= 2, parts[1].utf8.count <= 2, parts[2].utf8.count == 4,
      let day = Self.digits(parts[0]), let month = Self.digits(parts[1]), let year = Self.digits(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The last day of a month written `2023-06`.
  public init?(monthEnd text: some StringProtocol) {
    guard let first = Day(text, as: "yyyy-mm") else { return nil }
    self = first.monthEnd
  }

  /// Reads a text with digits where the pattern has letters; without `d` it is the first of the month.
  private init?(_ text: some StringProtocol, as pattern: String) {
    guard text.utf8.count == pattern.utf8.count else { return nil }
    var (year, month, day) = (0, 0, pattern.utf8.last == UInt8(ascii: "d") ? 0 : 1)
    for (byte, letter) in zip(text.utf8, pattern.utf8) {
      let digit = Int(byte) - 0x30
      if letter == UInt8(ascii: "-"), byte == letter { continue }
      guard letter != UInt8(ascii: "-"), (0...9).contains(digit) else { return nil }
      switch letter {
      case UInt8(ascii: "y"): year = year * 10 + digit
      case UInt8(ascii: "m"): month = month * 10 + digit
      default: day = day * 10 + digit
      }
    }
    self.init(year: year, month: month, day: day)
  }

  /// `2023-06-30`, as files have it.
  public var iso: String { "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(dayOfMonth, 2))" }

  /// `30/06/2023`, as screens have it.
  public var slashed: String { "\(dayAndMonth)/\(Self.padded(year, 4))" }

  /// `30/06`.
  public var dayAndMonth: String { "\(Self.padded(dayOfMonth, 2))/\(Self.padded(month, 2))" }

  /// `06/2023`.
  public var monthAndYear: String { "\(Self.padded(month, 2))/\(Self.padded(year, 4))" }

  private static func digits(_ text: some StringProtocol) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
