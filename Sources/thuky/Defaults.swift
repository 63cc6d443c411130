import TextCore

/// What counts where the command line says nothing: the environment, the configuration, and what is kept from one run
/// to the next. The one place that decides which of them are used: everything else asks here.
struct Defaults {
  let configuration: Configuration
  let themes: OwnThemes
  let memory: Memory
  private let hasEnvironment: Bool

  /// For the user whose process this is.
  static var ofUser: Defaults {
    let folders = UserFolders()
    return Defaults(
      configuration: Configuration(userFolder: folders.configuration), themes: OwnThemes(folders.configuration),
      memory: Memory(folders.state), hasEnvironment: true)
  }

  /// The environment before the files; `nil` where none of them says anything.
  func setting(_ variable: String, _ key: Configuration.Key) -> Setting? {
    environment(variable) ?? configuration[key]
  }

  func environment(_ variable: String) -> Setting? {
    guard hasEnvironment else { return nil }
    return Environment.value(variable).map { Setting(text: $0, origin: .environment(variable)) }
  }
}
