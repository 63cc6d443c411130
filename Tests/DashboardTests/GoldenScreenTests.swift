import Dashboard
import TerminalKit
import TestSupport
import Testing
import TextCore

/// Every page, as its readers see it.
@Suite struct GoldenScreenTests {
  /// A page's name and the keys that lead to it.
  static let pages: [(name: String, keys: String)] = [
    ("overview", ""),
    ("indicators", "2"),
    ("tasks", "3"),
    ("calendar", "4"),
    ("agencies", "5"),
    ("matrix", "6"),
    ("pillar", "<Down><Enter>"),
    ("indicator", "2/XH2<Enter><Enter>"),
    ("indicator-by-region", "2/DL1<Enter><Enter>v"),
    ("figure", "2/XH2<Enter><Enter><Enter>"),
    ("report", "2/XH2<Enter><Enter><Enter><Enter>"),
    ("task", "3/T19<Enter><Enter>"),
    ("assignment", "3/T19<Enter><Enter><Enter>"),
    ("action", "4<Enter>"),
    ("agency", "5/bca<Enter><Enter>"),
    ("findings", "!"),
    ("board", "5b"),
    ("help", "?"),
    ("why-pillar", "="),
    ("why-indicator", "2="),
    ("why-national", "2/XH2<Enter><Enter>="),
    ("why-figure", "5/bonv<Enter><Enter>="),
    ("why-task", "3/T22<Enter>="),
    ("why-assignment", "3/T19<Enter><Enter>="),
    ("why-action", "4="),
    ("why-agency", "5j="),
    ("changes", "cc6<Enter>"),
    ("changes-field", "cc6"),
    ("source", ":cafef<Enter>"),
    ("palette", ":"),
    ("palette-initials", "2:btttt"),
    ("palette-refused", ":sap xep<Down>"),
    ("palette-nothing", ":zzz"),
    ("themes", "T<End>"),
  ]

  @Test(arguments: pages, [Language.vietnamese, .english])
  func page(_ page: (name: String, keys: String), _ language: Language) throws {
    for size in [Size(width: 80, height: 24), Size(width: 120, height: 36)] {
      var desk = try Desk(size, language)
      desk.type(page.keys)
      try Golden.check(
        desk.canvas, "\(page.name)-\(size.width)x\(size.height)-\(language.rawValue)",
        withRoles: language == .vietnamese)
    }
  }

  @Test(arguments: pages.prefix(6) + pages.filter { ["palette-initials", "themes", "board"].contains($0.name) })
  func narrowAndWide(_ page: (name: String, keys: String)) throws {
    for size in [Size(width: 60, height: 16), Size(width: 200, height: 50)] {
      var desk = try Desk(size)
      desk.type(page.keys)
      try Golden.check(desk.canvas, "\(page.name)-\(size.width)x\(size.height)-vi")
    }
  }

  @Test(arguments: [GlyphSet.box, .ascii])
  func poorerFonts(_ glyphs: GlyphSet) throws {
    for page in Self.pages.prefix(6) + Self.pages.filter({ ["palette-initials", "board"].contains($0.name) }) {
      var desk = try Desk(glyphs: glyphs)
      desk.type(page.keys)
      try Golden.check(desk.canvas, "\(page.name)-80x24-vi-\(glyphs.rawValue)")
      if glyphs == .ascii {
        #expect(desk.canvas.asciiOnly.cells.allSatisfy { $0.scalar < 0x7F })
      }
    }
  }

  /// The overview of a year with everything in it.
  @Test(arguments: [Language.vietnamese, .english])
  func simulatedYear(_ language: Language) throws {
    for size in [Size(width: 80, height: 24), Size(width: 120, height: 36)] {
      let desk = try Desk(
        size, language, store: SimulatedPlan.open(), storeName: language == .vietnamese ? "bản minh họa" : "demo")
      #expect(desk.lines[0].contains(language == .vietnamese ? "SỐ LIỆU MÔ PHỎNG" : "SIMULATED DATA"))
      try Golden.check(
        desk.canvas, "overview-simulated-\(size.width)x\(size.height)-\(language.rawValue)",
        withRoles: language == .vietnamese)
    }
  }

  /// Who sends what and who does not, and what is odd about it, in such a year.
  @Test(arguments: [("board", "5b"), ("agency", "5/bng<Enter><Enter>"), ("findings", "!")])
  func reportingInASimulatedYear(_ name: String, _ keys: String) throws {
    for (width, height, language) in [(80, 24, Language.vietnamese), (120, 36, .english), (200, 50, .vietnamese)] {
      var desk = try Desk(
        Size(width: width, height: height), language, store: SimulatedPlan.open(),
        storeName: language == .vietnamese ? "bản minh họa" : "demo")
      desk.type(keys)
      try Golden.check(desk.canvas, "\(name)-simulated-\(width)x\(height)-\(language.rawValue)", withRoles: width == 80)
    }
  }

  /// Every size down to nothing is drawn without a trap, and every cell stays in its place.
  @Test func everySize() throws {
    var desk = try Desk()
    for page in Self.pages {
      desk.type("<Esc><Esc><Esc><Esc><Esc>1" + page.keys)
      for width in [0, 1, 2, 20, 59, 60, 61, 72, 79, 100, 300] {
        for height in [0, 1, 2, 5, 15, 16, 17, 24, 70] {
          desk.send(.resized(Size(width: width, height: height)))
          #expect(desk.canvas.cells.count == width * height)
        }
      }
      desk.send(.resized(Size(width: 80, height: 24)))
    }
  }
}
