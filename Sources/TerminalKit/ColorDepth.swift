/// How many colours a terminal has.
public enum ColorDepth: Hashable, Sendable, CaseIterable {
  /// Red, green and blue, 256 steps each.
  case direct
  case indexed256
  case indexed16
  case indexed8
  /// None: attributes have to do.
  case mono

  /// Whether `COLORTERM` says that a terminal has all colours, whatever its `TERM` is known for.
  public static func isDirect(colorTerm: String?) -> Bool { colorTerm == "truecolor" || colorTerm == "24bit" }

  /// The depth of a terminal with so many colours. `NO_COLOR`, set to anything but nothing, means none
  /// (no-color.org).
  public init(colors: Int, isDirect: Bool = false, noColor: String? = nil) {
    if let noColor, !noColor.isEmpty {
      self = .mono
    } else if isDirect, colors > 256 {
      self = .direct
    } else {
      switch colors {
      case 256...: self = .indexed256
      case 16...: self = .indexed16
      case 8...: self = .indexed8
      default: self = .mono
      }
    }
  }
}

extension Color {
  /// The nearest colour that a terminal of this depth has. The first sixteen of the palette are a user's own choice,
  /// so a richer terminal is never given one for a colour that a theme wrote out.
  public func mapped(to depth: ColorDepth) -> Color {
    guard let (red, green, blue) = components else { return .standard }
    switch (depth, self) {
    case (.mono, _): return .standard
    // Such a terminal takes eight numbers for its own palette, and all others for red, green and blue.
    case (.direct, .indexed(8...)): return .rgb(red: UInt8(red), green: UInt8(green), blue: UInt8(blue))
    case (.direct, _), (.indexed256, .indexed), (.indexed16, .indexed(0..<16)), (.indexed8, .indexed(0..<8)):
      return self
    case (.indexed8, .indexed(let index)) where index < 16: return .indexed(index - 8)
    case (.indexed256, _): return .indexed(Self.nearestOf240(red, green, blue))
    case (.indexed16, _): return .indexed(Self.nearestOf16(red, green, blue))
    case (.indexed8, _):
      let index = Self.nearestOf16(red, green, blue)
      return .indexed(index == 8 ? (red + green + blue > 340 ? 7 : 0) : index % 8)
    }
  }

  /// By distance in the cube, which at this density keeps hues apart.
  private static func nearestOf240(_ red: Int, _ green: Int, _ blue: Int) -> UInt8 {
    func distance(_ index: UInt8) -> Int {
      guard let other = Color.indexed(index).components else { return .max }
      let (r, g, b) = (red - other.red, green - other.green, blue - other.blue)
      // The eye's own weights, roughly.
      return 3 * r * r + 6 * g * g + b * b
    }
    // In the cube each channel's nearest step is the nearest of all; the greys are a row of their own.
    func step(_ channel: Int) -> Int { channel < 48 ? 0 : channel < 115 ? 1 : (channel - 35) / 40 }
    let cube = UInt8(16 + 36 * step(red) + 6 * step(green) + step(blue))
    let mean = (3 * red + 6 * green + blue) / 10
    let shade = min(23, max(0, (mean - 3) / 10))
    // Cubes come first where both are as near.
    return ([cube] + (max(0, shade - 1)...min(23, shade + 1)).map { UInt8(232 + $0) })
      .min { distance($0) < distance($1) } ?? cube
  }

  /// By hue: the nearest of sixteen by distance would make grey of every soft colour.
  private static func nearestOf16(_ red: Int, _ green: Int, _ blue: Int) -> UInt8 {
    let most = max(red, green, blue)
    let least = min(red, green, blue)
    let light = (3 * red + 6 * green + blue) / 10
    // What is as dark as this has no hue that anybody sees.
    guard most - least >= 48, most >= 80 else {
      switch light {
      case ..<64: return 0
      case ..<150: return 8
      case ..<235: return 7
      default: return 15
      }
    }
    // A channel is on where it lies in the upper half of the colour's own range.
    let middle = (most + least) / 2
    let index = (red > middle ? 1 : 0) | (green > middle ? 2 : 0) | (blue > middle ? 4 : 0)
    return UInt8(light >= 150 ? index + 8 : index)
  }
}

extension Style {
  /// The style as a terminal of this depth shows it. Two colours that fall together are kept apart, and of sixteen
  /// colours or eight none is taken that could not be read on its background.
  public func mapped(to depth: ColorDepth) -> Style {
    var style = Style(foreground.mapped(to: depth), on: background.mapped(to: depth), attributes)
    switch depth {
    case .direct, .indexed256, .mono: if style.foreground == style.background { style.foreground = opposite(style) }
    case .indexed16, .indexed8: style.foreground = legible(style, depth)
    }
    return style
  }

  /// White on what is dark, black on what is light.
  private func opposite(_ style: Style) -> Color {
    guard let shade = style.background.components else { return .standard }
    let isDark = 3 * shade.red + 6 * shade.green + shade.blue < 1_280
    return .indexed(isDark ? 7 : 0)
  }

  /// The colour itself, or its brighter or darker twin, or black or white: the first that can be read.
  private func legible(_ style: Style, _ depth: ColorDepth) -> Color {
    guard case .indexed(let ink) = style.foreground, case .indexed(let page) = style.background else {
      return style.foreground
    }
    let isSixteen = depth == .indexed16
    let twins = isSixteen && ink % 8 != 0 && ink % 8 != 7 ? [ink, ink ^ 8] : [ink]
    let found = twins.first { Color.contrast($0, page) >= Color.leastContrast }
    let extremes: [UInt8] = [0, isSixteen ? 15 : 7]
    return .indexed(found ?? extremes.max { Color.contrast($0, page) < Color.contrast($1, page) } ?? ink)
  }
}

extension Color {
  /// What WCAG 2 asks of large and bold text; of sixteen colours few pairs have 4.5.
  static let leastContrast = 3.0

  /// WCAG's relative luminances of the first sixteen as xterm shows them.
  private static let luminances = [
    0, 0.1298, 0.4366, 0.5664, 0.0617, 0.1739, 0.4807, 0.7835, 0.2122, 0.2126, 0.7152, 0.9278, 0.1715, 0.2848, 0.7874,
    1,
  ]

  /// WCAG's contrast of two of the first sixteen, 1…21.
  static func contrast(_ one: UInt8, _ other: UInt8) -> Double {
    guard luminances.indices.contains(Int(one)), luminances.indices.contains(Int(other)) else { return 1 }
    let (a, b) = (luminances[Int(one)], luminances[Int(other)])
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }
}
