import Testing

@testable import CursesTerminal

@Suite struct TerminalLocaleTests {
  /// Which locales are installed, what the user's one and `C.UTF-8` encode, and what comes of it.
  @Test(
    arguments: [
      (["", "C.UTF-8"], "UTF-8", "UTF-8", TerminalLocale.unicode, [""]),
      (["", "C.UTF-8"], "utf8", "UTF-8", .unicode, [""]),
      (["", "C.UTF-8"], "ANSI_X3.4-1968", "UTF-8", .substituted, ["", "C.UTF-8"]),
      (["", "C.UTF-8"], "TCVN5712-1", "UTF-8", .substituted, ["", "C.UTF-8"]),
      (["C.UTF-8"], "", "UTF-8", .substituted, ["", "C.UTF-8"]),
      ([""], "ISO-8859-1", "", .ascii, ["", "C.UTF-8", "C"]),
      ([], "", "", .ascii, ["", "C.UTF-8", "C"]),
      (["", "C.UTF-8"], "ISO-8859-1", "ANSI_X3.4-1968", .ascii, ["", "C.UTF-8", "C"]),
    ] as [([String], String, String, TerminalLocale, [String])])
  func decision(installed: [String], own: String, fallback: String, expected: TerminalLocale, asked: [String]) {
    var requests: [String] = []
    let decision = TerminalLocale.decide(
      setting: { name in
        requests.append(name)
        return installed.contains(name)
      },
      codeset: { requests.last == "" ? own : fallback })
    #expect(decision == expected)
    #expect(requests == asked)
  }
}
