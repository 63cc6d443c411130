/// How Vietnamese was written before Unicode: one byte a letter, or a letter and its mark.
///
/// Such a table is recognised and refused: what its bytes mean depends on the font that it was typed in, and a name
/// that is read wrongly would look right.
public enum LegacyEncoding: String, Sendable, CaseIterable {
  case windows1258 = "Windows-1258"
  case tcvn3 = "TCVN3 (ABC)"
  case vni = "VNI"

  /// Signs of one of them that must be there.
  private static let least = 2

  /// The one that the bytes look like; `nil` where they look like none.
  init?(_ bytes: some Collection<UInt8>) { self.init(bytes, isUnicode: false) }

  private init?(_ bytes: some Collection<UInt8>, isUnicode: Bool) {
    var signs = [0, 0, 0]
    var before: UInt8 = 0x20
    for byte in bytes {
      if byte >= 0x80 {
        if Self.isAfterBase1258(byte, before) { signs[0] += 1 }
        if Self.isLetterOfTCVN3(byte, before) { signs[1] += 1 }
        if Self.isPairOfVNI(byte, before), !isUnicode || !Self.isPairOfUnicode(byte, before) { signs[2] += 1 }
      }
      before = byte
    }
    let most = signs.max() ?? 0
    guard most >= Self.least, let index = signs.firstIndex(of: most) else { return nil }
    self = Self.allCases[index]
  }

  /// The same for a text that somebody took for Western and saved as Unicode: «Bé C«ng an», «Boä Coâng an».
  ///
  /// Nothing that only Vietnamese has may be in it: then it is what it says.
  init?(savedAsUnicode text: [UInt8]) {
    var bytes: [UInt8] = []
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168, 0x169, 0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x300...0x36F,
        0x1EA0...0x1EF9:
        return nil
      case 0...0xFF: bytes.append(UInt8(scalar.value))
      default: bytes.append(0x20)
      }
    }
    self.init(bytes, isUnicode: true)
    guard self != .windows1258 else { return nil }
  }

  // MARK: Signs

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) && byte < 0x80 }

  private static func isVowel(_ byte: UInt8) -> Bool {
    byte < 0x80 && "aeiouy".utf8.contains(byte | 0x20)
  }

  /// Tones stand after their vowel: grave, hook, tilde, acute, dot.
  private static func isAfterBase1258(_ byte: UInt8, _ before: UInt8) -> Bool {
    switch byte {
    case 0xCC, 0xD2, 0xDE, 0xEC, 0xF2:
      isVowel(before) || [0xE2, 0xE3, 0xEA, 0xF4, 0xF5, 0xFD, 0xC2, 0xC3, 0xCA, 0xD4, 0xD5, 0xDD].contains(before)
    default: false
    }
  }

  /// Letters where Western text has signs, between letters.
  private static func isLetterOfTCVN3(_ byte: UInt8, _ before: UInt8) -> Bool {
    switch byte {
    case 0xA8...0xAE, 0xB5...0xB9, 0xBB...0xBE: isLetter(before) || (0xA8...0xAE).contains(before)
    default: false
    }
  }

  /// Two vowels as in «Hoà», «hoá», «hoãn», which are Vietnamese as they stand.
  private static func isPairOfUnicode(_ byte: UInt8, _ before: UInt8) -> Bool {
    before | 0x20 == UInt8(ascii: "o") && [0xC0, 0xC1, 0xC3, 0xE0, 0xE1, 0xE3].contains(byte)
  }

  /// A vowel, then the letter that stands for its marks.
  private static func isPairOfVNI(_ byte: UInt8, _ before: UInt8) -> Bool {
    let mark = byte >= 0xE0 ? byte : byte | 0x20
    return switch before | 0x20 {
    case UInt8(ascii: "a"):
      [0xE0, 0xE1, 0xE2, 0xE3, 0xE4, 0xE5, 0xE8, 0xE9, 0xEA, 0xEB, 0xEF, 0xF5, 0xF8, 0xF9, 0xFA, 0xFB, 0xFC]
        .contains(mark)
    case UInt8(ascii: "e"), UInt8(ascii: "o"):
      [0xE0, 0xE1, 0xE2, 0xE3, 0xE4, 0xE5, 0xEF, 0xF5, 0xF8, 0xF9, 0xFB].contains(mark)
    case UInt8(ascii: "u"), UInt8(ascii: "y"), 0xF4, 0xF6: [0xEF, 0xF5, 0xF8, 0xF9, 0xFB].contains(mark)
    default: false
    }
  }
}
