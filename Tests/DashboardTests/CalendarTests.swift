import Dashboard
import PlanCore
import TerminalKit
import TestSupport
import Testing
import TextCore

/// The year above the month in view.
@Suite struct CalendarTests {
  @Test(arguments: Language.allCases)
  func simulated(_ language: Language) throws {
    for size in [Size(width: 80, height: 24), Size(width: 120, height: 36), Size(width: 200, height: 50)] {
      var desk = try Desk(size, language, store: SimulatedPlan.open(), storeName: "demo")
      desk.type("4<Left><Left>")
      try Golden.check(
        desk.canvas, "calendar-simulated-\(size.width)x\(size.height)-\(language.rawValue)",
        withRoles: language == .vietnamese)
    }
  }

  @Test(arguments: [GlyphSet.box, .ascii])
  func poorerFonts(_ glyphs: GlyphSet) throws {
    for size in [Size(width: 80, height: 24), Size(width: 120, height: 36)] {
      var desk = try Desk(size, glyphs: glyphs, store: SimulatedPlan.open(), storeName: "demo")
      desk.type("4")
      try Golden.check(desk.canvas, "calendar-simulated-\(size.width)x\(size.height)-vi-\(glyphs.rawValue)")
      if glyphs == .ascii { #expect(desk.canvas.asciiOnly.cells.allSatisfy { $0.scalar < 0x7F }) }
    }
  }

  /// Every month has its mark in the year as it comes into view, in boxes and in the strip; the boxes stay in place.
  @Test func theChosenMonth() throws {
    for width in [60, 80, 120, 200] {
      var desk = try Desk(Size(width: width, height: 36), asOf: "2023-01-31", store: SimulatedPlan.open())
      desk.type("4")
      let height = desk.lines.firstIndex { $0.contains("THÁNG 1/2023") }
      for month in 1...12 {
        #expect(desk.lines.firstIndex { $0.contains("THÁNG \(month)/2023: ") } == height, "\(width) \(month)")
        if width >= 120 { #expect(desk.canvas.text.contains("▐Tháng \(month)▌"), "\(width) \(month)") }
        #expect(desk.canvas.text.contains("▐") && desk.canvas.text.contains("▌"))
        desk.type("<Right>")
      }
    }
  }

  /// A month with more than finds room says how many more there are; nothing is cut in the middle.
  @Test func crowdedMonth() throws {
    let rows = (1...40).map { "B\($0),2023-05,2023-05-15,mod,Việc \($0),,24h-com-1,public" }.joined(separator: "\n")
    let header = "id,month,due,lead,title_vi,status,source,confidence\n"
    let files =
      BundledPlan.files.filter { $0.path != "actions.csv" }
      + [StoreLocation.File(path: "actions.csv", bytes: Array((header + rows + "\n").utf8))]
    for size in [Size(width: 120, height: 36), Size(width: 200, height: 50)] {
      var desk = try Desk(size, store: Store.open(at: .bundled(files)))
      desk.type("4")
      let line = try #require(desk.lines.first { $0.contains("□?") }, "\(desk.canvas.text)")
      let box = try #require(line.split(separator: "│").dropFirst().first)
      let shown = box.split(separator: "□?", omittingEmptySubsequences: false).count - 1
      #expect(shown > 3 && String(box).trimmed.hasSuffix("+\(40 - shown)"), "\(line)")
      // In words, or where they find no room by the mark.
      #expect(desk.canvas.text.contains("40 quá hạn") || desk.canvas.text.contains("40 □!"))
    }
  }
}
