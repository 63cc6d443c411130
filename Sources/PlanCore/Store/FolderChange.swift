/// What happened in a store's folder, as far as it matters to who reads the store.
enum FolderChange: Equatable {
  /// Somebody wrote into a file, so many milliseconds before it was noticed.
  case wrote(path: String, age: Int = 0)
  /// A file is as somebody wanted it, or gone.
  case settled(path: String)
  /// Who may read a file, or its times.
  case attributes(path: String)
  /// A folder is gone, and all that was in it.
  case removed(folder: String)
  /// Something else is not as it was read.
  case changed
  /// The whole folder may be another one, and nothing is known of who writes into it.
  case replaced
}

extension Settling {
  mutating func take(_ change: FolderChange, at now: Int) {
    switch change {
    case .wrote(let path, let age): wrote(path, at: now, age: age)
    case .settled(let path): settled(path, at: now)
    case .attributes(let path): if !isWriting(path) { changed(at: now) }
    case .removed(let folder): removed(folder: folder, at: now)
    case .changed: changed(at: now)
    case .replaced: replaced(at: now)
    }
  }
}
