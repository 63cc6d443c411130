import Glibc
import TerminalKit

/// The colours that standard output has.
enum OutputColors {
  /// All of them in a file or a pipe; on a terminal what its variables say, and none with `NO_COLOR`.
  static var depth: ColorDepth {
    guard isatty(STDOUT_FILENO) == 1 else { return .direct }
    let name = Environment.value("TERM") ?? "dumb"
    let isDirect = ColorDepth.isDirect(colorTerm: Environment.value("COLORTERM"))
    let colors =
      name == "dumb" || name.hasPrefix("vt") ? 0 : isDirect ? 1 << 24 : name.hasSuffix("256color") ? 256 : 8
    return ColorDepth(colors: colors, isDirect: isDirect, noColor: Environment.value("NO_COLOR"))
  }
}
