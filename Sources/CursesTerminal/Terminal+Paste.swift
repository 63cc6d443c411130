import CNcurses

/// Bracketed paste: the terminal says where a pasted text begins and ends (xterm's control sequences, mode 2004).
extension Terminal {
  private static let on = "\u{1B}[?2004h"
  static let pasteOff = "\u{1B}[?2004l"

  /// Whether the terminal understands such sequences, or at least leaves them alone: those that move their cursor by
  /// `ESC [`.
  static var takesModes: Bool { capability("cup").starts(with: [0x1B, 0x5B]) }

  /// Has the end of a paste told, with the next frame.
  func beginPastes() {
    if takesModes { putp(Self.on) }
  }

  func endPastes() {
    if takesModes { putp(Self.pasteOff) }
  }

  /// Makes keys of what stands around a pasted text, so that ncurses waits for the rest of one that comes in parts.
  static func definePasteKeys() {
    define_key("\u{1B}[200~", KeyDecoder.pasteBegin)
    define_key("\u{1B}[201~", KeyDecoder.pasteEnd)
  }
}
