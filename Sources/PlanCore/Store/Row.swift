internal import TextCore

/// The row of a table that is being read. Reading a cell that is not as it should be adds a finding; an error means
/// that the row is left out (`hasError`), but its other cells are still looked at, so that the owner sees everything
/// at once.
struct Row<Column: TableColumn> {
  let file: String
  /// Of the rows read so far.
  var ids: IDIndex
  /// What the rows read so far come to, where a table counts something that may not be without end.
  var total = 0
  /// Of the whole table.
  private(set) var findings = Findings()
  private(set) var hasError = false
  /// Whether one of its errors is a finding: the others are of a row or a table elsewhere, and told there.
  private var isTold = false
  private(set) var reader: CSVReader
  /// Where each column stands in a record.
  var positions: [Int?] = Column.names.map { _ in nil }
  private var sharedBytes: TableBytes?
  /// Cells of each column that meant something, and what: most rows say the same as the one above.
  private var meanings: [(cell: CSVReader.Cell, meaning: Int)?] = Column.names.map { _ in nil }

  init(_ bytes: [UInt8], file: String) {
    reader = CSVReader(bytes)
    self.file = file
    ids = IDIndex(file: file)
  }

  /// Goes on with another part of the file.
  mutating func restart(_ bytes: [UInt8], fromLine line: Int) {
    reader = CSVReader(bytes, fromLine: line)
    for column in meanings.indices { meanings[column] = nil }
    sharedBytes = nil
  }

  /// Leaves out what stands before a place.
  mutating func skip(to offset: Int) { reader.skip(to: offset) }

  /// Leaves out a record that was read already.
  mutating func pass(to end: Int, newlines: Int) { reader.pass(to: end, newlines: newlines) }

  /// Goes on to the next record that is not blank; false at the end.
  mutating func next() -> Bool {
    (hasError, isTold) = (false, false)
    return reader.next()
  }

  /// The line that the row begins on.
  var line: Int { reader.line }

  mutating func error(_ column: Column, _ message: @autoclosure () -> Localized) {
    add(.error, column, message())
  }

  mutating func warning(_ column: Column, _ message: @autoclosure () -> Localized) {
    add(.warning, column, message())
  }

  mutating func add(_ severity: Finding.Severity, _ column: Column, _ message: @autoclosure () -> Localized) {
    add(severity, at: cell(column)?.start ?? reader.start, message())
  }

  mutating func add(_ severity: Finding.Severity, at offset: Int, _ message: @autoclosure () -> Localized) {
    if severity == .error { (hasError, isTold) = (true, true) }
    // A file may have millions of faults; what nobody will see is not worked out.
    guard findings.hasRoom else { return findings.count(severity) }
    let (line, place) = reader.place(of: offset)
    findings.add(Finding(severity, file: file, line: line, column: place, message: message()))
  }

  /// Adds a finding about a record that begins on a line.
  mutating func add(_ severity: Finding.Severity, atLine line: Int, _ message: Localized) {
    if severity == .error { (hasError, isTold) = (true, true) }
    findings.add(Finding(severity, file: file, line: line, column: 1, message: message))
  }

  /// Leaves the row out for a fault that is told elsewhere.
  mutating func leaveOutSilently() { hasError = true }

  private func cell(_ column: Column) -> CSVReader.Cell? { positions[column.rawValue].map { reader.cells[$0] } }

  // MARK: Cells

  func isBlank(_ column: Column) -> Bool { cell(column)?.isBlank(in: reader.bytes) ?? true }

  /// The cell's text as NFC, empty where the cell is blank or the column is not there.
  mutating func text(_ column: Column) -> String {
    guard let cell = cell(column) else { return "" }
    guard let text = cell.text(in: reader.bytes) else {
      error(column, .notUTF8)
      return ""
    }
    if text.isEmpty, column.isRequired { error(column, .mustNotBeEmpty(column.name)) }
    return text
  }

  /// Where the file has the cell's text letter for letter; `nil` where only `text` knows it, or what is wrong with it.
  func place(of column: Column) -> Range<Int>? {
    guard let cell = cell(column) else { return 0..<0 }
    guard !cell.hasDoubledQuotes else { return nil }
    let bytes = reader.bytes.span
    let place = ByteText.trimmed(cell.content, in: bytes)
    if place.isEmpty { return column.isRequired ? nil : place }
    return ByteText.isComposed(bytes.extracting(place)) ? place : nil
  }

  /// The file's bytes, for whoever keeps places in them.
  mutating func shareBytes() -> TableBytes {
    if let sharedBytes { return sharedBytes }
    let made = TableBytes(reader.bytes)
    sharedBytes = made
    return made
  }

