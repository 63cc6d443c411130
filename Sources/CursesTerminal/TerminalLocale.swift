import Glibc

/// Which letters the process can write.
///
/// ncurses drops every letter that the C library's locale cannot encode, without a word, so this is settled before
/// the first one.
public enum TerminalLocale: Hashable, Sendable {
  /// The user's locale is UTF-8.
  case unicode
  /// The user's locale is not UTF-8 or not installed; `C.UTF-8` stands in for it.
  case substituted
  /// No UTF-8 at all: letters without marks and ASCII shapes.
  case ascii

  /// Whether Vietnamese letters reach the screen.
  public var isUnicode: Bool { self != .ascii }

  /// Sets the locale of the process. Call it before anything is drawn and before any thread is started.
  public static func establish() -> TerminalLocale {
    decide(
      setting: { setlocale(LC_CTYPE, $0) != nil },
      codeset: { nl_langinfo(Int32(CODESET)).map { String(cString: $0) } ?? "" })
  }

  /// The decision alone: `setting` asks for a locale and says whether there is such a one, `codeset` names the
  /// encoding of the one that is set.
  static func decide(setting: (String) -> Bool, codeset: () -> String) -> TerminalLocale {
    if setting(""), isUTF8(codeset()) { return .unicode }
    if setting("C.UTF-8"), isUTF8(codeset()) { return .substituted }
    _ = setting("C")
    return .ascii
  }

  private static func isUTF8(_ codeset: String) -> Bool {
    ["utf8", "utf-8"].contains(codeset.lowercased())
  }
}
