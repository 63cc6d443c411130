import Dashboard
import Foundation
import PlanCore
import TerminalKit
import Testing
import TextCore

@testable import thuky

/// `--kiosk` by itself: what counts, what runs, what is refused.
@Suite struct KioskTests {
  // MARK: What counts

  private func choices(_ file: String, store: String? = nil) throws -> (Choices, TemporaryFolder) {
    let folder = try TemporaryFolder()
    try folder.write(file, to: "thuky.conf")
    var choices = Choices(store: store)
    choices.defaults = .ofKiosk(Configuration(userFolder: nil, systemFile: folder.path + "/thuky.conf"))
    return (choices, folder)
  }

  @Test func theSystemsFileIsFinal() throws {
    var (choices, folder) = try choices("store = /srv/a\nlang = en\nglyphs = ascii\ntheme = giay\nexport-dir = /tmp\n")
    choices.language = .vietnamese
    choices.theme = "sen"
    choices.glyphs = .blocks
    #expect(try choices.chosenLanguage() == .english)
    #expect(try choices.chosenTheme().id == "giay")
    #expect(try choices.chosenGlyphs() == .ascii)
    #expect(try choices.location() == .folder("/srv/a"))
    choices.store = "/srv/a"
    #expect(try choices.location() == .folder("/srv/a"))
    choices.store = "/srv/b"
    #expect(throws: UsageError.self) { try choices.location() }
    _ = folder
  }

  @Test func theCommandsOwnStore() throws {
    let (own, folder) = try choices("lang = en\n", store: "/srv/b")
    #expect(try own.location() == .folder("/srv/b"))
    #expect(try choices("", store: nil).0.location().isBundled)
    #expect(throws: UsageError.kioskStoreIsNotWhole("kho")) { try choices("", store: "kho").0.location() }
    _ = folder
  }

  /// There is nothing that could write, whatever a file says.
  @Test func nobodyWrites() throws {
    let (choices, folder) = try choices("export-dir = /tmp\n")
    #expect(!choices.mayWrite)
    #expect(choices.exporter(for: .folder("/srv/a")) == nil)
    choices.defaults.memory.update { $0.theme = "giay" }
    #expect(choices.defaults.memory.read().theme == nil)
    #expect(choices.defaults.environment("PATH") == nil)
    _ = folder
  }

