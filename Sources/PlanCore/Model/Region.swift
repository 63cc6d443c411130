public import TextCore

/// *Vùng kinh tế - xã hội*: what provinces are grouped by.
public struct Region: Hashable, Sendable {
  public var id: String
  public var name: Localized
}
