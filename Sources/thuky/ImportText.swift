import PlanCore
import TerminalKit
import TextCore

/// What `thuky import` says of a table: how it was read, and the first rows as they will be written.
enum ImportText {
  /// Columns that are listed.
  private static let mostColumns = 40
  /// Terminal columns of a heading or a cell.
  private static let widest = 40

  /// - Parameter isWritten: whether the rows will be written: then and only then it says so.
  static func lines(_ found: Import, name: String, isWritten: Bool, _ language: Language) -> [String] {
    var lines = ["\(name): " + dialect(found)[language]]
    let columns = found.columns.prefix(mostColumns).map { column in
      ["  \(column.number)", "«\(TerminalText.cut(column.heading, to: widest))»", meaning(column)[language]]
    }
    lines += aligned(columns)
    if found.columns.count > mostColumns {
      let rest = found.columns.count - mostColumns
      lines.append("  " + Localized("… và \(rest) cột nữa", "… and \(rest) columns more")[language])
    }
    if !found.preview.isEmpty {
      lines.append(heading(found, isWritten: isWritten)[language])
      lines += aligned(table(found))
    }
    return lines + leftOut(found).map { $0[language] }
  }

  static let dryRun = Localized("không ghi gì (--dry-run)", "nothing is written (--dry-run)")

  static func written(_ count: Int, _ path: String) -> Localized {
    Localized("đã ghi ", "wrote ") + .count(count, "dòng", "row") + Localized(" vào \(path)", " into \(path)")
  }

  static func omitted(_ count: Int) -> Localized { Localized("… và \(count) vấn đề nữa", "… and \(count) more") }

  // MARK: The dialect

  private static func dialect(_ found: Import) -> Localized {
    let separator = found.separator == .tab ? "TAB" : found.separator.rawValue
    let line = found.hasSeparatorLine ? " (sep=)" : ""
    return Localized(
      "\(found.encoding.rawValue); phân cách «\(separator)»\(line); tiêu đề ở dòng \(found.headerLine)",
      "\(found.encoding.rawValue); cells separated by «\(separator)»\(line); header on line \(found.headerLine)")
  }

  private static func meaning(_ column: Import.Column) -> Localized {
    let decimal: Localized =
      switch column.decimal {
      case .comma: Localized(", dấu phẩy thập phân", ", decimal comma")
      case .point: Localized(", dấu chấm thập phân", ", decimal point")
      case nil: Localized(both: "")
      }
    switch column.meaning {
    case .field(let field): return Localized(both: "→ \(field.rawValue)") + decimal
    case .figure(let indicator, let field):
      return Localized(both: "→ \(indicator)" + (field == .value ? "" : " \(field.rawValue)")) + decimal
    case .none: return Localized("không nhập", "not imported")
    }
  }

  // MARK: The preview

  private static func heading(_ found: Import, isWritten: Bool) -> Localized {
    let (shown, all) = (found.preview.count, found.rowCount)
    if isWritten {
      return Localized(
        "xem trước \(shown) trong \(all) dòng sẽ ghi:", "the first \(shown) of \(all) rows to be written:")
    }
    return Localized(
      "xem trước \(shown) trong \(all) dòng đọc được, chưa ghi:",
      "the first \(shown) of \(all) rows that can be read, not written:")
  }

  /// Which rows are not written, and which need a look: `2 dòng có lỗi, không ghi: dòng 4, 7`.
  private static func leftOut(_ found: Import) -> [Localized] {
    func line(_ vietnamese: String, _ english: String, _ count: Int, _ lines: [Int]) -> Localized {
      let list = lines.map(String.init).joined(separator: ", ") + (count > lines.count ? ", …" : "")
      return Localized("\(count) dòng \(vietnamese): dòng \(list)", "\(english): \(count) (line \(list))")
    }
    let warned = found.warnedLines
    return [
      line("có lỗi, không ghi", "rows with an error, not written", found.faultyCount, found.leftOut[.faulty] ?? []),
      line(
        "không có số liệu, không ghi", "rows without a figure, not written", found.emptyCount,
        found.leftOut[.empty] ?? []),
      line("có cảnh báo", "rows with a warning", warned.count, Array(warned.prefix(Import.mostLeftOut))),
    ].enumerated().filter { [found.faultyCount, found.emptyCount, warned.count][$0.offset] > 0 }.map(\.element)
  }

  /// The columns in which a row says something.
  private static func table(_ found: Import) -> [[String]] {
    let used = Import.header.indices.filter { column in found.preview.contains { !$0[column].isEmpty } }
    return ([Import.header] + found.preview).map { row in
      used.enumerated().map { ($0.offset == 0 ? "  " : "") + TerminalText.cut(row[$0.element], to: widest) }
    }
  }

  /// Cells under each other, as far apart as the widest needs.
  private static func aligned(_ rows: [[String]]) -> [String] {
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { TerminalText.width(TerminalText.safe($0[column])) }.max() ?? 0
    }
    return rows.map { row in
      var line = ""
      for (cell, width) in zip(row, widths) {
        let text = TerminalText.safe(cell)
        line += text + String(repeating: " ", count: width - TerminalText.width(text) + 2)
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
