import CNcurses
import Glibc

/// Bracketed paste: the terminal says where a pasted text begins and ends (xterm's control sequences, mode 2004).
extension Terminal {
  private static let on = "\u{1B}[?2004h"
  static let pasteOff = "\u{1B}[?2004l"

  /// Whether the terminal understands such sequences, or at least leaves them alone: those that move their cursor by
  /// `ESC [`.
  static var takesModes: Bool { capability("cup").starts(with: [0x1B, 0x5B]) }

  func beginPastes() { if takesModes { Self.send(Self.on) } }

  func endPastes() { if takesModes { Self.send(Self.pasteOff) } }

  /// Past ncurses, whose `putp` has a buffer of its own that nobody empties before the end. A terminal that takes
  /// nothing just now does without.
  private static func send(_ text: String) {
    _ = Array(text.utf8).withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
  }

  /// Makes keys of what stands around a pasted text, so that ncurses waits for the rest of one that comes in parts.
  static func definePasteKeys() {
    define_key("\u{1B}[200~", KeyDecoder.pasteBegin)
    define_key("\u{1B}[201~", KeyDecoder.pasteEnd)
  }
}
