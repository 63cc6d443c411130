import Dashboard
import TerminalKit
import Testing

/// Ctrl-L has the screen sent again and changes nothing else, whatever the reader is doing.
@Suite struct RedrawTests {
  @Test(arguments: ["", "2", "5/bo", ":dl", "2f", "T", "e", "cc", "?", "y"], [false, true])
  func changesNothing(_ keys: String, _ isKiosk: Bool) throws {
    var desk = try Desk(isKiosk: isKiosk)
    desk.type(keys)
    let (before, asked) = (desk.canvas, desk.effects)
    desk.type("<C-l>")
    #expect(desk.canvas == before)
    #expect(desk.effects == asked + [.redraw])
  }
}
