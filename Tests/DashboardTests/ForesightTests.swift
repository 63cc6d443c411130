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

  /// Whatever is foreseen is what the key leads to, on any page, however it was reached.
  @Test(arguments: [(80, 24), (120, 40), (200, 50)], [UInt64(1), 2])
  func isWhatComes(_ size: (Int, Int), _ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var desk = try Desk(Size(width: size.0, height: size.1), store: SimulatedPlan.open())
    var foreseen = 0
    var last = Key.down
    for _ in 0..<150 {
      let key = Bool.random(using: &random) ? last : Self.keys.randomElement(using: &random) ?? .down
      let before = desk.state
      var wanted: [Effect] = []
      var foresight = Foresight(after: last, of: before, wanted: &wanted)
      #expect(before.render() == desk.canvas)
      desk.send(.key(key))
      var state = before
      if foresight?.comeTrue(by: key, in: &state) == true {
        foreseen += 1
        #expect(foresight?.canvas == desk.canvas)
        #expect(state.render() == desk.canvas)
        #expect(foresight?.isOpen == false)
        // It comes true once.
        #expect(foresight?.comeTrue(by: key, in: &state) == false)
      } else {
        #expect(state.render() == before.render())
      }
      last = key
    }
    #expect(foreseen > 5)
  }

  private func foresight(after key: Key, _ desk: Desk) -> Foresight? {
    var wanted: [Effect] = []
    return Foresight(after: key, of: desk.state, wanted: &wanted)
  }

  /// Whoever reads down a list is at each row one key before the next, by either of its keys.
  @Test(arguments: [Key.down, .character("j")]) func downAList(_ key: Key) throws {
    var desk = try Desk()
    desk.type("5")
    for _ in 0..<92 {
      var foresight = try #require(self.foresight(after: key, desk))
      var state = desk.state
      desk.send(.key(key))
      let answers = foresight.comeTrue(by: key, in: &state)
      #expect(answers && state.render() == desk.canvas)
    }
    // At the end the way is back.
    var back = try #require(self.foresight(after: key, desk))
    var state = desk.state
    #expect(!back.comeTrue(by: .down, in: &state))
    #expect(back.comeTrue(by: .up, in: &state))
    desk.type("<Up>")
    #expect(state.render() == desk.canvas)
  }

  /// A list that was just opened is gone down.
  @Test func aNewList() throws {
    var desk = try Desk()
    desk.type("3")
    var foresight = try #require(self.foresight(after: .character("3"), desk))
    var state = desk.state
    #expect(foresight.comeTrue(by: .character("j"), in: &state))
    desk.type("j")
    #expect(state.render() == desk.canvas)
  }

  /// Nothing comes true after something else has happened, and nothing is foreseen where keys are letters.
  @Test func onlyWhileItHolds() throws {
    var desk = try Desk()
    var foresight = try #require(self.foresight(after: .down, desk))
    foresight.close()
    var state = desk.state
    #expect(!foresight.isOpen && !foresight.comeTrue(by: .down, in: &state))
    desk.type("5/b")
    #expect(self.foresight(after: .down, desk) == nil)
    desk.type("<Esc>:bo")
    #expect(self.foresight(after: .down, desk) == nil)
  }

  /// What the next row shows of its file is read before its frame is drawn; nothing is asked for twice.
  @Test func readsAhead() throws {
    let store = try SimulatedPlan.open()
    var desk = try Desk(Size(width: 200, height: 50), store: store)
    desk.type("2/XH2<Enter><Enter>")
    var (asked, foreseen) = (Set<Report>(), 0)
    for _ in 0..<8 {
      var wanted: [Effect] = []
      if Foresight(after: .down, of: desk.state, wanted: &wanted) == nil, !wanted.isEmpty {
        guard case .readDetails(let reports) = try #require(wanted.first) else { return #expect(Bool(false)) }
        #expect(asked.isDisjoint(with: reports))
        asked.formUnion(reports)
        desk.send(.details(store.details(of: reports)))
        #expect(Foresight(after: .down, of: desk.state, wanted: &wanted) != nil && wanted.isEmpty)
        foreseen += 1
      }
      desk.type("<Down>")
    }
    #expect(foreseen > 2)
  }
}
