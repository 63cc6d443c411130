import Testing
import TextCore

/// One syllable in two spellings is one.
@Suite struct SpellingTests {
  @Test(arguments: [
    ("Kỳ báo cáo", "Kì báo cáo"), ("tỷ lệ", "tỉ lệ"), ("số hóa", "số hoá"), ("thủy lợi", "thuỷ lợi"), ("quý", "quí"),
    ("Mỹ", "Mĩ"), ("hòa", "hoà"), ("lý do", "lí do"), ("bác sỹ", "bác sĩ"),
  ])
  func alike(_ a: String, _ b: String) { #expect(a.folded.inOneSpelling == b.folded.inOneSpelling) }

  @Test(arguments: ["thúy", "tay", "ngày", "y tế", "quy", "huy", "", " y ", "dây chuyền", "2023 y"])
  func whatHasOneSpellingStays(_ text: String) {
    let folded = text.folded
    #expect(folded.inOneSpelling == (folded == "quy" ? "qui" : folded))
  }
}
