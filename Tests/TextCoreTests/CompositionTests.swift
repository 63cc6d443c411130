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
    ("u\u{308}", "ü"), ("c\u{327}\u{301}", "ḉ"), ("s\u{307}\u{323}", "ṩ"), ("\u{1E9B}\u{323}", "\u{1E9B}\u{323}"),
    // Other scripts are left alone.
    ("日本", "日本"), ("Привет", "Привет"), ("한국", "한국"), ("👨‍👩‍👧", "👨‍👩‍👧"), ("ñü", "ñü"),
  ])
  func table(text: String, composed: String) {
    #expect(Array(text.precomposed.unicodeScalars) == Array(composed.unicodeScalars))
  }

  private static let marks = (0x300...0x36F).compactMap { Unicode.Scalar($0).map { String($0) } }
  private static let vietnameseMarks = [
    "\u{300}", "\u{301}", "\u{302}", "\u{303}", "\u{306}", "\u{309}", "\u{31B}", "\u{323}",
  ]
  private static let letters = [0x41...0x24F, 0x1E00...0x1EFF].joined().compactMap { Unicode.Scalar($0) }
    .filter(\.properties.isAlphabetic).map { String($0) }

  private func expectSameAsUnicode(_ texts: [String]) {
    let failures = texts.filter {
      Array($0.precomposed.unicodeScalars) != Array($0.precomposedStringWithCanonicalMapping.unicodeScalars)
    }
    #expect(failures.map { $0.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ") } == [])
  }

  /// Every Latin letter with every mark, against Foundation's tables.
  @Test func lettersWithOneMark() {
    // Marks that are themselves but other names of marks.
    let marks = Self.marks.filter {
      $0.precomposedStringWithCanonicalMapping.unicodeScalars.elementsEqual($0.unicodeScalars)
    }
    #expect(marks.count == 108)
    expectSameAsUnicode(Self.letters.flatMap { letter in [letter] + marks.map { letter + $0 } })
  }

  /// With every run of two of Vietnamese's marks, and the vowels with three.
  @Test func lettersWithSeveralMarks() {
    let pairs = Self.vietnameseMarks.flatMap { first in Self.vietnameseMarks.map { first + $0 } }
    let others = [
      "\u{308}\u{301}", "\u{327}\u{301}", "\u{323}\u{307}", "\u{304}\u{30C}", "\u{328}\u{304}", "\u{338}\u{32D}",
    ]
    expectSameAsUnicode(Self.letters.flatMap { letter in (pairs + others).map { letter + $0 } })
    let triples = pairs.flatMap { pair in Self.vietnameseMarks.map { pair + $0 } }
    expectSameAsUnicode(["a", "o", "u", "e", "y", "d"].flatMap { letter in triples.map { letter + $0 } })
  }

  @Test func isIdempotent() {
    let text = "Bo\u{323}\u{302} Tho\u{302}ng tin va\u{300} Truye\u{302}\u{300}n tho\u{302}ng"
    #expect(Array(text.precomposed.unicodeScalars) == Array("Bộ Thông tin và Truyền thông".unicodeScalars))
    #expect(Array(text.precomposed.precomposed.unicodeScalars) == Array(text.precomposed.unicodeScalars))
  }
}
