public import TextCore

/// *Trụ cột*: one of the plan's themes, with indicators and tasks of its own.
public struct Pillar: Hashable, Sendable {
  public var id: String
  public var code: String
  public var name: Localized
}
