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

  /// What was worked out for the next key before a stop that was somebody else's is of no use after it.
  @Test func aKeyBehindAStop() throws {
    let session = try Session()
    #expect(session.terminal.selects("Dữ liệu số"))
    session.terminal.press("j")
    for pillar in ["Kinh tế số", "Xã hội số", "An toàn, an ninh mạng"] {
      usleep(100_000)
      let pid = try session.pid()
      kill(pid, SIGSTOP)
      session.terminal.press("j")
      kill(pid, SIGCONT)
      #expect(session.terminal.selects(pillar))
      #expect(session.terminal.hasFlags("1 0"))
      #expect(session.terminal.titleEnds(in: "VI"))
    }
    session.terminal.press("Q")
    #expect(session.terminal.shows("LEFT=0"))
    #expect(session.isRestored())
  }

  /// What others write on the screen goes with Ctrl-L, whatever the reader is doing.
  @Test func drawnAnew() throws {
    let session = try Session()
    let terminal = session.terminal
    #expect(terminal.selects("Dữ liệu số"))
    let screen = try FileHandle(forWritingTo: URL(fileURLWithPath: "/proc/\(session.pid())/fd/1"))
    // What the last line shows: the rest is there by then.
    for (keys, shown) in [("5", "1/93"), ("/bo", "Lọc: bo_")] {
      terminal.type(keys)
      #expect(terminal.shows(shown))
      let before = terminal.screen
      try screen.write(contentsOf: Data("\u{1B}7\u{1B}[7;9HBroadcast message\n\u{1B}8".utf8))
      #expect(terminal.shows("Broadcast message"))
      terminal.press("C-l")
      #expect(terminal.wait { $0 == before })
    }
    terminal.press("C-c")
    #expect(terminal.shows("LEFT=0"))
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
      // In the window as it is now.
      #expect(terminal.wait { ($0.split(separator: "\n").first?.count ?? 0) > 90 })
      #expect(terminal.hasFlags("1 0"))
    }
    // A second Ctrl-Z in one go is not another suspension.
    terminal.press("5")
    terminal.send([0x1A, 0x1A], gapMilliseconds: 0)
    #expect(terminal.wait { $0.components(separatedBy: "Stopped").count > 3 })
    terminal.type("fg")
    terminal.press("Enter")
    #expect(terminal.shows("[5 Cơ quan]"))
    terminal.press("Q")
    #expect(terminal.hasFlags("0 1"))
  }

  /// A line that drops while SIGHUP is ignored: the process ends by itself, and soon.
  @Test func droppedLine() throws {
    let session = try Session("trap \"\" HUP;")
    #expect(session.terminal.shows("TRỤ CỘT"))
    let pid = try session.pid()
    #expect(!Shell.hasEnded(pid))
    session.terminal.kill()
    let end = Date().addingTimeInterval(2)
    while !Shell.hasEnded(pid), Date() < end { usleep(20_000) }
    #expect(Shell.hasEnded(pid))
  }

  @Test(arguments: ["xterm-256color", "xterm", "screen-256color", "tmux-256color", "linux", "vt100", "putty"])
  func terminals(_ name: String) throws {
    let session = try Session("", "env TERM=\(name)")
    #expect(session.terminal.shows("Dữ liệu số"))
    session.terminal.press("Q")
    #expect(session.terminal.shows("LEFT=0"))
  }

  /// What goes over the wire to a terminal of this name, while somebody moves about and changes the theme.
  private func wire(_ environment: String) -> String {
    let log = TemporaryFile()
    let terminal = Tmux("env \(environment) script -q -f -c '\(Shell.thuky)' '\(log.path)'; echo LEFT; sleep 60")
    #expect(terminal.shows("Dữ liệu số"))
    terminal.press("Down", "2", "T", "Down", "Enter", "L")
    #expect(terminal.shows("[2 Indicators]"))
    terminal.press("Q")
    #expect(terminal.shows("LEFT"))
    return String(decoding: Files.bytes(log.path), as: UTF8.self)
  }

  /// A terminal gets the colours that it has, and no others: of all, of 256, of 8, none.
  @Test(
    arguments: [
      ("TERM=xterm-256color COLORTERM=truecolor", "[34]8:2:", "[34]8[:;]5[:;]"),
      ("TERM=tmux-256color COLORTERM=24bit", "[34]8:2:", "[34]8[:;]5[:;]"),
      ("TERM=xterm-256color", "[34]8;5;", "[34]8[:;]2[:;]"), ("TERM=putty-256color", "[34]8;5;", "[34]8[:;]2[:;]"),
      ("TERM=screen-256color COLORTERM=truecolor", "[34]8;5;", "[34]8[:;]2[:;]"),
      ("TERM=xterm", "3[1-6][;m]", "[34]8[:;]"), ("TERM=linux", "3[1-6][;m]", "[34]8[:;]"),
      ("TERM=screen", "3[1-6][;m]", "[34]8[:;]"), ("TERM=putty", "3[1-6][;m]", "[34]8[:;]"),
      ("TERM=vt100", "7m", "[34][0-8][:;m]"), ("TERM=xterm-256color NO_COLOR=1", "7m", "[34][0-8][:;m]"),
      ("TERM=xterm-256color COLORTERM=truecolor NO_COLOR=1", "7m", "[34][0-8][:;m]"),
    ])
  func coloursOfATerminal(_ environment: String, _ has: String, _ hasNot: String) {
    let bytes = wire(environment)
    let start = "\u{1B}\\[([0-9;]*;)?"
    #expect(bytes.range(of: start + has, options: .regularExpression) != nil, "\(environment)")
    #expect(bytes.range(of: start + hasNot, options: .regularExpression) == nil, "\(environment)")
    // The theme is changed without clearing the screen: what there is of that is of the beginning.
    #expect(bytes.components(separatedBy: "\u{1B}[2J").count <= 3)
  }

  /// Keys of each terminal, and its shapes, in a locale without Vietnamese too.
  @Test(arguments: ["xterm-256color", "screen", "tmux-256color", "putty", "linux", "vt100"], ["C.UTF-8", "C"])
  func walksOnEveryTerminal(_ name: String, _ locale: String) {
    let terminal = Tmux("env TERM=\(name) LC_ALL=\(locale) '\(Shell.thuky)' --as-of 2023-09-30; echo LEFT=$?; sleep 60")
    #expect(terminal.shows("Dữ liệu số"))
    let marker = name == "linux" || name == "vt100" ? "►" : "▸"
    terminal.send([0x1B, 0x4F, 0x42], gapMilliseconds: 0)
    #expect(terminal.shows(marker + "Chính phủ số"))
    terminal.press("5", "/")
    terminal.type("bo cong an")
    terminal.press("Enter")
    #expect(terminal.shows(marker + "Bộ CA") || terminal.shows(marker + "Bộ Công an", seconds: 1))
    terminal.press("T", "Down")
    #expect(terminal.shows("GIAO DIỆN"))
    terminal.press("Escape", "Escape", "Q")
    #expect(terminal.shows("LEFT=0"))
  }

  // MARK: Esc and paste

  /// A lone Esc acts at once, as people see it: within a key's own time and the time that an arrow may take to arrive.
  @Test func escIsQuick() {
    let isQuick = (0..<5).contains { _ in
      let terminal = Tmux("'\(Shell.thuky)' --as-of 2023-09-30")
      #expect(terminal.selects("Dữ liệu số"))
      terminal.press("2")
      #expect(terminal.shows("[2 Chỉ tiêu]"))
      terminal.press("Enter")
      #expect(terminal.shows("DL1"))
      let start = Date()
      terminal.send([0x1B], gapMilliseconds: 0)
      return terminal.wait(seconds: 5) { $0.components(separatedBy: "\n")[2].hasPrefix(" Chỉ tiêu  ") }
        && Date().timeIntervalSince(start) < 0.3
    }
    #expect(isQuick)
  }

  /// tmux puts the marks of a paste around it where the program has asked for them.
  @Test func paste() {
    let terminal = Tmux("'\(Shell.thuky)' --as-of 2023-09-30; echo LEFT=$?; sleep 60")
    #expect(terminal.selects("Dữ liệu số"))
    terminal.paste("Q2q\nQ")
    #expect(terminal.shows("chỉ dán được vào ô nhập"))
    #expect(terminal.screen.contains("[1 Tổng quan]"))
    terminal.press("5", "/")
    #expect(terminal.shows("Lọc:"))
    terminal.paste("Bộ Công\u{7} an\n")
    #expect(terminal.shows("Lọc: Bộ Công an_"))
    terminal.press("Enter")
    #expect(terminal.counts("1/1 (93)"))
    terminal.press("Q")
    #expect(terminal.shows("LEFT=0"))
  }

  /// A shell that comes after gets no marks that it has not asked for.
  @Test func pasteAfterTheEnd() {
    let bytes = wire("TERM=xterm-256color")
    let (on, off) = (bytes.components(separatedBy: "\u{1B}[?2004h"), bytes.components(separatedBy: "\u{1B}[?2004l"))
    #expect(on.count == 2 && off.count == 2)
    #expect(off.last?.contains("\u{1B}[?2004h") == false)
  }

  /// The marks may come a byte at a time: still no letter of them is a key.
  @Test func pasteOnASlowLine() {
    let isTaken = (0..<5).contains { _ in
      let terminal = Tmux("'\(Shell.thuky)' --as-of 2023-09-30")
      #expect(terminal.selects("Dữ liệu số"))
      terminal.press("5", "/")
      #expect(terminal.shows("Lọc:"))
      terminal.send(Array("\u{1B}[200~bca\u{1B}[201~".utf8), gapMilliseconds: 20)
      return terminal.wait(seconds: 3) { $0.contains("Lọc: bca_") }
    }
    #expect(isTaken)
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
