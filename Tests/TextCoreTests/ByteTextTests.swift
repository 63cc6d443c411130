import Testing
import TextCore

@Suite struct ByteTextTests {
  @Test(arguments: [
    ("", ""), ("a", "a"), ("  a b\t", "a b"), ("\r\n a\u{B}\u{C}", "a"), ("\u{A0}a\u{A0}", "a"), ("\u{A0} \u{A0}", ""),
    ("à", "à"), ("\u{A0}à", "à"), ("à\u{A0}", "à"), ("Â", "Â"), ("  ", ""), ("a\u{A0}b", "a\u{A0}b"),
    ("\u{B0}", "\u{B0}"),
  ])
  func trimmed(text: String, expected: String) {
    #expect(Array(ByteText.trimmed(Array(text.utf8)[...])) == Array(expected.utf8))
  }

  @Test func columns() {
    func columns(_ bytes: [UInt8]) -> Int { ByteText.columns(in: bytes[...]) }
    #expect(columns([]) == 0)
    #expect(columns(Array("ậb👍".utf8)) == 3)
    #expect(columns(Array("a\u{323}".utf8)) == 2)
    #expect(columns([0xFF, 0xFE]) == 2)
    #expect(columns([0xE1, 0xBA]) == 2)
    #expect(columns([0xE1, 0xBA, 0x61]) == 3)
    #expect(columns([0xF0, 0x9F, 0x91]) == 3)
    #expect(columns([0xED, 0xA0, 0x80]) == 3)
  }

  @Test func strings() {
    #expect(ByteText.string([]) == "")
    #expect(ByteText.string([0x61, 0xFF]) == nil)
    #expect(ByteText.string([0xC0, 0x80]) == nil)
    #expect(ByteText.string([0xED, 0xA0, 0x80]) == nil)
    #expect(ByteText.string(Array("a\u{302}\u{323}".utf8)[...])?.unicodeScalars.count == 1)
    #expect(ByteText.string(Array("\u{0}".utf8)[...]) == "\u{0}")
  }

  @Test func brief() {
    #expect("ngắn".brief == "ngắn")
    #expect(String(repeating: "x", count: 60).brief.utf8.count == 60)
    #expect(String(repeating: "đ", count: 1_000).brief == String(repeating: "đ", count: 48) + "…")
  }
}
