internal import CSystem
internal import Glibc

/// The same work on several threads at once.
public enum Parallel {
  /// Processors that the system has for us, at least 1.
  static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Calls `body` with every number below `count`, each on a thread of its own, and returns when all are done. Where
  /// the system has no more threads, this one does their work too.
  ///
  /// The threads take no signals, which are the main thread's to handle.
  static func run(_ count: Int, _ body: @escaping @Sendable (_ number: Int) -> Void) {
    var threads: [pthread_t] = []
    var mine = [0]
    for number in 1..<max(1, count) {
      if let thread = start({ body(number) }) { threads.append(thread) } else { mine.append(number) }
    }
    for number in mine { body(number) }
    for thread in threads { pthread_join(thread, nil) }
  }

  /// Starts a thread that nobody waits for and that takes no signals; false where the system has none.
  public static func detach(_ body: @escaping @Sendable () -> Void) -> Bool {
    guard let thread = start(body) else { return false }
    pthread_detach(thread)
    return true
  }

  private final class Work: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Starts a thread on another processor than this one, which has its own work to do: the system would often have it
  /// wait there until this one rests.
  private static func start(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
    var all = sigset_t()
    var before = sigset_t()
    unsafe sigfillset(&all)
    unsafe pthread_sigmask(SIG_SETMASK, &all, &before)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
    var attributes = pthread_attr_t()
    unsafe pthread_attr_init(&attributes)
    defer { unsafe pthread_attr_destroy(&attributes) }
    if unsafe csystem_begin_elsewhere(&attributes) == 0, let thread = unsafe create(&attributes, body) { return thread }
    return unsafe create(nil, body)
  }

  private static func create(
    _ attributes: UnsafePointer<pthread_attr_t>?, _ body: @escaping @Sendable () -> Void
  ) -> pthread_t? {
    var thread = pthread_t()
    let reference = unsafe Unmanaged.passRetained(Work(body))
    let code = unsafe pthread_create(
      &thread, attributes,
      { argument in
        guard let argument = unsafe argument else { return nil }
        csystem_run_anywhere()
        unsafe Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
        return nil
      }, reference.toOpaque())
    guard code == 0 else {
      unsafe reference.release()
      return nil
    }
    return thread
  }
}
