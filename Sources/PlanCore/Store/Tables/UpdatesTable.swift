internal import TextCore

/// The journal of status changes and notes.
enum UpdatesTable {
  static let file = "updates.csv"
  /// Where rows without an end are put before a new one is written.
  static let tornFile = file + ".torn"

  enum Column: Int, TableColumn {
    case at, author, subject, field, value, effective, evidence
    static let names = ["at*", "author*", "subject*", "field*", "value", "effective", "evidence"]
  }

  enum Field: String, CaseIterable { case status, note, undo }

  /// Reads the journal; a file that is not there is an empty one.
  static func read(_ file: StoredFile?, tables: PlanTables) -> (Journal, Findings) {
    var findings = Findings()
    switch file?.content {
    case nil: return (Journal(), findings)
    case .failure(let fault):
      findings.add(fault.finding(in: Self.file))
      return (Journal(), findings)
    case .success(let bytes): return (read(bytes, tables, &findings), findings)
    }
  }

  /// A last row without its newline is what a crash leaves: it is reported and never read.
  static func read(_ bytes: [UInt8], _ tables: PlanTables, _ findings: inout Findings) -> Journal {
    let torn = tornRow(bytes)
    // A file that is no journal may seem to be one torn row, or to end in one.
    if torn != nil, let finding = foreignForm(of: bytes) {
      findings.add(finding)
      return Journal()
    }
    var updates: [Update] = []
    let whole = bytes[..<(torn?.start ?? bytes.count)]
    var table = Table(Array(whole), file: file, as: Column.self)
    // An empty journal is one that somebody is about to begin.
    if !whole.isEmpty {
      table.forEachRow { row in
        if let update = Update(row: &row, tables: tables) { updates.append(update) }
      }
    }
    findings.add(table.findings)
    if let torn {
      let message = Localized(
        "dòng cuối chưa kết thúc (thiếu dấu xuống dòng), không được đọc; ghi lại dòng đó",
        "the last line is torn (no newline) and is not read; write it again")
      findings.add(Finding(.warning, file: file, line: torn.line, column: 1, message: message))
    }
    let journal = Journal(updates)
    for index in journal.idleUndos {
      let message = Localized(
        "dòng «undo» không có gì để rút lại", "this «undo» finds nothing to take back")
      findings.add(Finding(.warning, file: file, line: journal.updates[index].line, column: 1, message: message))
    }
    return journal
  }

  /// For as long as there are such rows.
  static let setAside = Finding(
    .warning, file: tornFile, line: 1, column: 1,
    message: Localized(
      "có dòng dở dang lấy từ \(file); ghi lại những gì còn đúng rồi xóa tệp này",
      "holds rows of \(file) that had no end; write again what still holds, then remove this file"))

  /// Says what a file is that is no journal at all.
  static func foreignForm(of bytes: [UInt8]) -> Finding? {
    var table = Table(bytes, file: file, as: Column.self)
    guard !bytes.isEmpty, table.readHeader() == nil, table.form != nil else { return nil }
    return table.findings.kept.first
  }

  /// Where the last row begins, if it has no end. A note may have newlines in it, so that this may be lines above.
  static func tornRow(_ bytes: [UInt8]) -> (start: Int, line: Int)? {
    guard let last = bytes.last, last != UInt8(ascii: "\n") else { return nil }
    let start = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    var torn = (start: start, line: bytes[..<start].lazy.filter { $0 == UInt8(ascii: "\n") }.count + 1)
    var reader = CSVReader(bytes)
    var columnCount: Int?
    var openRow: (start: Int, line: Int)?
    while reader.next() {
      let isWhole = reader.fault == nil && reader.cellCount == columnCount && reader.position <= start
      columnCount = columnCount ?? reader.cellCount
      if isWhole {
        // The quote above was not cut off, but forgotten.
        openRow = nil
      } else if openRow == nil, reader.isOpenEnded && reader.fault?.kind == .unclosedQuote || reader.position > start {
        openRow = (reader.start, reader.line)
      }
    }
    if let openRow, openRow.start < torn.start { torn = openRow }
    return torn
  }

  fileprivate static func content(_ row: inout Row<Column>) -> Update.Content? {
    switch row.choice(.field, of: Field.self) {
    case .status:
      if let status = row.choice(.value, of: WorkStatus.self) { return .status(status) }
      requireValue(&row)
      return nil
    case .note:
      let text = row.text(.value)
      requireValue(&row)
      return .note(text)
    case .undo: return .undo
    case nil: return nil
    }
  }

  private static func requireValue(_ row: inout Row<Column>) {
    if row.isBlank(.value) { row.error(.value, .mustNotBeEmpty(Column.value.name)) }
  }

  fileprivate static func subject(_ row: inout Row<Column>, _ tables: borrowing PlanTables) -> Update.Subject? {
    let text = row.text(.subject)
    guard !text.isEmpty else { return nil }
    return subject(text, tables) { isTold, fault in
      if isTold { row.leaveOutSilently() } else { row.error(.subject, fault()) }
    }
  }

  /// Reads `task/T07`, `task/T07/ha-noi` or `action/A06-01`.
  ///
  /// - Parameter report: is given each thing that is wrong with it, to be worked out where somebody wants to know, and
  ///   whether it is told elsewhere.
  static func subject(
    _ text: String, _ tables: PlanTables, _ report: (_ isTold: Bool, _ fault: () -> Localized) -> Void
  ) -> Update.Subject? {
    func find(_ id: String, in index: IDIndex) -> Int? {
      let found = index[id]
      if found == nil { report(index.isUnread(id)) { index.unknown(id) } }
      return found
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    switch (parts.first, parts.count) {
    case ("task", 2): return find(parts[1], in: tables.tasks).map(Update.Subject.task)
    case ("action", 2): return find(parts[1], in: tables.actions).map(Update.Subject.action)
    case ("task", 3):
      let (task, agency) = (find(parts[1], in: tables.tasks), find(parts[2], in: tables.agencies))
      guard let task, let agency else { return nil }
      if tables.plan.tasks[task].assignees.contains(agency) { return .assignment(task: task, agency: agency) }
      report(false) {
        Localized(
          "nhiệm vụ \(parts[1].brief) không giao cho «\(parts[2].brief)»",
          "task \(parts[1].brief) is not assigned to «\(parts[2].brief)»")
      }
      return nil
    default:
      report(false) {
        Localized(
          "«\(text.brief)» không phải là đối tượng; viết task/T07, task/T07/ha-noi hoặc action/A06-01",
          "«\(text.brief)» is not a subject; write task/T07, task/T07/ha-noi or action/A06-01")
      }
      return nil
    }
  }
}

extension Update {
  fileprivate init?(row: inout Row<UpdatesTable.Column>, tables: borrowing PlanTables) {
    let at = row.text(.at)
    self.at = at
    let written = Timestamp.day(of: at)
    if written == nil, !at.isEmpty {
      row.error(
        .at,
        Localized(
          "«\(at.brief)» không phải là thời điểm; viết như 2023-06-30T17:00:00+07:00",
          "«\(at.brief)» is not a moment; write it as 2023-06-30T17:00:00+07:00"))
    }
    author = row.text(.author)
    let subject = UpdatesTable.subject(&row, tables)
    let content = UpdatesTable.content(&row)
    let effective = row.day(.effective)
    evidence = row.text(.evidence)
    line = row.line
    guard let written, let subject, let content, !row.hasError else { return nil }
    self.subject = subject
    self.content = content
    day = effective ?? written
  }
}
