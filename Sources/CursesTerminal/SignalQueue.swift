import CSystem
import Glibc

/// The signals of the process as a descriptor to poll.
///
/// They are blocked for good, in threads started later too, so that none interrupts a frame or arrives unseen between
/// a check and a wait. What stops a process in the background (SIGTTIN, SIGTTOU) does so.
struct SignalQueue {
  let descriptor: Int32
  private let previousMask: sigset_t

  /// Faults of the program itself cannot be waited for; SIGCHLD, SIGURG end nobody; SIGPIPE is ignored.
  static let ending: [Int32] = (Int32(1)...64).filter { number in
    ![
      SIGKILL, SIGSTOP, SIGCHLD, SIGCONT, SIGURG, SIGWINCH, SIGTSTP, SIGTTIN, SIGTTOU, SIGPIPE, SIGSEGV, SIGBUS, SIGILL,
      SIGFPE, SIGTRAP, SIGSYS, SIGABRT,
    ].contains(number)
  }

  /// As bits: `1 << (n - 1)` for signal n.
  static var endingBits: UInt64 { ending.reduce(0) { $0 | 1 << UInt64($1 - 1) } }

  init() throws(TerminalError) {
    signal(SIGPIPE, SIG_IGN)
    var set = Self.set(Self.ending + [SIGWINCH, SIGTSTP, SIGCONT])
    var previous = sigset_t()
    pthread_sigmask(SIG_BLOCK, &set, &previous)
    previousMask = previous
    descriptor = signalfd(-1, &set, Int32(SFD_CLOEXEC | SFD_NONBLOCK))
    guard descriptor >= 0 else {
      let number = errno
      pthread_sigmask(SIG_SETMASK, &previous, nil)
      throw .system(errno: number)
    }
  }

  /// What has arrived, in order.
  func drain() -> [Int32] {
    var arrived: [Int32] = []
    var info = signalfd_siginfo()
    let size = MemoryLayout<signalfd_siginfo>.size
    while read(descriptor, &info, size) == size { arrived.append(Int32(bitPattern: info.ssi_signo)) }
    return arrived
  }

  /// Runs something that may block for ever, with signals that end the process let through to the rescue: a terminal
  /// that does not read must not keep a program alive. Nothing is run where one waits already.
  func interruptibly(_ body: () -> Void) {
    var waiting = sigset_t()
    sigpending(&waiting)
    guard !Self.ending.contains(where: { sigismember(&waiting, $0) == 1 }) else { return }
    var set = Self.set(Self.ending)
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
    body()
    pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  /// Stops the process group as the terminal's driver would at Ctrl-Z, and returns when it runs again. By default the
  /// kernel does not stop a group that nobody could continue: then it returns at once.
  func stopGroup() {
    signal(SIGTSTP, SIG_DFL)
    var set = Self.set([SIGTSTP])
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
    kill(0, SIGTSTP)
    pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  func close() {
    _ = Glibc.close(descriptor)
    var mask = previousMask
    pthread_sigmask(SIG_SETMASK, &mask, nil)
  }

  private static func set(_ numbers: [Int32]) -> sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    // Two that the C library keeps to itself are refused.
    for number in numbers { sigaddset(&set, number) }
    return set
  }
}
