import Foundation
import Testing

/// A real sshd on loopback with the documentation's own fragment, throwaway keys and, for root, a throwaway account.
/// What stands around the fragment allows everything that sshd can: what is refused, the fragment or the kiosk refuses.
final class KioskServer {
  let folder: String
  let user: String
  let port: Int
  private let sshd: pid_t
  private let isOwnUser: Bool

  var store: String { folder + "/store" }
  /// Another store, which nobody is to see; its plan is called `KHO KHAC`.
  var otherStore: String { folder + "/other" }
  /// A file that the account may read, and a folder that it may write.
  var secret: String { folder + "/secret" }
  var open: String { folder + "/open" }
  private var home: String { folder + "/home" }
  private var thuky: String { folder + "/thuky" }

  static let secretText = "TOI MAT 7f3a"

  struct Missing: Error, CustomStringConvertible {
    var description: String
  }

  private static let program = "/usr/sbin/sshd"
  private static let page = ArchitectureTests.root.appendingPathComponent("Sources/thuky/thuky.docc/Kiosk.md")

  init() throws {
    guard access(Self.program, X_OK) == 0, Shell.run(["sh", "-c", "command -v ssh scp sftp ssh-keygen"]).status == 0
    else {
      throw Missing(
        description: "these tests need a real sshd: apt-get install -y openssh-server openssh-client")
    }
    folder = "/tmp/thuky-kiosk-\(UUID().uuidString.prefix(8))"
    isOwnUser = geteuid() != 0
    user = isOwnUser ? NSUserName() : "thuky-\(getpid())-\(UUID().uuidString.prefix(4).lowercased())"
    port = Self.freePort()
    do {
      sshd = try Self.start(folder, user, port)
    } catch {
      Self.clear(folder, isOwnUser ? nil : user)
      throw error
    }
    let end = Date().addingTimeInterval(10)
    while !Self.isOpen(port), Date() < end { usleep(20_000) }
    guard Self.isOpen(port) else { throw Missing(description: "sshd: " + log) }
  }

  deinit {
    kill(sshd, SIGTERM)
    _ = Shell.wait(sshd)
    // The sessions that it leaves: they have the account's name, or run this folder's program.
    for pid in Self.processes(where: { $0.hasPrefix(thuky + " ") || $0.hasPrefix("sshd: \(user)") && !isOwnUser }) {
      kill(pid, SIGKILL)
    }
    Self.clear(folder, isOwnUser ? nil : user)
  }

  /// Takes away what was made: an account as soon as its last process has gone.
  private static func clear(_ folder: String, _ user: String?) {
    let end = Date().addingTimeInterval(5)
    if let user { while Shell.run(["/usr/sbin/userdel", user]).status == 8, Date() < end { usleep(50_000) } }
    try? FileManager.default.removeItem(atPath: folder)
  }

  var log: String { String(decoding: Files.bytes(folder + "/log"), as: UTF8.self) }

  /// The options of ssh, scp and sftp, and whom to reach.
  var options: String {
    "-F none -o BatchMode=yes -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o ConnectTimeout=10 "
      + "-o IdentitiesOnly=yes"
  }
  var ssh: String { "ssh \(options) -o LogLevel=ERROR -i \(folder)/visitor -p \(port)" }
  var host: String { "\(user)@127.0.0.1" }

  /// The dashboards that run.
  var dashboards: [pid_t] { Self.processes { $0.hasPrefix(thuky + " ") } }

  /// What the account could have written.
  var written: [String] { (try? FileManager.default.contentsOfDirectory(atPath: open)) ?? ["?"] }

