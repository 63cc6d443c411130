import PlanCore
import TerminalKit
import TestSupport
import Testing
import TextCore

@testable import Dashboard

/// `u`, `n`, `U`: keys in, words for the journal out.
@Suite struct RecordFormTests {
  /// The bundled plan with more rows in its journal, as if it were a store that can be written.
  func store(_ rows: String = "") throws -> Store {
    let files = BundledPlan.files.map { file in
      file.path == "updates.csv" ? StoreLocation.File(path: file.path, bytes: file.bytes + Array(rows.utf8)) : file
    }
    return try Store.open(at: .bundled(files))
  }

  func desk(
    _ size: Size = Size(width: 80, height: 24), _ language: Language = .vietnamese, rows: String = "",
    access: WriteAccess = .allowed, glyphs: GlyphSet = .blocks
  ) throws -> Desk {
    try Desk(size, language, glyphs: glyphs, store: try store(rows), storeName: "/kho", access: access)
  }

  func recordings(_ desk: Desk) -> [Recording] {
    desk.effects.compactMap { if case .record(let recording) = $0 { recording } else { nil } }
  }

  static let byLan = "2023-09-01T09:00:00+07:00,lan,task/T19/moh,status,in-progress,2023-09-01,CV 12/BYT\n"
  static let byHoa = "2023-09-29T09:00:00+07:00,hoa,task/T19/moh,status,done,2023-09-29,CV 99\n"
  /// To one agency's share of a task, from anywhere.
  static let toShare = "3/T19<Enter><Enter>/byt<Enter>"

  /// Nobody would see what was said, nor could he take it back.
  @Test func notWhileTheStoreCannotBeRead() throws {
    var desk = try desk(Size(width: 100, height: 30), .english)
    desk.send(.failed(.missing))
    desk.type(Self.toShare + "u<Right><Enter>")
    #expect(recordings(desk).isEmpty && desk.canvas.text.contains("not saved: cannot be read again"))
    desk.send(.loaded(try store()))
    desk.type("<Enter>")
    #expect(recordings(desk).count == 1)
  }

  // MARK: Screens

  private static let forms: [(name: String, keys: String)] = [
    ("form-status", toShare + "u<Right><Tab><Tab>⟦CV 12/BYT⟧<Tab>đã gọi, chờ ký "),
    ("form-note", "4nDa\u{309} ho\u{323}p"),
    ("form-take-back", toShare + "U"),
    ("form-whole-task", "3/T19<Enter>u"),
    ("form-refused", toShare + "u<Tab><C-u>31/2<Enter>"),
  ]

  @Test(arguments: forms, [Language.vietnamese, .english])
  func golden(_ form: (name: String, keys: String), _ language: Language) throws {
    for size in [Size(width: 80, height: 24), Size(width: 60, height: 16)] {
      var desk = try desk(size, language, rows: Self.byLan)
      desk.type(form.keys)
      let name = "\(form.name)-\(size.width)x\(size.height)-\(language.rawValue)"
      try Golden.check(desk.canvas, name, withRoles: language == .vietnamese && size.width == 80)
    }
  }

  @Test func goldenInOtherShapes() throws {
    var plain = try desk(rows: Self.byLan, glyphs: .ascii)
    plain.type(Self.forms[0].keys)
    try Golden.check(plain.canvas, "form-status-80x24-vi-ascii")
    #expect(plain.canvas.asciiOnly.cells.allSatisfy { $0.scalar < 0x7F })
    var wide = try desk(Size(width: 120, height: 36), rows: Self.byLan)
    wide.type(Self.forms[0].keys)
    try Golden.check(wide.canvas, "form-status-120x36-vi")
  }

  /// The store changes under an open form, and what was said is told before it is saved.
  @Test func goldenOfWhatOthersSaid() throws {
    for size in [Size(width: 80, height: 24), Size(width: 60, height: 16)] {
      var desk = try desk(size, rows: Self.byLan)
      desk.type(Self.toShare + "u<Right><Enter>")
      let known = try #require(recordings(desk).last?.known)
      let new = try store(Self.byLan + Self.byHoa)
      desk.send(.recordingFailed(.saidMeanwhile(new.journal.words(about: try subject(new)).since(known))))
      try Golden.check(desk.canvas, "form-news-\(size.width)x\(size.height)-vi")
      desk.type("<Enter>")
      #expect(recordings(desk).last?.known?.count == known.count + 1)
    }
  }

