import Dashboard
import PlanCore
import TerminalKit
import TestSupport
import Testing

/// Frames that are drawn before their keys are pressed.
@Suite struct ForesightTests {
  private static let keys: [Key] =
    [.down, .up, .pageDown, .pageUp, .home, .end, .left, .right, .enter, .escape, .tab]
    + "jkjkjkjgGhl123456svf=!?".unicodeScalars.map(Key.character)

  /// Whatever is foreseen is what the key leads to, on any page, however it was reached; and what was foreseen for
  /// nothing leaves no trace in a dashboard that others are compared with.
  @Test(arguments: [(80, 24), (120, 40), (200, 50)], [UInt64(1), 2])
  func isWhatComes(_ size: (Int, Int), _ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var desk = try Desk(Size(width: size.0, height: size.1), store: SimulatedPlan.open())
    var blind = try Desk(Size(width: size.0, height: size.1), store: SimulatedPlan.open())
    var foreseen = 0
    var last = Key.down
    for _ in 0..<150 {
      let key = Bool.random(using: &random) ? last : Self.keys.randomElement(using: &random) ?? .down
      var foresight = foresight(after: last, &desk)
      var state = desk.state
      desk.send(.key(key))
      blind.send(.key(key))
      #expect(desk.canvas == blind.canvas)
      if let canvas = foresight.comeTrue(by: key, in: &state) {
        foreseen += 1
        #expect(canvas == blind.canvas)
        #expect(state.render() == blind.canvas)
        #expect(!foresight.isOpen)
        // It comes true once.
        #expect(foresight.comeTrue(by: key, in: &state) == nil)
      }
      last = key
    }
    #expect(foreseen > 5)
  }

  /// All that is foreseen, with what is read for it.
  private func foresight(after key: Key, _ desk: inout Desk) -> Foresight {
    var foresight = Foresight(after: key, of: desk.state)
    while !foresight.isComplete {
      let wanted = foresight.drawNext(of: desk.state)
      guard !wanted.isEmpty else { continue }
      desk.perform(wanted)
      foresight = Foresight(after: key, of: desk.state)
    }
    return foresight
  }

  /// Whoever reads down a list is at each row a key before the next and before the one he came from, by either of
  /// their keys.
  @Test(arguments: [(Key.down, Key.up), (.character("j"), .character("k"))]) func alongAList(_ keys: (Key, Key)) throws
  {
    var desk = try Desk()
    desk.type("5")
    for _ in 0..<91 {
      desk.send(.key(keys.0))
      var before = desk
      for key in [keys.1, keys.0] {
        var foresight = foresight(after: keys.0, &before)
        var state = before.state
        desk = before
        desk.send(.key(key))
        let canvas = foresight.comeTrue(by: key, in: &state)
        #expect(canvas == desk.canvas && state.render() == desk.canvas)
      }
      desk = before
    }
    // At the end the only way is back.
    desk.send(.key(keys.0))
    var end = foresight(after: keys.0, &desk)
    var state = desk.state
    #expect(end.comeTrue(by: keys.0, in: &state) == nil && end.isOpen)
    desk.send(.key(keys.1))
    #expect(end.latest == desk.canvas)
    #expect(end.comeTrue(by: keys.1, in: &state) == desk.canvas)
  }

  /// A list that was just opened is gone down.
  @Test func aNewList() throws {
    var desk = try Desk()
    desk.type("3")
    var foresight = foresight(after: .character("3"), &desk)
    var state = desk.state
    desk.type("j")
    #expect(foresight.latest == desk.canvas)
    #expect(foresight.comeTrue(by: .character("j"), in: &state) == desk.canvas)
  }

  /// Nothing comes true after something else has happened, and nothing is foreseen where keys are letters.
  @Test func onlyWhileItHolds() throws {
    var desk = try Desk()
    var closed = foresight(after: .down, &desk)
    closed.close()
    var state = desk.state
    #expect(!closed.isOpen && closed.comeTrue(by: .down, in: &state) == nil)
    desk.type("5/b")
    #expect(foresight(after: .down, &desk).latest == nil)
    desk.type("<Esc>:bo")
    #expect(foresight(after: .down, &desk).latest == nil)
  }

  /// What the next row shows of its file is read before its frame is drawn; nothing is asked for twice.
  @Test func readsAhead() throws {
    let store = try SimulatedPlan.open()
    var desk = try Desk(Size(width: 200, height: 50), store: store)
    desk.type("2/XH2<Enter><Enter>")
    var asked: [Report] = []
    for _ in 0..<8 {
      var foresight = Foresight(after: .down, of: desk.state)
      for case .readDetails(let reports) in foresight.drawNext(of: desk.state) {
        asked += reports
        desk.send(.details(store.details(of: reports)))
      }
      foresight = Foresight(after: .down, of: desk.state)
      let wanted = foresight.drawNext(of: desk.state)
      #expect(wanted.isEmpty)
      desk.type("<Down>")
      #expect(foresight.latest == desk.canvas)
    }
    #expect(asked.count > 8 && Set(asked).count == asked.count)
  }
}
