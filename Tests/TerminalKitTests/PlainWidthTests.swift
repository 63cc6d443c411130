import Testing

@testable import TerminalKit

/// The short way through plain text says what the long one does.
@Suite struct PlainWidthTests {
  @Test func everyScalarThatIsPlainTakesOneColumn() throws {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), TerminalText.plainWidth(String(Character(scalar))) != nil else {
        continue
      }
      #expect(ScalarWidth.of(scalar) == .columns(1), "U+\(String(value, radix: 16))")
    }
  }

  @Test(arguments: ["Bộ Công an", "◄ 30/09/2023 ►", "7,5† > 8,5 %", "█▎░╱│", "≥ 100 %", "a…", "«thuky check»", "–"])
  func sameAsTheLongWay(_ text: String) {
    var long = 0
    TerminalText.forEachGrapheme(in: text) {
      long += $0.width
      return true
    }
    #expect(TerminalText.plainWidth(text) ?? long == long)
    #expect(TerminalText.width(text) == long)
    for width in 0...12 {
      #expect(TerminalText.width(TerminalText.cut(text, to: width)) <= width)
      let longer = text + "e\u{301}"
      #expect(TerminalText.cut(longer, to: 99) == text + "é")
    }
  }

  @Test(arguments: ["e\u{301}", "\u{202E}a", "a\u{AD}b", "\u{1B}[2J", "日本", "\u{200B}", "\u{2028}"])
  func notPlain(_ text: String) { #expect(TerminalText.plainWidth(text) == nil) }

  @Test func countingEndsBeyondTheLimit() {
    #expect(TerminalText.plainWidth(String(repeating: "ộ", count: 1_000), upTo: 10) == 11)
  }
}
