import Foundation

/// What somebody tries who has a visitor's key and wants more: a line for a shell, and how it has to end.
struct KioskAttempt {
  enum Refusal {
    /// The forced command has run instead, without a terminal: it says so and ends with 69.
    case kioskWithoutTerminal
    /// The kiosk refuses the terminal's name.
    case terminalRefused
    /// The dashboard of the one store came up instead.
    case dashboard
    /// No connection, or what was asked for was refused by the server.
    case failure
  }

  var name: String
  var line: String
  var refusal: Refusal

  static func all(_ server: KioskServer) -> [KioskAttempt] {
    commands(server) + files(server) + forwards(server) + people(server) + environments(server)
  }

  private static func commands(_ server: KioskServer) -> [KioskAttempt] {
    [
      ("a command", "id"), ("a shell", "sh"), ("an interactive shell", "/bin/bash -i"),
      ("reading a file", "cat \(server.secret)"), ("writing a file", "touch \(server.open)/x"),
      ("a command after a semicolon", "; touch \(server.open)/x"),
      ("a substitution", "$(touch \(server.open)/x)"), ("a second line", "x\ntouch \(server.open)/x"),
      ("another store by flag", "thuky --store \(server.otherStore)"),
      ("another command of thuky", "init \(server.open)/x"), ("rsync", "rsync --server --sender . \(server.secret)"),
      ("git", "git-upload-pack \(server.store)"),
    ].map { name, command in
      KioskAttempt(name: name, line: "\(server.ssh) \(server.host) '\(command)'", refusal: .kioskWithoutTerminal)
    } + [
      KioskAttempt(
        name: "a shell with a terminal", line: dashboard("\(server.ssh) -tt \(server.host) sh"), refusal: .dashboard),
      KioskAttempt(
        name: "a flag with a terminal",
        line: dashboard("\(server.ssh) -tt \(server.host) 'thuky --store \(server.otherStore)'"), refusal: .dashboard),
    ]
  }

  private static func files(_ server: KioskServer) -> [KioskAttempt] {
    let copy = "\(server.options) -o LogLevel=ERROR -i \(server.folder)/visitor -P \(server.port)"
    return [
      KioskAttempt(
        name: "sftp", line: "echo 'get \(server.secret) /dev/stdout' | sftp \(copy) -b - \(server.host)",
        refusal: .failure),
      KioskAttempt(
        name: "the sftp subsystem", line: "\(server.ssh) -s \(server.host) sftp", refusal: .failure),
      KioskAttempt(
        name: "scp from", line: "scp \(copy) \(server.host):\(server.secret) /dev/stdout", refusal: .failure),
      KioskAttempt(
        name: "scp to", line: "scp \(copy) \(server.secret) \(server.host):\(server.open)/x", refusal: .failure),
      KioskAttempt(
        name: "the old scp from", line: "scp -O \(copy) \(server.host):\(server.secret) /dev/stdout",
        refusal: .failure),
      KioskAttempt(
        name: "the old scp to", line: "scp -O \(copy) \(server.secret) \(server.host):\(server.open)/x",
        refusal: .failure),
    ]
  }

  private static func forwards(_ server: KioskServer) -> [KioskAttempt] {
    let strict = "\(server.ssh) -N -o ExitOnForwardFailure=yes"
    return [
      KioskAttempt(
        name: "a port of the host", line: "\(server.ssh) -W 127.0.0.1:\(server.port) \(server.host)", refusal: .failure),
      KioskAttempt(
        name: "a port back", line: "\(strict) -R 0:127.0.0.1:\(server.port) \(server.host)", refusal: .failure),
      KioskAttempt(name: "a proxy back", line: "\(strict) -R 0 \(server.host)", refusal: .failure),
      KioskAttempt(
        name: "a socket back", line: "\(strict) -R \(server.open)/socket:127.0.0.1:\(server.port) \(server.host)",
        refusal: .failure),
      KioskAttempt(
        name: "X11",
        line: """
          DISPLAY=127.0.0.1:77 ssh \(server.options) -o ExitOnForwardFailure=yes -i \(server.folder)/visitor \
          -p \(server.port) -Y \(server.host) 2>&1 | grep -q 'X11 forwarding request failed' && exit 1
          """, refusal: .failure),
    ]
  }

  private static func people(_ server: KioskServer) -> [KioskAttempt] {
    let key = "ssh \(server.options) -o LogLevel=ERROR -p \(server.port) -i \(server.folder)"
    return [
      KioskAttempt(
        name: "a key with a command of its own", line: "\(key)/second \(server.host)", refusal: .kioskWithoutTerminal),
      KioskAttempt(name: "a key in the account's home", line: "\(key)/stranger \(server.host)", refusal: .failure),
      KioskAttempt(name: "another account", line: "\(key)/visitor daemon@127.0.0.1 id", refusal: .failure),
      KioskAttempt(
        name: "a password",
        line: """
          \(key)/stranger -o BatchMode=no -o NumberOfPasswordPrompts=1 -o SSH_ASKPASS=/bin/true \
          -o PreferredAuthentications=password,keyboard-interactive,none \(server.host) id
          """, refusal: .failure),
    ]
  }

  /// Where sshd lets variables through that it should not, and where the client names a terminal.
  private static func environments(_ server: KioskServer) -> [KioskAttempt] {
    let other = server.otherStore
    let home = server.folder + "/home"
    let variables = [
      "THUKY_STORE=\(other)", "HOME=\(home)", "XDG_CONFIG_HOME=\(home)/.config", "XDG_STATE_HOME=\(server.open)",
      "LD_PRELOAD=\(server.secret)", "BASH_ENV=\(home)/.bashrc", "ENV=\(home)/.profile",
      "TERMINFO=\(home)/.terminfo", "PATH=\(home)", "LANG=C",
      "SWIFT_BACKTRACE=enable=yes,swift-backtrace=\(home)/.profile",
    ].map { variable in
      KioskAttempt(
        name: "the variable " + variable.prefix { $0 != "=" },
        line: dashboard("\(server.ssh) -o 'SetEnv=\(variable)' -tt \(server.host)"), refusal: .dashboard)
    }
    let terminals = ["../../..\(home)/.terminfo/x", "xterm-256color\u{1B}[2J", "dumb", "", "xterm-256color2"].map {
      KioskAttempt(
        name: "the terminal «\($0.filter { !$0.isNewline && $0 != "\u{1B}" })»",
        line: "TERM='\($0)' \(server.ssh) -tt \(server.host)", refusal: .terminalRefused)
    }
    return variables + terminals
  }

  /// Types `Q` until the dashboard has gone.
  private static func dashboard(_ ssh: String) -> String {
    "(for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do sleep 0.4; printf Q; done) 2>/dev/null | \(ssh)"
  }
}
