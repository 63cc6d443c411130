import Dashboard
import Foundation
import TerminalKit
import Testing

@Suite struct MouseTests {
  private func click(_ desk: inout Desk, on text: String, _ action: Mouse.Action = .click, from top: Int = 0) {
    for (y, line) in desk.lines.enumerated() where y >= top {
      guard let range = line.range(of: text) else { continue }
      let x = TerminalText.width(String(line[..<range.lowerBound]))
      return desk.send(.key(.mouse(Mouse(action, x: x, y: y))))
    }
    Issue.record("«\(text)» is not on the screen")
  }

  @Test func onAndOff() throws {
    var desk = try Desk()
    desk.type("m")
    #expect(desk.effects == [.mouse(true)] && desk.bottom.hasPrefix("đã bật chuột"))
    desk.type("m")
    #expect(desk.effects == [.mouse(true), .mouse(false)] && desk.bottom.hasPrefix("đã tắt chuột"))
  }

  @Test func clicksAndDoubleClicks() throws {
    var desk = try Desk()
    click(&desk, on: "Kinh tế số")
    #expect(desk.selected?.hasPrefix("▸Kinh tế số") == true && desk.path == "Tổng quan")
    click(&desk, on: "Xã hội số", .doubleClick)
    #expect(desk.path.hasPrefix("Tổng quan › Xã hội số"))
    // Neither a heading nor what is empty is a row.
    let before = desk.canvas
    desk.send(.key(.mouse(Mouse(.click, x: 40, y: 3))))
    #expect(desk.canvas == before)
  }

  @Test func tabsAndTheWayHere() throws {
    var desk = try Desk()
    click(&desk, on: "3 Nhiệm vụ", from: 1)
    #expect(desk.path.hasPrefix("Nhiệm vụ"))
    desk.type("2<Enter><Enter>")
    #expect(desk.path.hasPrefix("Chỉ tiêu › DL1 › "))
    click(&desk, on: "DL1", from: 2)
    #expect(desk.path == "Chỉ tiêu › DL1")
    click(&desk, on: "Chỉ tiêu", from: 2)
    #expect(desk.path.hasPrefix("Chỉ tiêu  "))
  }

  @Test func wheel() throws {
    var desk = try Desk()
    desk.type("5")
    let first = desk.selected
    desk.send(.key(.mouse(Mouse(.wheelDown, x: 5, y: 8))))
    #expect(desk.bottom.hasSuffix("4/93") || desk.bottom.hasSuffix("3/93"), "\(desk.bottom)")
    desk.send(.key(.mouse(Mouse(.wheelUp, x: 5, y: 8))))
    #expect(desk.selected == first)
  }

  /// A click goes to the page beside: into a preview, back to what was left.
  @Test func panes() throws {
    var desk = try Desk(Size(width: 120, height: 36))
    desk.type("2")
    desk.send(.key(.mouse(Mouse(.click, x: 100, y: 10))))
    #expect(desk.path == "Chỉ tiêu › DL1")
    click(&desk, on: "DL3", from: 3)
    #expect(desk.path.hasPrefix("Chỉ tiêu  ") && desk.selected?.contains("DL3") == true)
  }

  /// Menus and fields have the keys; a click changes nothing under them.
  @Test(arguments: ["3f", "3/", ":", "T", "e"]) func otherModes(_ keys: String) throws {
    var desk = try Desk()
    desk.type(keys)
    let before = desk.canvas
    for y in 0..<24 { desk.send(.key(.mouse(Mouse(.click, x: 4, y: y)))) }
    #expect(desk.canvas == before)
  }

  /// Anywhere on any page, and outside the window too.
  @Test(arguments: [Size(width: 60, height: 16), Size(width: 80, height: 24), Size(width: 200, height: 50)])
  func everyCell(_ size: Size) throws {
    for page in ["1", "2", "3", "4", "5", "6", "2<Enter>", "5<Enter>", "?", "!"] {
      var desk = try Desk(size)
      desk.type(page)
      for y in -1...size.height {
        for x in stride(from: -1, through: size.width, by: 7) {
          desk.send(.key(.mouse(Mouse((x + y) % 5 == 0 ? .doubleClick : .click, x: x, y: y))))
        }
      }
      #expect(desk.lines.count == size.height)
    }
  }
}
