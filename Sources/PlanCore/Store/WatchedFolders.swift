internal import Glibc

/// The folders of a store as the system watches them (inotify).
///
/// Where the store's folder itself is moved away or deleted, the nearest folder above is watched until it comes back.
final class WatchedFolders {
  /// Readable when `take` has something to say.
  let descriptor: Int32

  /// The store's folder as it was named, from `/` on, and as the system resolves it.
  private let name: String
  private var files: FolderFiles
  /// Watched folders within the store; the store's own is empty.
  private var folders: [Int32: String] = [:]
  /// Watched folders above a store that is gone, and the names waited for in them.
  private var above: [Int32: Set<String>] = [:]

  /// - Throws: `StoreError.missing` where there is no such folder, `.system` where the system refuses to watch it.
  init(root: String) throws(StoreError) {
    files = try FolderFiles(root)
    name = Self.absolute(root)
    descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
    guard descriptor >= 0 else { throw .system(path: root, errno: errno) }
    guard watchAll({ _ in }) else {
      let code = errno
      throw code == ENOENT || code == ENOTDIR ? .missing : .system(path: root, errno: code)
    }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// What happened since the last time; never waits for an event.
  func take() -> [FolderChange] {
    var changes: [FolderChange] = []
    for event in FolderEvent.read(from: descriptor) { take(event, &changes) }
    return changes
  }

  // MARK: Folders

  private static let onlyFolders = UInt32(IN_ONLYDIR)

  /// Watches the store's folder and those in it, and names the reports that are there.
  ///
  /// - Returns: false, with `errno`, where the store's own folder cannot be watched.
  private func watchAll(_ found: (_ path: String) -> Void) -> Bool {
    let watch = unsafe inotify_add_watch(descriptor, files.root + "/", FolderEvent.everything | Self.onlyFolders)
    guard watch >= 0 else { return false }
    folders[watch] = ""
    self.watch(StoreLocation.reportsFolder, found)
    return true
  }

  /// Watches a folder and every one below it that is not watched yet, and names the reports in them.
  private func watch(_ folder: String, _ found: (_ path: String) -> Void) {
    files.walk(folder) { folder in
      guard case .success(let path) = files.resolve(within: folder) else { return false }
      // Before it is listed, so that no file can slip in between.
      let watch = unsafe inotify_add_watch(descriptor, path, FolderEvent.everything | Self.onlyFolders)
      guard watch >= 0, folders[watch] == nil else { return false }
      folders[watch] = folder
      return true
    } visit: { _, entries in
      for entry in entries.value ?? [] where !entry.isFolder && Self.isNoticed(entry.path) { found(entry.path) }
    }
  }

  private func unwatch(_ folder: String) {
    for (watch, path) in folders where path == folder || path.hasPrefix(folder + "/") {
      inotify_rm_watch(descriptor, watch)
      folders[watch] = nil
    }
  }

  // MARK: The store's own folder

  /// Watches the folder that now has the store's name, and tells of everything in it; where there is none, waits for it.
  private func watchAgain(_ changes: inout [FolderChange]) {
    for watch in folders.keys { inotify_rm_watch(descriptor, watch) }
    for watch in above.keys { inotify_rm_watch(descriptor, watch) }
    (folders, above) = ([:], [:])
    changes.append(.replaced)
    // The name may come while the folders above are looked for; nobody makes it come and go for ever.
    for _ in 0..<8 {
      if let now = try? FolderFiles(name) {
        files = now
        // Nobody knows whether those who write in it are done.
        func found(_ path: String) { changes.append(.wrote(path: path, age: age(of: path))) }
        if watchAll(found) { return Store.definitionFiles.filter { files.stamp(of: $0) != nil }.forEach(found) }
      }
      if Set([name, files.root]).count(where: { waitAbove($0) }) == 0 { return }
    }
  }

  /// Watches the nearest folder above a path that there is.
  ///
  /// - Returns: whether the name below it has come meanwhile.
  private func waitAbove(_ path: String) -> Bool {
    var parts = path.split(separator: "/")
    while let name = parts.popLast() {
      let folder = "/" + parts.joined(separator: "/")
      let watch = unsafe inotify_add_watch(descriptor, folder, FolderEvent.coming | Self.onlyFolders)
      guard watch >= 0 else { continue }
      above[watch, default: []].insert(String(name))
      return FolderFiles.status(of: (folder == "/" ? "" : folder) + "/" + name)?.isFolder ?? false
    }
    return false
  }

  private static func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    guard let folder = unsafe getcwd(nil, 0) else { return path }
    defer { unsafe free(folder) }
    return unsafe String(cString: folder) + "/" + path
  }

  // MARK: Events

  private func take(_ event: FolderEvent, _ changes: inout [FolderChange]) {
    if event.isOverflow {
      watchAgain(&changes)
    } else if let names = above[event.watch] {
      if event.isOfFolderItself || event.isEndOfWatch || names.contains(event.name) { watchAgain(&changes) }
    } else if let folder = folders[event.watch] {
      if folder.isEmpty, event.isOfFolderItself || event.isEndOfWatch {
        watchAgain(&changes)
      } else if event.isEndOfWatch {
        folders[event.watch] = nil
      } else if event.isOfFolderItself {
        changes.append(.changed)
      } else if !event.name.isEmpty, !StoreLocation.isHidden(event.name) {
        take(event, folder.isEmpty ? event.name : folder + "/" + event.name, &changes)
      }
    }
  }

  private func take(_ event: FolderEvent, _ path: String, _ changes: inout [FolderChange]) {
    if event.isGone, event.isFolder || folders.values.contains(path) {
      guard folders.values.contains(path) else { return }
      unwatch(path)
      changes.append(.removed(folder: path))
    } else if event.isNew, event.isFolder || files.entry(path).isFolder {
      guard path == StoreLocation.reportsFolder || path.contains("/") else { return }
      watch(path) { changes.append(.wrote(path: $0, age: age(of: $0))) }
    } else if Self.isNoticed(path) {
      if event.isSettled {
        changes.append(.settled(path: path))
      } else if event.isWriting {
        changes.append(.wrote(path: path))
      } else if event.isOfAttributes {
        changes.append(.attributes(path: path))
      }
    }
  }

  /// Milliseconds since a file was last changed.
  private func age(of path: String) -> Int {
    FolderFiles.status(of: files.root + "/" + path)?.st_ctim.age ?? 0
  }

  /// Whether the store reads a file of this path, or has something to say of it.
  private static func isNoticed(_ path: String) -> Bool {
    path.contains("/")
      ? StoreLocation.isReport(path) || StoreLocation.isNearlyReport(path)
      : Store.definitionFiles.contains(path) || path == UpdatesTable.tornFile
  }
}
