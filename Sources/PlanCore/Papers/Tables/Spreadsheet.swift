/// What the two forms for spreadsheets have in common.
enum Spreadsheet {
  /// Lines of cells between separators, a cell quoted where it has to be (RFC 4180).
  static func text(of table: DataTable, separator: Unicode.Scalar, _ cell: (DataTable.Value) -> String) -> String {
    ([table.columns.map { cell(.text($0)) }] + table.rows.map { $0.map(cell) }).map { row in
      row.map { quoted($0, separator) }.joined(separator: String(Character(separator))) + "\r\n"
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

  private static func quoted(_ text: String, _ separator: Unicode.Scalar) -> String {
    let isSpecial = text.unicodeScalars.contains { $0 == separator || $0 == "\"" || $0 == "\n" || $0 == "\r" }
    guard isSpecial || text.hasPrefix(" ") || text.hasSuffix(" ") else { return text }
    // By scalars: a quote with a mark over it is no other letter to whoever reads the file.
    var out: String.UnicodeScalarView = "\"".unicodeScalars
    for scalar in text.unicodeScalars {
      if scalar == "\"" { out.append(scalar) }
      out.append(scalar)
    }
    out.append("\"")
    return String(out)
  }
}
