import PlanCore
import TerminalKit
import TestSupport
import Testing
import TextCore

@testable import Dashboard

/// Agencies down, indicators across.
@Suite struct MatrixTests {
  static let sizes = [Size(width: 80, height: 24), Size(width: 120, height: 36), Size(width: 200, height: 50)]

  private func desk(
    _ keys: String, _ size: Size = sizes[0], _ language: Language = .vietnamese, glyphs: GlyphSet = .blocks
  ) throws -> Desk {
    var desk = try Desk(size, language, glyphs: glyphs, store: SimulatedPlan.open(), storeName: "demo")
    desk.type(keys)
    return desk
  }

  @Test(
    arguments: [
      ("matrix-simulated", "6<Down><Right><Right>"), ("matrix-by-region", "6v<Down>"), ("matrix-by-kind", "6vv"),
    ], Language.allCases)
  func golden(_ page: (name: String, keys: String), _ language: Language) throws {
    for size in Self.sizes {
      try Golden.check(
        desk(page.keys, size, language).canvas, "\(page.name)-\(size.width)x\(size.height)-\(language.rawValue)",
        withRoles: language == .vietnamese)
    }
  }

  @Test(arguments: [GlyphSet.box, .ascii])
  func poorerFonts(_ glyphs: GlyphSet) throws {
    for size in Self.sizes.prefix(2) {
      let canvas = try desk("6v<Down>", size, glyphs: glyphs).canvas
      try Golden.check(canvas, "matrix-by-region-\(size.width)x\(size.height)-vi-\(glyphs.rawValue)")
      if glyphs == .ascii { #expect(canvas.asciiOnly.cells.allSatisfy { $0.scalar < 0x7F }) }
    }
  }

  /// The head of the column under the cursor is always in view and lit, to the last column and back.
  @Test(arguments: [60, 66, 80, 120, 200])
  func theColumnIsInView(_ width: Int) throws {
    var desk = try desk("6", Size(width: width, height: 24))
    let ids = try SimulatedPlan.open().plan.indicators.map(\.id)
    for key in ["<Right>", "<Left>"] {
      for id in key == "<Right>" ? ids : ids.reversed() {
        #expect(desk.lines[3].trimmed.hasPrefix(id + "  "), "\(id)")
        let lit = desk.canvas.row(5).filter { $0.role == .selection }.compactMap { Unicode.Scalar($0.scalar) }
        #expect(!lit.isEmpty && id.hasSuffix(String(String.UnicodeScalarView(lit))), "\(id)\n\(desk.canvas.text)")
        desk.type(key)
      }
    }
  }

  /// Every width, number of columns and cursor: the column is in view, nothing lies outside or upon another.
  @Test func layouts() {
    for width in stride(from: 0, through: 260, by: 3) {
      for count in [0, 1, 2, 7, 33, 60, 200] {
        let pillars = (0..<count).map { $0 / 7 }
        for chosen in Set([0, 1, count / 2, count - 1]) where (0..<max(1, count)).contains(chosen) {
          let layout = MatrixLayout(width: width, pillars: pillars, chosen: chosen)
          #expect(count == 0 || layout.visible.contains(chosen), "\(width) \(count) \(chosen)")
          #expect(layout.visible.upperBound <= count)
          let starts = layout.visible.compactMap(layout.start(of:))
          #expect(zip(starts, starts.dropFirst()).allSatisfy { $1 - $0 >= 2 } && starts.first ?? 0 == 0)
          #expect((starts.last ?? 0) <= layout.room)
          let counts = layout.hasCounts ? MatrixLayout.countsWidth + 1 : 0
          #expect(width < 20 || 2 + layout.nameWidth + layout.room + counts <= width, "\(width) \(count)")
        }
      }
    }
  }

  /// All columns of the plan from 80 columns on, wider cells and counts where there is room.
  @Test func roomIsUsed() {
    let pillars = [7, 9, 6, 7, 4].enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
    for (width, pitch, hasCounts) in [(80, 2, false), (88, 2, true), (120, 3, true), (160, 4, true), (200, 5, true)] {
      let layout = MatrixLayout(width: width, pillars: pillars, chosen: 0)
      #expect(layout.visible == 0..<33 && layout.pitch == pitch && layout.hasCounts == hasCounts, "\(width)")
    }
  }

  // MARK: Jumping

  /// What is typed, the column that it leads to, and the rows that are left while it is typed.
  @Test(arguments: [
    ("dl4", "DL4", "93/93"), ("AT3", "AT3", "93/93"), ("ho so suc khoe", "XH5", "93/93"), ("hsskdt", "XH5", "93/93"),
    ("cáp quang", "XH2", "93/93"),
    // An agency is meant, or nothing is.
    ("ha noi", "DL1", "1/93"), ("zzz", "DL1", "0/93"),
  ])
  func jump(_ typed: String, _ id: String, _ count: String) throws {
    var desk = try desk("6G/" + typed)
    #expect(desk.bottom.hasSuffix(count), "\(desk.bottom)")
    #expect(desk.lines[3].trimmed.hasPrefix(id), "\(desk.lines[3])")
    if id != "DL1" { #expect(desk.bottom.contains("Enter đến cột")) }
    desk.type("<Enter>")
    #expect(desk.lines[3].trimmed.hasPrefix(id), "\(desk.lines[3])")
    if id != "DL1" {
      #expect(desk.path == "Ma trận" && desk.bottom.hasSuffix("93/93"), "\(desk.path) \(desk.bottom)")
      desk.type("<Enter>")
      #expect(desk.path == "Ma trận › Cà Mau · \(id)", "\(desk.path)")
    }
  }

  @Test func escapeLeavesTheBar() throws {
    var desk = try desk("6<Right>/dl4<Esc>")
    #expect(desk.path == "Ma trận" && desk.bottom.hasSuffix("1/93") && desk.lines[3].contains("DL2"))
    desk.type("/dl5<Down>")
    #expect(desk.path == "Ma trận" && desk.bottom.hasSuffix("2/93") && desk.lines[3].contains("DL5"))
    // A filter of the rows keeps the column, and Esc the row.
    desk.type("/ha noi<Esc>")
    #expect(desk.selected?.hasPrefix("▸Hà Nội") == true && desk.lines[3].contains("DL5"))
  }

  /// Without a screen the same words lead to the same column.
  @Test func jumpInLines() throws {
    let desk = try desk("6G/dl4<Enter>")
    let title = desk.lines[3]
    var state = try self.desk("6G").state
    _ = state.obey("loc dl4") { _, _ in }
    #expect(state.render().text.split(separator: "\n")[3] == title)
  }

  // MARK: Order and groups

  /// By targets met, by the column under the cursor, by another one, and back to the plan's order.
  @Test func sorting() throws {
    var desk = try desk("6s", Self.sizes[1])
    #expect(desk.path.hasSuffix("xếp: số chỉ tiêu đạt"))
    let counts = desk.lines[7...].dropLast(2).compactMap { line in
      line.split(separator: " ").last.flatMap { $0.split(separator: "/").first }.flatMap { Int($0) }
    }
    #expect(counts.count > 20 && counts == counts.sorted(by: >), "\(counts)")
    desk.type("s")
    #expect(desk.path.hasSuffix("xếp: DL1") && desk.lines[5].contains("1↑"))
    desk.type("<Right><Right>s")
    #expect(desk.path.hasSuffix("xếp: DL3"))
    desk.type("<Left>s")
    #expect(desk.path.hasSuffix("xếp: DL2"))
    desk.type("Ss")
    #expect(!desk.path.contains("xếp"))
  }

  /// A region's line says what its members report together, whatever a filter leaves of them.
  @Test func groupsSpeakTogether() throws {
    let store = try SimulatedPlan.open()
    let day = try #require(Day(iso: "2023-09-30"))
    let assessment = Assessment(of: store.plan, reports: store.reports, journal: store.journal, asOf: day)
    let region = try #require(store.plan.regions.firstIndex { $0.id == "tay-nguyen" })
    let members = store.plan.agencies.indices.filter { store.plan.agencies[$0].region == region }
    let expected = store.plan.indicators.indices.compactMap { index -> String? in
      let total = assessment.subtotal(indicator: index, of: members)
      return total.inScope == 0 ? nil : String(Character(total.status.glyph(.blocks)))
    }
    for keys in ["6v/dak lak", "6v/lam dong<Enter>"] {
      let desk = try desk(keys, Self.sizes[2])
      let line = try #require(desk.lines.first { $0.contains("Tây Nguyên (1)") })
      #expect(line.trimmed.split(separator: " ").dropFirst(3).map(String.init) == expected, "\(line)")
    }
    #expect(Set(expected).count > 2)
  }

  /// The headings are no rows, and the row under the cursor stays the same when the grouping changes.
  @Test func regrouping() throws {
    var desk = try desk("6/gia lai<Enter><Esc>")
    for _ in 0..<4 {
      #expect(desk.selected?.hasPrefix("▸Gia Lai") == true, "\(desk.canvas.text)")
      desk.type("v")
    }
    desk.type("vg")
    for _ in 0..<92 {
      desk.type("<Down>")
      #expect(desk.selected != nil)
    }
    #expect(desk.bottom.hasSuffix("93/93"))
  }
}
