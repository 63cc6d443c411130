import Foundation
import Testing

/// However the program ends, the terminal is as it was.
@Suite struct TerminalSafetyTests {
  /// The program under a shell that notes its process id and the terminal's settings before and after.
  private struct Session {
    let folder: TemporaryFolder
    let terminal: Tmux

    init(_ prefix: String = "", _ environment: String = "") throws {
      folder = try TemporaryFolder()
      let path = folder.path
      terminal = Tmux(
        """
        stty -g > '\(path)/before'; \(environment) sh -c '\(prefix) echo $$ > \(path)/pid; exec \(Shell.thuky)'; \
        echo LEFT=$?; stty -g > '\(path)/after'; sleep 60
        """)
    }

    func pid() throws -> pid_t { try #require(pid_t(try folder.text(of: "pid").trimmingCharacters(in: .newlines))) }

    /// Whether settings, screen and cursor are what they were.
    func isRestored() -> Bool {
      terminal.wait { _ in (try? folder.text(of: "after"))?.isEmpty == false }
        && (try? folder.text(of: "before")) == (try? folder.text(of: "after"))
        && terminal.hasFlags("0 1")
    }
  }

  @Test(arguments: [("q", "q"), ("Q", "Q"), ("C-c", "Ctrl-C")])
  func leaving(_ key: String, _ name: String) throws {
    let session = try Session()
    #expect(session.terminal.shows("TRỤ CỘT"))
    #expect(session.terminal.hasFlags("1 0"))
    session.terminal.press(key)
    #expect(session.terminal.shows("LEFT=0"))
    #expect(session.isRestored())
  }

  @Test(arguments: [
    SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU, SIGPWR, SIGSEGV, SIGILL,
    SIGFPE, SIGBUS, SIGABRT, SIGSYS, SIGTRAP,
  ])
  func signals(_ signal: Int32) throws {
    let session = try Session("ulimit -c 0;")
    #expect(session.terminal.shows("TRỤ CỘT"))
    kill(try session.pid(), signal)
    #expect(session.terminal.shows("LEFT=\(128 + signal)"))
    #expect(session.isRestored())
  }

  @Test func suspendAndComeBack() {
    let terminal = Tmux("env PS1='$ ' bash --norc -i")
    #expect(terminal.shows("$"))
    terminal.type("'\(Shell.thuky)' --as-of 2023-09-30")
    terminal.press("Enter")
    #expect(terminal.selects("Dữ liệu số"))
    terminal.press("Down")
    #expect(terminal.selects("Chính phủ số"))
    for round in 1...2 {
      terminal.press("C-z")
      // The shell says so each time, and what it said stays.
      #expect(terminal.wait { $0.components(separatedBy: "Stopped").count > round })
      #expect(terminal.hasFlags("0 1"))
      terminal.resize(100, 30)
      terminal.type("fg")
      terminal.press("Enter")
      #expect(terminal.selects("Chính phủ số"))
      #expect(terminal.titleEnds(in: "VI"))
      #expect(terminal.hasFlags("1 0"))
    }
    terminal.press("Q")
    #expect(terminal.hasFlags("0 1"))
  }

  /// A line that drops while SIGHUP is ignored: the process ends by itself, and soon.
  @Test func droppedLine() throws {
    let session = try Session("trap \"\" HUP;")
    #expect(session.terminal.shows("TRỤ CỘT"))
    let pid = try session.pid()
    #expect(kill(pid, 0) == 0)
    session.terminal.kill()
    let end = Date().addingTimeInterval(2)
    while kill(pid, 0) == 0, Date() < end { usleep(20_000) }
    #expect(kill(pid, 0) != 0)
  }

  @Test(arguments: ["xterm-256color", "xterm", "screen-256color", "tmux-256color", "linux", "vt100", "putty"])
  func terminals(_ name: String) throws {
    let session = try Session("", "env TERM=\(name)")
    #expect(session.terminal.shows("Dữ liệu số"))
    session.terminal.press("Q")
    #expect(session.terminal.shows("LEFT=0"))
  }

  @Test(arguments: [("nosuch", "nosuch"), ("dumb", "dumb")])
  func terminalsThatWillNotDo(_ name: String, _ says: String) throws {
    let session = try Session("", "env TERM=\(name)")
    #expect(session.terminal.shows("LEFT=69"))
    #expect(session.terminal.shows("thuky: "))
    #expect(session.terminal.shows(says))
    #expect(session.isRestored())
  }

  @Test(arguments: ["C", "POSIX", "xx_YY.UTF-8", "vi_VN.TCVN"])
  func locales(_ name: String) throws {
    let session = try Session("", "env LC_ALL=\(name)")
    #expect(session.terminal.shows("Dữ liệu số"))
    #expect(session.terminal.shows("hoàn thành đúng hạn"))
  }

  @Test func noColor() throws {
    let log = TemporaryFile()
    let terminal = Tmux("env NO_COLOR=1 script -q -f -c '\(Shell.thuky)' '\(log.path)'; echo LEFT; sleep 60")
    #expect(terminal.shows("TRỤ CỘT"))
    terminal.press("2", "Q")
    #expect(terminal.shows("LEFT"))
    for color in ["\u{1B}[3", "\u{1B}[4", "\u{1B}[9"] {
      let bytes = String(decoding: Files.bytes(log.path), as: UTF8.self)
      #expect(
        bytes.range(of: NSRegularExpression.escapedPattern(for: color) + "[0-8][;m]", options: .regularExpression)
          == nil)
    }
  }
}