  /// A text in two columns; a blank English one means the Vietnamese.
  mutating func localized(_ vietnamese: Column, _ english: Column) -> Localized {
    let text = text(vietnamese)
    let translation = self.text(english)
    return Localized(text, translation.isEmpty ? text : translation)
  }

  /// An id that no earlier readable row has.
  mutating func newID(_ column: Column) -> String {
    let id = text(column)
    guard !id.isEmpty else { return "" }
    if !IDIndex.isID(id) {
      error(
        column,
        Localized(
          "mã «\(id.brief)» không hợp lệ; chỉ dùng chữ không dấu, chữ số, «-», «_», «.»",
          "id «\(id.brief)» is not valid; use ASCII letters, digits, «-», «_», «.» only"))
    } else if ids[id] != nil {
      error(
        column,
        Localized(
          "mã «\(id.brief)» đã có ở dòng trên; dòng đầu được dùng",
          "id «\(id.brief)» is given above; the first row stands"))
    }
    return id
  }

  /// Keeps in mind the id of a row that is left out, so that whoever refers to it is told why it is not there.
  mutating func leaveOut() {
    guard let column = Column(rawValue: 0), column.name == "id", let position = positions[0],
      reader.cells.indices.contains(position), let id = ByteText.string(reader.value(reader.cells[position])),
      !id.isEmpty, id.utf8.count <= 64, ids[id] == nil
    else { return }
    ids.leaveOut(id, line: line, isTold: isTold || !hasError)
  }

  /// What a cell means, where it says what was looked up before.
  private func meaning(_ column: Column) -> Int? {
    guard let cell = cell(column), let last = meanings[column.rawValue],
      cell.saysTheSame(as: last.cell, in: reader.bytes)
    else { return nil }
    return last.meaning
  }

  /// Keeps in mind what a cell means. A column is always looked up in one and the same list.
  private mutating func remember(_ column: Column, _ meaning: Int) {
    if let cell = cell(column) { meanings[column.rawValue] = (cell, meaning) }
  }

  /// One of an enumeration's words, `nil` where the cell is blank or says something else.
  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ column: Column, of type: Choice.Type
  ) -> Choice? where Choice.AllCases == [Choice] {
    if let index = meaning(column) { return Choice.allCases[index] }
    let word = text(column)
    guard !word.isEmpty else { return nil }
    if let index = Choice.allCases.firstIndex(where: { $0.rawValue == word }) {
      remember(column, index)
      return Choice.allCases[index]
    }
    error(column, .notAmong(Choice.allCases.map(\.rawValue), word))
    return nil
  }

  /// The index of a known id. An unknown one is an error, or a warning where the row can be read without it.
  mutating func reference(
    _ column: Column, in known: IDIndex, _ severity: Finding.Severity = .error
  ) -> Int? {
    if let index = meaning(column) { return index }
    let id = text(column)
    guard !id.isEmpty, let index = lookUp(id, column, in: known, severity) else { return nil }
    remember(column, index)
    return index
  }

  mutating func lookUp(
    _ id: String, _ column: Column, in known: IDIndex, _ severity: Finding.Severity = .error
  ) -> Int? {
    if let index = known[id] { return index }
    if known.isUnread(id) {
      if severity == .error { leaveOutSilently() }
    } else {
      add(severity, column, known.unknown(id))
    }
    return nil
  }

  mutating func day(_ column: Column) -> Day? {
    let text = text(column)
    guard !text.isEmpty else { return nil }
    if let day = Day(iso: text) { return day }
    error(column, .notADay(text))
    return nil
  }

  /// A number as the store writes it.
  ///
  /// - Parameter example: what would be right.
  mutating func number(_ column: Column, like example: DecimalNumber.Example = .usual) -> DecimalNumber? {
    let text = text(column)
    guard !text.isEmpty else { return nil }
    switch DecimalNumber.parse(text) {
    case .success(let number): return number
    case .failure(let fault):
      error(column, fault.message(for: text, like: example))
      return nil
    }
  }
}

extension Localized {
  static func mustNotBeEmpty(_ column: String) -> Localized {
    Localized("ô «\(column)» để trống; phải có giá trị", "«\(column)» is empty; it must have a value")
  }

  static func notADay(_ text: String) -> Localized {
    let hint =
      Day(slashed: text).map { Localized(both: $0.iso) }
      ?? Localized("năm-tháng-ngày, như 2023-06-30", "year-month-day, as in 2023-06-30")
    return Localized("«\(text.brief)» không phải là ngày; viết ", "«\(text.brief)» is not a day; write ") + hint
  }

  static func notAmong(_ words: [String], _ word: String) -> Localized {
    let list = words.joined(separator: ", ")
    return
      (Localized("không có giá trị «\(word.brief)»", "«\(word.brief)» is not known")
      + .suggestion(for: word, among: words))
      .followed(by: Localized("chọn một trong: \(list)", "one of: \(list)"))
  }
}
