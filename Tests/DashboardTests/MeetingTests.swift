import PlanCore
import TerminalKit
import TestSupport
import Testing
import TextCore

@testable import Dashboard

/// Slides for a wall.
@Suite struct MeetingTests {
  private func meeting(
    _ width: Int = 80, _ height: Int = 24, _ language: Language = .vietnamese, glyphs: GlyphSet = .blocks
  ) throws -> Desk {
    var desk = try Desk(
      Size(width: width, height: height), language, glyphs: glyphs, store: try SimulatedPlan.open())
    desk.beginMeeting()
    return desk
  }

  @Test func golden() throws {
    for (width, height) in [(60, 16), (80, 24), (120, 36), (200, 50)] {
      var desk = try meeting(width, height)
      try Golden.check(desk.canvas, "meeting-pillar-\(width)x\(height)-vi", withRoles: width == 80)
      desk.type("l")
      try Golden.check(desk.canvas, "meeting-indicator-\(width)x\(height)-vi")
    }
    var plain = try meeting(80, 24, .english, glyphs: .ascii)
    plain.type("n ")
    try Golden.check(plain.canvas, "meeting-indicator-80x24-en-ascii")
    #expect(plain.canvas.asciiOnly.cells.allSatisfy { $0.scalar < 0x7F })
  }

  @Test(arguments: [
    ("", "1/38"), ("l", "2/38"), ("<Right><Right>", "3/38"), ("lh", "1/38"), ("h", "38/38"), ("<Left>n", "1/38"),
    ("<End>", "38/38"), ("<End><Enter>", "1/38"), ("lll<Home>", "1/38"), ("<PgDn>jp", "2/38"), ("xđ<BS>", "1/38"),
  ])
  func turning(_ keys: String, _ place: String) throws {
    var desk = try meeting()
    desk.type(keys)
    #expect(desk.bottom.hasSuffix(" " + place))
    #expect(desk.effects.isEmpty)
  }

  @Test func goesOnByItselfUnlessItStands() throws {
    var desk = try meeting()
    #expect(desk.state.movingSlide == 0)
    desk.send(.slideIsOver)
    #expect(desk.state.movingSlide == 1)
    desk.type(" ")
    #expect(desk.state.movingSlide == nil && desk.bottom.hasSuffix("đang dừng  2/38"))
    desk.send(.slideIsOver)
    #expect(desk.bottom.hasSuffix("đang dừng  2/38"))
    desk.type("l ")
    #expect(desk.state.movingSlide == 2)
    for _ in 0..<36 { desk.send(.slideIsOver) }
    #expect(desk.state.movingSlide == 0)
  }

  @Test(arguments: ["q", "Q", "<C-c>"]) func leaving(_ key: String) throws {
    var desk = try meeting()
    desk.type(key)
    #expect(desk.effects == [.quit])
  }

  /// Date and language work as on the other screens, and a store that changes is taken in.
  @Test func dateLanguageAndReloads() throws {
    var desk = try meeting()
    desk.type("[L")
    #expect(desk.lines[0].contains("31/08/2023") && desk.canvas.text.contains("PILLAR"))
    desk.type("tL")
    let before = desk.canvas.text
    desk.send(.loaded(try BundledPlan.open()))
    #expect(desk.canvas.text != before)
    #expect(desk.bottom.hasPrefix("đã đọc lại dữ liệu"))
    desk.send(.slideIsOver)
    #expect(desk.bottom.hasSuffix("2/38") && !desk.bottom.contains("đã đọc"))
  }

  /// Nobody outside a meeting is turned a page, and nothing is turned before there is a store.
  @Test func noMeeting() throws {
    var desk = try Desk()
    let before = desk.canvas
    desk.send(.slideIsOver)
    #expect(desk.canvas == before && desk.state.movingSlide == nil)
    var state = State(storeName: Localized(both: ""), size: Size(width: 80, height: 24), today: .first)
    state.beginMeeting()
    #expect(state.movingSlide == nil)
    for key in [Key.right, .end, .character(" "), .character("h")] { _ = state.update(.key(key)) }
    #expect(state.render().text.contains("Đang đọc bộ dữ liệu…"))
  }

  @Test func everySlideAtEverySize() throws {
    var desk = try meeting()
    for _ in 0..<38 {
      for width in [1, 59, 60, 61, 80, 133, 300] {
        for height in [1, 16, 17, 24, 70] {
          desk.send(.resized(Size(width: width, height: height)))
          #expect(desk.canvas.cells.count == width * height)
        }
      }
      desk.send(.resized(Size(width: 60, height: 16)))
      desk.type("l")
    }
  }
}
