import TerminalKit
import Testing
import TextCore

@Suite struct ThemeTests {
  private func read(_ text: String, base: String = "", named: String = "mine") -> (theme: Theme?, findings: [String]) {
    let library = ThemeLibrary(files: [("base", Array(base.utf8)), ("mine", Array(text.utf8))])
    var findings = Findings()
    let theme = library.theme(named: named, findings: &findings)
    return (theme, findings.kept.map { $0.text(in: .english) })
  }

  @Test func theExampleOfTheSpecification() throws {
    let text = """
      name.vi = Sen
      name.en = Lotus
      inherits = base
      palette.green = #7fb069
      palette.night = #1b1f2a
      text = white on night
      status.met = green bold
      selection = night on green
      """
    let (theme, findings) = read(text, base: "palette.white = 15\nerror = 9 reverse underline\nstatus = dim")
    let sen = try #require(theme)
    #expect(findings.isEmpty)
    #expect(sen.name == Localized("Sen", "Lotus"))
    #expect(sen[.text] == Style(.indexed(15), on: .hex(0x1B1F2A)))
    #expect(sen[.statusMet] == Style(.hex(0x7FB069), on: .hex(0x1B1F2A), .bold))
    #expect(sen[.statusMissed] == Style(.indexed(15), on: .hex(0x1B1F2A), .dim))
    #expect(sen[.selection] == Style(.hex(0x1B1F2A), on: .hex(0x7FB069)))
    #expect(sen[.error] == Style(.indexed(9), on: .hex(0x1B1F2A), [.reverse, .underline]))
    #expect(sen[.muted] == sen[.text])
  }

  @Test func aPaletteChangesTheStylesOfItsBase() throws {
    let theme = try #require(
      read("inherits = base\npalette.leaf = 3", base: "palette.leaf = 2\npalette.ok = leaf\nmatch = ok").theme)
    #expect(theme[.match].foreground == .indexed(3))
  }

  @Test(
    arguments: [
      (
        "text = whit", "mine.theme:1:8: error: no colour «whit»; write #rrggbb, 0–255, default or a name of the palette"
      ),
      (
        "text = #12345",
        "mine.theme:1:8: error: no colour «#12345»; write #rrggbb, 0–255, default or a name of the palette"
      ),
      ("text = 256", "mine.theme:1:8: error: no colour «256»; write #rrggbb, 0–255, default or a name of the palette"),
      ("text = 1 on 2 blod", "mine.theme:1:15: error: no «blod»; did you mean «bold»?"),
      ("text = 1 2", "mine.theme:1:10: error: «2» is a second colour; «on» goes before a background"),
      ("text = 1 on", "mine.theme:1:12: error: a colour is missing; write «FG on BG attributes»"),
      ("text =", "mine.theme:1:7: error: a colour is missing; write «FG on BG attributes»"),
      (
        "palette.green = 2\ntext = 1 on gren",
        "mine.theme:2:13: error: no colour «gren»; write #rrggbb, 0–255, default or a name of the palette"
          + "; did you mean «green»?"
      ),
      (
        "palette.a = b",
        "mine.theme:1:13: error: no colour «b»; write #rrggbb, 0–255, default or a name of the palette"
          + "; did you mean «a»?"
      ),
      ("palette.a = a\ntext = a", "mine.theme:1:13: error: colour «a» stands for itself"),
      ("inherits = bass", "mine.theme:1:12: error: no theme «bass»; did you mean «base»?"),
      ("inherits = mine", "mine.theme:1:12: error: «mine» inherits itself; drop one such line"),
      ("status.mett = 1", "mine.theme:1:1: warning: key «status.mett» is not used; did you mean «status.met»?"),
      ("text 1", "mine.theme:1:1: error: not a line of «key = value»"),
      ("text = 1\ntext = 2", "mine.theme:2:1: error: key «text» given twice; the first stands"),
      ("\u{FEFF}# all well\n\ntext = default on default dim", ""),
    ] as [(String, String)]) func findings(text: String, expected: String)
  {
    #expect(read(text).findings.joined(separator: "\n") == expected)
  }

  @Test func cyclesAndBrokenNamesEnd() {
    #expect(read("inherits = base", base: "inherits = mine").findings.count == 1)
    #expect(
      read("palette.a = b\npalette.b = a\ntext = a on b").findings.map { $0.prefix(15) } == [
        "mine.theme:1:13", "mine.theme:2:13",
      ])
    #expect(read("", named: "nobody").theme == nil)
  }

  @Test func anyBytes() {
    var generator = SystemRandomNumberGenerator()
    let words = ["palette.", "text", "=", " ", "\n", "on", "#", "inherits", "mine", "\u{0}", "đ", "bold", "9"]
    for _ in 0..<2_000 {
      let text = (0..<20).map { _ in words.randomElement(using: &generator) ?? "" }.joined()
      #expect(read(text).theme != nil, "\(text)")
    }
  }

  /// A thousand themes on top of each other are a finding and not a thousand files read.
  @Test func manyBases() {
    let files = (0..<1_000).map { ("a\($0)", Array("inherits = a\($0 + 1)\n".utf8)) }
    var findings = Findings()
    #expect(ThemeLibrary(files: files).theme(named: "a0", findings: &findings) != nil)
    #expect(
      findings.kept.map { "\($0.file):\($0.line):\($0.column) \($0.message.english)" } == [
        "a7.theme:1:12 inherits from more than 8 files; the rest is not read"
      ])
  }
}
