import Glibc
import PlanCore

/// The table that is to be imported: a plain file, or standard input.
enum ImportInput {
  /// What findings call it.
  static func name(_ path: String) -> String { path == "-" ? "stdin" : path }

  /// Reads it, but at most a byte more than an import may have.
  static func read(_ path: String) throws(ImportFailure) -> [UInt8] {
    if path == "-" { return try read(STDIN_FILENO, path) }
    var status = stat()
    guard stat(path, &status) == 0 else { throw .unreadable(path: path, .system(errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(path: path, .notPlain) }
    let file = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else { throw .unreadable(path: path, .system(errno)) }
    defer { close(file) }
    return try read(file, path)
  }

  private static func read(_ file: Int32, _ path: String) throws(ImportFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= Import.largest {
      let got = room.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
      if got == 0 { break }
      if got > 0 {
        bytes += room[..<got]
      } else if errno != EINTR {
        throw .unreadable(path: path, .system(errno))
      }
    }
    return bytes
  }
}
