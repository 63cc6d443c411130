import Dashboard
import TerminalKit
import TestSupport
import Testing

/// A visitor's dashboard: what leads out of it is grey, says why, and is not asked for by any keys.
@Suite struct KioskKeysTests {
  @Test func greyAndSaysWhy() throws {
    var desk = try Desk(isKiosk: true)
    desk.type("e")
    #expect(desk.bottom.contains("màn hình khách chỉ để xem, không xuất ra tệp"))
    desk.type("<C-z>")
    #expect(desk.bottom.contains("màn hình khách không tạm dừng; q để thoát"))
    desk.type("Le")
    #expect(desk.bottom.contains("a kiosk is for looking: no file is written"))
    #expect(desk.effects.isEmpty)
  }

  /// Of the commands the palette has those that stay inside.
  @Test func palette() throws {
    for (query, command) in [("xuat man hinh", "xuất màn hình hoặc văn bản ra tệp"), ("tam dung", "tạm dừng; fg")] {
      var usual = try Desk()
      usual.type(":" + query)
      #expect(usual.canvas.text.contains(command))
      var kiosk = try Desk(isKiosk: true)
      kiosk.type(":" + query)
      #expect(!kiosk.canvas.text.contains(command))
      kiosk.type("<Enter><C-z>")
      #expect(kiosk.effects.isEmpty)
    }
  }

  @Test func anyKeys() throws {
    var random = SeededRandom(seed: 23)
    var desk = try Desk(isKiosk: true)
    let keys: [Key] =
      (0x20..<0x7F).compactMap { Unicode.Scalar($0).map(Key.character) }
      + [
        .enter, .enter, .escape, .tab, .up, .down, .left, .right, .control("z"), .control("p"), .control("l"),
        .character("e"),
      ]
    for _ in 0..<3_000 { desk.send(.key(keys[Int.random(in: 0..<keys.count, using: &random)])) }
    for effect in desk.effects {
      switch effect {
      case .suspend, .export: Issue.record("\(effect)")
      default: break
      }
    }
  }
}
