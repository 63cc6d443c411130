public import TextCore

/// A theme that the reader can choose.
public struct ThemeChoice: Hashable, Sendable {
  /// The name that files and the command line use.
  public var id: String
  /// What people call it.
  public var name: Localized
  /// Whether it is from the reader's own folder rather than from the program.
  public var isOwn: Bool
  /// How much is wrong in its file.
  public var findingCount: Int

  /// A choice of the picker.
  public init(id: String, name: Localized, isOwn: Bool = false, findingCount: Int = 0) {
    self.id = id
    self.name = name
    self.isOwn = isOwn
    self.findingCount = findingCount
  }
}
