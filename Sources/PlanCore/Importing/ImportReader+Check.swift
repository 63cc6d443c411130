internal import TextCore

extension ImportReader {
  /// Whether the row is read by the store as it is meant. What the store would say of it is said here, of the cells
  /// that it comes from.
  mutating func check(_ imported: ImportedRow, _ figure: ImportColumns.Figure) -> Bool {
    var text = CSVText(header: [])
    text.add(imported.cells)
    // Without the empty header's line.
    let bytes = Array(text.bytes.dropFirst())
    var row = Row<ReportColumn>(bytes, file: name)
    row.positions = ReportColumn.allCases.map(\.rawValue)
    guard row.next(), row.isWhole(columnCount: ReportColumn.allCases.count) else { return false }
    let read = ReportRow(row: &row, tables: store.tables)
    for finding in row.findings.kept {
      let cell = row.reader.cells.lastIndex { ByteText.columns(in: bytes[..<$0.start]) < finding.column } ?? 0
      add(finding.severity, at: offset(sourceColumn(of: cell, figure)), finding.message)
    }
    guard let read, !hasError else { return false }
    tellOfRepetition(imported, read, figure)
    return true
  }

  /// The column of the table that a cell of the store's row comes from.
  private func sourceColumn(of cell: Int, _ figure: ImportColumns.Figure) -> Int? {
    guard let field = ImportField.allCases.first(where: { $0.column.rawValue == cell }) else { return nil }
    guard field.isFigure else { return table.columns.fields[field] }
    return figure.columns[field] ?? figure.columns.values.min()
  }

  // MARK: What is said twice

  private mutating func tellOfRepetition(_ row: ImportedRow, _ read: ReportRow, _ figure: ImportColumns.Figure) {
    let place = offset(figure.columns[.value] ?? figure.columns.values.min())
    if let line = lines.updateValue(reader.line, forKey: row.subject) {
      add(
        .warning, at: place,
        Localized(
          "trùng đơn vị, chỉ tiêu và kỳ với dòng \(line); số ở dòng này được dùng",
          "the same agency, indicator and period as line \(line); this row's figure counts"))
    }
    let history = store.reports.history(indicator: row.subject.indicator, agency: row.subject.agency)
    guard let known = history.last(where: { $0.end == row.subject.end }) else { return }
    let isSame = known.saysTheSame(as: read.report) && !addsWords(read.details, to: known)
    if isSame { repeated.append(known) }
    let message = isSame ? sameness(with: known) : repetition(of: known)
    add(.warning, at: place, message)
  }

  /// Whether a source or a note is given that the store has not.
  private func addsWords(_ details: ReportDetails, to known: Report) -> Bool {
    if details.source == nil, details.note.isEmpty { return false }
    guard let old = store.details(of: [known])[known.place] else { return true }
    return details.source.map { $0 != old.source } ?? false || !details.note.isEmpty && details.note != old.note
  }

  /// Where all rows are what the store has: which file that is.
  func repetition(ofRows count: Int) -> Import.Repeated? {
    guard count > 0, repeated.count == count, let first = repeated.first else { return nil }
    return Import.Repeated(file: file(of: first), received: store.details(of: [first])[first.place]?.received)
  }

  private func file(of known: Report) -> String {
    let files = store.reports.files
    return files.indices.contains(known.place.file) ? files[known.place.file] : ""
  }

  private func sameness(with known: Report) -> Localized {
    let place = "\(file(of: known)):\(known.place.line)"
    return Localized(
      "kỳ này đã có đúng số liệu này ở \(place)", "\(place) has just this figure for this period already")
  }

  private func repetition(of known: Report) -> Localized {
    let file = file(of: known)
    let isLater = path.utf8.lexicographicallyPrecedes(file.utf8)
    let message = Localized(
      "kỳ này đã có số liệu \(known.figures(.vietnamese)) ở \(file):\(known.place.line); ",
      "\(file):\(known.place.line) has \(known.figures(.english)) for this period already; ")
    return message
      + (isLater
        ? Localized(
          "tệp đó xếp sau tệp mới nên số cũ vẫn được dùng; đổi tên hoặc sửa tệp đó",
          "that file sorts after the new one, so that the old figure counts; rename or edit that file")
        : Localized("số mới sẽ được dùng", "the new figure will count"))
  }
}

extension Report {
  fileprivate func saysTheSame(as other: Report) -> Bool {
    (value, numerator, denominator) == (other.value, other.numerator, other.denominator)
  }

  /// Its value, else its parts.
  fileprivate func figures(_ language: Language) -> String {
    let numbers = value.map { [$0] } ?? [numerator, denominator].compactMap(\.self)
    return numbers.map { NumberText.plain($0, language) }.joined(separator: "/")
  }
}
