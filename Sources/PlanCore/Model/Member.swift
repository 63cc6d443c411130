public import TextCore

/// *Thành viên Ủy ban*: the office that answers for an agency.
public struct Member: Hashable, Sendable {
  public var id: String
  public var role: String
  /// Index into the plan's agencies.
  public var agency: Int?
  public var office: Localized
  public var source: Int?
}
