internal import Glibc

/// Writes a whole store into a new folder.
public enum StoreWriter {
  /// Writes the files, folders and all; what is there already is never touched.
  ///
  /// - Throws: `StoreError.notEmpty` where the folder holds something, `.system` where the system refuses.
  public static func write(_ files: [StoreLocation.File], into folder: String) throws(StoreError) {
    try write(files, into: folder, RealFileSystem())
  }

  static func write(
    _ files: [StoreLocation.File], into folder: String, _ system: some FileSystem
  ) throws(StoreError) {
    try makeRoom(folder, system)
    var made: Set<String> = [""]
    for file in files {
      let parent = file.path.split(separator: "/").dropLast().joined(separator: "/")
      if made.insert(parent).inserted { try makeFolders(folder, parent, system) }
      try write(file.bytes, to: folder + "/" + file.path, system)
    }
    for parent in made.sorted() { try AtomicFile.sync(parent.isEmpty ? folder : folder + "/" + parent, system) }
  }

  private static func makeRoom(_ folder: String, _ system: some FileSystem) throws(StoreError) {
    let code = system.makeFolder(folder)
    if code >= 0 { return }
    guard code == -EEXIST else { throw .system(path: folder, errno: -code) }
    switch FolderListing.names(in: folder) {
    case .failure(.system(let code)): throw .system(path: folder, errno: code)
    case .failure: throw .notEmpty(path: folder)
    case .success(let names): if !names.isEmpty { throw .notEmpty(path: folder) }
    }
  }

  private static func makeFolders(
    _ folder: String, _ parent: String, _ system: some FileSystem
  ) throws(StoreError) {
    var path = folder
    for part in parent.split(separator: "/") {
      path += "/" + part
      let code = system.makeFolder(path)
      guard code >= 0 || code == -EEXIST else { throw .system(path: path, errno: -code) }
    }
  }

  private static func write(
    _ bytes: [UInt8], to path: String, _ system: some FileSystem
  ) throws(StoreError) {
    let descriptor = AtomicFile.retrying { system.create(path) }
    guard descriptor >= 0 else { throw .system(path: path, errno: -descriptor) }
    let code = AtomicFile.fill(descriptor, bytes, system)
    if code != 0 { throw .system(path: path, errno: code) }
  }
}
