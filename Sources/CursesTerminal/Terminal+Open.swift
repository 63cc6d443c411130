import CNcurses
import CSystem
import Glibc
import TerminalKit

extension Terminal {
  static var name: String { getenv("TERM").map { String(cString: $0) } ?? "" }

  /// Looks at the terminal without touching it.
  ///
  /// - Returns: the name to open it by; `nil` is `TERM`'s own.
  static func check() throws(TerminalError) -> String? {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    var found: Int32 = 0
    guard setupterm(nil, STDOUT_FILENO, &found) == OK else { throw .unknownTerminal(name) }
    guard !capability("cup").isEmpty else { throw .notAddressable(name) }
    guard let direct = directName(of: name, colorTerm: getenv("COLORTERM").map { String(cString: $0) }) else {
      return nil
    }
    if setupterm(direct, STDOUT_FILENO, &found) == OK, hasDirectColors { return direct }
    setupterm(nil, STDOUT_FILENO, &found)
    return nil
  }

  /// `COLORTERM` says that a terminal has all colours where `TERM` speaks of 256; terminfo has such a one under a name
  /// of its own, or has none.
  static func directName(of name: String, colorTerm: String?) -> String? {
    guard ColorDepth.isDirect(colorTerm: colorTerm), name.hasSuffix("-256color") else { return nil }
    return name.dropLast("-256color".count) + "-direct"
  }

  /// Whether 39 and 49 take colours back, or there are none.
  static var hasUsualColors: Bool {
    let back = String(decoding: capability("op"), as: UTF8.self)
    return ["", "\u{1B}[39;49m", "\u{1B}[49;39m", "\u{1B}[39m\u{1B}[49m", "\u{1B}[49m\u{1B}[39m"].contains(back)
  }

  static var hasDirectColors: Bool { tigetflag("RGB") > 0 || tigetnum("RGB") > 0 }

  /// `newterm`, not `initscr`, which exits where it fails.
  static func open(_ name: String?, on wire: Wire) -> UnsafeMutablePointer<WINDOW>? {
    // Where it finds the signal taken, ncurses leaves it alone, which it would else switch off and on in every frame.
    let onStop = signal(SIGTSTP, SIG_IGN)
    defer { signal(SIGTSTP, onStop) }
    guard let output = fdopen(wire.descriptor, "w"), let input = fdopen(STDIN_FILENO, "r"),
      newterm(name, output, input) != nil
    else { return nil }
    return nc_stdscr()
  }

  static func setModes(window: UnsafeMutablePointer<WINDOW>, keyboard: UnsafeMutablePointer<WINDOW>) {
    raw()
    noecho()
    nonl()
    // ncurses 6.4 writes after every movement of the cursor until it has come back from endwin once.
    endwin()
    doupdate()
    typeahead(-1)
    // Shorter, and an arrow key whose bytes come 40 ms apart is taken for Esc and letters.
    set_escdelay(60)
    curs_set(0)
    idlok(window, true)
    keypad(keyboard, true)
    definePasteKeys()
    nodelay(keyboard, true)
  }

  /// Prepares what a crash writes. Before `open`, while the modes are still the shell's.
  static func armRescue() {
    // CAN: whatever sequence was cut off in the middle is over.
    var restore: [UInt8] = [0x18]
    for name in ["sgr0", "op", "rmcup", "rmkx", "cnorm"] { restore += capability(name) }
    if takesModes { restore += Array(pasteOff.utf8) }
    restore.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        _ = csystem_rescue_arm(STDOUT_FILENO, characters.baseAddress, characters.count, SignalQueue.endingBits)
      }
    }
  }

  /// The bytes of a terminfo string, without the delays that are written into it as `$<5>`.
  static func capability(_ name: String) -> [UInt8] {
    guard let text = tigetstr(name), Int(bitPattern: text) != -1 else { return [] }
    var bytes: [UInt8] = []
    var rest = String(cString: text).utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "$"), rest.first == UInt8(ascii: "<"), let end = rest.firstIndex(of: UInt8(ascii: ">")) {
        rest = rest[rest.index(after: end)...]
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }
}
