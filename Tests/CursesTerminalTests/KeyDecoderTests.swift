import CNcurses
import TerminalKit
import Testing

@testable import CursesTerminal

@Suite struct KeyDecoderTests {
  private func decode(_ batches: [Int32]..., isUnicode: Bool = true) -> [Key] {
    var decoder = KeyDecoder(isUnicode: isUnicode)
    return batches.flatMap { decoder.decode($0) }
  }

  private func bytes(_ text: String) -> [Int32] { text.utf8.map(Int32.init) }

  @Test(
    arguments: [
      (KEY_UP, Key.up), (KEY_DOWN, .down), (KEY_LEFT, .left), (KEY_RIGHT, .right), (KEY_HOME, .home), (KEY_END, .end),
      (KEY_PPAGE, .pageUp), (KEY_NPAGE, .pageDown), (KEY_BTAB, .backTab), (KEY_DC, .delete),
      (KEY_BACKSPACE, .backspace), (KEY_ENTER, .enter), (KEY_F0 + 1, .function(1)), (KEY_F0 + 12, .function(12)),
      (KEY_F0 + 13, .other), (KEY_F0, .other), (KEY_MOUSE, .other), (KEY_SLEFT, .other), (565, .other),
      (9, .tab), (10, .enter), (13, .enter), (27, .escape), (8, .backspace), (127, .backspace), (0, .other),
      (1, .control("a")), (3, .control("c")), (26, .control("z")), (28, .control("\\")), (31, .other),
      (0x20, .character(" ")), (0x7E, .character("~")), (0x5B, .character("[")),
    ] as [(Int32, Key)]) func oneCode(code: Int32, expected: Key)
  {
    #expect(decode([code]) == [expected])
  }

  @Test(
    arguments: [
      ("đườngộ", "đườngộ".unicodeScalars.map(Key.character)), ("o\u{302}", [.character("o"), .character("\u{302}")]),
      ("漢😀", [.character("漢"), .character("😀")]), ("\u{9B}x", [.other, .character("x")]),
      ("\u{1B}", [.escape]), ("\u{1B}\u{1B}", [.escape, .escape]), ("\u{1B}q", [.escape, .character("q")]),
      ("\u{1B}[", [.escape, .character("[")]), ("\u{1B}O", [.escape, .character("O")]),
      ("\u{1B}[A", [.up]), ("\u{1B}OB", [.down]), ("\u{1B}[1~", [.home]), ("\u{1B}[4~x", [.end, .character("x")]),
      ("\u{1B}[24~", [.function(12)]), ("\u{1B}[3;5~", [.delete]), ("\u{1B}[1;5C", [.other]), ("\u{1B}[I", [.other]),
      ("\u{1B}[?62;22c]", [.other, .character("]")]), ("\u{1B}[99999999999~", [.other]), ("\u{1B}[Z", [.backTab]),
      ("\u{1B}Ox", [.escape, .character("O"), .character("x")]),
    ] as [(String, [Key])]) func oneBatch(text: String, expected: [Key])
  {
    #expect(decode(bytes(text)) == expected)
  }

  @Test func aLetterMayComeInParts() {
    for text in ["ộ", "đ", "😀", "漢"] {
      let all = bytes(text)
      for cut in 0...all.count {
        #expect(decode(Array(all[..<cut]), Array(all[cut...])) == text.unicodeScalars.map(Key.character))
      }
    }
  }

  private let begin = KeyDecoder.pasteBegin
  private let end = KeyDecoder.pasteEnd

  private func pasted(_ text: String) -> [Key] { text.unicodeScalars.map(Key.pasted) }

  /// A pasted text is letters, whatever is in it.
  @Test func aPasteIsNoCommand() {
    #expect(decode([begin] + bytes("Bộ CA") + [end, 0x71]) == pasted("Bộ CA") + [.character("q")])
    let hostile: [Int32] = bytes("a\u{1B}[2Jb\r\n\tc\u{3}\u{7F}\u{0}d") + [KEY_UP, KEY_RESIZE, 0x9B, 0xFF] + bytes("e")
    #expect(decode([begin] + hostile + [end]) == pasted("a[2Jbcde"))
    #expect(decode([begin, end, begin, 0x61, begin, 0x62, end]) == pasted("ab"))
    #expect(decode([end, 0x61]) == [.character("a")])
  }

  @Test func aPasteMayComeInParts() {
    let all = [begin] + bytes("đường") + [end] + bytes("x")
    for cut in 0...all.count {
      #expect(decode(Array(all[..<cut]), Array(all[cut...])) == pasted("đường") + [.character("x")])
    }
  }

  @Test func aPasteHasABound() {
    let keys = decode(
      [begin] + Array(repeating: 0x61, count: 3_000), Array(repeating: 0x62, count: 9_000) + [end, 0x63])
    #expect(keys.count == KeyDecoder.longestPaste + 1)
    #expect(keys.last == .character("c"))
  }

  /// A line that loses the end of a paste must not take every key for a letter from then on.
  @Test func aPasteThatNeverEnds() {
    var decoder = KeyDecoder(isUnicode: true)
    #expect(decoder.decode([begin, 0x61], at: 5_000) == pasted("a"))
    #expect(decoder.decode([0x62], at: 5_900) == pasted("b"))
    #expect(decoder.decode([0x71], at: 6_900) == pasted("q"))
    #expect(decoder.decode([0x03], at: 7_901) == [.control("c")])
  }

  @Test(
    arguments: [
      ("xterm-256color", "truecolor", "xterm-direct"), ("tmux-256color", "24bit", "tmux-direct"),
      ("xterm-256color", "yes", nil), ("xterm-256color", nil, nil), ("xterm", "truecolor", nil),
      ("linux", "truecolor", nil),
    ] as [(String, String?, String?)])
  func allColours(_ name: String, _ colorTerm: String?, _ direct: String?) {
    #expect(Terminal.directName(of: name, colorTerm: colorTerm) == direct)
  }

  @Test func aResizeIsNoKey() {
    #expect(decode([KEY_RESIZE, 0x61]) == [.character("a")])
  }

  @Test func withoutUnicodeBytesAreNoLetters() {
    #expect(decode(bytes("aộ"), isUnicode: false) == [.character("a"), .other, .other, .other])
  }

  /// Bytes that are not UTF-8 become `other`, and what follows is read again.
  @Test func anyTwoBytesAndALetter() {
    for first in Int32(0)...255 {
      for second in Int32(0)...255 {
        let keys = decode([first, second], [0x61])
        #expect(keys.last == .character("a") || first == 27 || second == 27, "\(first) \(second)")
        #expect(keys.count <= 3)
      }
    }
  }

  /// Each mouse code has what was read for it; one that says nothing of use is no command.
  @Test func mouse() {
    var decoder = KeyDecoder(isUnicode: true)
    let click = Mouse(.click, x: 4, y: 6)
    #expect(
      decoder.decode([KEY_MOUSE, 0x6A, KEY_MOUSE], mice: [click, nil]) == [.mouse(click), .character("j"), .other])
  }
}
