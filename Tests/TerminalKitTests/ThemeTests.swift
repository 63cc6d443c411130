import Glibc
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
}

@Suite struct BundledThemeTests {
  private static let themes = ThemeLibrary.bundled.names.compactMap { name in
    var findings = Findings()
    let theme = ThemeLibrary.bundled.theme(named: name, findings: &findings)
    return findings.isEmpty ? theme : nil
  }

  @Test func allAreRead() {
    #expect(Self.themes.map(\.id) == ["co-so", "don-sac", "giay", "sen"])
    #expect(ThemeLibrary.bundled.names.contains(ThemeLibrary.defaultName))
    #expect(Set(Self.themes.map(\.name.vietnamese)).count == 4)
  }

  private static func theme(_ id: String) throws -> Theme { try #require(themes.first { $0.id == id }) }

  /// WCAG 2: 4.5 for text, 3 for what is only drawn, on a terminal with all colours and on one with 256.
  @Test(arguments: ["sen", "giay"], [ColorDepth.direct, .indexed256]) func contrast(id: String, depth: ColorDepth)
    throws
  {
    let theme = try Self.theme(id).mapped(to: depth)
    let drawn: Set<Role> = [.border, .gaugeEmpty, .gaugeUnknown, .chartAxis]
    for role in Role.allCases {
      let contrast = try #require(Self.contrast(theme[role].foreground, theme[role].background))
      #expect(contrast >= (drawn.contains(role) ? 3 : 4.5), "\(role.name): \(contrast)")
    }
    let bar = try #require(Self.contrast(theme[.selection].background, theme[.text].background))
    #expect(bar >= 4.5, "selection: \(bar)")
  }

  @Test(arguments: ["sen", "giay"], [ColorDepth.direct, .indexed256]) func statusesAreTold(
    id: String, depth: ColorDepth
  ) throws {
    let theme = try Self.theme(id).mapped(to: depth)
    let roles: [Role] = [.statusMet, .statusOnTrack, .statusAtRisk, .statusOffTrack, .statusMissed, .statusNoData]
    for (index, one) in roles.enumerated() {
      for other in roles[(index + 1)...] {
        let a = try #require(theme[one].foreground.components)
        let b = try #require(theme[other].foreground.components)
        let distance = abs(a.red - b.red) + abs(a.green - b.green) + abs(a.blue - b.blue)
        #expect(distance >= 40, "\(one.name), \(other.name): \(distance)")
      }
    }
  }

  @Test(arguments: ColorDepth.allCases) func theSelectionAlwaysShows(depth: ColorDepth) {
    for theme in Self.themes.map({ $0.mapped(to: depth) }) {
      for role in [Role.selection, .tabActive] {
        let (style, page) = (theme[role], theme[.text])
        #expect(
          style.attributes.contains(.reverse) || style.background != page.background, "\(theme.id), \(role.name)")
      }
      for role in Role.allCases where theme[role].foreground.components != nil {
        #expect(theme[role].foreground != theme[role].background, "\(theme.id), \(role.name)")
      }
    }
  }

  @Test func monochromeNamesNoColour() throws {
    let theme = try Self.theme("don-sac")
    for role in Role.allCases { #expect(theme[role].foreground == .standard && theme[role].background == .standard) }
  }

  private static func contrast(_ one: Color, _ other: Color) -> Double? {
    guard let a = luminance(one), let b = luminance(other) else { return nil }
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private static func luminance(_ color: Color) -> Double? {
    guard let (red, green, blue) = color.components else { return nil }
    func linear(_ channel: Int) -> Double {
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
}
