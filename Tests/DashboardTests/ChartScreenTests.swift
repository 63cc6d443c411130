import Dashboard
import TerminalKit
import TestSupport
import Testing
import TextCore

/// Charts where they stand on pages, on the made-up year.
@Suite struct ChartScreenTests {
  static let pages: [(name: String, keys: String)] = [
    ("chart", "2/XH2<Enter><Enter>"), ("chart-met", "2/DL4<Enter><Enter>"),
    ("chart-own", "2/XH2<Enter><Enter>/ha noi<Enter><Enter>"),
  ]
  static let sizes = [Size(width: 80, height: 24), Size(width: 120, height: 36), Size(width: 200, height: 50)]

  @Test(arguments: pages, Language.allCases)
  func page(_ page: (name: String, keys: String), _ language: Language) throws {
    for size in Self.sizes {
      var desk = try Desk(size, language, store: SimulatedPlan.open(), storeName: "demo")
      desk.type(page.keys)
      try Golden.check(
        desk.canvas, "\(page.name)-\(size.width)x\(size.height)-\(language.rawValue)",
        withRoles: language == .vietnamese)
    }
  }

  @Test(arguments: [GlyphSet.box, .ascii])
  func poorerFonts(_ glyphs: GlyphSet) throws {
    var desk = try Desk(glyphs: glyphs, store: SimulatedPlan.open(), storeName: "demo")
    desk.type("2/XH2<Enter><Enter>")
    try Golden.check(desk.canvas, "chart-80x24-vi-\(glyphs.rawValue)")
    if glyphs == .ascii { #expect(desk.canvas.asciiOnly.cells.allSatisfy { $0.scalar < 0x7F }) }
  }

  /// Under the facts in the narrowest window, and before the first report with nothing but the way to go.
  @Test func narrowAndEmpty() throws {
    var desk = try Desk(Size(width: 60, height: 24), store: SimulatedPlan.open(), storeName: "demo")
    desk.type("2/XH2<Enter><Enter>")
    try Golden.check(desk.canvas, "chart-60x24-vi")
    var empty = try Desk()
    empty.type("2/DL2<Enter><Enter>")
    #expect(empty.canvas.text.contains("½ thiếu") && !empty.canvas.text.contains("dự báo │"), "\(empty.canvas.text)")
    var early = try Desk(asOf: "2022-12-15")
    early.type("2/DL2<Enter><Enter>")
    #expect(early.canvas.text.contains("chưa có số liệu") && !early.canvas.text.contains("│ 15/12"))
  }

  /// The chart stands still while the cursor moves in the list under it.
  @Test func theChartStandsStill() throws {
    // With three panes the page beside it follows.
    for size in Self.sizes.dropLast() {
      var desk = try Desk(size, store: SimulatedPlan.open())
      desk.type("2/XH2<Enter><Enter>")
      let before = desk.canvas
      desk.type("<Down>")
      let changed = (0..<size.height).filter { desk.canvas.row($0) != before.row($0) }
      #expect(changed.count <= 3, "\(size) \(changed)")
    }
  }
}
