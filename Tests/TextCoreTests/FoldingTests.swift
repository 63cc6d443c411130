import Testing
import TextCore

@Suite struct FoldingTests {
  @Test(arguments: [
    ("Bộ Công an", "bo cong an"), ("ĐÀ NẴNG", "da nang"), ("Đắk Lắk", "dak lak"), ("đ", "d"), ("Đ", "d"),
    ("Thừa Thiên - Huế", "thua thien - hue"), ("ưƯơƠăĂâÂêÊôÔ", "uuooaaaaeeoo"), ("ỳýỷỹỵ", "yyyyy"),
    ("Bo\u{323}\u{302}", "bo"), ("A\u{31B}", "a"), ("  a \t\n b  ", "a b"), ("a\u{A0}b", "a b"), ("\u{3000}", ""),
    ("", ""), ("KH&ĐT", "kh&dt"), ("TP.HCM", "tp.hcm"), ("Привет", "привет"), ("ÑÜ Çşğ", "nu csg"), ("日本", "日本"),
    ("123", "123"),
  ])
  func folded(text: String, expected: String) {
    #expect(Array(text.folded.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test func everyVietnameseLetterFoldsToALatinOne() {
    let vowels = (0x1EA0...0x1EF9).compactMap { Unicode.Scalar($0) }
    for scalar in vowels + "àáâãèéêìíòóôõùúýăĩũơưđÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĨŨƠƯĐ".unicodeScalars {
      let folded = String(scalar).folded
      #expect(folded.utf8.count == 1, "\(scalar)")
      #expect(folded.utf8.allSatisfy { (0x61...0x7A).contains($0) }, "\(scalar)")
    }
  }

  @Test func foldingTwiceChangesNothing() {
    for text in ["Bộ Thông tin và Truyền thông", "ÑÜ İ", "  x  y "] { #expect(text.folded.folded == text.folded) }
  }
}
