internal import CSystem
internal import Glibc
internal import Synchronization

/// Tells when a store's folder should be read again: inotify on the folder, on `reports` and on every folder below it.
///
/// A file counts when its writer has closed it, when it was moved in or out or deleted, or when nobody has written
/// into it for a second. Times are milliseconds of any steady clock, the same for every call. While nothing happens
/// there is nothing to wait for, and so no timer.
///
/// A thread of its own looks at the folders, so that whoever asks never waits for a disk. It sleeps while nothing
/// happens.
public final class FolderWatcher {
  private let mailbox: Mailbox
  private var settling = Settling()
  /// Whether it looks at what happens.
  public private(set) var isStarted = false

  /// Watches the folder `root`. Read the store after this, so that nothing is missed in between: what happens is kept
  /// until `start`.
  ///
  /// - Throws: `StoreError.missing` where there is no such folder, `.system` where the system refuses to watch it.
  public init(root: String) throws(StoreError) {
    mailbox = Mailbox(try WatchedFolders(root: root))
  }

  /// Begins to look at what has happened; once.
  public func start() {
    guard !isStarted else { return }
    isStarted = true
    mailbox.begin()
  }

  deinit { mailbox.end() }

  /// Readable when `drain` has something to look at; for the caller's `poll`.
  public var descriptor: Int32 { mailbox.descriptor }

  /// Paths within the store that somebody is still writing, for `Store.open`.
  public var unsettled: Set<String> { settling.unsettled }

  /// Takes in what happened in the folders and tells whether the store should be read again now; it says so once.
  public func drain(now: Int) -> Bool {
    for change in mailbox.take() { settling.take(change, at: now) }
    return settling.takeReload(at: now)
  }

  /// Milliseconds until `drain` may say yes though no file changes; `nil` while there is nothing to wait for.
  public func wait(now: Int) -> Int? { settling.wait(at: now) }
}

/// What the thread that watches leaves for the one that asks.
private final class Mailbox: Sendable {
  /// Of an eventfd: readable while there are changes.
  let descriptor = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
  private let ending = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
  private let source: Int32
  private let folders: Mutex<WatchedFolders>
  private let changes = Mutex<[FolderChange]>([])

  init(_ folders: sending WatchedFolders) {
    source = folders.descriptor
    self.folders = Mutex(folders)
  }

  deinit {
    close(descriptor)
    close(ending)
  }

  /// Starts the thread. Where the system has none, nothing is seen, and the store stays as it was read.
  func begin() { _ = Parallel.detach { [self] in watch() } }

  /// Ends the thread.
  func end() { Self.signal(ending) }

  private func watch() {
    while true {
      var polls = [source, ending].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      guard unsafe poll(&polls, nfds_t(polls.count), -1) >= 0 else { continue }
      if polls[1].revents != 0 { return }
      put(folders.withLock { $0.take() })
    }
  }

  /// The descriptor is readable as long as there are changes, so both are done under one lock.
  private func put(_ more: [FolderChange]) {
    guard !more.isEmpty else { return }
    changes.withLock { changes in
      if changes.isEmpty { Self.signal(descriptor) }
      // A writer may write a million times before anybody asks.
      for change in more where change != changes.last { changes.append(change) }
    }
  }

  func take() -> [FolderChange] {
    changes.withLock { changes in
      guard !changes.isEmpty else { return [] }
      defer { changes = [] }
      var count: UInt64 = 0
      _ = unsafe read(descriptor, &count, MemoryLayout.size(ofValue: count))
      return changes
    }
  }

  private static func signal(_ descriptor: Int32) {
    var one: UInt64 = 1
    _ = unsafe write(descriptor, &one, MemoryLayout.size(ofValue: one))
  }
}
