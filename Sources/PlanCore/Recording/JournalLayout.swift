internal import TextCore

/// Where the cells of a journal's rows go: as its own header has it.
struct JournalLayout {
  /// Where each column stands in a row.
  let positions: [Int?]
  let columnCount: Int
  let lineEnd: String

  /// Bytes of a file's beginning within which its header must end.
  static let longestHeader = 1 << 16

  /// That of a file that is still to be made.
  static let new = JournalLayout(
    positions: UpdatesTable.Column.allCases.map(\.rawValue), columnCount: UpdatesTable.Column.allCases.count,
    lineEnd: "\n")

  static var header: [UInt8] { CSVText(header: UpdatesTable.Column.allCases.map(\.name)).bytes }

  private init(positions: [Int?], columnCount: Int, lineEnd: String) {
    (self.positions, self.columnCount, self.lineEnd) = (positions, columnCount, lineEnd)
  }

  /// Finds the columns in a file's first bytes; `nil` where there is nothing but blanks.
  ///
  /// - Throws: `RecordingFault.header` where its rows could not be read.
  init?(of head: [UInt8]) throws(RecordingFault) {
    var table = Table(head, file: UpdatesTable.file, as: UpdatesTable.Column.self)
    guard let columnCount = table.readHeader() else {
      if ByteText.trimmed(head[ByteText.byteOrderMarkLength(head.span)...]).isEmpty { return nil }
      throw .header(table.findings.kept.first { $0.severity == .error } ?? Self.endless)
    }
    let end = table.row.reader.position
    guard end >= 1, head[end - 1] == UInt8(ascii: "\n") else { throw .header(Self.endless) }
    let isCRLF = end >= 2 && head[end - 2] == UInt8(ascii: "\r")
    self.init(positions: table.row.positions, columnCount: columnCount, lineEnd: isCRLF ? "\r\n" : "\n")
  }

  private static let endless = Finding(
    .error, file: UpdatesTable.file, line: 1, column: 1,
    message: Localized("dòng tiêu đề không kết thúc", "the header does not end"))
}
