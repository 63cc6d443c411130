internal import TextCore

extension Store {
  /// Reads what only a page about single reports shows: when they came in, from which source, with which note.
  ///
  /// It reads files, so call it where waiting for a disk holds nobody up.
  ///
  /// - Returns: the details of those rows that still stand where they were read.
  public func details(of reports: [Report]) -> [Report.Place: ReportDetails] {
    guard let source = try? location.files() else { return [:] }
    return details(of: reports, in: source)
  }

  func details(of reports: [Report], in source: any StoreFiles) -> [Report.Place: ReportDetails] {
    var details: [Report.Place: ReportDetails] = [:]
    for (number, own) in Dictionary(grouping: reports, by: \.place.file) {
      guard loaded.files.indices.contains(number) else { continue }
      let known = loaded.files[number]
      guard let layout = known.layout, case .success(let file) = source.open(known.path) else { continue }
      for report in own.sorted(by: { $0.place < $1.place }) {
        guard let offset = known.offset(ofLine: report.place.line, in: file),
          let row = ReportRow.read(file, layout, at: offset, line: report.place.line, loaded.context),
          row.report.isSame(as: report)
        else { continue }
        details[report.place] = row.details
      }
    }
    return details
  }
}

extension Report {
  /// Whether two rows say the same, wherever they stand.
  fileprivate func isSame(as other: Report) -> Bool {
    var moved = self
    moved.place = other.place
    return moved == other
  }
}

extension ReportFile {
  private static let step = 1 << 16

  /// Where a line begins; `nil` where the file has not so many.
  func offset(ofLine line: Int, in file: any OpenFile) -> Int? {
    guard let landmark = landmarks.last(where: { $0.line <= line }) else { return nil }
    return Self.offset(ofLine: line, from: (landmark.line, landmark.offset), in: file)
  }

  /// The same from a line on of which it is known where it begins.
  static func offset(ofLine line: Int, from known: (line: Int, offset: Int), in file: any OpenFile) -> Int? {
    var (offset, left) = (known.offset, line - known.line)
    guard left >= 0 else { return nil }
    while left > 0 {
      guard case .success(let bytes) = file.bytes(at: offset, count: step), !bytes.isEmpty else { return nil }
      var end = bytes.count
      for (place, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
        left -= 1
        if left == 0 {
          end = place + 1
          break
        }
      }
      offset += end
    }
    return offset
  }
}

extension ReportRow {
  /// A single row again, however long it is.
  fileprivate static func read(
    _ file: any OpenFile, _ layout: ReportLayout, at offset: Int, line: Int, _ context: ReportContext
  ) -> ReportRow? {
    var size = 1 << 10
    while true {
      guard case .success(let bytes) = file.bytes(at: offset, count: size) else { return nil }
      var row = Row<ReportColumn>(bytes, file: layout.path)
      row.positions = layout.positions
      row.restart(bytes, fromLine: line)
      let isRecord = row.next()
      let isWhole = row.reader.position < bytes.count && !row.reader.isOpenEnded || bytes.count < size
      guard isWhole else {
        size *= 4
        continue
      }
      guard isRecord, row.isWhole(columnCount: layout.columnCount) else { return nil }
      return ReportRow(row: &row, tables: context.tables)
    }
  }
}
