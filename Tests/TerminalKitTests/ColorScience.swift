import Glibc
import TerminalKit

/// How colours look to people.
enum ColorScience {
  /// Red, green and blue in proportion to light, 0…1: IEC 61966-2-1, with the threshold that WCAG 2 corrected in 2021.
  static func linear(_ color: Color) -> [Double]? {
    guard let (red, green, blue) = color.components else { return nil }
    return [red, green, blue].map { channel in
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
  }

  // MARK: Contrast

  /// Relative luminance, 0…1 (WCAG 2.2, «relative luminance»).
  static func luminance(_ color: Color) -> Double? {
    linear(color).map { 0.2126 * $0[0] + 0.7152 * $0[1] + 0.0722 * $0[2] }
  }

  /// Contrast ratio, 1…21 (WCAG 2.2, «contrast ratio»); `nil` where one is the terminal's own.
  static func contrast(_ one: Color, _ other: Color) -> Double? {
    guard let a = luminance(one), let b = luminance(other) else { return nil }
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  // MARK: Colour vision

  /// Who looks. The matrices are those of severity 1 in G. M. Machado, M. M. Oliveira, L. A. F. Fernandes: A
  /// physiologically-based model for simulation of color vision deficiency, IEEE Transactions on Visualization and
  /// Computer Graphics 15 (2009), 1291–1298; they apply to linear red, green and blue.
  enum Eye: CaseIterable {
    case normal, protanopia, deuteranopia, tritanopia

    fileprivate var matrix: [[Double]] {
      switch self {
      case .normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
      case .protanopia:
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
      case .deuteranopia:
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
      case .tritanopia:
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
      }
    }
  }

  /// What such an eye sees, in CIE L*a*b* under D65.
  static func seen(_ color: Color, by eye: Eye) -> Lab? {
    guard let light = linear(color) else { return nil }
    let rgb = eye.matrix.map { row in min(1, max(0, zip(row, light).reduce(0) { $0 + $1.0 * $1.1 })) }
    let toXYZ = [
      [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041],
    ]
    let f = zip(toXYZ, [0.95047, 1, 1.08883]).map { row, white in
      let t = zip(row, rgb).reduce(0) { $0 + $1.0 * $1.1 } / white
      return t > 216.0 / 24_389 ? cbrt(t) : (24_389.0 / 27 * t + 16) / 116
    }
    return Lab(l: 116 * f[1] - 16, a: 500 * (f[0] - f[1]), b: 200 * (f[1] - f[2]))
  }

  /// How different two colours look to such an eye: CIEDE2000, where 1 is about the least that can be seen side by side.
  static func difference(_ one: Color, _ other: Color, to eye: Eye) -> Double? {
    guard let a = seen(one, by: eye), let b = seen(other, by: eye) else { return nil }
    return a.difference(b)
  }
}

/// A colour in CIE L*a*b*.
struct Lab {
  var l: Double
  var a: Double
  var b: Double

  /// CIEDE2000, as in G. Sharma, W. Wu, E. N. Dalal: The CIEDE2000 color-difference formula: implementation notes,
  /// supplementary test data, and mathematical observations, Color Research and Application 30 (2005), 21–30.
  func difference(_ other: Lab) -> Double {
    let meanChroma = (hypot(a, b) + hypot(other.a, other.b)) / 2
    let g = 0.5 * (1 - (pow(meanChroma, 7) / (pow(meanChroma, 7) + pow(25, 7))).squareRoot())
    let (a1, a2) = ((1 + g) * a, (1 + g) * other.a)
    let (c1, c2) = (hypot(a1, b), hypot(a2, other.b))
    let (h1, h2) = (Self.hue(a1, b), Self.hue(a2, other.b))
    var turn = c1 * c2 == 0 ? 0 : h2 - h1
    if turn > 180 { turn -= 360 } else if turn < -180 { turn += 360 }
    var h = h1 + h2
    if c1 * c2 != 0 { h = abs(h1 - h2) <= 180 ? h / 2 : h < 360 ? (h + 360) / 2 : (h - 360) / 2 }
    let (l, c) = ((self.l + other.l) / 2, (c1 + c2) / 2)
    let t =
      1 - 0.17 * Self.cosine(h - 30) + 0.24 * Self.cosine(2 * h) + 0.32 * Self.cosine(3 * h + 6)
      - 0.2 * Self.cosine(4 * h - 63)
    let off = (l - 50) * (l - 50)
    let dl = (other.l - self.l) / (1 + 0.015 * off / (20 + off).squareRoot())
    let dc = (c2 - c1) / (1 + 0.045 * c)
    let dh = 2 * (c1 * c2).squareRoot() * sin(turn / 2 * .pi / 180) / (1 + 0.015 * c * t)
    let swing = 30 * exp(-pow((h - 275) / 25, 2))
    let rotation = -sin(2 * swing * .pi / 180) * 2 * (pow(c, 7) / (pow(c, 7) + pow(25, 7))).squareRoot()
    return (dl * dl + dc * dc + dh * dh + rotation * dc * dh).squareRoot()
  }

  /// Degrees, 0 up to 360.
  private static func hue(_ a: Double, _ b: Double) -> Double {
    let angle = atan2(b, a) * 180 / .pi
    return angle < 0 ? angle + 360 : angle
  }

  private static func cosine(_ degrees: Double) -> Double { cos(degrees * .pi / 180) }
}
