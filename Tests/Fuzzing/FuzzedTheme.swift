import TerminalKit
import TextCore

/// A theme of the user's own, with those of the program to inherit from.
enum FuzzedTheme {
  static let seeds =
    ThemeLibrary.bundled.names.compactMap { ThemeLibrary.bundled.bytes(of: $0) } + [
      Array("inherits = mine\npalette.a = b\npalette.b = a\ntext = a on #12345\nselection = bold bold\n".utf8),
      Array("inherits = sen\nname.vi = X\npalette.green = #7fb069\ntext = green on default underline\n".utf8),
    ]

  static func fault(in bytes: [UInt8]) -> String? {
    let bundled = ThemeLibrary.bundled
    let library = ThemeLibrary(names: bundled.names + ["mine"]) { $0 == "mine" ? bytes : bundled.bytes(of: $0) }
    var findings = Findings()
    guard let theme = library.theme(named: "mine", findings: &findings) else { return "no theme" }
    for depth in ColorDepth.allCases {
      let mapped = theme.mapped(to: depth)
      for role in Role.allCases where mapped[role].mapped(to: depth) != mapped[role] && depth != .mono {
        return "\(role) is mapped twice at \(depth)"
      }
    }
    return nil
  }
}
