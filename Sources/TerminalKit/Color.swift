/// A colour as a theme names it.
public enum Color: Hashable, Sendable {
  /// The terminal's own foreground or background, whatever the user chose for it.
  case standard
  /// One of the terminal's palette: 0–7, bright 8–15, the cube 16–231, greys 232–255.
  case indexed(UInt8)
  case rgb(red: UInt8, green: UInt8, blue: UInt8)

  /// A colour of 24 bits, as `0xRRGGBB`.
  public static func hex(_ value: UInt32) -> Color {
    .rgb(
      red: UInt8(truncatingIfNeeded: value >> 16), green: UInt8(truncatingIfNeeded: value >> 8),
      blue: UInt8(truncatingIfNeeded: value))
  }

  /// `#rrggbb`, `0`…`255` or `default`; anything else is `nil`.
  public init?(text: String) {
    if text == "default" {
      self = .standard
    } else if text.utf8.first == UInt8(ascii: "#") {
      let digits = text.utf8.dropFirst()
      guard digits.count == 6, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
        let value = UInt32(text.dropFirst(), radix: 16)
      else { return nil }
      self = .hex(value)
    } else {
      guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let index = UInt8(text) else { return nil }
      self = .indexed(index)
    }
  }

  /// Red, green and blue, 0…255; of the first sixteen what xterm shows by default; `nil` for the terminal's own.
  public var components: (red: Int, green: Int, blue: Int)? {
    switch self {
    case .standard: nil
    case .rgb(let red, let green, let blue): (Int(red), Int(green), Int(blue))
    case .indexed(let index): Self.components(ofIndex: Int(index))
    }
  }

  private static func components(ofIndex index: Int) -> (red: Int, green: Int, blue: Int) {
    switch index {
    case 7: return (229, 229, 229)
    case 8: return (127, 127, 127)
    case 0..<8:
      return (index & 1 == 0 ? 0 : 205, index & 2 == 0 ? 0 : 205, index & 4 == 0 ? 0 : (index == 4 ? 238 : 205))
    case 9..<16:
      let low = index == 12 ? 92 : 0
      return (index & 1 == 0 ? low : 255, index & 2 == 0 ? low : 255, index & 4 == 0 ? 0 : 255)
    case 16..<232:
      let steps = [0, 95, 135, 175, 215, 255]
      return (steps[(index - 16) / 36], steps[(index - 16) / 6 % 6], steps[(index - 16) % 6])
    default:
      let grey = 8 + (index - 232) * 10
      return (grey, grey, grey)
    }
  }
}
