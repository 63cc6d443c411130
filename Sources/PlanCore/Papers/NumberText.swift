public import TextCore

/// Numbers as people read them: a decimal comma in Vietnamese, a point in English.
public enum NumberText {
  /// A number with so many digits after the point, rounded; meant for numbers that have no more than these.
  public static func text(_ value: Double, decimals: Int, _ language: Language) -> String {
    guard value.isFinite else { return "–" }
    let digits = min(max(0, decimals), 9)
    let scaled = (abs(value) * power(digits)).rounded()
    guard scaled < 1e15 else { return plain(value, language) }
    return fixed(scaled, digits, isNegative: value < 0, language)
  }

  /// A number that was worked out, cut at one decimal toward «not met»: 99.94 of a wanted 100 is 99,9.
  public static func cut(_ value: Double, toward comparator: Indicator.Comparator, _ language: Language) -> String {
    guard value.isFinite else { return "–" }
    guard let cut = tenths(value, toward: comparator) else { return plain(value, language) }
    return fixed(abs(cut), 1, isNegative: cut < 0, language)
  }

  /// The same as a whole number of tenths, for sums of what is shown; `nil` where it is too large to be one.
  public static func tenths(_ value: Double, toward comparator: Indicator.Comparator) -> Double? {
    let tenths = value * 10
    guard abs(tenths) < 1e15 else { return nil }
    // What binary fractions leave beside a whole number of tenths is no figure.
    let nearest = tenths.rounded()
    let isWhole = abs(tenths - nearest) <= 1e-9 * max(1, abs(tenths))
    return isWhole ? nearest : tenths.rounded(comparator.wantsMore ? .down : .up)
  }

  /// A number with just the digits that it has.
  public static func plain(_ value: Double, _ language: Language) -> String {
    guard value.isFinite else { return "–" }
    var text = value == 0 ? "0" : value.description
    if text.hasSuffix(".0") { text.removeLast(2) }
    return language == .vietnamese ? String(text.map { $0 == "." ? "," : $0 }) : text
  }

  /// A count in groups of three digits: `1.234.567`, in English `1,234,567`.
  public static func grouped(_ count: Int, _ language: Language) -> String {
    let digits = Array(String(count.magnitude))
    let groups = stride(from: digits.count, to: 0, by: -3).map { String(digits[max(0, $0 - 3)..<$0]) }
    return (count < 0 ? "-" : "") + groups.reversed().joined(separator: language == .vietnamese ? "." : ",")
  }

  private static func power(_ digits: Int) -> Double { (0..<digits).reduce(1) { power, _ in power * 10 } }

  /// `scaled` is a whole number below 10^15.
  private static func fixed(_ scaled: Double, _ digits: Int, isNegative: Bool, _ language: Language) -> String {
    var text = String(Int64(scaled))
    if digits > 0 {
      text = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
      text.insert(language == .vietnamese ? "," : ".", at: text.index(text.endIndex, offsetBy: -digits))
    }
    return isNegative && scaled != 0 ? "-" + text : text
  }
}

/// Shares of 0…1 as per cent.
public enum PercentText {
  /// Cut at one decimal: 92 of 93 is 98,9 %, never 99 %.
  public static func text(_ share: Double, _ language: Language) -> String {
    let number = NumberText.cut(share * 100, toward: .atLeast, language)
    return language == .vietnamese ? "\(number) %" : "\(number)%"
  }
}

extension Figure {
  /// As much of the value as `text` shows.
  public func shown(_ comparator: Indicator.Comparator) -> Double {
    guard decimals == nil else { return value }
    return NumberText.tenths(value, toward: comparator).map { $0 / 10 } ?? value
  }

  /// As its file has it; a figure that was worked out cut at one decimal toward «not met».
  public func text(_ comparator: Indicator.Comparator, _ language: Language) -> String {
    guard let decimals else { return NumberText.cut(value, toward: comparator, language) }
    return NumberText.text(value, decimals: decimals, language)
  }
}

/// Numbers with their units.
public enum UnitText {
  /// `52,3 %`, in English `52.3%`; any other unit after a blank.
  public static func text(_ number: String, _ unit: String, _ language: Language) -> String {
    if unit == "%" { return language == .vietnamese ? "\(number) %" : "\(number)%" }
    return unit.isEmpty ? number : "\(number) \(unit)"
  }
}

extension Indicator {
  /// `> 16 %`, as the file has it.
  public func targetText(_ language: Language) -> String {
    let sign =
      switch comparator {
      case .atLeast: "≥"
      case .atMost: "≤"
      case .above, .below: comparator.rawValue
      }
    return sign + " " + UnitText.text(NumberText.text(target, decimals: targetDecimals, language), unit, language)
  }
}
