import PlanCore
import Testing
import TextCore

/// The journal: subjects, days, undo, the torn last line.
@Suite struct UpdatesTests {
  private static let header = "at,author,subject,field,value,effective,evidence\n"
  private static let at = "2023-06-30T17:00:00+07:00"

  private func journal(_ rows: String) -> MarkedStore { MarkedStore(["updates.csv": Self.header + rows]) }

  @Test func subjects() throws {
    let store = try journal(
      """
      \(Self.at),lan,task/T01,status,done,,CV 1
      \(Self.at),lan,task/T02/ha-noi,status,in-progress,2023-06-01,
      \(Self.at),lan,task/T01/mic,note,"Đã gọi, chờ",,
      \(Self.at),lan,action/A06-01,status,cancelled,,

      """
    ).expect()
    #expect(
      store.journal.updates.map(\.subject) == [
        .task(0), .assignment(task: 1, agency: 3), .assignment(task: 0, agency: 1), .action(0),
      ])
    #expect(store.journal.updates.map(\.day.iso) == ["2023-06-30", "2023-06-01", "2023-06-30", "2023-06-30"])
    #expect(
      store.journal.updates.map(\.content) == [
        .status(.done), .status(.inProgress), .note("Đã gọi, chờ"), .status(.cancelled),
      ])
    #expect(store.journal.updates.map(\.line) == [2, 3, 4, 5])
    #expect(store.journal.updates.first?.evidence == "CV 1")
  }

  @Test func badSubjects() throws {
    let hint = "write task/T07, task/T07/ha-noi or action/A06-01"
    try journal(
      """
      \(Self.at),lan,1️⃣T01,status,done,,
      \(Self.at),lan,2️⃣task/T1,status,done,,
      \(Self.at),lan,3️⃣task/T02/ha-no,status,done,,
      \(Self.at),lan,4️⃣task/T02/mic,status,done,,
      \(Self.at),lan,5️⃣action/A6-01,status,done,,
      \(Self.at),lan,6️⃣action/A06-01/mic,status,done,,
      \(Self.at),lan,7️⃣tasks/T01,status,done,,
      \(Self.at),lan,8️⃣,status,done,,
      \(Self.at),lan,9️⃣task/,status,done,,

      """
    ).expect(
      .error(
        "1️⃣", "«T01» is not a subject; \(hint)",
        vietnamese: "«T01» không phải là đối tượng; viết task/T07, task/T07/ha-noi hoặc action/A06-01"),
      .error("2️⃣", "no id «T1» in tasks.csv; did you mean «T01»?"),
      .error("3️⃣", "no id «ha-no» in agencies.csv; did you mean «ha-noi»?"),
      .error(
        "4️⃣", "task T02 is not assigned to «mic»", vietnamese: "nhiệm vụ T02 không giao cho «mic»"),
      .error("5️⃣", "no id «A6-01» in actions.csv; did you mean «A06-01»?"),
      .error("6️⃣", "«action/A06-01/mic» is not a subject; \(hint)"),
      .error("7️⃣", "«tasks/T01» is not a subject; \(hint)"),
      .error("8️⃣", "«subject» is empty; it must have a value"),
      .error("9️⃣", "no id «» in tasks.csv"))
  }

  @Test func badFieldsAndValues() throws {
    try journal(
      """
      \(Self.at),1️⃣,task/T01,status,done,,
      \(Self.at),lan,task/T01,2️⃣state,done,,
      \(Self.at),lan,task/T01,status,3️⃣,,
      \(Self.at),lan,task/T01,note,4️⃣,,
      \(Self.at),lan,task/T01,status,5️⃣xong,,
      \(Self.at),lan,task/T01,status,done,6️⃣30/06/2023,

      """
    ).expect(
      .error("1️⃣", "«author» is empty; it must have a value"),
      .error("2️⃣", "«state» is not known; did you mean «status»? One of: status, note, undo"),
      .error("3️⃣", "«value» is empty; it must have a value"),
      .error("4️⃣", "«value» is empty; it must have a value"),
      .error("5️⃣", "«xong» is not known; one of: not-started, in-progress, done, blocked, cancelled"),
      .error("6️⃣", "«30/06/2023» is not a day; write 2023-06-30"))
  }

  @Test(arguments: [
    "2023-06-30T17:00+07:00", "2023-06-30T17:00:00Z", "2023-06-30T17:00:00.125+07:00", "2023-06-30T23:59:60-11:30",
    "2023-06-30T00:00:00+00:00",
  ])
  func moments(at: String) throws {
    let store = try journal("\(at),lan,task/T01,status,done,,\n").expect()
    #expect(store.journal.updates.map(\.day.iso) == ["2023-06-30"])
    #expect(store.journal.updates.map(\.at) == [at])
  }

  @Test(arguments: [
    "2023-06-30", "2023-06-30T17:00:00", "2023-06-30 17:00:00+07:00", "2023-02-30T17:00:00+07:00",
    "2023-06-30T24:00:00+07:00", "2023-06-30T17:60:00+07:00", "2023-06-30T17:00:00.+07:00", "2023-06-30T17:00:00+7",
    "2023-06-30T17:00:00+07:00x", "2023-06-30T17+07:00", "T", "2023-06-30Tx",
  ])
  func badMoments(at: String) throws {
    try journal("1️⃣\(at),lan,task/T01,status,done,,\n").expect(
      .error(
        "1️⃣", "«\(at)» is not a moment; write it as 2023-06-30T17:00:00+07:00",
        vietnamese: "«\(at)» không phải là thời điểm; viết như 2023-06-30T17:00:00+07:00"))
  }

  // MARK: Undo

  @Test func undoTakesBackTheLastOfTheSameAuthorOnTheSameSubject() throws {
    let store = try journal(
      """
      \(Self.at),lan,task/T01,status,in-progress,,
      \(Self.at),lan,task/T01,note,Ghi chú,,
      \(Self.at),hoa,task/T01,status,done,,
      \(Self.at),lan,task/T01/mic,status,done,,
      \(Self.at),lan,task/T01,undo,,,
      \(Self.at),lan,task/T01,undo,,,
      \(Self.at),lan,task/T01,status,blocked,,

      """
    ).expect()
    #expect(store.journal.updates.map(\.isTakenBack) == [true, true, false, false, false, false, false])
    #expect(store.journal.history(of: .task(0)).count == 6)
    let statuses = store.journal.statuses(of: .task(0), upTo: .last).map(\.status)
    #expect(statuses == [.done, .blocked])
  }

  @Test func undoWithNothingToTakeBack() throws {
    try journal(
      """
      1️⃣\(Self.at),lan,task/T01,undo,,,
      \(Self.at),lan,task/T01,status,done,,
      2️⃣\(Self.at),hoa,task/T01,undo,,,
      \(Self.at),lan,task/T01,undo,,,
      3️⃣\(Self.at),lan,task/T01,undo,,,

      """
    ).expect(
      .warning(
        "1️⃣", "this «undo» finds nothing to take back", vietnamese: "dòng «undo» không có gì để rút lại"),
      .warning("2️⃣", "this «undo» finds nothing to take back"),
      .warning("3️⃣", "this «undo» finds nothing to take back"))
  }

  @Test func statusesByDayThenByPlaceInTheFile() throws {
    let store = try journal(
      """
      \(Self.at),lan,task/T01,status,done,2023-07-01,
      \(Self.at),lan,task/T01,status,in-progress,2023-05-01,
      \(Self.at),lan,task/T01,status,blocked,2023-07-01,

      """
    ).expect()
    func statuses(_ day: String) throws -> [WorkStatus] {
      let day = try #require(Day(iso: day))
      return store.journal.statuses(of: .task(0), upTo: day).map(\.status)
    }
    #expect(try statuses("2023-04-30") == [])
    #expect(try statuses("2023-05-01") == [.inProgress])
    #expect(try statuses("2023-07-01") == [.inProgress, .done, .blocked])
  }

  // MARK: The last line

  @Test func tornLastLineIsNeverRead() throws {
    let torn = "the last line is torn (no newline) and is not read; write it again"
    let row = "\(Self.at),lan,task/T01,status,done,,"
    for cut in 1...row.count {
      let store = try journal("\(row)\n1️⃣\(row.prefix(cut))").expect(
        .warning(
          "1️⃣", torn,
          vietnamese: "dòng cuối chưa kết thúc (thiếu dấu xuống dòng), không được đọc; ghi lại dòng đó"))
      #expect(store.journal.updates.count == 1)
    }
    try MarkedStore(["updates.csv": "1️⃣at,author,sub"]).expect(.warning("1️⃣", torn))
  }

  /// A newline in a note does not end its row.
  @Test func tornRowOfSeveralLinesIsOneWarning() throws {
    let torn = "the last line is torn (no newline) and is not read; write it again"
    let row = "\(Self.at),lan,task/T01,status,done,,\n"
    let note = "\(Self.at),lan,task/T01,note,\"Đã gọi,\n\"\"chờ\"\"\r\ntrả lời\",,\"CV\n1\""
    for cut in 1...note.unicodeScalars.count {
      let part = String(String.UnicodeScalarView(note.unicodeScalars.prefix(cut)))
      if part.unicodeScalars.last == "\n" { continue }
      let store = try journal("\(row)1️⃣\(part)").expect(.warning("1️⃣", torn))
      #expect(store.journal.updates.count == 1)
    }
    try MarkedStore(["updates.csv": "1️⃣at,\"author\nx"]).expect(.warning("1️⃣", torn))
  }

  /// Rows below a quote that was forgotten are rows.
  @Test func forgottenQuoteAboveATornRow() throws {
    let row = "\(Self.at),lan,task/T01,status,done,,\n"
    let store = try journal(
      "\(row)\(Self.at),lan,task/T01,note,1️⃣\"gọi,,\n\(row)2️⃣x\n\(row)3️⃣\(Self.at),lan"
    ).expect(
      .error("1️⃣", "a quote is opened and never closed; close it at the cell's end"),
      .error("2️⃣", "cells in this row: 1, in the header: 7; a cell with a comma in it must stand in quotes"),
      .warning("3️⃣", "the last line is torn (no newline) and is not read; write it again"))
    #expect(store.journal.updates.count == 3)
  }

  @Test func emptyJournal() throws {
    for text in ["", Self.header] {
      #expect(try MarkedStore(["updates.csv": text]).expect().journal.updates.isEmpty)
    }
    #expect(try MarkedStore().expect().journal.updates.isEmpty)
  }
}
