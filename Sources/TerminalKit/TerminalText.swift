import TextCore

/// The gate through which every text reaches a terminal.
///
/// What comes out is NFC, has a known width, and holds nothing that a terminal acts on: control characters are shown
/// as `^[`, everything else that is invisible, unassigned or turns the direction of writing as `<U+202E>`, a newline
/// or tab as a space.
public enum TerminalText {
  /// A letter with the marks that follow it.
  public struct Grapheme: Hashable, Sendable {
    /// The letter.
    public var scalar: Unicode.Scalar
    /// At most two marks over it; 0 for none.
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

  /// Takes the text apart into what a terminal draws, in order, until `body` answers `false`.
  public static func forEachGrapheme(in text: String, _ body: (Grapheme) -> Bool) {
    var pending: Grapheme?
    func flush() -> Bool {
      defer { pending = nil }
      return pending.map(body) ?? true
    }
    text.forEachPrecomposed { scalar in
      switch ScalarWidth.of(scalar) {
      case .columns(let width):
        guard flush() else { return false }
        pending = Grapheme(scalar: scalar, width: width)
        return true
      case .mark where pending != nil:
        if pending?.marks.0 == 0 {
          pending?.marks.0 = scalar.value
        } else if pending?.marks.1 == 0 {
          pending?.marks.1 = scalar.value
        }
        return true
      case .mark, .unsafe:
        return flush() && mark(for: scalar).unicodeScalars.allSatisfy { body(Grapheme(scalar: $0, width: 1)) }
      }
    }
    _ = flush()
  }

  /// Columns that the text takes.
  public static func width(_ text: String) -> Int {
    if let width = plainWidth(text) { return width }
    var width = 0
    forEachGrapheme(in: text) {
      width += $0.width
      return true
    }
    return width
  }

  /// Columns of a text of nothing but letters that are composed and take one each, as nearly all are; `nil` of any
  /// other. Counting ends where the text takes more than `limit`.
  static func plainWidth(_ text: String, upTo limit: Int = .max) -> Int? {
    var width = 0
    var state = PlainState.start
    for byte in text.utf8 {
      switch (state, byte) {
      case (.start, 0x20..<0x7F), (.last, _): (state, width) = (.start, width + 1)
      // U+00C0…U+02FF, and of U+00A1…U+00BF all but the soft hyphen.
      case (.start, 0xC3...0xCB): state = .last
      case (.start, 0xC2): state = .afterC2
      case (.afterC2, 0xA1...0xBF) where byte != 0xAD: (state, width) = (.start, width + 1)
      // U+1E00…U+1EFF.
      case (.start, 0xE1): state = .afterE1
      case (.afterE1, 0xB8...0xBB): state = .last
      // Dashes, quotes and the ellipsis; mathematics; lines, blocks and shapes.
      case (.start, 0xE2): state = .afterE2
      case (.afterE2, 0x80): state = .afterE280
      case (.afterE280, 0x90...0xA7): (state, width) = (.start, width + 1)
      case (.afterE2, 0x88...0x89), (.afterE2, 0x94...0x96): state = .last
      default: return nil
      }
      if width > limit { return width }
    }
    return width
  }

  /// What bytes of a letter have been seen.
  private enum PlainState {
    case start
    case last
    case afterC2
    case afterE1
    case afterE2
    case afterE280
  }

  /// The text with nothing in it that a terminal would act on.
  public static func safe(_ text: String) -> String {
    if plainWidth(text) != nil { return text }
    var out = String.UnicodeScalarView()
    forEachGrapheme(in: text) {
      out.append($0)
      return true
    }
    return String(out)
  }

  /// The text cut to so many columns, with `ellipsis` in the last where something is missing.
  public static func cut(_ text: String, to width: Int, ellipsis: String = "…") -> String {
    let room = width - self.width(ellipsis)
    if let own = plainWidth(text, upTo: max(0, width)) { return cutPlain(text, own, to: width, room, ellipsis) }
    var whole = String.UnicodeScalarView()
    // What is kept where there is more than fits: no blank stands before the ellipsis.
    var kept = 0
    var (used, count) = (0, 0)
    forEachGrapheme(in: text) { grapheme in
      used += grapheme.width
      guard used <= width else { return false }
      count += whole.append(grapheme)
      if used <= room, grapheme.scalar != " " { kept = count }
      return true
    }
    if used <= width { return String(whole) }
    return room < 0 ? "" : String(String.UnicodeScalarView(whole.prefix(kept))) + ellipsis
  }

  private static func cutPlain(
    _ text: String, _ own: Int, to width: Int, _ room: Int, _ ellipsis: String
  ) -> String {
    if own <= width { return text }
    guard room >= 0 else { return "" }
    var kept = Substring(text).unicodeScalars.prefix(room)
    while kept.last == " " { kept.removeLast() }
    return String(kept) + ellipsis
  }

  /// The end of the text, cut to so many columns, with `ellipsis` in the first where something is missing.
  public static func cutStart(_ text: String, to width: Int, ellipsis: String = "…") -> String {
    var graphemes: [Grapheme] = []
    forEachGrapheme(in: text) {
      graphemes.append($0)
      return true
    }
    var used = graphemes.reduce(0) { $0 + $1.width }
    guard used > width else { return safe(text) }
    let room = width - self.width(ellipsis)
    guard room >= 0 else { return "" }
    let rest = graphemes.drop { grapheme in
      defer { used -= grapheme.width }
      return used > room
    }
    var out = String.UnicodeScalarView()
    for grapheme in rest { out.append(grapheme) }
    return ellipsis + String(out)
  }

  /// The text broken at blanks into lines of at most so many columns; a longer word is broken where it must.
  public static func wrap(_ text: String, to width: Int) -> [String] {
    guard width > 0 else { return [] }
    var wrapping = Wrapping(width: width)
    forEachGrapheme(in: text) {
      wrapping.add($0)
      return true
    }
    return wrapping.finish()
  }

  /// Lines as they fill up.
  private struct Wrapping {
    let width: Int
    private var lines: [String] = []
    private var line = (text: String.UnicodeScalarView(), width: 0)
    private var word = (text: String.UnicodeScalarView(), width: 0)

    init(width: Int) { self.width = width }

    mutating func add(_ grapheme: Grapheme) {
      if grapheme.scalar.properties.isWhitespace { return endWord() }
      if word.width + grapheme.width > width {
        endLine()
        (line, word) = (word, (String.UnicodeScalarView(), 0))
        endLine()
      }
      guard grapheme.width <= width else { return }
      word.text.append(grapheme)
      word.width += grapheme.width
    }

    mutating func finish() -> [String] {
      endWord()
      endLine()
      return lines
    }

    private mutating func endWord() {
      guard word.width > 0 else { return }
      if line.width > 0, line.width + 1 + word.width > width { endLine() }
      if line.width > 0 {
        line.text.append(" ")
        line.width += 1
      }
      line.text += word.text
      line.width += word.width
      word = (String.UnicodeScalarView(), 0)
    }

    private mutating func endLine() {
      if line.width > 0 { lines.append(String(line.text)) }
      line = (String.UnicodeScalarView(), 0)
    }
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

extension String.UnicodeScalarView {
  /// Appends a letter and its marks; the number of scalars that were appended.
  @discardableResult
  fileprivate mutating func append(_ grapheme: TerminalText.Grapheme) -> Int {
    append(grapheme.scalar)
    let marks = [grapheme.marks.0, grapheme.marks.1].filter { $0 != 0 }.compactMap(Unicode.Scalar.init)
    append(contentsOf: marks)
    return 1 + marks.count
  }
}
