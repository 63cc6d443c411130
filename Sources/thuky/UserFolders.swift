import Glibc

/// Where the user keeps what is his own (XDG Base Directory Specification 0.8). The one place that decides whether
/// that is used at all: everything else asks here, and does without where there is `nil`.
struct UserFolders {
  /// `thuky.conf` and `themes/`: read, never written.
  let configuration: String?
  /// What is kept from one run to the next.
  let state: String?

  /// Nobody's: for those who may only look.
  static let none = UserFolders(configuration: nil, state: nil)

  /// Of the user whose process this is.
  static var own: UserFolders {
    UserFolders(
      configuration: folder("XDG_CONFIG_HOME", ".config"), state: folder("XDG_STATE_HOME", ".local/state"))
  }

  private init(configuration: String?, state: String?) {
    self.configuration = configuration
    self.state = state
  }

  /// The specification has relative paths ignored.
  private static func folder(_ variable: String, _ fallback: String) -> String? {
    if let path = Environment.value(variable), path.hasPrefix("/") { return path + "/thuky" }
    guard let home = Environment.value("HOME"), home.hasPrefix("/") else { return nil }
    return "\(home)/\(fallback)/thuky"
  }
}
