import TextCore

extension Canvas {
  /// The same picture for a terminal that cannot show more than ASCII: letters without their marks, lines and shapes
  /// as their look-alikes, anything else as `?`. Nothing moves: a wide letter is two of them.
  public var asciiOnly: Canvas {
    var copy = self
    copy.mapCells { cell in
      cell.marks = (0, 0)
      if cell.scalar < 0x80, !cell.isContinuation { return }
      cell.scalar = Self.lookAlike(cell.scalar)
    }
    return copy
  }

  fileprivate static func lookAlike(_ value: UInt32) -> UInt32 {
    guard let scalar = Unicode.Scalar(value) else { return 0x3F }
    let plain = lookAlikes[scalar] ?? scalar.withoutMarks
    return plain.isASCII && plain.value >= 0x20 ? plain.value : 0x3F
  }

  private static let lookAlikes: [Unicode.Scalar: Unicode.Scalar] = {
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    let pairs: [(shapes: String, ascii: Unicode.Scalar)] = [
      ("\u{A0}\u{2002}\u{2003}\u{2009}\u{202F}", " "), ("–—−─━═┄┈‐‑", "-"), ("│┃║╎", "|"), ("┌┐└┘├┤┬┴┼╔╗╚╝", "+"),
      ("“”„«»", "\""), ("‘’‚", "'"), ("•●", "*"), ("…·", "."), ("←‹", "<"), ("→›", ">"), ("↑", "^"), ("↓", "v"),
      ("×", "x"), ("≤", "<"), ("≥", ">"), ("₫", "d"), ("█▉▊▋▌▓", "#"), ("▐", "["), ("▍▎▏", " "), ("▒╱", "?"),
      ("░", "-"), ("¯▔", "'"), ("˙", "`"),
    ]
    for (shapes, ascii) in pairs {
      for shape in shapes.unicodeScalars { table[shape] = ascii }
    }
    for (shape, ascii) in GlyphSet.asciiTwins { table[shape] = ascii }
    return table
  }()
}

extension String {
  /// The same text for a terminal that cannot show more than ASCII: letters without their marks, shapes as their
  /// look-alikes, anything else as `?`.
  public var asciiOnly: String {
    var text = String.UnicodeScalarView()
    for scalar in precomposed.unicodeScalars {
      text.append(scalar.isASCII ? scalar : Unicode.Scalar(Canvas.lookAlike(scalar.value)) ?? "?")
    }
    return String(text)
  }
}

extension GlyphSet {
  /// Every shape of the richer levels beside what `ascii` shows for the same meaning.
  fileprivate static var asciiTwins: [(Unicode.Scalar, Unicode.Scalar)] {
    let shapes: [KeyPath<GlyphSet, Unicode.Scalar>] = [
      \.met, \.onTrack, \.atRisk, \.offTrack, \.missed, \.noData, \.done, \.open, \.cancelled, \.published, \.partial,
      \.stale, \.simulated, \.selected, \.earlier, \.horizontal, \.vertical, \.chartPoint,
    ]
    var twins = [GlyphSet.box, .blocks].flatMap { level in
      shapes.map { (level[keyPath: $0], GlyphSet.ascii[keyPath: $0]) }
    }
    twins += zip(GlyphSet.blocks.spark, GlyphSet.ascii.spark).dropLast()
    return twins
  }
}
