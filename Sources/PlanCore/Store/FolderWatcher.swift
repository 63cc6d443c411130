internal import Glibc

/// Tells when a store's folder should be read again: inotify on the folder, on `reports` and on every folder below it.
///
/// A file counts when its writer has closed it, when it was moved in or out or deleted, or when nobody has written
/// into it for a second. Times are milliseconds of any steady clock, the same for every call. While nothing happens
/// there is nothing to wait for, and so no timer.
public final class FolderWatcher {
  /// Readable when `drain` has something to look at; for the caller's `poll`.
  public let descriptor: Int32

  private let files: FolderFiles
  /// Watched folders within the store; the store's own is empty.
  private var folders: [Int32: String] = [:]
  private var settling = Settling()

  /// Watches the folder `root`. Read the store after this, so that nothing is missed in between.
  ///
  /// - Throws: `StoreError.missing` where there is no such folder, `.system` where the system refuses to watch it.
  public init(root: String) throws(StoreError) {
    files = try FolderFiles(root)
    descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
    guard descriptor >= 0 else { throw .system(path: root, errno: errno) }
    guard watchAll() else {
      let code = errno
      throw code == ENOENT || code == ENOTDIR ? .missing : .system(path: root, errno: code)
    }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Paths within the store that somebody is still writing, for `Store.open`.
  public var unsettled: Set<String> { settling.unsettled }

  /// Takes in what the system says of the folders and tells whether the store should be read again now; it says so
  /// once.
  public func drain(now: Int) -> Bool {
    for event in FolderEvent.read(from: descriptor) { take(event, at: now) }
    return settling.takeReload(at: now)
  }

  /// Milliseconds until `drain` may say yes though no file changes; `nil` while there is nothing to wait for.
  public func wait(now: Int) -> Int? { settling.wait(at: now) }

  // MARK: Folders

  /// False, with `errno`, where the store's own folder cannot be watched.
  private func watchAll() -> Bool {
    folders = [:]
    let watch = unsafe inotify_add_watch(descriptor, files.root + "/", FolderEvent.everything | Self.onlyFolders)
    guard watch >= 0 else { return false }
    folders[watch] = ""
    self.watch(StoreLocation.reportsFolder) { _ in }
    return true
  }

  private static let onlyFolders = UInt32(IN_ONLYDIR)

  /// Watches a folder and every one below it that is not watched yet, and names the reports in them.
  private func watch(_ folder: String, found: (_ path: String) -> Void) {
    files.walk(folder) { folder in
      guard case .success(let path) = files.resolve(within: folder) else { return false }
      // Before it is listed, so that no file can slip in between.
      let watch = unsafe inotify_add_watch(descriptor, path, FolderEvent.everything | Self.onlyFolders)
      guard watch >= 0, folders[watch] == nil else { return false }
      folders[watch] = folder
      return true
    } visit: { _, entries in
      for entry in entries.value ?? [] where !entry.isFolder && Self.isReport(entry.path) { found(entry.path) }
    }
  }

  private func unwatch(_ folder: String) {
    for (watch, path) in folders where path == folder || path.hasPrefix(folder + "/") {
      inotify_rm_watch(descriptor, watch)
      folders[watch] = nil
    }
  }

  // MARK: Events

  private func take(_ event: FolderEvent, at now: Int) {
    if event.isOverflow {
      _ = watchAll()
      settling.changed(at: now)
    } else if event.isEndOfWatch {
      folders[event.watch] = nil
    } else if let folder = folders[event.watch] {
      if event.isOfFolderItself { return settling.changed(at: now) }
      guard !event.name.isEmpty, !StoreLocation.isHidden(event.name) else { return }
      take(event, folder.isEmpty ? event.name : folder + "/" + event.name, at: now)
    }
  }

  private func take(_ event: FolderEvent, _ path: String, at now: Int) {
    if event.isGone, event.isFolder || folders.values.contains(path) {
      guard folders.values.contains(path) else { return }
      unwatch(path)
      settling.removed(folder: path, at: now)
    } else if event.isNew, event.isFolder || files.entry(path).isFolder {
      guard path == StoreLocation.reportsFolder || path.contains("/") else { return }
      watch(path) { settling.wrote($0, at: now, age: age(of: $0)) }
    } else if Self.isRead(path) {
      if event.isSettled {
        settling.settled(path, at: now)
      } else if event.isWriting {
        settling.wrote(path, at: now)
      } else if event.isOfAttributes, !settling.isWriting(path) {
        settling.changed(at: now)
      }
    }
  }

  /// Milliseconds since a file was last changed.
  private func age(of path: String) -> Int {
    FolderFiles.status(of: files.root + "/" + path)?.st_ctim.age ?? 0
  }

  private static func isReport(_ path: String) -> Bool { path.hasSuffix(".csv") }

  /// Whether the store reads a file of this path.
  private static func isRead(_ path: String) -> Bool {
    path.contains("/") ? isReport(path) : Store.definitionFiles.contains(path)
  }
}
