import TerminalKit
import Testing
import TextCore

/// What the themes in the binary promise.
@Suite struct BundledThemeTests {
  static let names = ThemeLibrary.bundled.names
  /// Those that write out what their colours are.
  static let written = names.filter { !["co-so", "don-sac", "muoi-sau-mau"].contains($0) }

  private static func theme(_ id: String) throws -> Theme {
    var findings = Findings()
    let theme = ThemeLibrary.bundled.theme(named: id, findings: &findings)
    #expect(findings.isEmpty, "\(findings.kept.map { $0.text(in: .english) })")
    return try #require(theme)
  }

  @Test func allAreRead() throws {
    let themes = try Self.names.map(Self.theme)
    #expect(
      themes.map(\.id) == [
        "co-so", "de-phan-biet", "don-sac", "giay", "gruvbox", "muoi-sau-mau", "nord", "sen", "solarized-sang",
        "solarized-toi", "tuong-phan-sang", "tuong-phan-toi",
      ])
    #expect(Self.names.contains(ThemeLibrary.defaultName))
    for language in Language.allCases { #expect(Set(themes.map(\.name[language])).count == themes.count) }
  }

  // MARK: Contrast

  /// Roles that no word is written in.
  private static let drawn: Set<Role> = [.border, .gaugeEmpty, .gaugeUnknown, .chartAxis]

  /// WCAG 2.2: 4.5 for text (1.4.3), 3 for what is only drawn (1.4.11), on a terminal with all colours and on one
  /// with 256.
  @Test(arguments: written, [ColorDepth.direct, .indexed256])
  func contrast(id: String, depth: ColorDepth) throws {
    let theme = try Self.theme(id).mapped(to: depth)
    for role in Role.allCases {
      let contrast = try #require(ColorScience.contrast(theme[role].foreground, theme[role].background))
      #expect(contrast >= (Self.drawn.contains(role) ? 3 : 4.5), "\(role.name): \(contrast)")
      #expect(!theme[role].attributes.contains(.dim), "\(role.name): who knows how dim")
    }
    for bar in [Role.selection, .tabActive] {
      let contrast = try #require(ColorScience.contrast(theme[bar].background, theme[.text].background))
      #expect(contrast >= 4.5, "\(bar.name): \(contrast)")
    }
  }

  @Test(arguments: [("tuong-phan-toi", 7.0), ("tuong-phan-sang", 6)])
  func highContrast(id: String, least: Double) throws {
    let theme = try Self.theme(id)
    for role in Role.allCases {
      let contrast = try #require(ColorScience.contrast(theme[role].foreground, theme[role].background))
      #expect(contrast >= least, "\(role.name): \(contrast)")
    }
  }

  // MARK: Colours that mean something

  /// No two of either list may be taken for each other.
  private static let telling: [[Role]] = [
    [.statusMet, .statusOnTrack, .statusAtRisk, .statusOffTrack, .statusMissed, .statusNoData],
    [.taskDoneOnTime, .taskDoneLate, .taskOpenInTime, .taskOpenOverdue, .taskUnreported],
  ]

  /// The two that look most alike to such an eye.
  private func nearest(
    _ theme: Theme, _ eye: ColorScience.Eye, _ change: (Color) -> Color = { $0 }
  ) throws -> (names: String, difference: Double) {
    var nearest = (names: "", difference: Double.infinity)
    for roles in Self.telling {
      for (index, one) in roles.enumerated() {
        for other in roles[(index + 1)...] {
          let (a, b) = (change(theme[one].foreground), change(theme[other].foreground))
          let difference = try #require(ColorScience.difference(a, b, to: eye))
          if difference < nearest.difference { nearest = ("\(one.name), \(other.name)", difference) }
        }
      }
    }
    return nearest
  }

  /// Ten times what can just be seen, to every eye; on a terminal with 256 colours seven times.
  @Test(arguments: written, ColorScience.Eye.allCases)
  func statusesAreTold(id: String, eye: ColorScience.Eye) throws {
    for (depth, least) in [(ColorDepth.direct, 10.0), (.indexed256, 7)] {
      let (names, difference) = try nearest(Self.theme(id).mapped(to: depth), eye)
      #expect(difference >= least, "\(names) on \(depth): \(difference)")
    }
  }

  @Test(arguments: ColorScience.Eye.allCases)
  func theOneForTheColourBlind(eye: ColorScience.Eye) throws {
    let (names, difference) = try nearest(Self.theme("de-phan-biet"), eye)
    #expect(difference >= 14, "\(names): \(difference)")
  }

  // MARK: Sixteen colours

  /// The two palettes that such terminals come with: the PC's own, which the Linux console has, and xterm's.
  enum Console: CaseIterable {
    case pc, xterm

    private static let pcColors: [UInt32] = [
      0x000000, 0xAA0000, 0x00AA00, 0xAA5500, 0x0000AA, 0xAA00AA, 0x00AAAA, 0xAAAAAA, 0x555555, 0xFF5555, 0x55FF55,
      0xFFFF55, 0x5555FF, 0xFF55FF, 0x55FFFF, 0xFFFFFF,
    ]

