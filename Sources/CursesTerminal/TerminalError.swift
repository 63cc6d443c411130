/// Why no dashboard can be drawn.
public enum TerminalError: Error, Hashable, Sendable {
  /// Standard input or output is a pipe or a file.
  case notATerminal
  /// Nothing is known of a terminal with this name; empty where `TERM` is not set.
  case unknownTerminal(String)
  /// The terminal of this name cannot move its cursor, as `dumb` cannot.
  case notAddressable(String)
  /// The system refused something that a dashboard needs.
  case system(errno: Int32)
}
