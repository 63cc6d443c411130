import CSystem
import Glibc
import Testing

@testable import TerminalKit

@Suite struct TerminalTextTests {
  @Test(
    arguments: [
      ("", "", 0),
      ("Bộ Công an", "Bộ Công an", 10),
      ("Bo\u{302}\u{323} Co\u{302}ng an", "Bộ Công an", 10),
      ("\u{1B}[31mđỏ\u{1B}[0m", "^[[31mđỏ^[[0m", 13),
      ("a\tb\r\nc", "a b  c", 6),
      ("a\u{0}b\u{7}c\u{7F}", "a^@b^Gc^?", 9),
      ("\u{9B}31m", "<U+009B>31m", 11),
      ("an\u{202E}toàn\u{2069}", "an<U+202E>toàn<U+2069>", 22),
      ("a\u{200B}b\u{200D}c\u{FEFF}", "a<U+200B>b<U+200D>c<U+FEFF>", 27),
      ("x\u{E0041}", "x<U+E0041>", 10),
      ("\u{E000}", "<U+E000>", 8),
      ("a\u{AD}b", "a<U+00AD>b", 10),
      ("\u{2028}", "<U+2028>", 8),
      ("\u{301}a", "<U+0301>a", 9),
      ("漢字", "漢字", 4),
      ("ⓐ½₫✓", "ⓐ½₫✓", 4),
      ("❤\u{FE0F}", "❤<U+FE0F>", 9),
      ("z\u{304}\u{308}\u{30A}", "z\u{304}\u{308}", 1),
    ] as [(String, String, Int)]) func gate(text: String, safe: String, width: Int)
  {
    #expect(TerminalText.safe(text).unicodeScalars.elementsEqual(safe.unicodeScalars))
    #expect(TerminalText.width(text) == width)
    var canvas = Canvas(size: Size(width: 60, height: 1))
    #expect(canvas.put(text, x: 0, y: 0) == width)
  }

  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
    default: true
    }
  }

  /// Every scalar: what comes out of the gate is printable, measured right, and goes through unchanged again.
  @Test func everyScalar() {
    // Planes 4 to 13 hold nothing.
    for value in [UInt32(0)...0x3FFFF, 0xE0000...0xE0FFF, 0xFFFF0...0x100010].joined() {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(String.UnicodeScalarView([scalar]))
      let safe = TerminalText.safe(text)
      let isSafe = safe.unicodeScalars.allSatisfy { Self.isVisible($0) }
      if !isSafe || TerminalText.width(text) != TerminalText.width(safe) || TerminalText.safe(safe) != safe {
        Issue.record("U+\(String(value, radix: 16))")
      }
    }
  }

  @Test(
    arguments: [
      ("Bộ Công an", 10, "Bộ Công an"), ("Bộ Công an", 9, "Bộ Công…"), ("Bộ Công an", 8, "Bộ Công…"),
      ("Bộ Công an", 4, "Bộ…"), ("Bộ Công an", 1, "…"), ("Bộ Công an", 0, ""), ("漢字漢", 5, "漢字…"),
      ("漢字漢", 4, "漢…"), ("漢字", 1, "…"), ("", 0, ""), ("a", -1, ""),
    ] as [(String, Int, String)]) func cut(text: String, width: Int, expected: String)
  {
    #expect(TerminalText.cut(text, to: width) == expected)
  }

  @Test func cutNeverExceedsItsWidth() {
    let texts = ["Bo\u{302}\u{323} Công an 漢字", "\u{1B}[2J漢\u{202E}x", "abc"]
    for text in texts {
      for width in -1...40 {
        for ellipsis in ["…", "..", ""] {
          #expect(TerminalText.width(TerminalText.cut(text, to: width, ellipsis: ellipsis)) <= max(0, width))
        }
      }
    }
  }

  @Test(
    arguments: [
      ("một hai ba", 7, ["một hai", "ba"]), ("một hai ba", 3, ["một", "hai", "ba"]), ("một\nhai", 9, ["một hai"]),
      ("nghiêng", 3, ["ngh", "iên", "g"]), ("a nghiêng", 3, ["a", "ngh", "iên", "g"]), ("", 5, []), ("  ", 5, []),
      ("漢字漢", 5, ["漢字", "漢"]), ("漢", 1, []), ("a", 0, []),
    ] as [(String, Int, [String])]) func wrap(text: String, width: Int, expected: [String])
  {
    #expect(TerminalText.wrap(text, to: width) == expected)
  }

  @Test(
    arguments: [
      ("/srv/kho/nam-2023", 17, "/srv/kho/nam-2023"), ("/srv/kho/nam-2023", 9, "…nam-2023"),
      ("/srv/kho/nam-2023", 1, "…"), ("/srv/kho/nam-2023", 0, ""), ("漢字漢", 4, "…漢"), ("e\u{301}é", 1, "…"),
    ] as [(String, Int, String)]) func cutStart(text: String, width: Int, expected: String)
  {
    #expect(TerminalText.cutStart(text, to: width) == expected)
  }

  /// A title of a megabyte without a blank is slow for nobody: cutting looks at no more than is shown, wrapping at
  /// every letter once.
  @Test func longWords() {
    for letter in ["a", "ế", "e\u{302}\u{301}"] {
      let text = String(repeating: letter, count: 200_000)
      let clock = ContinuousClock()
      let wrapping = clock.measure { #expect(TerminalText.wrap(text, to: 70).count == 2_858) }
      let cutting = clock.measure { for _ in 0..<1_000 { #expect(TerminalText.cut(text, to: 10).count == 10) } }
      // Loaded machines and debug builds have room; what is quadratic has not.
      #expect(wrapping < .seconds(10) && cutting < .seconds(10), "\(wrapping) \(cutting)")
    }
  }
}

@Suite struct ScalarWidthTests {
  /// Every scalar that goes to a terminal is as wide here as in the C library, in the locale that thuky runs in.
  ///
  /// We differ where the C library prints what we do not send (marks of other scripts, format characters, parts of
  /// Hangul letters), and where its Unicode is older than Swift's: what it does not know, it gives no width.
  @Test func agreesWithTheCLibrary() throws {
    let locale = try #require(newlocale(LC_CTYPE_MASK, "C.UTF-8", nil))
    let previous = uselocale(locale)
    defer {
      uselocale(previous)
      freelocale(locale)
    }
    var differing: [UInt32] = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      switch ScalarWidth.of(scalar) {
      case .columns(let width):
        let theirs = Int(csystem_wcwidth(value))
        if theirs != width, theirs != -1 { differing.append(value) }
      case .mark:
        if csystem_wcwidth(value) != 0 { differing.append(value) }
      case .unsafe: break
      }
    }
    #expect(differing.isEmpty, "\(differing.map { String($0, radix: 16) })")
  }
}
