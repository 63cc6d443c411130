internal import TextCore

/// A paper for spreadsheets (RFC 4180, points before decimals): one table, in its first column the part of the paper that
/// a row is from. Every row has as many cells; a table's titles are a row of their own.
public struct PaperCSV: PaperExporter {
  /// There is nothing to choose.
  public init() {}

  public func text(of paper: Paper) -> String {
    var part = paper.title
    var rows: [[DataTable.Value]] = []
    for block in paper.blocks {
      if case .heading(let title) = block {
        part = title
      } else {
        rows += cells(of: block).map { [.text(part)] + $0 }
      }
    }
    let foot = paper.language == .vietnamese ? "Nguồn gốc" : "Origin"
    rows += paper.foot.map { [.text(foot), .text($0.label), .text($0.text)] }
    let width = rows.map(\.count).max() ?? 1
    let names = paper.language == .vietnamese ? ("Phần", "Ô") : ("Part", "Cell")
    return CSVExporter().text(
      of: DataTable(
        columns: [names.0] + (1..<max(1, width)).map { "\(names.1) \($0)" },
        rows: rows.map { $0 + Array(repeating: .none, count: width - $0.count) }))
  }

  private func cells(of block: Paper.Block) -> [[DataTable.Value]] {
    switch block {
    case .heading: []
    case .text(let text): [[.text(text)]]
    case .facts(let facts): facts.map { [.text($0.label), .text($0.text)] }
    case .list(let items): zip(1..., items).map { [.number("\($0)"), .text($1)] }
    case .table(let table): [table.columns.map(DataTable.Value.text)] + table.rows
    case .halves(let left, let right): (left + right).filter { !$0.text.isEmpty }.map { [.text($0.text)] }
    case .indented(let lines): lines.map { [.text($0.text)] }
    }
  }
}
