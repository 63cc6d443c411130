import Glibc
import PlanCore

/// Who writes, and whether he may. The one place that decides it.
enum Writer {
  private static let users = "/etc/passwd"
  /// Bytes of the longest list of users that is read.
  private static let longest = 16 << 20

  /// The real user's login name, as the journal calls him.
  static let author: String = {
    guard case .success(let bytes)? = UserFile.read(users, limit: longest) else {
      return Author.name(ofUser: getuid(), in: [])
    }
    return Author.name(ofUser: getuid(), in: bytes)
  }()

  /// The same where it is needed; a start is spared the file where it is not.
  static func author(_ access: WriteAccess) -> String { access == .allowed ? author : "" }

  /// Whether this user may write into a store.
  static func access(to location: StoreLocation, isReadOnly: Bool) -> WriteAccess {
    switch location {
    case .bundled: return .bundled
    case .simulated: return .simulated
    case .folder(let folder): return isReadOnly ? .readOnly : access(toFolder: folder)
    }
  }

  private static func access(toFolder folder: String) -> WriteAccess {
    let path = "\(folder)/\(Store.journalFile)"
    var status = stat()
    guard lstat(path, &status) == 0 else {
      return faccessat(AT_FDCWD, folder, W_OK | X_OK, AT_EACCESS) == 0 ? .allowed : .noPermission(path: folder)
    }
    guard status.st_mode & S_IFMT == S_IFREG else { return .notPlain(path: path) }
    return faccessat(AT_FDCWD, path, R_OK | W_OK, AT_EACCESS) == 0 ? .allowed : .noPermission(path: path)
  }
}
