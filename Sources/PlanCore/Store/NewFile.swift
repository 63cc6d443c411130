internal import Glibc

/// Puts a whole file where there is none yet: who looks sees nothing or all of it, and nothing is ever overwritten.
public enum NewFile {
  /// Names that are tried before it is given up.
  private static let most = 999

  /// Writes a file `name.ext`, or `name-2.ext` and so on where that exists, and waits until it is on the disk.
  ///
  /// - Returns: its path.
  /// - Throws: `StoreError.system` where the system refuses; nothing is left behind then.
  public static func write(
    _ bytes: [UInt8], named name: String, _ fileExtension: String, in folder: String
  ) throws(StoreError) -> String {
    try write(bytes, named: name, fileExtension, in: folder, RealFileSystem())
  }

  static func write(
    _ bytes: [UInt8], named name: String, _ fileExtension: String, in folder: String, _ system: some FileSystem
  ) throws(StoreError) -> String {
    try write(bytes, in: folder, system) { attempt in
      attempt > most ? nil : "\(name)\(attempt == 1 ? "" : "-\(attempt)").\(fileExtension)"
    }
  }

  /// Writes a file under the first name that is free.
  ///
  /// - Parameter name: of an attempt, counted from 1; `nil` where it is given up.
  static func write(
    _ bytes: [UInt8], in folder: String, _ system: some FileSystem, name: (_ attempt: Int) -> String?
  ) throws(StoreError) -> String {
    guard let first = name(1) else { throw .system(path: folder, errno: EEXIST) }
    let draft = "\(folder)/.\(first).\(system.processID)~"
    let file = try create(draft, for: "\(folder)/\(first)", system)
    let code = AtomicFile.fill(file, bytes, system)
    guard code == 0 else {
      _ = system.remove(draft)
      throw .system(path: folder, errno: code)
    }
    defer { _ = system.remove(draft) }
    var attempt = 1
    while let name = name(attempt) {
      attempt += 1
      let path = "\(folder)/\(name)"
      guard try place(draft, at: path, bytes, system) else { continue }
      do throws(StoreError) {
        try AtomicFile.sync(folder, system)
      } catch {
        // Whoever is told that it failed will try again: what would be there twice must not be there once.
        _ = system.remove(path)
        throw error
      }
      return path
    }
    throw .system(path: folder, errno: EEXIST)
  }

  /// Writes a file of just this path, and waits until it is on the disk.
  ///
  /// - Throws: `StoreError.system` where the system refuses, with `EEXIST` where there is one; nothing is left behind then.
  public static func write(_ bytes: [UInt8], at path: String) throws(StoreError) {
    try write(bytes, at: path, RealFileSystem())
  }

  static func write(_ bytes: [UInt8], at path: String, _ system: some FileSystem) throws(StoreError) {
    let (folder, name) = PathText.parts(path)
    do {
      _ = try write(bytes, in: folder, system) { $0 == 1 ? name : nil }
    } catch .system(_, let code) {
      throw .system(path: path, errno: code)
    }
  }

  /// Gives what is written its name; whether there was none of that name.
  private static func place(
    _ draft: String, at path: String, _ bytes: [UInt8], _ system: some FileSystem
  ) throws(StoreError) -> Bool {
    let code = AtomicFile.retrying { system.link(draft, path) }
    if code == -EEXIST { return false }
    // Some file systems know no second names.
    if [-EPERM, -EOPNOTSUPP, -ENOSYS, -EMLINK].contains(code) { return try move(draft, to: path, bytes, system) }
    if code < 0 { throw .system(path: path, errno: -code) }
    return true
  }

  /// The same where the draft has to take its new name for its old one.
  private static func move(
    _ draft: String, to path: String, _ bytes: [UInt8], _ system: some FileSystem
  ) throws(StoreError) -> Bool {
    let code = AtomicFile.retrying { system.renameToNew(draft, path) }
    if code == -EEXIST { return false }
    // Some know no moving that spares what is there.
    if [-EINVAL, -EPERM, -EOPNOTSUPP, -ENOSYS].contains(code) { return try writeInPlace(bytes, path, system) }
    if code < 0 { throw .system(path: path, errno: -code) }
    return true
  }

  /// - Parameter path: what an error names: nobody has asked for the draft.
  private static func create(
    _ draft: String, for path: String, _ system: some FileSystem
  ) throws(StoreError) -> Int32 {
    var file = AtomicFile.retrying { system.create(draft) }
    if file == -EEXIST {
      // Of a process with our number, which was ended in the middle.
      _ = system.remove(draft)
      file = AtomicFile.retrying { system.create(draft) }
    }
    guard file >= 0 else { throw .system(path: path, errno: -file) }
    return file
  }

  /// The last resort: nothing is overwritten, but who looks may see a part. Whether there was none of that name.
  private static func writeInPlace(
    _ bytes: [UInt8], _ path: String, _ system: some FileSystem
  ) throws(StoreError) -> Bool {
    let file = AtomicFile.retrying { system.create(path) }
    if file == -EEXIST { return false }
    guard file >= 0 else { throw .system(path: path, errno: -file) }
    let code = AtomicFile.fill(file, bytes, system)
    guard code == 0 else {
      _ = system.remove(path)
      throw .system(path: path, errno: code)
    }
    return true
  }
}
