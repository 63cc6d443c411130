import CSystem
import Glibc
import Testing

/// What the kernel refuses of a locked process. The filter is of a thread and of those that it starts, so the tests
/// lock one that ends with them. What a lock does to the whole process is undone, or is nothing to other tests.
@Suite struct KioskLockTests {
  private static func number(_ result: Int32) -> Int32 { result == -1 ? errno : 0 }

  /// Takes the path of a folder with a file; gives the error number, or 0.
  private typealias Attempt = (name: String, attempt: @Sendable (String) -> Int32)

  private static let refused: [Attempt] = [
    ("open to write", { number(open($0 + "/file", O_WRONLY)) }),
    ("open to append", { number(open($0 + "/file", O_RDWR | O_APPEND)) }),
    ("create", { number(open($0 + "/other", O_CREAT | O_RDONLY, 0o600)) }),
    ("creat", { number(creat($0 + "/other", 0o600)) }),
    ("truncate", { number(truncate($0 + "/file", 0)) }), ("rename", { number(rename($0 + "/file", $0 + "/other")) }),
    ("unlink", { number(unlink($0 + "/file")) }), ("link", { number(link($0 + "/file", $0 + "/other")) }),
    ("symlink", { number(symlink($0 + "/file", $0 + "/other")) }), ("mkdir", { number(mkdir($0 + "/other", 0o700)) }),
    ("mkfifo", { number(mkfifo($0 + "/other", 0o600)) }), ("rmdir", { number(rmdir($0)) }),
    ("chmod", { number(chmod($0 + "/file", 0o777)) }), ("chown", { number(chown($0 + "/file", 0, 0)) }),
    ("utimes", { number(utimes($0 + "/file", nil)) }),
    ("a socket", { _ in number(socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)) }),
    ("a socket here", { _ in number(socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)) }),
    ("execve", { _ in number(execve("/bin/true", [nil], [nil])) }),
    ("a program", { _ in posix_spawn(nil, "/bin/true", nil, nil, [nil], [nil]) }),
    (
      "memory to execute",
      { _ in
        mmap(nil, 4_096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED
          ? errno : 0
      }
    ),
    (
      "memory made executable",
      { _ in
        let page = mmap(nil, 4_096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        return number(mprotect(page, 4_096, PROT_READ | PROT_EXEC))
      }
    ),
  ]

  private static let allowed: [Attempt] = [
    ("open to read", { number(open($0 + "/file", O_RDONLY)) }), ("a folder", { opendir($0) == nil ? errno : 0 }),
    ("a file in memory", { _ in number(csystem_memory_file()) }),
    ("memory", { _ in malloc(1 << 20) == nil ? errno : 0 }),
  ]

  @Test func refusesWhatChangesAnything() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "file")
    chmod(folder.path + "/file", 0o600)
    let path = folder.path
    let onStop = signal(SIGTSTP, SIG_DFL)
    defer { signal(SIGTSTP, onStop) }
    let answers = try #require(Self.locked { (Self.refused + Self.allowed).map { $0.attempt(path) } })
    for (attempt, answer) in zip(Self.refused, answers) { #expect(answer == EPERM, "\(attempt.name)") }
    for (attempt, answer) in zip(Self.allowed, answers.suffix(Self.allowed.count)) {
      #expect(answer == 0, "\(attempt.name)")
    }
    #expect(access(path + "/other", F_OK) == -1)
    var status = stat()
    #expect(stat(path + "/file", &status) == 0 && status.st_size == 1 && status.st_mode & 0o777 == 0o600)
  }

  private final class Work {
    let body: () -> [Int32]
    var answers: [Int32]?
    init(_ body: @escaping () -> [Int32]) { self.body = body }
  }

  /// The answers of a thread that has locked itself; `nil` where the kernel has no such filter.
  private static func locked(_ body: @escaping () -> [Int32]) -> [Int32]? {
    let work = Work(body)
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      {
        let work = Unmanaged<Work>.fromOpaque($0!).takeUnretainedValue()
        if csystem_lock() == 0 { work.answers = work.body() }
        return nil
      }, Unmanaged.passUnretained(work).toOpaque())
    pthread_join(thread, nil)
    return work.answers
  }
}
