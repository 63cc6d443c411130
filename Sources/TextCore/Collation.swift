/// Where a text stands in Vietnamese alphabetical order.
///
/// Letters first (a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y, the foreign f j w z at their Latin
/// places), then tones (level, grave, hook, tilde, acute, dot below), then small letters before capitals. The C
/// library's `vi_VN` is installed almost nowhere, so the table is here.
public struct CollationKey: Comparable, Hashable, Sendable {
  private let weights: [UInt8]

  /// The key of a text; make it once where a text is compared often.
  public init(_ text: String) {
    var letters: [UInt8] = []
    var tones: [UInt8] = []
    var cases: [UInt8] = []
    for scalar in text.precomposed.unicodeScalars {
      let (letter, tone, isCapital) = Self.weigh(scalar)
      letters += letter
      tones.append(tone)
      cases.append(isCapital ? 2 : 1)
    }
    weights = letters + [0] + tones + [0] + cases
  }

  public static func < (a: CollationKey, b: CollationKey) -> Bool { a.weights.lexicographicallyPrecedes(b.weights) }

  /// A letter's weight; 0 never occurs in it, so that a shorter text comes first.
  private static func weigh(_ scalar: Unicode.Scalar) -> (letter: [UInt8], tone: UInt8, isCapital: Bool) {
    var (root, marks) = Composition.decomposed(scalar.value)
    var shape: UInt8 = 0
    var tone: UInt8 = 1
    if scalar == "đ" || scalar == "Đ" {
      root = scalar == "đ" ? 0x64 : 0x44
      shape = 1
    }
    for mark in marks {
      switch mark {
      case 0x0306: shape = 1  // ă
      case 0x0302: shape = root | 0x20 == 0x61 ? 2 : 1  // â after ă; ê, ô
      case 0x031B: shape = 2  // ơ after ô; ư
      case 0x0300: tone = 2
      case 0x0309: tone = 3
      case 0x0303: tone = 4
      case 0x0301: tone = 5
      case 0x0323: tone = 6
      default: break
      }
    }
    switch root {
    case 0x41...0x5A: return ([0x40 + (UInt8(root) - 0x41) * 4 + shape], tone, true)
    case 0x61...0x7A: return ([0x40 + (UInt8(root) - 0x61) * 4 + shape], tone, false)
    case 0x00...0x3F: return ([UInt8(root) + 1 > 0x3F ? 0x3F : UInt8(root) + 1], tone, false)
    case 0x40...0x7F: return ([0x3F], tone, false)
    default:
      return ([0xF0, UInt8(root >> 14 & 0x7F) + 1, UInt8(root >> 7 & 0x7F) + 1, UInt8(root & 0x7F) + 1], tone, false)
    }
  }
}
