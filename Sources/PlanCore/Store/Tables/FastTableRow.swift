/// Reads a row in which everything is as it should be straight from its bytes, and gives up on any other: that one goes
/// through `Row`, which knows every fault, so that findings are made in one place only.
protocol FastTableRow<Element> {
  associatedtype Element: TableElement
  /// - Parameter row: has the bytes of the table, and its header is read.
  init?(_ row: inout Row<Element.Column>)

  /// Reads a row, and adds its id.
  ///
  /// - Parameters:
  ///   - records: have the cells of it.
  ///   - place: where in the table it stands.
  /// - Returns: `nil` where something is not as it should be, or is worth a finding.
  mutating func read(
    _ records: borrowing PlainRecords, _ place: Range<Int>, _ ids: inout IDIndex, _ tables: borrowing PlanTables
  ) -> Element?
}

/// Gives up on every row: most tables are short.
struct NoFastRow<Element: TableElement>: FastTableRow {
  init?(_ row: inout Row<Element.Column>) { nil }

  func read(
    _ records: borrowing PlainRecords, _ place: Range<Int>, _ ids: inout IDIndex, _ tables: borrowing PlanTables
  ) -> Element? { nil }
}
