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
  /// Whether one of them may still come true.
  public private(set) var isOpen = true

  /// - Parameters:
  ///   - key: what was pressed last. Whoever has not moved yet will move down.
  ///   - wanted: what has to be read before more can be foreseen.
  public init(after key: Key, of state: State, wanted: inout [Effect]) {
    guard state.mode == .browsing, state.selected != nil else { return }
    for movement in KeyTable.movement(of: key)?.likelyNext ?? [.down] {
      guard let key = KeyTable.key(for: movement) else { continue }
      var next = state
      let effects = next.update(.key(key))
      wanted += effects
      let isMoved = next.selected != state.selected || next.page.top != state.page.top
      if effects.isEmpty, isMoved {
        outcomes.append(Outcome(movement: movement, state: next, canvas: next.render()))
      }
    }
  }

  /// How the dashboard will most likely look next; `nil` where nothing is likely.
  public var likeliest: Canvas? { outcomes.first?.canvas }

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
  /// The same again, and the way back.
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
