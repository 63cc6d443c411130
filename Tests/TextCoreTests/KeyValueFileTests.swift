import Testing
import TextCore

@Suite struct KeyValueFileTests {
  private func read(_ text: String) -> (KeyValueFile, [String]) {
    var findings = Findings()
    let file = KeyValueFile(Array(text.utf8), name: "x.conf", findings: &findings)
    return (file, findings.kept.map { $0.text(in: .english) })
  }

  @Test func lines() {
    let (file, findings) = read("\u{FEFF}# first\n\n a = 1 \r\nb=x = y\n\tc\t=\té\n  # more\nempty =\nlast = end")
    #expect(findings == [])
    #expect(file.entries.map(\.key) == ["a", "b", "c", "empty", "last"])
    #expect(file.entries.map(\.value) == ["1", "x = y", "é", "", "end"])
    #expect(file.entries.map(\.line) == [3, 4, 5, 7, 8])
    #expect(file.entries.map(\.keyColumn) == [2, 1, 2, 1, 1])
    #expect(file.entries.map(\.valueColumn) == [6, 3, 6, 8, 8])
    #expect(file["b"]?.value == "x = y")
    #expect(file["z"] == nil)
  }

  @Test func valueIsNFC() {
    let (file, _) = read("a = Bo\u{323}\u{302}\n")
    #expect(file["a"].map { Array($0.value.unicodeScalars) } == Array("Bộ".unicodeScalars))
  }

  @Test func firstOfTwoStands() {
    let (file, findings) = read("a = 1\n  a = 2\n")
    #expect(file["a"]?.value == "1")
    #expect(file.entries.count == 1)
    #expect(findings == ["x.conf:2:3: error: key «a» given twice; the first stands"])
  }

  @Test func noLineOfKeyAndValue() {
    let (file, findings) = read("what\n = 1\na = 1\n")
    #expect(file.entries.map(\.key) == ["a"])
    #expect(
      findings == [
        "x.conf:1:1: error: not a line of «key = value»", "x.conf:2:2: error: not a line of «key = value»",
      ])
  }

  @Test func emptyFiles() {
    for text in ["", "\n\n", "\u{FEFF}", "# only a comment"] {
      let (file, findings) = read(text)
      #expect(file.entries.isEmpty && findings.isEmpty)
    }
  }

  @Test func invalidUTF8() {
    var findings = Findings()
    let bytes = Array("a\u{FF}".utf8) + [0xFF] + Array(" = 1\nb = é".utf8) + [0xC3] + Array("\n# ".utf8) + [0xFF]
    let file = KeyValueFile(bytes, name: "x.conf", findings: &findings)
    #expect(file.entries.isEmpty)
    #expect(
      findings.kept.map { $0.text(in: .vietnamese) } == [
        "x.conf:1:1: error: không phải UTF-8; lưu lại tệp ở dạng UTF-8",
        "x.conf:2:5: error: không phải UTF-8; lưu lại tệp ở dạng UTF-8",
      ])
  }
}
