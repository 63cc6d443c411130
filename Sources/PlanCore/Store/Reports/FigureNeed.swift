internal import TextCore

/// What a row has to carry so that it counts: the nation's own a figure in either form, an agency's what the roll-up of
/// its indicator adds up.
enum FigureNeed: UInt8 {
  case yesOrNo
  case value
  case parts
  case either

  /// What an agency's row for an indicator has to carry.
  init(_ indicator: Indicator) {
    switch indicator.aggregation {
    case .agencyShare: self = .yesOrNo
    case .mean: self = .value
    case .ratio: self = .parts
    case .national: self = .either
    }
  }

  /// - Parameter hasParts: a numerator and a denominator above 0.
  @inline(__always)
  func isMet(hasValue: Bool, hasParts: Bool) -> Bool {
    switch self {
    case .yesOrNo, .value: hasValue
    case .parts: hasParts
    case .either: hasValue || hasParts
    }
  }

  /// Where a finding stands of what is missing.
  var column: ReportColumn { self == .parts ? .numerator : .value }

  var message: Localized {
    switch self {
    case .yesOrNo: Localized("cần «value» là 1 (đã có) hoặc 0 (chưa có)", "give a «value» of 1 (yes) or 0 (no)")
    case .value: Localized("cần «value»", "give a «value»")
    case .parts:
      Localized("cần «numerator» và «denominator» lớn hơn 0", "give a «numerator» and a «denominator» above 0")
    case .either:
      Localized(
        "cần «value», hoặc «numerator» và «denominator» lớn hơn 0",
        "give a «value», or a «numerator» and a «denominator» above 0")
    }
  }
}
