import Glibc
import TerminalKit

/// Lines for people and scripts. Nothing that a terminal acts on gets through, whatever the store says.
enum Output {
  /// Prints a line.
  ///
  /// - Throws: `OutputError` where standard output does not take it.
  static func line(_ text: String) throws(OutputError) {
    let code = write(TerminalText.safe(text) + "\n", to: STDOUT_FILENO)
    if code != 0 { throw OutputError(code: code) }
  }

  /// Prints what an exporter made, as it is: it has let nothing through that a terminal acts on but colours.
  ///
  /// - Throws: `OutputError` where standard output does not take it.
  static func text(_ text: String) throws(OutputError) {
    let code = write(text, to: STDOUT_FILENO)
    if code != 0 { throw OutputError(code: code) }
  }

  /// Prints a line on standard error, come what may.
  static func error(_ text: String) { _ = write(TerminalText.safe(text) + "\n", to: STDERR_FILENO) }

  /// Writes over what stands on the last line of standard error, of which so many columns are taken.
  static func overwrite(_ text: String, width: Int) {
    let blanks = String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
    _ = write("\r" + TerminalText.safe(text) + blanks + (text.isEmpty ? "\r" : ""), to: STDERR_FILENO)
  }

  /// Zero, or the system's `errno`.
  private static func write(_ text: String, to descriptor: Int32) -> Int32 {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written > 0 {
        bytes = bytes.dropFirst(written)
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }
}
