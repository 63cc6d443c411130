import TextCore

/// The gate through which every text reaches a terminal.
///
/// What comes out is NFC, has a known width, and holds nothing that a terminal acts on: control characters are shown
/// as `^[`, everything else that is invisible, unassigned or turns the direction of writing as `<U+202E>`, a newline
/// or tab as a space.
public enum TerminalText {
  /// A letter with the marks that follow it.
  public struct Grapheme: Hashable, Sendable {
    public var scalar: Unicode.Scalar
    public var marks: (UInt32, UInt32) = (0, 0)
    /// Columns: 1 or 2.
    public var width: Int

    public static func == (a: Grapheme, b: Grapheme) -> Bool {
      a.scalar == b.scalar && a.marks == b.marks && a.width == b.width
    }

    public func hash(into hasher: inout Hasher) {
      hasher.combine(scalar)
      hasher.combine(width)
    }
  }

  /// Takes the text apart into what a terminal draws, in order.
  public static func forEachGrapheme(in text: String, _ body: (Grapheme) -> Void) {
    var pending: Grapheme?
    func flush() {
      if let grapheme = pending { body(grapheme) }
      pending = nil
    }
    for scalar in text.precomposed.unicodeScalars {
      switch ScalarWidth.of(scalar) {
      case .columns(let width):
        flush()
        pending = Grapheme(scalar: scalar, width: width)
      case .mark where pending != nil:
        if pending?.marks.0 == 0 {
          pending?.marks.0 = scalar.value
        } else if pending?.marks.1 == 0 {
          pending?.marks.1 = scalar.value
        }
      case .mark, .unsafe:
        flush()
        for visible in mark(for: scalar).unicodeScalars { body(Grapheme(scalar: visible, width: 1)) }
      }
    }
    flush()
  }

  /// Columns that the text takes.
  public static func width(_ text: String) -> Int {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
    var width = 0
    forEachGrapheme(in: text) { width += $0.width }
    return width
  }

  /// The text with nothing in it that a terminal would act on.
  public static func safe(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    forEachGrapheme(in: text) { append($0, to: &out) }
    return String(out)
  }

  /// The text cut to so many columns, with `ellipsis` in the last where something is missing.
  public static func cut(_ text: String, to width: Int, ellipsis: String = "…") -> String {
    if self.width(text) <= width { return safe(text) }
    let room = width - self.width(ellipsis)
    guard room >= 0 else { return "" }
    var out = String.UnicodeScalarView()
    var used = 0
    var blanks = 0
    var isFull = false
    forEachGrapheme(in: text) { grapheme in
      isFull = isFull || used + grapheme.width > room
      guard !isFull else { return }
      used += grapheme.width
      // Blanks count only once a letter follows: none stands before the ellipsis.
      if grapheme.scalar == " " {
        blanks += 1
        return
      }
      for _ in 0..<blanks { out.append(" ") }
      blanks = 0
      append(grapheme, to: &out)
    }
    return String(out) + ellipsis
  }

  private static func append(_ grapheme: Grapheme, to out: inout String.UnicodeScalarView) {
    out.append(grapheme.scalar)
    for mark in [grapheme.marks.0, grapheme.marks.1] where mark != 0 {
      if let scalar = Unicode.Scalar(mark) { out.append(scalar) }
    }
  }

  /// The text broken at blanks into lines of at most so many columns; a longer word is broken where it must.
  public static func wrap(_ text: String, to width: Int) -> [String] {
    guard width > 0 else { return [] }
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(whereSeparator: \.isWhitespace) {
      var rest = safe(String(word))
      let need = self.width(rest)
      if used > 0, used + 1 + need > width {
        lines.append(line)
        (line, used) = ("", 0)
      }
      if used > 0 {
        line += " "
        used += 1
      }
      while used == 0, self.width(rest) > width {
        let head = cut(rest, to: width, ellipsis: "")
        guard !head.isEmpty else { return lines }
        lines.append(head)
        rest = String(rest.unicodeScalars.dropFirst(head.unicodeScalars.count))
      }
      line += rest
      used += self.width(rest)
    }
    if used > 0 { lines.append(line) }
    return lines
  }

  private static func mark(for scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: " "
    case 0x00...0x1F: "^" + String(Character(Unicode.Scalar(UInt8(scalar.value) + 0x40)))
    case 0x7F: "^?"
    default: "<U+\(hexadecimal(scalar.value))>"
    }
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
