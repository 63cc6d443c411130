internal import TextCore

/// The sign before decimals.
public enum DecimalSign: String, Sendable, CaseIterable {
  case comma, point

  var byte: UInt8 { self == .comma ? UInt8(ascii: ",") : UInt8(ascii: ".") }
  var other: DecimalSign { self == .comma ? .point : .comma }
}

/// A number as some spreadsheet shows it: digits in groups or not, a decimal comma or point, a percent sign.
struct ForeignNumber: Hashable {
  /// Digits, `.`, `,` and blanks as spaces; a minus first.
  private let signs: [UInt8]
  let isPercentage: Bool

  /// What the number is if the decimal sign is known to be one or the other, as the store writes it; `nil` where that
  /// cannot be.
  let (asComma, asPoint): (String?, String?)

  /// `nil` where it is no number in either way.
  init?(_ text: String) {
    guard text.utf8.count <= 60 else { return nil }
    var signs: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9", ".", ",", "-", "%": signs.append(UInt8(scalar.value))
      case "\u{2212}": signs.append(UInt8(ascii: "-"))
      case "\u{FF05}": signs.append(UInt8(ascii: "%"))
      case " ", "\u{A0}", "\u{202F}", "\u{2009}": signs.append(0x20)
      default: return nil
      }
    }
    var rest = ByteText.trimmed(signs[...])
    isPercentage = rest.last == UInt8(ascii: "%")
    if isPercentage { rest = ByteText.trimmed(rest.dropLast()) }
    self.signs = Array(rest)
    asComma = Self.read(self.signs, .comma)
    asPoint = Self.read(self.signs, .point)
    if asComma == nil, asPoint == nil { return nil }
  }

  /// The sign that this number shows its decimals with, or would; `nil` where it may be either.
  var evidence: DecimalSign? {
    if asComma == nil { return .point }
    return asPoint == nil ? .comma : nil
  }

  /// Whether it is one number with a decimal comma and another with a point.
  var isAmbiguous: Bool { evidence == nil && asComma != asPoint }

  func text(_ sign: DecimalSign) -> String? { sign == .comma ? asComma : asPoint }

  // MARK: Reading

  /// Digits in threes between blanks or the other sign, or none between; then the decimal sign and digits.
  private static func read(_ signs: [UInt8], _ sign: DecimalSign) -> String? {
    var rest = signs[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest = rest.dropFirst() }
    let parts = rest.split(separator: sign.byte, omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first.flatMap({ ungrouped($0, sign.other.byte) }) else { return nil }
    var text = isNegative ? "-" + whole : whole
    if parts.count == 2 {
      guard !parts[1].isEmpty, parts[1].allSatisfy(isDigit) else { return nil }
      text += "." + String(decoding: parts[1], as: UTF8.self)
    }
    return text
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// The digits of groups, of which only the first may have less than three, and none a zero at its beginning.
  private static func ungrouped(_ bytes: ArraySlice<UInt8>, _ other: UInt8) -> String? {
    let mark = bytes.first { !isDigit($0) }
    guard let mark else { return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self) }
    guard mark == other || mark == 0x20 else { return nil }
    let groups = bytes.split(separator: mark, omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.count), first.first != UInt8(ascii: "0"),
      groups.dropFirst().allSatisfy({ $0.count == 3 }), groups.allSatisfy({ $0.allSatisfy(isDigit) })
    else { return nil }
    return String(decoding: groups.joined(), as: UTF8.self)
  }
}

/// What the cells of a column tell of their decimal sign.
struct DecimalEvidence: Hashable {
  private(set) var commas = 0
  private(set) var points = 0

  mutating func add(_ number: ForeignNumber) {
    switch number.evidence {
    case .comma: commas += 1
    case .point: points += 1
    case nil: break
    }
  }

  /// The one sign that they show; `nil` where they show none, or both.
  var sign: DecimalSign? {
    if commas > 0 { return points == 0 ? .comma : nil }
    return points > 0 ? .point : nil
  }

  var isMixed: Bool { commas > 0 && points > 0 }
}
