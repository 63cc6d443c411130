public import TerminalKit

/// The next frame, drawn before its key is pressed: who moved down is likely to move down again. While he reads there
/// is time; when the key comes, the frame is there.
public struct Foresight {
  /// How the dashboard looks after the key.
  public let canvas: Canvas
  /// The dashboard then; afterwards, as it was before.
  private var state: State
  /// What the key asks for; `nil` once it has come true, or cannot any more.
  private var movement: Command.Movement?

  /// `nil` where nothing is likely, or where something has to be read for it.
  ///
  /// - Parameters:
  ///   - key: what was pressed last. Whoever has not moved yet will move down.
  ///   - wanted: what has to be read first.
  public init?(after key: Key, of state: State, wanted: inout [Effect]) {
    guard state.mode == .browsing, state.selected != nil else { return nil }
    for movement in KeyTable.movement(of: key)?.likelyNext ?? [.down] {
      guard let key = KeyTable.key(for: movement) else { continue }
      var next = state
      wanted = next.update(.key(key))
      guard wanted.isEmpty else { return nil }
      // At the end of a list the only way is back.
      guard next.selected != state.selected || next.page.top != state.page.top else { continue }
      self.state = next
      self.movement = movement
      canvas = next.render()
      return
    }
    return nil
  }

  /// Whether it may still come true.
  public var isOpen: Bool { movement != nil }

  /// Makes a dashboard what was foreseen of it, if this is the key that leads there.
  ///
  /// - Returns: whether it was.
  public mutating func comeTrue(by key: Key, in state: inout State) -> Bool {
    guard let movement, KeyTable.movement(of: key) == movement else { return false }
    // The past is kept here until there is time to let go of it.
    swap(&self.state, &state)
    self.movement = nil
    return true
  }

  /// Notes that something else happened.
  public mutating func close() { movement = nil }
}

extension Command.Movement {
  /// The same again, else the way back.
  fileprivate var likelyNext: [Command.Movement] {
    switch self {
    case .up, .last: [.up, .down]
    case .down, .first: [.down, .up]
    case .pageDown: [.pageDown, .pageUp]
    case .pageUp: [.pageUp, .pageDown]
    case .halfPageDown: [.halfPageDown, .halfPageUp]
    case .halfPageUp: [.halfPageUp, .halfPageDown]
    }
  }
}
