internal import TextCore

/// One row of a table. Reading a cell that is not as it should be adds a finding; an error means that the row is left
/// out (`hasError`), but its other cells are still looked at, so that the owner sees everything at once.
struct Row<Column: TableColumn> {
  let reader: CSVReader
  let positions: [Int?]
  let file: String
  private(set) var findings: Findings
  private(set) var hasError = false

  init(reader: CSVReader, positions: [Int?], file: String, findings: Findings) {
    self.reader = reader
    self.positions = positions
    self.file = file
    self.findings = findings
  }

  /// The line that the row begins on.
  var line: Int { reader.line }
  /// Whether this is the file's last line and has no newline.
  var isTorn: Bool { reader.isAtEnd && !reader.endsWithNewline }

  mutating func error(_ column: Column, _ message: Localized) {
    hasError = true
    add(.error, column, message)
  }

  mutating func warning(_ column: Column, _ message: Localized) { add(.warning, column, message) }

  private mutating func add(_ severity: Finding.Severity, _ column: Column, _ message: Localized) {
    let (line, place) = reader.place(of: cell(column)?.start ?? reader.start)
    findings.add(Finding(severity, file: file, line: line, column: place, message: message))
  }

  private func cell(_ column: Column) -> CSVReader.Cell? { positions[column.rawValue].map { reader.cells[$0] } }

  // MARK: Cells

  /// The cell's text as NFC, empty where the cell is blank or the column is not there.
  mutating func text(_ column: Column) -> String {
    guard let cell = cell(column) else { return "" }
    let value = reader.value(cell)
    guard !value.isEmpty else {
      if column.isRequired {
        error(column, Localized("ô «\(column.name)» để trống; phải có giá trị", "«\(column.name)» is empty; it must have a value"))
      }
      return ""
    }
    guard let text = ByteText.string(value) else {
      error(column, .notUTF8)
      return ""
    }
    return text
  }

  /// A text in two columns; a blank English one means the Vietnamese.
  mutating func localized(_ vietnamese: Column, _ english: Column) -> Localized {
    let text = text(vietnamese)
    let translation = self.text(english)
    return Localized(text, translation.isEmpty ? text : translation)
  }

  /// An id that no earlier row has.
  mutating func newID(_ column: Column, in known: IDIndex) -> String {
    let id = text(column)
    guard !id.isEmpty else { return "" }
    if !id.utf8.allSatisfy(IDIndex.isIDByte) {
      error(
        column,
        Localized(
          "mã «\(id)» không hợp lệ; chỉ dùng chữ không dấu, chữ số, «-», «_», «.»",
          "id «\(id)» is not valid; use ASCII letters, digits, «-», «_», «.» only"))
    } else if known[id] != nil {
      error(column, Localized("mã «\(id)» đã có ở dòng trên; dòng đầu được dùng", "id «\(id)» is given above; the first row stands"))
    }
    return id
  }

  /// One of an enumeration's words, `nil` where the cell is blank or says something else.
  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ column: Column, of type: Choice.Type
  ) -> Choice? {
    let word = text(column)
    guard !word.isEmpty else { return nil }
    if let choice = Choice(rawValue: word) { return choice }
    let words = Choice.allCases.map(\.rawValue)
    let list = words.joined(separator: ", ")
    error(
      column,
      Localized("không có giá trị «\(word)»", "«\(word)» is not known") + .suggestion(for: word, among: words)
        + Localized("; chọn một trong: \(list)", "; one of: \(list)"))
    return nil
  }

  /// The index of a known id. An unknown one is an error, or a warning where the row can be read without it.
  mutating func reference(
    _ column: Column, in known: IDIndex, _ severity: Finding.Severity = .error
  ) -> Int? {
    let id = text(column)
    guard !id.isEmpty else { return nil }
    return lookUp(id, column, in: known, severity)
  }

  mutating func lookUp(
    _ id: String, _ column: Column, in known: IDIndex, _ severity: Finding.Severity = .error
  ) -> Int? {
    if let index = known[id] { return index }
    let message =
      Localized("không có mã «\(id)» trong \(known.file)", "no id «\(id)» in \(known.file)")
      + .suggestion(for: id, among: known.ids)
    if severity == .error { error(column, message) } else { warning(column, message) }
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
  mutating func number(_ column: Column) -> DecimalNumber? {
    let text = text(column)
    guard !text.isEmpty else { return nil }
    switch DecimalNumber.parse(text) {
    case .success(let number): return number
    case .failure(let fault):
      error(column, fault.message(for: text))
      return nil
    }
  }
}

extension Localized {
  static func notADay(_ text: String) -> Localized {
    let hint =
      Day(slashed: text).map { Localized(both: $0.iso) }
      ?? Localized("năm-tháng-ngày, như 2023-06-30", "year-month-day, as in 2023-06-30")
    return Localized("«\(text)» không phải là ngày; viết ", "«\(text)» is not a day; write ") + hint
  }
}
