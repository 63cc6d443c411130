import Glibc

/// What a command printed and how it ended.
struct Outcome {
  var status: Int32
  var out: String
  var error: String
}

/// Runs real programs. `Foundation.Process` would wait for what a program leaves behind, such as a tmux server.
enum Shell {
  /// The folder of the program under test: it lies beside the tests.
  static let products: String = {
    var buffer = [CChar](repeating: 0, count: 4_096)
    let count = max(0, readlink("/proc/self/exe", &buffer, buffer.count - 1))
    let path = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }()

  static var thuky: String { products + "/thuky" }

  static let environment = [
    "PATH": products + ":/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TERM": "xterm-256color",
    "HOME": "/dev/null",
  ]

  /// Runs a program to its end, standard input empty.
  static func run(
    _ arguments: [String], environment extra: [String: String] = [:], in folder: String? = nil, output: String? = nil
  ) -> Outcome {
    let (out, error) = (TemporaryFile(), TemporaryFile())
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output ?? out.path, O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, error.path, O_WRONLY, 0)
    let place = folder.map { ["env", "-C", $0] } ?? []
    guard let pid = spawn(place + arguments, extra, &actions) else {
      return Outcome(status: 127, out: "", error: "spawn")
    }
    return Outcome(status: wait(pid), out: out.text, error: error.text)
  }

  /// Starts a program with no signal blocked; `nil` where there is no such program.
  static func spawn(
    _ arguments: [String], _ extra: [String: String] = [:], _ actions: inout posix_spawn_file_actions_t
  ) -> pid_t? {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let variables = environment.merging(extra) { $1 }.filter { !$0.value.isEmpty }.map { "\($0.key)=\($0.value)" }
    var words = arguments.map { strdup($0) } + [nil]
    var settings = variables.map { strdup($0) } + [nil]
    defer { for word in words + settings { free(word) } }
    var pid = pid_t()
    return posix_spawnp(&pid, arguments[0], &actions, &attributes, &words, &settings) == 0 ? pid : nil
  }

  /// As a shell counts: 128 and the signal's number where one ended it.
  static func wait(_ pid: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F)
  }

  /// The state of a process, as `S` or `T`; empty where there is none.
  static func state(of pid: pid_t) -> String {
    let words = String(decoding: Files.bytes("/proc/\(pid)/stat"), as: UTF8.self).split(separator: ") ")
    return String(words.last?.prefix(1) ?? "")
  }

  /// Whether a process has come to its end. It may stay in the list for seconds, until the system's first process looks
  /// after it.
  static func hasEnded(_ pid: pid_t) -> Bool { ["", "Z"].contains(state(of: pid)) }

  /// Runs thuky.
  static func thuky(
    _ arguments: String..., environment: [String: String] = [:], in folder: String? = nil, output: String? = nil
  ) -> Outcome {
    run([thuky] + arguments, environment: environment, in: folder, output: output)
  }
}

/// A file that goes when nobody needs it any more.
final class TemporaryFile {
  let path: String

  init() {
    var template = Array("/tmp/thuky-test-XXXXXX".utf8CString)
    close(mkstemp(&template))
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { unlink(path) }

  var text: String { String(decoding: Files.bytes(path), as: UTF8.self) }
}
