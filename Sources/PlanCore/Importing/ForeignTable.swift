internal import TextCore

/// What separates the cells of a foreign table.
public enum ImportSeparator: String, Sendable, CaseIterable {
  case comma = ","
  case semicolon = ";"
  case tab = "\t"

  var byte: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .semicolon: UInt8(ascii: ";")
    case .tab: 0x09
    }
  }
}

/// A foreign table: how its cells are separated, where its header is, and its records.
struct ForeignTable {
  /// At the record after the header.
  let reader: CSVReader
  let separator: ImportSeparator
  /// Whether a first line `sep=;` says so.
  let hasSeparatorLine: Bool
  let headings: [String]
  /// By column, from 1.
  let headingColumns: [Int]
  let headerLine: Int
  let columns: ImportColumns

  /// Records among which the header is looked for: titles stand above many.
  private static let deepest = 30
  /// Columns of a table that are looked at.
  static let mostColumns = 1_000

  /// - Parameter text: UTF-8, as `ImportEncoding.decode` gives it.
  /// - Throws: where no line looks like a header.
  init(_ text: [UInt8], _ names: ImportNames, _ map: ColumnMap) throws(ImportRefusal) {
    let (named, start) = try Self.separatorLine(text)
    let body = start == 0 ? text : Array(text[start...])
    var best: Candidate?
    for separator in named.map({ [$0] }) ?? ImportSeparator.allCases {
      let reader = CSVReader(body, fromLine: start == 0 ? 1 : 2, separator: separator.byte)
      guard let candidate = Self.findHeader(reader, separator, names, map) else { continue }
      if best.map({ $0.score < candidate.score }) ?? true { best = candidate }
    }
    guard let best else { throw .empty }
    guard best.score.known > 0 else { throw .noHeader(best.headings) }
    columns = try ImportColumns(best.headings, names, map)
    (reader, separator, hasSeparatorLine) = (best.reader, best.separator, start > 0)
    headings = best.headings
    headerLine = best.reader.line
    var header = best.reader
    headingColumns = header.cells.prefix(Self.mostColumns).map { header.place(of: $0.start).column }
  }

  /// What `sep=;` at the very beginning says, and where the table begins.
  private static func separatorLine(
    _ text: [UInt8]
  ) throws(ImportRefusal) -> (separator: ImportSeparator?, start: Int) {
    // A spreadsheet pads the line with separators.
    let line = text.prefix(4_096).prefix { $0 != UInt8(ascii: "\n") }
    // The separator may be a tab, which is a blank too.
    let content = String(decoding: line.filter { $0 != UInt8(ascii: "\"") && $0 != 0x0D }, as: UTF8.self)
    guard content.lowercased().hasPrefix("sep=") else { return (nil, 0) }
    guard let separator = ImportSeparator(rawValue: String(content.dropFirst(4).prefix(1))),
      content.dropFirst(5).allSatisfy({ $0 == " " || String($0) == separator.rawValue })
    else { throw .separator(content) }
    return (separator, min(line.count + 1, text.count))
  }

  private struct Candidate {
    var reader: CSVReader
    var separator: ImportSeparator
    var headings: [String]
    var score: Score
  }

  /// How much looks right, the surest first.
  private struct Score: Comparable {
    /// Columns whose meaning is known.
    var known: Int
    /// Records after the header that have as many cells.
    var even: Int

    static func < (a: Score, b: Score) -> Bool { (a.known, a.even) < (b.known, b.even) }
  }

  private static func findHeader(
    _ start: CSVReader, _ separator: ImportSeparator, _ names: ImportNames, _ map: ColumnMap
  ) -> Candidate? {
    var reader = start
    var best: Candidate?
    for _ in 0..<deepest {
      guard reader.next() else { break }
      guard reader.fault == nil else { continue }
      let headings = reader.cells.prefix(mostColumns).map { ByteText.string(reader.value($0)) ?? "" }
      let known = ImportColumns.count(headings, names, map)
      if best.map({ $0.score.known < known }) ?? true {
        best = Candidate(
          reader: reader, separator: separator, headings: headings, score: Score(known: known, even: 0))
      }
    }
    if let candidate = best, candidate.headings.count > 1 {
      var rest = candidate.reader
      for _ in 0..<deepest where rest.next() && rest.cellCount == candidate.reader.cellCount {
        best?.score.even += 1
      }
    }
    return best
  }
}
