import TestSupport
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

  /// Bytes are taken over as they are where they are UTF-8 without what begins with 0xCC or 0xCD, however they are put
  /// together.
  @Test func composed() {
    let parts: [[UInt8]] = [
      Array("Ban Cơ yếu Chính phủ".utf8), Array("abcdefg".utf8), Array("đ".utf8), Array("ậ".utf8), Array("ỿ".utf8),
      Array("\u{300}".utf8), Array("\u{36F}".utf8), Array("\u{370}".utf8), Array("\u{2FF}".utf8), Array("ệ".utf8),
      Array("\u{1DFF}".utf8), Array("\u{1F00}".utf8), Array("–".utf8), Array("👍".utf8), [0x80], [0xC2], [0xC1, 0xBF],
      [0xCB], [0xE1], [0xE1, 0xBA], [0xE1, 0xBB, 0x41], [0xED, 0xA0, 0x80], [0xFF], [0x00],
    ]
    var answers = [true: 0, false: 0]
    for seed in 0..<UInt64(20_000) {
      var random = SeededRandom(seed: seed)
      let most = Bool.random(using: &random) ? 5 : parts.count
      let bytes = (0..<Int.random(in: 0...6, using: &random)).flatMap { _ in
        parts[Int.random(in: 0..<most, using: &random)]
      }
      let text = String(validating: bytes, as: UTF8.self)
      let isComposed = text.map { $0.unicodeScalars.allSatisfy { !(0x300...0x37F).contains($0.value) } } ?? false
      #expect(ByteText.isComposed(bytes.span) == isComposed, "seed \(seed): \(bytes)")
      if isComposed { #expect(ByteText.string(bytes[...]).map { Array($0.utf8) } == bytes) }
      answers[isComposed, default: 0] += 1
    }
    #expect(answers.values.allSatisfy { $0 > 1_000 }, "\(answers)")
  }

  @Test func brief() {
    #expect("ngắn".brief == "ngắn")
    #expect(String(repeating: "x", count: 60).brief.utf8.count == 60)
    #expect(String(repeating: "đ", count: 1_000).brief == String(repeating: "đ", count: 48) + "…")
  }
}
