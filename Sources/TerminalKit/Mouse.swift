/// What a mouse did, and where: column and row from 0.
public struct Mouse: Hashable, Sendable {
  public enum Action: Hashable, Sendable {
    case click
    /// The second of two clicks on one row, one soon after the other.
    case doubleClick
    case wheelUp, wheelDown
  }

  public var action: Action
  public var x: Int
  public var y: Int

  /// An action at a cell.
  public init(_ action: Action, x: Int, y: Int) {
    self.action = action
    self.x = x
    self.y = y
  }
}

/// Tells a click from the second of two.
public struct Clicks: Sendable {
  /// Milliseconds in which the second click has to follow.
  public static let interval = 400
  private var last: (y: Int, time: Int)?

  /// No click so far.
  public init() {}

  /// - Parameter time: milliseconds of any steady clock.
  public mutating func press(x: Int, y: Int, at time: Int) -> Mouse {
    if let last, last.y == y, time - last.time <= Self.interval {
      self.last = nil
      return Mouse(.doubleClick, x: x, y: y)
    }
    last = (y, time)
    return Mouse(.click, x: x, y: y)
  }
}