  @Test func everySize() throws {
    var desk = try desk(rows: Self.byLan)
    for form in Self.forms {
      desk.type("<Esc><Esc><Esc><Esc><Esc>1" + form.keys)
      for width in [1, 59, 60, 61, 80, 99, 100, 101, 300] {
        for height in [1, 15, 16, 17, 19, 20, 24, 70] {
          desk.send(.resized(Size(width: width, height: height)))
          #expect(desk.canvas.cells.count == width * height)
        }
      }
      desk.send(.resized(Size(width: 80, height: 24)))
    }
  }

  func subject(_ store: Store) throws -> Update.Subject {
    try #require(store.plan.subject(.assignment(task: "T19", agency: "moh")))
  }

  // MARK: What is saved

  @Test func statusWithEverything() throws {
    var desk = try desk()
    desk.type(Self.toShare + "u3<Tab><C-u>8/9<Tab>CV 12<Tab>xong<Enter>")
    let recording = try #require(recordings(desk).first)
    #expect(recording.work == .assignment(task: "T19", agency: "moh"))
    #expect(recording.status == .done && recording.note == "xong" && recording.evidence == "CV 12")
    #expect(recording.effective == Day(iso: "2023-09-08") && recording.known != nil && !recording.takesBack)
    // Nothing can be changed while it is written, and it is written once.
    desk.type("<Enter>x<Tab><Esc>")
    #expect(recordings(desk).count == 1 && desk.bottom == "đang lưu…")
    desk.send(.recorded(recording, said: []))
    #expect(desk.state.mode == .browsing && desk.bottom.hasPrefix("đã lưu: T19 · Bộ YT: hoàn thành, có ghi chú"))
    desk.send(.loaded(try store(Self.byLan)))
    #expect(desk.bottom.hasPrefix("đã lưu"))
    #expect(desk.selected?.contains("Bộ Y tế") == true)
    desk.type("<Right>")
    #expect(!desk.bottom.contains("đã lưu"))
  }

