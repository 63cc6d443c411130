internal import Glibc

/// Puts a whole file in the place of another: who reads it sees the old bytes or the new ones.
public enum AtomicFile {
  /// Writes a file that only its owner may read, and waits until it is on the disk.
  ///
  /// - Throws: `StoreError.system` where the system refuses; the old file stands then, and nothing is left beside it.
  public static func write(_ bytes: [UInt8], to name: String, in folder: String) throws(StoreError) {
    try write(bytes, to: name, in: folder, RealFileSystem())
  }

  static func write(
    _ bytes: [UInt8], to name: String, in folder: String, _ system: some FileSystem
  ) throws(StoreError) {
    let (path, draft) = ("\(folder)/\(name)", "\(folder)/.\(name).\(system.processID)~")
    var file = retrying { system.createPrivate(draft) }
    if file == -EEXIST {
      // Of a process with our number, which was ended in the middle.
      _ = system.remove(draft)
      file = retrying { system.createPrivate(draft) }
    }
    guard file >= 0 else { throw .system(path: path, errno: -file) }
    var code = fill(file, bytes, system)
    if code == 0 { code = -retrying { system.rename(draft, path) } }
    guard code == 0 else {
      _ = system.remove(draft)
      throw .system(path: path, errno: code)
    }
    try sync(folder, system)
  }

  /// Zero, or the `errno`. The file is closed in any case.
  static func fill(_ file: Int32, _ bytes: [UInt8], _ system: some FileSystem) -> Int32 {
    var code: Int32 = 0
    var rest = bytes[...]
    while !rest.isEmpty, code == 0 {
      let written = system.write(file, rest)
      if written > 0 {
        rest = rest.dropFirst(written)
      } else if written != -Int(EINTR) {
        code = written == 0 ? EIO : Int32(-written)
      }
    }
    if code == 0 { code = max(0, -retrying { system.sync(file) }) }
    let closing = system.close(file)
    // After EINTR the descriptor is gone all the same.
    return code == 0 && closing < 0 && closing != -EINTR ? -closing : code
  }

  static func sync(_ folder: String, _ system: some FileSystem) throws(StoreError) {
    let descriptor = retrying { system.openFolder(folder) }
    guard descriptor >= 0 else { throw .system(path: folder, errno: -descriptor) }
    let code = retrying { system.sync(descriptor) }
    _ = system.close(descriptor)
    if code < 0 { throw .system(path: folder, errno: -code) }
  }

  static func retrying(_ call: () -> Int32) -> Int32 {
    while true {
      let code = call()
      if code != -EINTR { return code }
    }
  }
}
