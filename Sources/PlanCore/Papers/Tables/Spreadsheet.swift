/// What the two forms for spreadsheets have in common.
enum Spreadsheet {
  /// Lines of cells between separators, a cell quoted where it has to be (RFC 4180).
  static func text(of table: DataTable, separator: Character, _ cell: (DataTable.Value) -> String) -> String {
    ([table.columns.map { cell(.text($0)) }] + table.rows.map { $0.map(cell) }).map { row in
      row.map { quoted($0, separator) }.joined(separator: String(separator)) + "\r\n"
    }.joined()
  }

  /// Text that no spreadsheet takes for a formula: an apostrophe goes before what begins one, blanks and control
  /// characters before it or not.
  ///
  /// [OWASP, CSV injection](https://owasp.org/www-community/attacks/CSV_Injection); the wide forms are taken for the
  /// narrow ones by some.
  static func harmless(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let first = scalars.first { !$0.properties.isWhitespace && $0.value >= 0x20 }
    let beginsWithControl = scalars.first.map { $0.value < 0x20 } ?? false
    let isFormula = first.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } ?? false
    return isFormula || beginsWithControl ? "'" + text : text
  }

  private static func quoted(_ text: String, _ separator: Character) -> String {
    let special: Set<Unicode.Scalar> = Set(["\"", "\n", "\r"] + separator.unicodeScalars)
    guard text.unicodeScalars.contains(where: special.contains) || text.hasPrefix(" ") || text.hasSuffix(" ") else {
      return text
    }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
