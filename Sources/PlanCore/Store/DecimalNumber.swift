internal import TextCore

/// A number as the store writes it: an optional minus, digits, an optional point with digits.
struct DecimalNumber: Hashable {
  /// Always finite.
  var value: Double
  /// Digits after the point.
  var decimals: Int

  /// What a message says would be right.
  enum Example {
    case number(String)
    case yesOrNo

    static let usual = Example.number("16.5")
  }

  enum Fault: Error {
    case decimalComma
    case notANumber
    case outOfRange

    func message(for text: String, like example: Example) -> Localized {
      switch (self, example) {
      case (.outOfRange, _):
        Localized("số «\(text.brief)» quá lớn", "the number «\(text.brief)» is too large")
      case (_, .yesOrNo):
        Localized(
          "«\(text.brief)» không phải là 1 (đã có) hoặc 0 (chưa có)", "«\(text.brief)» is not 1 (yes) or 0 (no)")
      case (.decimalComma, _): .decimalComma(text)
      case (.notANumber, .number(let example)): .notANumber(text, like: example)
      }
    }
  }

  static func parse(_ text: String) -> Result<DecimalNumber, Fault> {
    var digits = 0
    var decimals: Int?
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where index == 0: continue
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        decimals = decimals.map { $0 + 1 }
      case UInt8(ascii: ".") where decimals == nil && digits > 0: decimals = 0
      default: return .failure(hasDecimalComma(text) ? .decimalComma : .notANumber)
      }
    }
    guard digits > 0, decimals != 0 else { return .failure(.notANumber) }
    guard let value = Double(text), value.isFinite else { return .failure(.outOfRange) }
    return .success(DecimalNumber(value: value, decimals: decimals ?? 0))
  }

  private static func hasDecimalComma(_ text: String) -> Bool {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty, case .success = parse(parts[0] + "." + parts[1]) else { return false }
    return true
  }

  private static func parse(_ text: Substring) -> Result<DecimalNumber, Fault> { parse(String(text)) }
}

extension Localized {
  fileprivate static func decimalComma(_ text: String) -> Localized {
    let point = String(text.map { $0 == "," ? "." : $0 }).brief
    return Localized(
      "«\(text.brief)» dùng dấu phẩy thập phân; viết \(point)", "«\(text.brief)» has a decimal comma; write \(point)")
  }

  fileprivate static func notANumber(_ text: String, like example: String) -> Localized {
    Localized(
      "«\(text.brief)» không phải là số; viết như \(example)", "«\(text.brief)» is not a number; write it as \(example)"
    )
  }
}
