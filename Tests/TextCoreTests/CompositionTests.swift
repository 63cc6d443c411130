import Foundation
import Testing
import TextCore

@Suite struct CompositionTests {
  @Test(arguments: [
    ("a\u{301}", "á"), ("â\u{323}", "ậ"), ("a\u{323}\u{302}", "ậ"), ("a\u{302}\u{323}", "ậ"), ("ạ\u{302}", "ậ"),
    ("a\u{306}\u{301}", "ắ"), ("ă\u{323}", "ặ"), ("a\u{323}\u{306}", "ặ"), ("u\u{31B}", "ư"), ("o\u{31B}", "ơ"),
    ("u\u{31B}o\u{31B}\u{300}", "ườ"), ("o\u{300}\u{31B}", "ờ"), ("ò\u{31B}", "ờ"), ("o\u{323}\u{31B}", "ợ"),
    ("U\u{31B}\u{303}", "Ữ"), ("E\u{302}\u{309}", "Ể"), ("y\u{303}", "ỹ"), ("ậ", "ậ"), ("Tiếng Việt", "Tiếng Việt"),
    ("Tie\u{302}\u{301}ng Vie\u{323}\u{302}t", "Tiếng Việt"), ("đ", "đ"), ("", ""), ("abc", "abc"),
    // A mark with no letter that takes it stays where it is.
    ("\u{301}", "\u{301}"), ("\u{301}a", "\u{301}a"), ("x\u{301}", "x\u{301}"), ("q\u{323}\u{301}", "q\u{323}\u{301}"),
    ("a\u{301}\u{301}", "á\u{301}"), ("a\u{302}\u{306}", "â\u{306}"), ("1\u{301}", "1\u{301}"),
    ("x\u{301}\u{323}", "x\u{323}\u{301}"),
    // Other scripts are left alone.
    ("日本", "日本"), ("Привет", "Привет"), ("한국", "한국"), ("👨‍👩‍👧", "👨‍👩‍👧"), ("ñü", "ñü"),
  ])
  func table(text: String, composed: String) {
    #expect(Array(text.precomposed.unicodeScalars) == Array(composed.unicodeScalars))
  }

  /// Every Latin letter with every run of up to three of Vietnamese's marks, against Foundation's tables.
  @Test func sameAsUnicode() {
    let marks = ["\u{300}", "\u{301}", "\u{302}", "\u{303}", "\u{306}", "\u{309}", "\u{31B}", "\u{323}"]
    // Ä and its like, with a mark that is none of Vietnamese's, are left as they are.
    let plain = (0x41...0x17F).compactMap { Unicode.Scalar($0) }.filter(\.properties.isAlphabetic).map { String($0) }
      .filter {
        $0.decomposedStringWithCanonicalMapping.unicodeScalars.dropFirst().allSatisfy { marks.contains(String($0)) }
      }
    let vietnamese = (0x1EA0...0x1EF9).compactMap { Unicode.Scalar($0) }.map { String($0) } + ["ơ", "ư", "Ơ", "Ư"]
    var texts = plain + vietnamese
    for letter in plain + vietnamese {
      for first in marks {
        texts.append(letter + first)
        for second in marks { texts.append(letter + first + second) }
      }
    }
    for letter in ["a", "o", "u", "e", "y", "d"] {
      for first in marks {
        for second in marks {
          for third in marks { texts.append(letter + first + second + third) }
        }
      }
    }
    var failures: [String] = []
    for text in texts {
      let expected = Array(text.precomposedStringWithCanonicalMapping.unicodeScalars)
      if Array(text.precomposed.unicodeScalars) != expected { failures.append(text) }
    }
    #expect(failures.map { $0.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ") } == [])
  }

  @Test func isIdempotent() {
    let text = "Bo\u{323}\u{302} Tho\u{302}ng tin va\u{300} Truye\u{302}\u{300}n tho\u{302}ng"
    #expect(Array(text.precomposed.unicodeScalars) == Array("Bộ Thông tin và Truyền thông".unicodeScalars))
    #expect(Array(text.precomposed.precomposed.unicodeScalars) == Array(text.precomposed.unicodeScalars))
  }
}
