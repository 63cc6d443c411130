public import TerminalKit

/// The next frames, drawn before their keys are pressed: who moved down is likely to move down again, and if not, back
/// up. While he reads there is time; when the key comes, the frame is there.
public struct Foresight {
  private struct Outcome {
    /// What a key asks for.
    let movement: Command.Movement
    /// The dashboard after the key; once that has come true, as it was before.
    var state: State
    let canvas: Canvas
  }

  /// The likeliest first.
  private var outcomes: [Outcome] = []
  /// What else is likely, and has not been drawn yet.
  private var left: [Command.Movement]
  /// The frame that was drawn last; `nil` where the last try was none.
  public private(set) var latest: Canvas?
  /// Whether nothing else has happened since.
  public private(set) var isOpen = true

  /// - Parameter key: what was pressed last. Whoever has not moved yet will move down.
  public init(after key: Key, of state: State) {
    let canMove = state.mode == .browsing && state.selected != nil
    left = canMove ? KeyTable.movement(of: key)?.likelyNext ?? [.down] : []
  }

  /// Draws the likeliest frame that has not been drawn yet.
  ///
  /// - Parameter state: what the foresight is of.
  /// - Returns: what has to be read first for a frame that has not been drawn.
  public mutating func drawNext(of state: State) -> [Effect] {
    latest = nil
    guard !left.isEmpty else { return [] }
    let movement = left.removeFirst()
    guard let key = KeyTable.key(for: movement) else { return [] }
    var next = state
    let wanted = next.update(.key(key))
    if wanted.isEmpty, next.selected != state.selected || next.page.top != state.page.top {
      let canvas = next.render()
      outcomes.append(Outcome(movement: movement, state: next, canvas: canvas))
      latest = canvas
    }
    return wanted
  }

  /// Whether it is open and there is nothing left to draw.
  public var isComplete: Bool { isOpen && left.isEmpty }

  /// Makes a dashboard what was foreseen of it, if a key leads there.
  ///
  /// - Returns: how it looks then; `nil` where that was not foreseen, and nothing has changed.
  public mutating func comeTrue(by key: Key, in state: inout State) -> Canvas? {
    guard isOpen, let movement = KeyTable.movement(of: key),
      let index = outcomes.firstIndex(where: { $0.movement == movement })
    else { return nil }
    isOpen = false
    // The past is kept here until there is time to let go of it.
    swap(&outcomes[index].state, &state)
    return outcomes[index].canvas
  }

  /// Notes that something else happened.
  public mutating func close() { isOpen = false }
}

extension Command.Movement {
  /// On in the same direction, and back.
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
