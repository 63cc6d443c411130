/// Comma-separated values for programs (RFC 4180): points before decimals, days as `2023-09-30`.
public struct CSVExporter: TableExporter {
  /// There is nothing to choose.
  public init() {}

  public func text(of table: DataTable) -> String {
    Spreadsheet.text(of: table, separator: ",") { value in
      switch value {
      case .none: ""
      case .text(let text): Spreadsheet.harmless(text)
      case .number(let digits): digits
      case .day(let day): day.iso
      }
    }
  }
}
