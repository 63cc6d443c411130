/// Columns and rows of a terminal or of a part of it.
public struct Size: Hashable, Sendable {
  /// Columns.
  public var width: Int
  /// Rows.
  public var height: Int

  /// Columns and rows.
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }
}
