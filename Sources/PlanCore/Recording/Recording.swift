internal import TextCore

/// What somebody wants to say about a piece of work: one or two rows of the journal that are still to be written.
public struct Recording: Hashable, Sendable {
  public var work: WorkID
  public var status: WorkStatus?
  /// Empty: no note.
  public var note = ""
  /// The day from which it counts; `nil`: today.
  public var effective: Day?
  /// The paper that shows it; stands in the row of the status, else in that of the note.
  public var evidence = ""
  /// Whether the author's last word on the work is taken back; then nothing else is said.
  public var takesBack = false
  /// What had been said when the author looked; `nil` where he has not, and anything may have been said since.
  public var known: [Update]?

  /// Nothing said yet.
  public init(_ work: WorkID) { self.work = work }

  /// Longest texts that are kept, in Unicode scalars.
  public static let longestNote = 500
  public static let longestEvidence = 200

  /// The same with its texts as the journal keeps them: composed, on one line.
  ///
  /// - Throws: `RecordingFault.invalid` where there is nothing to be said, or something cannot be.
  public func checked(_ plan: PlanSettings, today: Day) throws(RecordingFault) -> Recording {
    var checked = self
    if takesBack { return checked }
    checked.note = try RecordedText.line(note, limit: Self.longestNote, Localized("ghi chú", "note"))
    checked.evidence = try RecordedText.line(
      evidence, limit: Self.longestEvidence, Localized("căn cứ", "evidence"))
    guard status != nil || !checked.note.isEmpty else {
      throw .invalid(Localized("cần có trạng thái hoặc ghi chú", "a status or a note is needed"))
    }
    if let effective { try Self.check(effective, plan, today: today) }
    return checked
  }

  /// The days of the plan's years that have come.
  private static func check(_ effective: Day, _ plan: PlanSettings, today: Day) throws(RecordingFault) {
    if effective > today {
      throw .invalid(
        Localized(
          "ngày hiệu lực \(effective.slashed) chưa đến", "the day \(effective.slashed) is still to come"))
    }
    if effective.year < plan.start.year {
      throw .invalid(
        Localized(
          "ngày hiệu lực \(effective.slashed) trước năm của kế hoạch (\(plan.start.year))",
          "the day \(effective.slashed) is before the plan's year (\(plan.start.year))"))
    }
  }

  /// The rows that it comes to, in their order.
  fileprivate var rows: [(field: UpdatesTable.Field, value: String, evidence: String)] {
    if takesBack { return [(.undo, "", "")] }
    let statusRow = status.map { (UpdatesTable.Field.status, $0.rawValue, evidence) }
    let noteRow = note.isEmpty ? nil : (UpdatesTable.Field.note, note, status == nil ? evidence : "")
    return [statusRow, noteRow].compactMap(\.self)
  }

  /// The rows as they will be read back.
  func updates(about subject: Update.Subject, by author: String, at moment: String) -> [Update] {
    guard let day = (takesBack ? nil : effective) ?? Timestamp.day(of: moment) else { return [] }
    return rows.map { row in
      let content: Update.Content =
        switch row.field {
        case .status: status.map(Update.Content.status) ?? .undo
        case .note: .note(row.value)
        case .undo: .undo
        }
      return Update(
        at: moment, author: author, subject: subject, content: content, day: day, evidence: row.evidence, line: 0)
    }
  }

  /// The rows as a file with this layout has them.
  ///
  /// - Throws: `RecordingFault.header` where something has no column there.
  func bytes(_ layout: JournalLayout, author: String, at moment: String) throws(RecordingFault) -> [UInt8] {
    let rows = rows
    var needed: [UpdatesTable.Column] = [.value]
    if takesBack { needed = [] }
    if effective != nil { needed.append(.effective) }
    if !evidence.isEmpty { needed.append(.evidence) }
    for column in needed where layout.positions[column.rawValue] == nil { throw .noColumn(column) }
    var text = CSVText(lineEnd: layout.lineEnd)
    for (field, value, evidence) in rows {
      var cells = [String](repeating: "", count: layout.columnCount)
      func put(_ column: UpdatesTable.Column, _ value: String) {
        if let position = layout.positions[column.rawValue] { cells[position] = value }
      }
      put(.at, moment)
      put(.author, author)
      put(.subject, work.text)
      put(.field, field.rawValue)
      put(.value, value)
      put(.effective, takesBack ? "" : effective?.iso ?? "")
      put(.evidence, evidence)
      text.add(cells)
    }
    return text.bytes
  }
}

extension RecordingFault {
  fileprivate static func noColumn(_ column: UpdatesTable.Column) -> RecordingFault {
    .header(
      Finding(
        .error, file: UpdatesTable.file, line: 1, column: 1,
        message: Localized(
          "thiếu cột «\(column.name)»; thêm cột này vào dòng tiêu đề và mọi dòng",
          "no column «\(column.name)»; add it to the header and to every row")))
  }
}
