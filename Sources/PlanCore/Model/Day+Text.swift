extension Day {
  /// Reads `2023-06-30`.
  public init?(iso text: some StringProtocol) { self.init(text, length: 10) }

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
    guard let first = Day(text, length: 7) else { return nil }
    self = first.monthEnd
  }

  /// Reads `2023-06-30`, or so much of it; a month's first day where the text has no day.
  private init?(_ text: some StringProtocol, length: Int) {
    guard text.utf8.count == length else { return nil }
    var (year, month, day) = (0, 0, length < 8 ? 1 : 0)
    var place = 0
    for byte in text.utf8 {
      let digit = Int(byte) - 0x30
      switch place {
      case 4, 7: guard byte == UInt8(ascii: "-") else { return nil }
      case _ where !(0...9).contains(digit): return nil
      case 0...3: year = year * 10 + digit
      case 5, 6: month = month * 10 + digit
      default: day = day * 10 + digit
      }
      place += 1
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
