import Foundation
import Testing

/// The kiosk behind a real sshd, with the configuration that the documentation gives.
@Suite(.serialized) struct KioskSessionTests {
  /// A visitor at a terminal of his own.
  private static func visit(_ server: KioskServer, _ command: String = "") -> Tmux {
    Tmux("\(server.ssh) -tt \(server.host) \(command); echo LEFT=$?; sleep 60")
  }

  // MARK: Using it

  @Test(.timeLimit(.minutes(1))) func drivesTheDashboard() throws {
    let server = try KioskServer()
    let terminal = Self.visit(server)
    #expect(terminal.selects("Dữ liệu số"))
    #expect(terminal.hasFlags("1 0"))
    terminal.press("Down", "Enter")
    #expect(terminal.shows("Tổng quan › Chính phủ số"))
    terminal.press("5", "/")
    terminal.type("da nang")
    terminal.press("Enter", "Enter")
    #expect(terminal.shows("Đà Nẵng"))
    terminal.resize(120, 36)
    #expect(terminal.titleEnds(in: "VI"))
    #expect(terminal.wait { $0.components(separatedBy: "\n")[0].count > 100 })
    terminal.press("L")
    #expect(terminal.shows("Agencies"))
    terminal.press("T", "Down", "Enter", "Q")
    #expect(terminal.shows("LEFT=0"))
    #expect(terminal.hasFlags("0 1"))
    #expect(Self.wait(seconds: 2) { server.dashboards.isEmpty })
  }

  // MARK: Trying to get out

  @Test(.timeLimit(.minutes(1))) func nobodyGetsOut() throws {
    let start = Date()
    let server = try KioskServer()
    var refused = 0
    for attempt in KioskAttempt.all(server) {
      let outcome = Shell.run(["timeout", "20", "sh", "-c", attempt.line])
      if isRefused(attempt, outcome, server) { refused += 1 }
    }
    refused += tryKeys(server) + trySignals(server)
    print("kiosk: \(refused) attempts refused in \(Int(Date().timeIntervalSince(start))) s")
    #expect(refused >= 25)
  }

  private func isRefused(_ attempt: KioskAttempt, _ outcome: Outcome, _ server: KioskServer) -> Bool {
    let said = outcome.out + outcome.error
    let hasEnded =
      switch attempt.refusal {
      case .kioskWithoutTerminal: outcome.status == 69 && outcome.error.contains("ssh -t")
      case .terminalRefused: outcome.status == 69 && said.contains("xterm-256color") && !said.contains("\u{1B}[")
      case .dashboard: outcome.status == 0 && said.contains("Kế hoạch 2023")
      case .failure: outcome.status != 0 && outcome.status != 124
      }
    // `SSH-2.0` is what stands behind the port that is reached for.
    let got = [KioskServer.secretText, "KHO KHAC", "uid=", "SSH-2.0"].filter(said.contains) + server.written
    #expect(hasEnded && got.isEmpty, "\(attempt.name): \(got) \(outcome)\n\(server.log.suffix(600))")
    return hasEnded && got.isEmpty
  }

  /// Keys that lead somewhere elsewhere: the dashboard stays what it is.
  private func tryKeys(_ server: KioskServer) -> Int {
    let terminal = Self.visit(server)
    #expect(terminal.selects("Dữ liệu số"))
    var refused = 0
    for (name, keys, sentence) in [
      ("Ctrl-Z", ["C-z"], "không tạm dừng"), ("Ctrl-Z in the filter", ["2", "/", "C-z", "Escape"], "Chỉ tiêu"),
      ("Ctrl-Z in the palette", [":", "C-z", "Escape"], "Chỉ tiêu"), ("e", ["e"], "không xuất ra tệp"),
      ("e and Enter", ["e", "Enter", "Escape"], "Chỉ tiêu"), ("Ctrl-\\", ["C-\\"], "Chỉ tiêu"),
      ("u", ["u"], "Chỉ tiêu"), ("n", ["n"], "Chỉ tiêu"), ("U", ["U"], "Chỉ tiêu"),
      ("the palette's export", [":", "x", "u", "a", "t", "Enter", "Escape", "Escape", "2"], "Chỉ tiêu"),
      ("the palette's suspend", [":", "t", "a", "m", "Space", "d", "u", "n", "g", "Enter", "Escape", "2"], "Chỉ tiêu"),
      ("a pager's shell", ["!", "s", "h", "Enter", "Escape", "2"], "Chỉ tiêu"),
      ("an editor's shell", [":", "!", "s", "h", "Enter", "Escape", "2"], "Chỉ tiêu"),
    ] {
      for key in keys { terminal.press(key) }
      let stays =
        terminal.shows(sentence) && terminal.flags == "1 0" && server.dashboards.count == 1 && server.written.isEmpty
      #expect(stays, "\(name)\n\(terminal.screen)")
      if stays { refused += 1 }
    }
    terminal.press("C-c")
    #expect(terminal.shows("LEFT=0"))
    return refused + 1
  }