    func shown(_ color: Color) -> Color {
      guard self == .pc, case .indexed(let index) = color, Self.pcColors.indices.contains(Int(index)) else {
        return color
      }
      return .hex(Self.pcColors[Int(index)])
    }
  }

  @Test(arguments: Console.allCases, [ColorDepth.indexed256, .indexed16])
  func sixteenColours(console: Console, depth: ColorDepth) throws {
    let theme = try Self.theme("muoi-sau-mau").mapped(to: depth)
    for role in Role.allCases {
      let (ink, page) = (console.shown(theme[role].foreground), console.shown(theme[role].background))
      #expect(try #require(ColorScience.contrast(ink, page)) >= 4.5, "\(role.name)")
    }
    for eye in ColorScience.Eye.allCases {
      let (names, difference) = try nearest(theme, eye, console.shown)
      #expect(difference >= 6, "\(names) to \(eye): \(difference)")
    }
  }

  /// `co-so` takes the terminal's own colours, which its user chose to be read: all that can be promised is that they
  /// are different ones, each with its own number.
  @Test func thePlainOneLeavesColoursToTheTerminal() throws {
    let theme = try Self.theme("co-so")
    for roles in Self.telling { #expect(Set(roles.map { theme[$0].foreground }).count == roles.count) }
    for role in Role.allCases {
      #expect(theme[role].background == .standard)
      if case .rgb = theme[role].foreground { Issue.record("\(role.name)") }
    }
  }

  // MARK: Few colours and none

  @Test(arguments: names, ColorDepth.allCases) func theSelectionAlwaysShows(id: String, depth: ColorDepth) throws {
    let theme = try Self.theme(id).mapped(to: depth)
    for role in [Role.selection, .tabActive] {
      let (style, page) = (theme[role], theme[.text])
      #expect(style.attributes.contains(.reverse) || style.background != page.background, "\(role.name)")
    }
    for role in Role.allCases {
      guard let contrast = ColorScience.contrast(theme[role].foreground, theme[role].background) else { continue }
      #expect(contrast >= 3 || Self.drawn.contains(role), "\(role.name): \(contrast)")
      #expect(theme[role].foreground != theme[role].background, "\(role.name)")
    }
  }

  @Test func monochromeNamesNoColour() throws {
    let theme = try Self.theme("don-sac")
    for role in Role.allCases { #expect(theme[role].foreground == .standard && theme[role].background == .standard) }
  }
}

/// The tests' own instruments.
@Suite struct ColorScienceTests {
  /// From the table of test data in Sharma, Wu and Dalal.
  @Test(
    arguments: [
      (Lab(l: 50, a: 2.6772, b: -79.7751), Lab(l: 50, a: 0, b: -82.7485), 2.0425),
      (Lab(l: 50, a: 0, b: 0), Lab(l: 50, a: -1, b: 2), 2.3669),
      (Lab(l: 50, a: 2.4900, b: -0.0010), Lab(l: 50, a: -2.4900, b: 0.0011), 7.2195),
      (Lab(l: 50, a: 2.5, b: 0), Lab(l: 73, a: 25, b: -18), 27.1492),
      (Lab(l: 60.2574, a: -34.0099, b: 36.2677), Lab(l: 60.4626, a: -34.1751, b: 39.4387), 1.2644),
      (Lab(l: 22.7233, a: 20.0904, b: -46.6940), Lab(l: 23.0331, a: 14.9730, b: -42.5619), 2.0373),
      (Lab(l: 2.0776, a: 0.0795, b: -1.1350), Lab(l: 0.9033, a: -0.0636, b: -0.5514), 0.9082),
    ]) func ciede2000(one: Lab, other: Lab, expected: Double)
  {
    #expect(abs(one.difference(other) - expected) < 0.00005)
    #expect(abs(other.difference(one) - expected) < 0.00005)
  }

  @Test func contrastOfExtremes() throws {
    #expect(try #require(ColorScience.contrast(.hex(0), .hex(0xFFFFFF))) == 21)
    #expect(abs(try #require(ColorScience.contrast(.hex(0x777777), .hex(0xFFFFFF))) - 4.478) < 0.001)
  }

  /// Red and green that differ in nothing else are one colour to who lacks the cones for either.
  @Test func eyes() throws {
    let (red, green) = (Color.hex(0xB04040), Color.hex(0x4F7440))
    #expect(try #require(ColorScience.difference(red, green, to: .normal)) > 40)
    #expect(try #require(ColorScience.difference(red, green, to: .deuteranopia)) < 15)
    let grey = Color.hex(0x808080)
    for eye in ColorScience.Eye.allCases {
      let lab = try #require(ColorScience.seen(grey, by: eye))
      #expect(abs(lab.a) < 0.5 && abs(lab.b) < 0.5)
    }
  }
}