  @Test(arguments: [
    ("3/T19<Enter>u", "task/T19", true), ("3/T19<Enter><Enter>u", nil, false), (toShare + "u", "task/T19/moh", false),
    (toShare + "<Enter>u", "task/T19/moh", false), ("3/T25<Enter>u", "task/T25", false),
    ("3/T25<Enter><Enter>u", "task/T25", false), ("3/T25<Enter><Enter><Enter>u", "task/T25", false),
    ("4u", "action/A09-01", false), ("4<Enter>u", "action/A09-01", false), ("4=u", "action/A09-01", false),
    ("<Tab>u", nil, true),
  ])
  func whatIsMeant(_ keys: String, _ subject: String?, _ isWhole: Bool) throws {
    var desk = try desk()
    desk.type(keys)
    guard case .recording(let form) = desk.state.mode else {
      Issue.record("no form")
      return
    }
    if let subject { #expect(form.work.text == subject) }
    #expect(desk.lines[3].contains("cả nhiệm vụ") == isWhole)
  }

  /// A task of one agency of whose share somebody has spoken: another word about the whole would not count.
  @Test func oneAgencyThatWasSpokenOf() throws {
    let row = "2023-09-01T09:00:00+07:00,lan,task/T25/mic,status,in-progress,,\n"
    let lead = try #require(try store().plan.tasks.first { $0.id == "T25" }?.assignees.first)
    let agency = try store().plan.agencies[lead].id
    var desk = try desk(rows: row.replacing("mic", with: agency))
    desk.type("3/T25<Enter>u")
    guard case .recording(let form) = desk.state.mode else {
      Issue.record("no form")
      return
    }
    #expect(form.work == .assignment(task: "T25", agency: agency))
  }

  @Test func aNote() throws {
    var desk = try desk()
    desk.type("4nDa\u{309} <BS><BS>ã họp<Enter>")
    #expect(recordings(desk).first?.note == "Dã họp" && recordings(desk).first?.status == nil)
    #expect(recordings(desk).first?.effective == Day(iso: "2023-09-30"))
  }

  @Test func takingBack() throws {
    var desk = try desk(rows: Self.byLan)
    desk.type(Self.toShare + "U")
    #expect(desk.canvas.text.contains("01/09/2023 lan: đang thực hiện · CV 12/BYT"))
    desk.type("<Enter>")
    let recording = try #require(recordings(desk).first)
    #expect(recording.takesBack && recording.status == nil && recording.known?.count == 1)
    var other = try self.desk(rows: Self.byHoa)
    other.type(Self.toShare + "U")
    #expect(other.state.mode == .browsing && other.bottom.hasPrefix("bạn chưa ghi gì ở đây để rút lại (lan)"))
    // It is struck out where it is read.
    var after = try self.desk(rows: Self.byLan + "2023-09-02T09:00:00+07:00,lan,task/T19/moh,undo,,,\n")
    after.type(Self.toShare + "<Enter>G")
    #expect(after.canvas.text.contains("đang thực hiện [đã rút lại]"))
    // Said after the day that is shown, it holds all the same, and is no word that does not count.
    var late = try self.desk(rows: Self.byLan + "2024-03-15T09:00:00+07:00,lan,task/T19/moh,undo,,,\n")
    late.type(Self.toShare + "<Enter>G")
    #expect(late.canvas.text.contains("đang thực hiện [đã rút lại]") && !late.canvas.text.contains("không tính"))
    var ahead = try self.desk(rows: Self.byLan.replacing("2023-09-01,CV", with: "2023-10-01,CV"))
    ahead.type(Self.toShare + "<Enter>G")
    #expect(ahead.canvas.text.contains("1 cập nhật sau ngày 30/09/2023 không tính"))
  }

  // MARK: What is refused

  @Test(arguments: [
    ("u<Enter>", "trạng thái chưa đổi"), ("u<Right><Tab><C-u>mai<Enter>", "ngày hiệu lực không hợp lệ"),
    ("u<Right><Tab><C-u>1/1/2022<Enter>", "trước năm của kế hoạch"),
    ("u<Right><Tab><C-u>16/3/2024<Enter>", "chưa đến"), ("n<Enter>", "cần có trạng thái hoặc ghi chú"),
    ("n⟦a\u{202E}b⟧<Enter>", "(U+202E)"), ("n,x<Enter>", "dấu phẩy"),
  ])
  func refusals(_ keys: String, _ says: String) throws {
    var desk = try desk(rows: Self.byLan)
    desk.type(Self.toShare + keys)
    #expect(recordings(desk).isEmpty)
    #expect(desk.canvas.text.replacing("\n", with: " ").contains(says), "\(desk.canvas.text)")
    desk.type("<Tab>")
    #expect(!desk.canvas.text.contains(says))
  }

  @Test func whatTheSystemRefuses() throws {
    var desk = try desk()
    desk.type(Self.toShare + "nxin chào<Enter>")
    desk.send(.recordingFailed(.system(path: "/kho/updates.csv", errno: 28, isHalf: false)))
    #expect(desk.canvas.text.contains("chưa lưu: /kho/updates.csv: ổ đĩa đã đầy"))
    #expect(desk.canvas.text.contains("xin chào_"))
    desk.type("<Enter>")
    #expect(recordings(desk).count == 2)
  }

  /// Esc loses nothing: the form comes up again as it was left.
  @Test func leaving() throws {
    var desk = try desk()
    desk.type(Self.toShare)
    let before = desk.canvas
    desk.type("u<Esc>")
    #expect(desk.canvas == before)
    desk.type("u<Right><Tab><Tab>CV 1<Esc>")
    #expect(desk.state.mode == .browsing && desk.bottom.hasPrefix("chưa lưu; phím u mở lại với những gì đã gõ"))
    desk.type("n<Esc>u")
    #expect(desk.canvas.text.contains("[đang thực hiện]"))
    #expect(desk.canvas.text.contains("CV 1_"))
    desk.type("<Enter>")
    let recording = try #require(recordings(desk).first)
    desk.send(.recorded(recording, said: []))
    desk.type("u")
    #expect(!desk.canvas.text.contains("CV 1"))
    desk.type("<C-c>")
    #expect(desk.effects.last == .quit)
  }

  /// Backspace in an empty field, letters where no letter goes, pastes and the mouse do nothing.
  @Test func harmlessKeys() throws {
    var desk = try desk()
    desk.type(Self.toShare + "u")
    let before = desk.canvas
    desk.type("<BS><BS>đqQ9⟦q3⟧<Home><End><PgDn>")
    desk.send(.key(.mouse(Mouse(.click, x: 5, y: 5))))
    #expect(desk.canvas == before && desk.effects.isEmpty)
    desk.type("<Tab><Tab><Tab><Tab>")
    #expect(desk.canvas == before)
    desk.type("<BackTab>" + String(repeating: "dài ", count: 200))
    guard case .recording(let form) = desk.state.mode else { return }
    #expect(form.answers.note.text.unicodeScalars.count == Recording.longestNote)
  }

  // MARK: More than one agency, and days that nobody looks at

  @Test func aWholeTaskIsAskedFor() throws {
    var desk = try desk(rows: Self.byLan)
    desk.type("3/T19<Enter>u")
    #expect(desk.lines[4].contains("ghi cho 91 đơn vị, 2 đơn vị có cập nhật riêng giữ nguyên"))
    #expect(desk.canvas.text.contains("Đang là: chưa thực hiện 91, đang thực hiện 1, hoàn thành 1"))
    desk.type("3<Enter>")
    #expect(
      recordings(desk).isEmpty && desk.canvas.text.contains("Ghi «hoàn thành» cho 91 đơn vị? Enter lần nữa để ghi"))
    #expect(desk.bottom.hasPrefix("Enter ghi cho 91 đơn vị"))
    // Another answer is asked about again.
    desk.type("2")
    #expect(!desk.canvas.text.contains("Enter lần nữa"))
    desk.type("<Enter>")
    #expect(recordings(desk).isEmpty)
    desk.type("<Enter>")
    let recording = try #require(recordings(desk).first)
    #expect(recording.work == .task("T19") && recording.status == .inProgress)
    desk.send(.recorded(recording, said: []))
    #expect(desk.bottom.hasPrefix("đã lưu: task/T19: đang thực hiện; ghi cho 91 đơn vị, 2"))
    // Left and opened again it asks as before; a note is asked about by nobody.
    desk.type("u3<Enter><Esc>u<Enter>")
    #expect(recordings(desk).count == 1)
    desk.type("<Enter><Esc>")
    #expect(recordings(desk).count == 2)
    desk.send(.recorded(recording, said: []))
    desk.type("ncó ghi chú<Enter>")
    #expect(recordings(desk).count == 3)
  }