  /// Signals that stop or end a program: it does not stop, and behind its end there is nothing.
  private func trySignals(_ server: KioskServer) -> Int {
    var refused = 0
    let terminal = Self.visit(server)
    #expect(terminal.selects("Dữ liệu số"))
    if let pid = server.dashboards.first {
      kill(pid, SIGTSTP)
      terminal.press("Down")
      if terminal.selects("Chính phủ số"), Shell.state(of: pid) != "T" { refused += 1 }
      #expect(refused == 1)
      // The kernel stands behind it, where it can.
      let status = String(decoding: Files.bytes("/proc/\(pid)/status"), as: UTF8.self)
      #expect(status.contains("Seccomp:\t2") && status.contains("NoNewPrivs:\t1"))
      #expect(
        String(decoding: Files.bytes("/proc/\(pid)/limits"), as: UTF8.self)
          .contains(/Max core file size +0 +0/))
    }
    terminal.press("Q")
    #expect(terminal.shows("LEFT=0"))
    for signal in [SIGQUIT, SIGSEGV, SIGUSR1] {
      let terminal = Self.visit(server)
      #expect(terminal.selects("Dữ liệu số"))
      for pid in server.dashboards { kill(pid, signal) }
      let hasEnded = terminal.shows("LEFT=") && terminal.hasFlags("0 1") && server.written.isEmpty
      #expect(hasEnded, "signal \(signal)")
      if hasEnded { refused += 1 }
    }
    return refused
  }

  // MARK: Dropped lines, many at once

  @Test(.timeLimit(.minutes(1))) func aDroppedLineLeavesNothing() throws {
    let server = try KioskServer()
    for way in ["the client is killed", "the client's terminal goes", "the server's end is killed"] {
      let terminal = Self.visit(server)
      #expect(terminal.selects("Dữ liệu số"))
      let pid = try #require(server.dashboards.first)
      switch way {
      case "the client is killed":
        let clients = KioskServer.processes { $0.hasPrefix("ssh ") && $0.contains(" \(server.port) ") }
        #expect(clients.count == 1)
        for client in clients { kill(client, SIGKILL) }
      case "the client's terminal goes": terminal.kill()
      default: kill(try #require(Self.parent(of: pid)), SIGKILL)
      }
      #expect(Self.wait(seconds: 2) { Shell.hasEnded(pid) && server.dashboards.isEmpty }, "\(way)")
    }
  }

  private static func parent(of pid: pid_t) -> pid_t? {
    let status = String(decoding: Files.bytes("/proc/\(pid)/status"), as: UTF8.self)
    return status.firstMatch(of: /PPid:\t(\d+)/).flatMap { pid_t($0.1) }
  }

  @Test(.timeLimit(.minutes(1))) func fortyAtOnce() throws {
    let server = try KioskServer()
    let reader = Self.visit(server)
    let outputs = (0..<39).map { server.folder + "/out.\($0)" }
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { for end in ends { close(end) } }
    let clients = outputs.compactMap { client(server, input: ends[0], output: $0) }
    defer {
      for client in clients {
        kill(client, SIGKILL)
        _ = Shell.wait(client)
      }
    }
    #expect(clients.count == 39)
    func sizes() -> [Int] { outputs.map { Files.bytes($0).count } }
    #expect(
      Self.wait(seconds: 40) {
        server.dashboards.count == 40 && outputs.allSatisfy { Files.bytes($0).range(of: Data("CẦN ĐÔN".utf8)) != nil }
      })
    // Nothing is sent while nothing happens.
    var before = sizes()
    #expect(
      Self.wait(seconds: 10) {
        before = sizes()
        usleep(500_000)
        return sizes() == before
      })
    try Data("period,agency,indicator,value\n2023-12,vn,DL1,77.7\n".utf8)
      .write(to: URL(fileURLWithPath: server.store + "/reports/.new"))
    let start = Date()
    #expect(rename(server.store + "/reports/.new", server.store + "/reports/new.csv") == 0)
    let sawIt = Self.wait(seconds: 2) { zip(sizes(), before).allSatisfy { $0 > $1 } }
    print("kiosk: 40 sessions saw a dropped file within \(Int(Date().timeIntervalSince(start) * 1_000)) ms")
    #expect(sawIt, "\(zip(sizes(), before).count { $0 > $1 }) of 39")
    // What they were sent is that: the one that can be read says so.
    #expect(reader.shows("đã đọc lại dữ liệu"))
  }

  private func client(_ server: KioskServer, input: Int32, output: String) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let words = "\(server.ssh) -tt \(server.host)".split(separator: " ").map(String.init)
    return Shell.spawn(words, [:], &actions)
  }

  private static func wait(seconds: Double, _ isTrue: () -> Bool) -> Bool {
    let end = Date().addingTimeInterval(seconds)
    repeat {
      if isTrue() { return true }
      usleep(20_000)
    } while Date() < end
    return false
  }
}
