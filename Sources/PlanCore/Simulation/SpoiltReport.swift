/// An agency's report of one month with the faults that such files have: typed by hand, saved by a spreadsheet.
enum SpoiltReport {
  /// The file; the rows that are not spoilt are good.
  static func file(_ rows: [[String]]) -> [UInt8] {
    var text = CSVText(header: SimulatedReport.header)
    var left = faults[...]
    for (index, row) in rows.enumerated() {
      guard let next = left.first, index >= next.row, next.fault.fits(row) else {
        text.add(row)
        continue
      }
      left.removeFirst()
      switch next.fault {
      case .cell(let column, let change): text.add(changed(row, column, change))
      case .missingCell: text.add(Array(row.dropLast()))
      case .openQuote: text.addRaw(row.dropLast().joined(separator: ",") + ",\"chưa đối chiếu\n")
      }
    }
    return text.bytes
  }

  private enum Fault {
    case cell(ReportColumn, @Sendable (String) -> String)
    case missingCell
    case openQuote

    /// Whether a row has what is to be spoilt.
    func fits(_ row: [String]) -> Bool {
      guard case .cell(let column, _) = self else { return true }
      return row.indices.contains(column.rawValue) && !row[column.rawValue].isEmpty
    }
  }

  /// One after another, each in the first row from a number on that it fits; the first row is 0.
  private static let faults: [(row: Int, fault: Fault)] = [
    (1, .cell(.value, { _ in "2" })),
    (4, .cell(.period, { _ in "31/08/2023" })),
    (6, .missingCell),
    (7, .cell(.numerator, { $0 + ",5" })),
    (9, .cell(.numerator, { $0 + "9" })),
    (13, .cell(.indicator, { $0 + "0" })),
    (16, .cell(.agency, { "tinh-" + $0 })),
    (19, .openQuote),
  ]

  private static func changed(
    _ row: [String], _ column: ReportColumn, _ change: (String) -> String
  ) -> [String] {
    var row = row
    row[column.rawValue] = change(row[column.rawValue])
    return row
  }
}
