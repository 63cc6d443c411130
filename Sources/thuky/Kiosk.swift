import ArgumentParser
import CSystem
import CursesTerminal
import Glibc
import PlanCore
import TextCore

/// `--kiosk`: a window that opens onto nothing else, for sshd's `ForceCommand`.
///
/// Nothing in it is forbidden case by case. There is nobody who could write (`Choices.mayWrite`), no environment, no
/// file of a user's (`Defaults.ofKiosk`), and the kernel refuses what would start a program or change a file.
enum Kiosk {
  /// Whether the word stands anywhere on the command line: no other word takes it back.
  static let isAsked = PlainArguments.words.contains("--kiosk")

  /// Gives up what a kiosk does without, before anything else is done.
  ///
  /// - Throws: `KioskError.open` where the kernel knows such filters and refuses this one.
  static func begin() throws(KioskError) {
    let kept = keptEnvironment(Environment.value)
    clearenv()
    for (name, value) in kept { setenv(name, value, 1) }
    // Where the kernel has no such filters, all the rest still holds.
    if csystem_lock() != 0, errno != EINVAL, errno != ENOSYS { throw .open(errno) }
  }

  /// What is left of the environment: which terminal it is, and its colours. Not the language and the letters of a
  /// visitor's machine, nor where he says that terminals are described.
  static func keptEnvironment(_ value: (String) -> String?) -> [String: String] {
    var kept: [String: String] = [:]
    kept["TERM"] = value("TERM")
    kept["NO_COLOR"] = value("NO_COLOR").map { _ in "1" }
    kept["COLORTERM"] = value("COLORTERM").flatMap { ["truecolor", "24bit"].contains($0) ? $0 : nil }
    return kept
  }

  /// - Throws: `UsageError` for every command but the dashboard itself.
  static func check(_ command: some ParsableCommand) throws(UsageError) {
    guard command is Thuky else { throw .kioskOfACommand }
  }

  /// Terminals that a visitor may have: a name is looked up in the file system.
  static let terminals: Set<String> = [
    "alacritty", "ansi", "cygwin", "foot", "gnome", "gnome-256color", "konsole", "konsole-256color", "linux",
    "ms-terminal", "putty", "putty-256color", "rxvt", "rxvt-256color", "rxvt-unicode", "rxvt-unicode-256color",
    "screen", "screen-256color", "st", "st-256color", "tmux", "tmux-256color", "vt100", "vt102", "vt220", "vte",
    "vte-256color", "wezterm", "xterm", "xterm-16color", "xterm-256color", "xterm-color", "xterm-ghostty",
    "xterm-kitty",
  ]

  /// - Throws: `KioskError` where there is no terminal, or none of those.
  static func checkTerminal() throws(KioskError) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .noTerminal }
    let name = Environment.value("TERM") ?? ""
    guard terminals.contains(name) else { throw .terminal(name) }
  }
}

/// Why a kiosk shows nothing.
enum KioskError: Error, Hashable {
  case noTerminal
  /// Not one of `Kiosk.terminals`.
  case terminal(String)
  /// What a kiosk gives up could not be given up.
  case open(Int32)

  var message: Localized {
    switch self {
    case .noTerminal:
      Localized("cần một màn hình dòng lệnh: dùng «ssh -t»", "needs a terminal: use «ssh -t»")
    case .terminal(let name):
      Localized(
        "loại màn hình «\(name)» không dùng được ở đây; thử TERM=xterm-256color",
        "a terminal «\(name)» is not taken here; try TERM=xterm-256color")
    case .open(let code):
      Localized("không khóa được phiên dành cho khách: ", "the kiosk cannot be locked: ") + SystemError.text(code)
    }
  }
}
