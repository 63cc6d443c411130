public import TerminalKit

/// What ended a wait.
public enum Wake: Hashable, Sendable {
  /// Keys in the order in which they were struck; never empty.
  case keys([Key])
  case resized(Size)
  /// Somebody sent SIGTSTP. Ctrl-Z is a key.
  case suspendRequested
  /// The process runs again after it was stopped; the next `paint` draws everything.
  case resumed
  /// A signal that ends programs: close the terminal and exit with 128 and its number.
  case terminate(signal: Int32)
  /// The terminal is gone: exit. Nothing more is drawn, nothing more can be read.
  case hangUp
  /// One of the caller's descriptors can be read, or its other end is closed.
  case readable(Int32)
  case timedOut
}
