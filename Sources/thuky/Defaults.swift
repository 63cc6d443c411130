import TextCore

/// What counts where the command line says nothing: the environment, the configuration, and what is kept from one run
/// to the next. The one place that decides which of them are used: everything else asks here.
struct Defaults {
  let configuration: Configuration
  let themes: OwnThemes
  let memory: Memory
  /// Whether the system's file goes before the command line, and nobody else is asked or written for.
  let isKiosk: Bool

  /// For this process.
  static var ofProcess: Defaults { Kiosk.isAsked ? ofKiosk(Configuration(userFolder: nil)) : ofUser }

  /// For the user whose process this is.
  static var ofUser: Defaults {
    let folders = UserFolders()
    return Defaults(
      configuration: Configuration(userFolder: folders.configuration), themes: OwnThemes(folders.configuration),
      memory: Memory(folders.state), isKiosk: false)
  }

  /// For a visitor: nothing that is a user's is read, and nothing is kept.
  static func ofKiosk(_ configuration: Configuration) -> Defaults {
    Defaults(configuration: configuration, themes: OwnThemes(nil), memory: Memory(nil), isKiosk: true)
  }

  /// What nobody takes back, the command line included: in a kiosk what the system's file says.
  func final(_ key: Configuration.Key) -> Setting? { isKiosk ? configuration[key] : nil }

  /// The environment before the files; `nil` where none of them says anything.
  func setting(_ variable: String, _ key: Configuration.Key) -> Setting? {
    environment(variable) ?? configuration[key]
  }

  func environment(_ variable: String) -> Setting? {
    guard !isKiosk else { return nil }
    return Environment.value(variable).map { Setting(text: $0, origin: .environment(variable)) }
  }
}
