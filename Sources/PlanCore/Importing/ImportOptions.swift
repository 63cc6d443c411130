/// What whoever imports a table knows better than the table.
public struct ImportOptions: Sendable {
  /// Whose table it is, as an agency's id or name.
  public var agency: String?
  /// Of which period it speaks, in any form that a cell may have.
  public var period: String?
  /// Columns by heading or number: `value=Kết quả,agency=2`.
  public var map: [String]
  /// The decimal sign of every number; else each column's own cells decide.
  public var decimal: DecimalSign?
  /// The day that every row is said to have come in.
  public var received: Day

  /// - Parameter received: today, where the committee sits.
  public init(
    agency: String? = nil, period: String? = nil, map: [String] = [], decimal: DecimalSign? = nil, received: Day
  ) {
    self.agency = agency
    self.period = period
    self.map = map
    self.decimal = decimal
    self.received = received
  }
}
