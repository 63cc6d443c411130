/// A style in the colours of a picture, where no terminal lends its own.
struct Ink: Hashable {
  /// Of the letters.
  var color: RGB
  /// Behind them.
  var ground: RGB
  var isBold = false
  var isUnderlined = false

  struct RGB: Hashable {
    var red: Int
    var green: Int
    var blue: Int

    /// `#rrggbb`
    var hex: String {
      "#"
        + [red, green, blue].map { channel in
          let digits = String(channel, radix: 16)
          return digits.count < 2 ? "0" + digits : digits
        }.joined()
    }

    init(_ red: Int, _ green: Int, _ blue: Int) { (self.red, self.green, self.blue) = (red, green, blue) }

    /// `nil` for the terminal's own.
    init?(_ color: Color) {
      guard let (red, green, blue) = color.components else { return nil }
      self.init(red, green, blue)
    }

    /// So many parts of 256 of the way to another colour.
    func mixed(with other: RGB, parts: Int) -> RGB {
      func mix(_ a: Int, _ b: Int) -> Int { (a * (256 - parts) + b * parts) / 256 }
      return RGB(mix(red, other.red), mix(green, other.green), mix(blue, other.blue))
    }
  }

  /// What stands for a terminal's own colours: those of most terminals.
  private static let paper = (ink: RGB(0xDC, 0xDC, 0xDC), ground: RGB(0x16, 0x16, 0x16))

  init(_ style: Style) {
    color = RGB(style.foreground) ?? Self.paper.ink
    ground = RGB(style.background) ?? Self.paper.ground
    if style.attributes.contains(.reverse) { swap(&color, &ground) }
    if style.attributes.contains(.dim) { color = color.mixed(with: ground, parts: 96) }
    isBold = style.attributes.contains(.bold)
    isUnderlined = style.attributes.contains(.underline)
  }
}
