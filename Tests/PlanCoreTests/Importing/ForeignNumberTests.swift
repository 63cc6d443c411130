import TestSupport
import Testing

@testable import PlanCore

/// Numbers as spreadsheets show them, and what a column's cells tell of its decimal sign.
@Suite struct ForeignNumberTests {
  @Test(
    arguments: [
      ("1234", "1234", "1234"), ("-5", "-5", "-5"), ("\u{2212}5", "-5", "-5"), ("0", "0", "0"), ("007", "007", "007"),
      ("16,5", "16.5", nil), ("16.5", nil, "16.5"), ("54,8 %", "54.8", nil), ("54.8%", nil, "54.8"),
      ("1.234", "1234", "1.234"), ("1,234", "1.234", "1234"), ("100.000", "100000", "100.000"),
      ("1.234,5", "1234.5", nil), ("1,234.5", nil, "1234.5"), ("1.234.567", "1234567", nil),
      ("1,234,567", nil, "1234567"), ("1 234", "1234", "1234"), ("1 234,5", "1234.5", nil),
      ("1\u{A0}234\u{202F}567", "1234567", "1234567"), ("1 234.567", nil, "1234.567"), ("0,123", "0.123", nil),
      ("0.123", nil, "0.123"), ("1234.567", nil, "1234.567"), ("1234,567", "1234.567", nil), ("12.34,5", nil, nil),
      ("1.2345", nil, "1.2345"), ("-1.234", "-1234", "-1.234"), ("100%", "100", "100"),
    ] as [(String, String?, String?)])
  func readings(_ text: String, _ comma: String?, _ point: String?) {
    let number = ForeignNumber(text)
    #expect(number?.asComma == comma && number?.asPoint == point, "\(text): \(String(describing: number))")
    #expect(number?.isAmbiguous ?? false == (comma != nil && point != nil && comma != point))
    for digits in [comma, point].compactMap(\.self) {
      guard case .success = DecimalNumber.parse(digits) else {
        Issue.record("\(digits)")
        continue
      }
    }
  }

  @Test(arguments: [
    "", "-", "%", "1e5", "0x1F", "1,2,3", "1.2.3", "12.34.567", "1 23", "1 2345", ",5", "5,", ".", "1'234", "--1", "1-",
    "5%%", "(5)", "+5", "½", "٣", "NaN", "inf", "1 234 56", "1.234 567", "001.234.567", "1..5", "1,.5", "#DIV/0!",
    String(repeating: "9", count: 61),
  ])
  func noNumbers(_ text: String) { #expect(ForeignNumber(text) == nil) }

  @Test(
    arguments: [
      (["16,5", "1.234"], DecimalSign.comma), (["16.5", "1.234"], .point), (["1.234.567", "1.234"], .comma),
      (["1.234", "5.678"], nil), (["16,5", "16.5"], nil), (["1", "2"], nil), (["0.123"], .point),
    ] as [([String], DecimalSign?)])
  func evidence(_ texts: [String], _ sign: DecimalSign?) {
    var evidence = DecimalEvidence()
    for text in texts { if let number = ForeignNumber(text) { evidence.add(number) } }
    #expect(evidence.sign == sign)
    #expect(evidence.isMixed == (texts == ["16,5", "16.5"]))
  }

  /// Whatever the signs, a number that is read is one that the store reads.
  @Test func anySigns() {
    let signs = Array("0123456789.,- %\u{A0}\u{2212}")
    var random = SeededRandom(seed: 5)
    var read = 0
    for _ in 0..<50_000 {
      let text = String(
        (0..<Int.random(in: 0...9, using: &random)).compactMap { _ in signs.randomElement(using: &random) })
      guard let number = ForeignNumber(text) else { continue }
      read += 1
      for digits in [number.asComma, number.asPoint].compactMap(\.self) {
        guard case .success = DecimalNumber.parse(digits) else {
          Issue.record("\(text): \(digits)")
          continue
        }
      }
    }
    #expect(read > 500)
  }
}
