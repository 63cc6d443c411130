internal import TextCore

/// *Ngoài khoảng giá trị*: a value that nothing of its kind can have.
///
/// A share (unit `%`) lies within 0…100, both included: else a warning. A yes-or-no value is 1 or 0: else an error, as the
/// roll-up could not count it.
enum RangeRule {
  @inline(__always)
  static func holds(share: Double) -> Bool { share >= 0 && share <= 100 }

  static func holds(yesOrNo value: Double) -> Bool { value == 0 || value == 1 }

  static let shareMessage = Localized("tỷ lệ ngoài khoảng 0…100 %", "a share outside 0…100 %")

  static func yesOrNoMessage(_ indicator: String) -> Localized {
    Localized(
      "giá trị của «\(indicator)» chỉ là 1 (đã có) hoặc 0 (chưa có)", "a value of «\(indicator)» is 1 (yes) or 0 (no)")
  }
}