  @Test func oneAgencyIsNotAskedFor() throws {
    var desk = try desk()
    desk.type(Self.toShare + "u3<Enter>")
    #expect(recordings(desk).count == 1)
  }

  @Test func linearAsksToo() throws {
    var state = try desk().state
    var recorded: [Recording] = []
    func obey(_ line: String) -> String {
      let reply = state.obey(line) { state, new in
        for case .record(let recording) in new {
          recorded.append(recording)
          _ = state.update(.recorded(recording, said: []))
        }
      }
      guard case .lines(let lines) = reply else { return "" }
      return lines.joined()
    }
    _ = obey("3")
    _ = obey("lọc T19")
    #expect(
      obey("cập nhật 1 hoàn thành")
        == "ghi cho 92 đơn vị, 1 đơn vị có cập nhật riêng giữ nguyên; lặp lại lệnh để ghi")
    #expect(obey("cập nhật 1 đã hủy").hasSuffix("lặp lại lệnh để ghi") && recorded.isEmpty)
    #expect(obey("cập nhật 1 đã hủy").hasPrefix("đã lưu: task/T19: đã hủy; ghi cho 92 đơn vị"))
    #expect(recorded.count == 1)
  }

  @Test(arguments: [
    ("16/2/2024", "16/2/2024_  = 16/02/2024; sau khi kế hoạch kết thúc"),
    ("", "_  trống: hôm nay, 15/03/2024; sau khi kế hoạch kết thúc"),
  ])
  func daysOutsideThePlan(_ day: String, _ says: String) throws {
    var desk = try desk()
    desk.type(Self.toShare + "u3<Tab>")
    #expect(desk.canvas.text.contains("30/09/2023_  ngày đang xem"))
    desk.type("<C-u>" + day)
    #expect(desk.canvas.text.contains(says), "\(desk.canvas.text)")
    desk.type("<Enter>")
    let recording = try #require(recordings(desk).first)
    desk.send(.recorded(recording, said: []))
    #expect(desk.bottom.hasPrefix("đã lưu, hiệu lực sau khi kế hoạch kết thúc: T19"), "\(desk.bottom)")
  }

  /// The day that is proposed is one of the plan's, however long that is over.
  @Test func proposedDay() throws {
    var desk = try Desk(
      asOf: "2023-12-31", today: "2026-11-26", store: try store(), storeName: "/kho", access: .allowed)
    desk.type(Self.toShare + "u")
    #expect(desk.canvas.text.contains("31/12/2023  ngày đang xem"))
  }

  @Test func aPlaceHeldOpen() throws {
    var desk = try desk()
    desk.type("3/T18<Enter>u3")
    #expect(desk.canvas.text.contains("chờ phụ lục: ghi được, nhưng chưa tính vào kết quả"))
    desk.type("<Enter><Enter>")
    desk.send(.recorded(try #require(recordings(desk).first), said: []))
    #expect(desk.bottom.contains("chờ phụ lục, chưa tính"))
  }

  @Test(arguments: [Language.vietnamese, .english], [60, 80, 120])
  func allStatusesAreThere(_ language: Language, _ width: Int) throws {
    for glyphs in [GlyphSet.blocks, .ascii] {
      var desk = try desk(Size(width: width, height: 16), language, glyphs: glyphs)
      desk.type(Self.toShare + "u")
      for _ in WorkStatus.allCases {
        for status in WorkStatus.allCases { #expect(desk.canvas.text.contains(status.name[language])) }
        desk.type("<Right>")
      }
    }
  }
}
