/// A key as a terminal sends it.
public enum Key: Hashable, Sendable {
  case character(Unicode.Scalar)
  /// A letter of a text that was pasted: for text fields, never a command.
  case pasted(Unicode.Scalar)
  /// Ctrl with a letter `a`…`z`.
  case control(Unicode.Scalar)
  case enter, escape, tab, backTab, backspace, delete
  case up, down, left, right, home, end, pageUp, pageDown
  case mouse(Mouse)
  /// F1 to F12.
  case function(Int)
  /// A key that no screen uses.
  case other
}
