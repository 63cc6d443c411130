import TerminalKit
import Testing

@Suite struct ClicksTests {
  @Test(arguments: [
    ([(5, 0), (5, 400)], [Mouse.Action.click, .doubleClick]),
    ([(5, 0), (5, 401)], [.click, .click]),
    ([(5, 0), (6, 100)], [.click, .click]),
    ([(5, 0), (5, 100), (5, 200), (5, 300)], [.click, .doubleClick, .click, .doubleClick]),
  ]) func seconds(_ presses: [(y: Int, time: Int)], _ actions: [Mouse.Action]) {
    var clicks = Clicks()
    let found = presses.map { clicks.press(x: 3, y: $0.y, at: $0.time) }
    #expect(found.map(\.action) == actions)
    #expect(found.map(\.y) == presses.map(\.y))
  }
}
