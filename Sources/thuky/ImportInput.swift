import Glibc
import PlanCore

/// The table that is to be imported: a plain file, or standard input.
enum ImportInput {
  /// What findings call it.
  static func name(_ path: String) -> String { path == "-" ? "stdin" : path }

  /// Reads it; of standard input at most a byte more than an import may have.
  static func read(_ path: String) throws(ImportFailure) -> [UInt8] {
    let result =
      path == "-"
      ? UserFile.read(STDIN_FILENO, most: Import.largest + 1)
      : UserFile.read(path, limit: Import.largest) ?? .failure(.system(ENOENT))
    switch result {
    case .success(let bytes): return bytes
    case .failure(.tooLarge): throw .refused(.tooLarge(mebibytes: Import.largest >> 20), name(path))
    case .failure(.notPlain): throw .unreadable(path: path, .notPlain)
    case .failure(.system(let code)): throw .unreadable(path: path, .system(code))
    }
  }
}
