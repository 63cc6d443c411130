/// A list as rows of values, for other programs and for paper.
public struct DataTable: Hashable, Sendable {
  /// A cell.
  public enum Value: Hashable, Sendable {
    case none
    case text(String)
    /// The digits that people see, with a point before decimals: `-12.5`.
    case number(String)
    case day(Day)
  }

  /// The titles of the columns.
  public var columns: [String]
  /// Each as long as there are columns.
  public var rows: [[Value]]

  /// Titles, and rows of as many values.
  public init(columns: [String], rows: [[Value]]) {
    self.columns = columns
    self.rows = rows
  }
}

/// A way to write a table down.
///
/// - ``CSVExporter``: for programs.
/// - ``ExcelExporter``: for a double click in Viet Nam.
/// - ``MarkdownExporter``: for letters and wikis.
public protocol TableExporter: Sendable {
  /// The whole file; every line is ended.
  func text(of table: DataTable) -> String
}
