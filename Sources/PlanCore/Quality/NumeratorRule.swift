internal import TextCore

/// *Tử số lớn hơn mẫu số*: the part is not larger than the whole, and a whole is above 0. A warning.
enum NumeratorRule {
  @inline(__always)
  static func holds(_ numerator: Double, of denominator: Double) -> Bool { numerator <= denominator }

  @inline(__always)
  static func holds(denominator: Double) -> Bool { denominator > 0 }

  static let message = Localized("tử số lớn hơn mẫu số", "the numerator is above its denominator")
  static let denominatorMessage = Localized("mẫu số phải lớn hơn 0", "the denominator must be above 0")
}