  @Test func whatIsLeftOfTheEnvironment() {
    let hostile = [
      "TERM": "xterm", "NO_COLOR": "\u{1B}[2J", "COLORTERM": "truecolor", "HOME": "/h", "LANG": "C", "LD_PRELOAD": "x",
      "TERMINFO": "/t", "TERMINFO_DIRS": "/t", "TERMCAP": "x", "NCURSES_NO_SETBUF": "1", "THUKY_STORE": "/s",
      "SSH_ORIGINAL_COMMAND": "sh", "XDG_CONFIG_HOME": "/x",
    ]
    #expect(
      Kiosk.keptEnvironment { hostile[$0] } == ["TERM": "xterm", "NO_COLOR": "1", "COLORTERM": "truecolor"])
    #expect(Kiosk.keptEnvironment { $0 == "COLORTERM" ? "all" : nil }.isEmpty)
  }

  // MARK: What runs

  @Test(arguments: [
    (["check", "--kiosk"], Int32(64), "--kiosk"), (["--kiosk", "init", "/tmp/thuky-never"], 64, "--kiosk"),
    (["--kiosk", "record", "task/T01"], 64, "--kiosk"), (["import", "x.csv", "--kiosk"], 64, "--kiosk"),
    (["--kiosk", "import", "/etc/passwd"], 64, "--kiosk"), (["--kiosk", "report", "session"], 64, "--kiosk"),
    (["--kiosk", "verify", "0"], 64, "--kiosk"), (["--kiosk", "check"], 64, "--kiosk"),
    (["--kiosk", "status"], 64, "--kiosk"),
    (["--kiosk", "show", "overview"], 64, "--kiosk"), (["--kiosk", "demo"], 64, "--kiosk"),
    (["demo", "--kiosk"], 64, "--kiosk"), (["--kiosk=no"], 64, "--kiosk"), (["--kiosk", "--no-kiosk"], 64, "kiosk"),
    (["--kiosk", "--store", "kho"], 69, "ssh -t"), (["--kiosk"], 69, "ssh -t"),
    (["--kiosk", "--linear", "--store", "kho"], 64, "kho"),
    (["--kiosk", "--linear", "--store", "/nonexistent/kho"], 66, "/nonexistent/kho"),
  ])
  func onlyTheDashboard(_ arguments: [String], _ status: Int32, _ says: String) {
    let outcome = Shell.run([Shell.thuky] + arguments)
    #expect(outcome.status == status && outcome.out.isEmpty && outcome.error.contains(says), "\(outcome)")
    #expect(!FileManager.default.fileExists(atPath: "/tmp/thuky-never"))
  }

  /// An environment that would steer everything, if anybody asked it.
  @Test func hostileEnvironment() throws {
    let folder = try TemporaryFolder.withPlan()
    try folder.replace("short.vi = ", with: "short.vi = KHO KHAC ", in: "plan.conf")
    let store = folder.path
    let shell = """
      mkdir -p '\(store)/c/thuky/themes' '\(store)/t/x' '\(store)/s' && printf 'lang = en\\nstore = \(store)\\n' \
      > '\(store)/c/thuky/thuky.conf' && printf '\\032\\001' > '\(store)/t/x/xterm-256color'
      """
    #expect(Shell.run(["sh", "-c", shell]).status == 0)
    let environment = """
      HOME='\(store)' XDG_CONFIG_HOME='\(store)/c' XDG_STATE_HOME='\(store)/s' THUKY_STORE='\(store)' THUKY_LANG=en \
      THUKY_THEME=giay THUKY_GLYPHS=ascii TERMINFO='\(store)/t' TERMINFO_DIRS='\(store)/t' TERMCAP='xterm:' LANG=C \
      LC_ALL=C NCURSES_NO_UTF8_ACS=1 ESCDELAY=9999 LINES=3 COLUMNS=5 EDITOR=touch PAGER=touch SHELL=/bin/sh
      """
    let terminal = Tmux("env \(environment) '\(Shell.thuky)' --kiosk; echo LEFT=$?; sleep 60")
    #expect(terminal.selects("Dữ liệu số"))
    #expect(!terminal.screen.contains("KHO KHAC") && !terminal.screen.contains("PILLAR"))
    terminal.press("T", "Down", "Enter", "5", "L", "Q")
    #expect(terminal.shows("LEFT=0"))
    #expect(Shell.run(["find", store + "/s", "-mindepth", "1"]).out.isEmpty)
  }

  @Test(arguments: ["nosuch", "dumb", "../../../tmp/x", "/tmp/x", "", "xterm-256color "])
  func terminalsThatAreNotTaken(_ name: String) {
    let terminal = Tmux("env TERM='\(name)' '\(Shell.thuky)' --kiosk; echo LEFT=$?; sleep 60", 100, 10)
    #expect(terminal.shows("LEFT=69"))
    #expect(terminal.screen.contains("thử TERM=xterm-256color"))
  }

  /// What lies in the store to be followed: links that lead out, devices, pipes. None is opened and none is waited for.
  @Test(arguments: [
    "ln -s /etc/passwd reports/x.csv", "ln -s ../../../etc reports/more", "mkfifo reports/x.csv",
    "rm updates.csv && mkfifo updates.csv",
    "ln -s /dev/zero reports/x.csv",
    "rm members.csv && ln -s /etc/passwd members.csv",
    "rm members.csv && mkfifo members.csv", "ln -s . reports/round",
  ])
  func trapsInTheStore(_ make: String) throws {
    let store = try TemporaryFolder.withPlan()
    #expect(Shell.run(["sh", "-c", "cd '\(store.path)' && \(make)"]).status == 0)
    let terminal = Tmux("'\(Shell.thuky)' --kiosk --store '\(store.path)'; echo LEFT=$?; sleep 60", 100, 30)
    #expect(terminal.shows("TRỤ CỘT"))
    terminal.press("!")
    if !make.contains("round") { #expect(terminal.shows("▸lỗi")) }
    #expect(!terminal.screen.contains("root:"))
    terminal.press("Q")
    #expect(terminal.shows("LEFT=0"))
  }

  @Test func linearWithoutATerminal() throws {
    let store = try TemporaryFolder.withPlan()
    let outcome = Shell.thuky("--kiosk", "--linear", "--store", store.path)
    #expect(outcome.status == 0 && outcome.out.contains("Dữ liệu số"), "\(outcome)")
  }

  @Test func linearWithATerminal() throws {
    let folder = try TemporaryFolder()
    let terminal = Tmux("cd '\(folder.path)' && '\(Shell.thuky)' --kiosk --linear; echo LEFT=$?; sleep 60", 100, 30)
    #expect(terminal.shows("Enter:"))
    terminal.type("xuất csv")
    terminal.press("Enter")
    #expect(terminal.shows("không xuất ra tệp"))
    terminal.press("C-z")
    terminal.type("thoát")
    terminal.press("Enter")
    #expect(terminal.shows("LEFT=0"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  // MARK: What the program could do

  /// Nothing in it starts another program.
  @Test func noOtherPrograms() {
    let symbols = Shell.run(["nm", "--dynamic", "--undefined-only", Shell.thuky]).out.split(separator: "\n")
      .compactMap { $0.split(separator: " ").last?.split(separator: "@").first.map(String.init) }
    #expect(symbols.contains("poll"))
    let banned: Set<String> = [
      "system", "popen", "fork", "vfork", "execl", "execle", "execlp", "execv", "execve", "execvp", "execvpe",
      "fexecve", "posix_spawn", "posix_spawnp", "dlopen", "wordexp", "socket", "connect",
    ]
    #expect(banned.isDisjoint(with: symbols), "\(banned.intersection(symbols))")
  }
}
