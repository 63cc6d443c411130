import Foundation
import Testing

/// `show` as a shell sees it.
@Suite struct ShowCommandTests {
  private static let screens = ["overview", "indicators", "tasks", "calendar", "agencies", "matrix"]
  private static let formats = ["text", "ansi", "markdown", "csv", "excel", "html", "svg"]

  @Test(arguments: screens, formats)
  func everyScreenInEveryFormat(_ screen: String, _ format: String) {
    let outcome = Shell.thuky("show", screen, "--format", format, "--as-of", "2023-09-30")
    #expect(outcome.status == 0 && outcome.error.isEmpty, "\(outcome.error)")
    #expect(outcome.out.utf8.count > 400)
    let end =
      ["csv": "2023-09-30\r\n", "excel": "30/09/2023\r\n", "html": "</html>\n", "svg": "</svg>\n"][format] ?? "\n"
    #expect(outcome.out.unicodeScalars.suffix(end.unicodeScalars.count).elementsEqual(end.unicodeScalars))
    #expect(outcome.out.contains("\u{1B}") == (format == "ansi"))
  }

  @Test func sizes() {
    let lines = Shell.thuky("show", "overview", "--size", "130x41").out.components(separatedBy: "\n")
    #expect(lines.count == 42)
    #expect(lines[0].hasSuffix(" VI") && lines[0].count == 129)
    let picture = Shell.thuky("show", "matrix", "--size", "60x16", "--format", "svg").out
    #expect(picture.contains("width=\"564\" height=\"328\""))
  }

  @Test func looks() {
    let paper = Shell.thuky("show", "overview", "--theme", "giay", "--format", "svg", "--lang", "en").out
    #expect(paper.contains("fill=\"#faf6ea\"") && paper.contains("lang=\"en\"") && paper.contains(">PILLAR<"))
    let plain = Shell.thuky("show", "matrix", "--glyphs", "ascii").out
    #expect(plain.contains("+ đạt"))
    let demo = Shell.thuky("show", "overview", "--demo", "--as-of", "2023-09-30")
    #expect(demo.out.contains("SỐ LIỆU MÔ PHỎNG"))
    let table = Shell.thuky("show", "agencies", "--demo", "--as-of", "2023-09-30", "--format", "csv").out
    #expect(
      table.components(separatedBy: "\r\n").dropFirst().dropLast().allSatisfy { $0.hasSuffix(",số liệu mô phỏng") })
  }

  /// A report's note and source are read back from its file before the table is written.
  @Test func detailsOfReports() throws {
    let store = try TemporaryFolder.withPlan()
    try store.write("period,agency,indicator,value,note\n2023-08,ha-noi,DL1,1,\"=1+1, «đủ»\"\n", to: "reports/x.csv")
    let outcome = Shell.thuky(
      "show", "agencies", "--of", "ha-noi", "--list", "4", "--store", store.path, "--as-of", "2023-09-30", "--format",
      "csv")
    #expect(outcome.out.contains("\"'=1+1, «đủ»\""), "\(outcome)")
  }

  @Test(arguments: [
    (["show"], "<screen>"), (["show", "nonsense"], "nonsense"), (["show", "overview", "--size", "59x16"], "59x16"),
    (["show", "overview", "--size", "80x99999"], "80x99999"), (["show", "overview", "--size", "80"], "--size"),
    (["show", "overview", "--format", "pdf"], "pdf"), (["show", "indicators", "--of", "DL99"], "DL9"),
    (["show", "overview", "--of", "\u{1B}[2J"], "^[[2J"), (["show", "matrix", "--list", "2", "--format", "csv"], "2"),
    (["show", "overview", "--list", "0", "--format", "csv"], "0"), (["show", "help"], "help"),
    (["show", "overview", "--theme", "giya"], "giay"), (["show", "overview", "--demo", "--store", "x"], "demo"),
  ])
  func oneLineAndAStatus(_ arguments: [String], _ says: String) {
    let outcome = Shell.run([Shell.thuky] + arguments)
    #expect(outcome.status == 64, "\(outcome)")
    #expect(outcome.out.isEmpty)
    #expect(outcome.error.contains(says) && !outcome.error.contains("\u{1B}"), "\(outcome.error)")
  }

  /// Whoever stops reading is not told off; a full disk is.
  @Test func outputThatCannotBeWritten() {
    #expect(Shell.thuky("show", "matrix", output: "/dev/full").status == 74)
    let pipe = "'\(Shell.thuky)' show agencies --size 200x1000 --format ansi | head -c 1; '\(Shell.thuky)' show matrix "
    let piped = Shell.run(["sh", "-c", pipe + "--size 1000x1000 --format svg | head -c 100000"])
    #expect(piped.status == 0 && piped.error.isEmpty)
    #expect(piped.out.utf8.count > 100_000)
  }

  /// On a terminal colours are what it has, and none with NO_COLOR.
  @Test(arguments: [
    ("TERM=xterm-256color", "\u{1B}[0;1;38;5;"), ("TERM=xterm-256color COLORTERM=truecolor", "\u{1B}[0;1;38;2;"),
    ("TERM=xterm-256color NO_COLOR=1", "\u{1B}[0;1m thuky"), ("TERM=vt100", "\u{1B}[0;1m thuky"),
  ])
  func colorsOfATerminal(_ variables: String, _ start: String) {
    let log = TemporaryFile()
    let terminal = Tmux(
      "env -u COLORTERM \(variables) script -q -c '\(Shell.thuky) show overview --format ansi' '\(log.path)'; "
        + "echo LEFT; sleep 60",
      100, 30)
    #expect(terminal.shows("LEFT"))
    #expect(log.text.contains(start), "\(log.text.prefix(300))")
  }

  /// The README's picture is what its command prints. `THUKY_RECORD=1` writes it anew.
  @Test func pictureOfTheReadme() throws {
    let readme = try String(contentsOf: ArchitectureTests.root.appendingPathComponent("README.md"), encoding: .utf8)
    let command = try #require(
      readme.components(separatedBy: "\n").first { $0.hasSuffix("--format svg > overview.svg") })
    let words = command.components(separatedBy: " > ")[0].components(separatedBy: " ").dropFirst()
    let outcome = Shell.run([Shell.thuky] + words)
    #expect(outcome.status == 0)
    let file = ArchitectureTests.root.appendingPathComponent("Sources/thuky/thuky.docc/overview.svg")
    if ProcessInfo.processInfo.environment["THUKY_RECORD"] != nil {
      try outcome.out.write(to: file, atomically: true, encoding: .utf8)
    } else {
      #expect(outcome.out == (try String(contentsOf: file, encoding: .utf8)), "record it again with THUKY_RECORD=1")
    }
  }
}
