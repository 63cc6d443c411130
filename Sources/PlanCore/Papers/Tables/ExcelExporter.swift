/// What Excel in Viet Nam opens by a double click: UTF-8 with its mark, semicolons, decimal commas, days as
/// `30/09/2023`.
public struct ExcelExporter: TableExporter {
  /// There is nothing to choose.
  public init() {}

  public func text(of table: DataTable) -> String {
    "\u{FEFF}"
      + Spreadsheet.text(of: table, separator: ";") { value in
        switch value {
        case .none: ""
        case .text(let text): Spreadsheet.harmless(text)
        case .number(let digits): String(digits.map { $0 == "." ? "," : $0 })
        case .day(let day): day.slashed
        }
      }
  }
}
