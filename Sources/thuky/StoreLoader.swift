import CSystem
import Glibc
import PlanCore
import Synchronization

/// Reads a store on a thread of its own, so that no key waits for a disk.
final class StoreLoader: Sendable {
  /// Readable when `take` has something.
  let descriptor: Int32
  private let location: StoreLocation
  private let result = Mutex<Result<Store, StoreError>?>(nil)

  init(_ location: StoreLocation) {
    self.location = location
    descriptor = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
  }

  deinit { close(descriptor) }

  /// Starts to read. One reading at a time: call it again only after `take` has given the last one's result.
  func start(reusing previous: Store?, unsettled: Set<String> = []) {
    let work = Work { [self] in
      let outcome = Result { () throws(StoreError) in
        try Store.open(at: location, reusing: previous, unsettled: unsettled)
      }
      result.withLock { $0 = outcome }
      var one: UInt64 = 1
      _ = write(descriptor, &one, MemoryLayout.size(ofValue: one))
    }
    if !work.startThread() { work.body() }
  }

  /// What the last reading gave, once.
  func take() -> Result<Store, StoreError>? {
    var count: UInt64 = 0
    _ = read(descriptor, &count, MemoryLayout.size(ofValue: count))
    return result.withLock { outcome in
      defer { outcome = nil }
      return outcome
    }
  }

  /// Waits so long for a result at most.
  func wait(milliseconds: Int32) {
    var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    _ = Glibc.poll(&poll, 1, milliseconds)
  }
}

/// Something for a thread to do.
private final class Work: Sendable {
  let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) { self.body = body }

  /// Whether the system gave a thread.
  func startThread() -> Bool {
    var thread = pthread_t()
    let reference = Unmanaged.passRetained(self)
    let code = pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
        return nil
      }, reference.toOpaque())
    if code == 0 { pthread_detach(thread) } else { reference.release() }
    return code == 0
  }
}
