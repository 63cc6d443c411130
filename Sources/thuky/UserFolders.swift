import Glibc
import PlanCore

/// Where the user keeps what is his own (XDG Base Directory Specification 0.8).
struct UserFolders {
  /// `thuky.conf` and `themes/`: read, never written.
  let configuration: String?
  /// What is kept from one run to the next, and the folder above that must be there already.
  let state: (folder: String, root: String)?

  /// Of the user whose process this is.
  init() {
    configuration = Self.folder("XDG_CONFIG_HOME", ".config")?.folder
    state = Self.folder("XDG_STATE_HOME", ".local/state")
  }

  /// The specification has relative paths ignored.
  private static func folder(_ variable: String, _ fallback: String) -> (folder: String, root: String)? {
    if let path = Environment.value(variable), path.hasPrefix("/") {
      return (path + "/thuky", PathText.parts(path).folder)
    }
    return home.map { ("\($0)/\(fallback)/thuky", $0) }
  }

  private static var home: String? { Environment.value("HOME").flatMap { $0.hasPrefix("/") ? $0 : nil } }

  /// A path that may begin with `~/`, as shells write it.
  static func expanded(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home else { return path }
    return home + path.dropFirst()
  }
}
