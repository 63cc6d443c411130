public import TextCore

/// How every role looks.
public struct Theme: Hashable, Sendable {
  /// The name that files and the command line use: `sen`.
  public let id: String
  /// What people call it.
  public let name: Localized
  private var styles: [Style]

  /// A theme from what a reader says of each role.
  public init(id: String, name: Localized, style: (Role) -> Style) {
    self.id = id
    self.name = name
    styles = Role.allCases.map(style)
  }

  /// How a role looks.
  public subscript(role: Role) -> Style { styles[role.index] }

  /// The theme as a terminal of this depth shows it. Without colours a role that has a background of its own is
  /// reversed.
  public func mapped(to depth: ColorDepth) -> Theme {
    let page = self[.text].background
    return Theme(id: id, name: name) { role in
      var style = self[role].mapped(to: depth)
      if depth == .mono, self[role].background != page { style.attributes.insert(.reverse) }
      return style
    }
  }
}