  static func processes(where matches: (String) -> Bool) -> [pid_t] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { pid_t($0) }.filter { pid in
      let words = Files.bytes("/proc/\(pid)/cmdline").split(separator: 0)
      return !words.isEmpty && matches(words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " "))
    }
  }

  // MARK: Making it

  private static func shell(_ line: String) throws {
    let outcome = Shell.run(["sh", "-c", line])
    guard outcome.status == 0 else { throw Missing(description: "\(line): \(outcome)") }
  }

  /// Makes everything and starts the server.
  private static func start(_ folder: String, _ user: String, _ port: Int) throws -> pid_t {
    let isRoot = geteuid() == 0
    try prepare(folder, home: folder + "/home")
    if isRoot { try addUser(user, home: folder + "/home") }
    try makeKeys(folder)
    try plant(in: folder, user: isRoot ? user : nil)
    try writeConfiguration(folder + "/sshd_config", folder, user, port)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 2, folder + "/log", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard let pid = Shell.spawn([program, "-D", "-e", "-f", folder + "/sshd_config"], [:], &actions) else {
      throw Missing(description: "sshd does not start")
    }
    return pid
  }

  private static func prepare(_ folder: String, home: String) throws {
    try shell(
      """
      umask 022; mkdir -p '\(folder)' '\(home)' '\(folder)/open' && chmod 777 '\(folder)/open' && cd '\(folder)' \
      && cp '\(Shell.thuky)' thuky && chmod 755 thuky && ./thuky init store && ./thuky init other \
      && sed -i 's/^short.vi = .*/short.vi = KHO KHAC/' other/plan.conf && grep -q KHAC other/plan.conf \
      && printf '\(secretText)\\n' > secret && chmod -R a+rX store other secret
      """)
    if geteuid() == 0 { try shell("mkdir -p /run/sshd && chmod 755 /run/sshd") }
  }

  /// The account of the documentation, with a home that somebody has been busy in.
  private static func addUser(_ user: String, home: String) throws {
    let text = try String(contentsOf: page, encoding: .utf8)
    let line = try #require(text.components(separatedBy: "\n").first { $0.hasPrefix("useradd ") })
    #expect(line.hasSuffix(" xem") && line.contains(" /nonexistent "))
    try shell("/usr/sbin/" + line.replacingOccurrences(of: "/nonexistent", with: home).dropLast(3) + user)
  }

  private static func makeKeys(_ folder: String) throws {
    for name in ["host", "visitor", "second", "stranger"] {
      try shell("ssh-keygen -q -t ed25519 -N '' -f '\(folder)/\(name)'")
    }
    try shell(
      """
      cd '\(folder)' && cat visitor.pub > keys && printf 'command="touch \(folder)/open/key; sh",pty,agent-forwarding,\
      port-forwarding,user-rc ' >> keys && cat second.pub >> keys && chmod 644 keys
      """)
  }

  /// Files in the account's home that would do something if anybody read them.
  private static func plant(in folder: String, user: String?) throws {
    let touch = "touch \(folder)/open/"
    try shell(
      """
      cd '\(folder)/home' && mkdir -p .ssh .config/thuky .terminfo/x && cp ../stranger.pub .ssh/authorized_keys \
      && echo '\(touch)rc' > .ssh/rc && echo 'THUKY_STORE=\(folder)/other' > .ssh/environment \
      && for f in .profile .bashrc .bash_profile .shrc; do echo '\(touch)'$f > $f; done \
      && echo 'store = \(folder)/other' > .config/thuky/thuky.conf
      """)
    if let user { try shell("chown -R '\(user)' '\(folder)/home'") }
  }

  private static func writeConfiguration(_ path: String, _ folder: String, _ user: String, _ port: Int) throws {
    let text = try String(contentsOf: page, encoding: .utf8)
    let start = try #require(text.range(of: "# Visitors: "))
    let fragment = try #require(text[start.lowerBound...].components(separatedBy: "```").first)
    let replaced = [
      ("Match User xem", "Match User \(user)"), ("/usr/local/bin/thuky", folder + "/thuky"),
      ("/srv/thuky", folder + "/store"), ("/etc/ssh/thuky_keys", folder + "/keys"),
    ].reduce(fragment) { text, pair in
      #expect(text.contains(pair.0), "\(pair.0)")
      return text.replacingOccurrences(of: pair.0, with: pair.1)
    }
    // Everything is allowed here; a folder below /tmp is nothing that sshd would trust by itself.
    let around = """
      Port \(port)
      ListenAddress 127.0.0.1
      HostKey \(folder)/host
      PidFile none
      StrictModes no
      MaxStartups 300
      AuthorizedKeysFile .ssh/authorized_keys
      AcceptEnv *
      AllowTcpForwarding yes
      AllowStreamLocalForwarding yes
      X11Forwarding yes
      PermitTunnel yes
      GatewayPorts yes
      Subsystem sftp internal-sftp

      """
    // Newer ones keep a host out that fails often.
    for more in ["PerSourcePenalties no\n", ""] {
      try Data((more + around + replaced).utf8).write(to: URL(fileURLWithPath: path))
      let outcome = Shell.run([program, "-t", "-f", path])
      if outcome.status == 0 { return #expect(outcome.error.isEmpty, "\(outcome.error)") }
      if more.isEmpty { throw Missing(description: outcome.error) }
    }
  }

  private static func freePort() -> Int { withSocket { bound($0) } ?? 0 }

  private static func isOpen(_ port: Int) -> Bool {
    withSocket { socket in
      var address = loopback(port)
      return withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
        }
      }
    }
  }

  private static func withSocket<Result>(_ body: (Int32) -> Result) -> Result {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    return body(descriptor)
  }

  private static func loopback(_ port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }

  /// A port that nobody has.
  private static func bound(_ socket: Int32) -> Int? {
    var address = loopback(0)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    return withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, size) == 0 && getsockname(socket, $0, &size) == 0
      }
    } ? Int(in_port_t(bigEndian: address.sin_port)) : nil
  }
}
