import Foundation
import PlanCore
import TerminalKit
import TestSupport
import Testing
import TextCore

@testable import Dashboard

/// Papers as files, and what is promised of every one.
@Suite struct PaperTests {
  private func index(_ id: String, in plan: Plan) throws -> Int { try #require(plan.agencyIndex(id)) }

  private func kinds(_ plan: Plan, agency: String) throws -> [(name: String, kind: PaperKind)] {
    let agency = try index(agency, in: plan)
    return [
      ("session", .session(since: nil)), ("agency", .agency(agency)), ("reminder", .reminder(agency: agency)),
      ("pillar", .pillar(try #require(plan.pillarIndex("society")))),
      ("changes", .changes(from: try #require(Day(iso: "2023-08-31")))),
    ]
  }

  /// The fingerprint is the store's business, not the paper's.
  private func check(_ paper: Paper, _ format: PaperFormat, _ name: String, _ store: Store) throws {
    let hex = try #require(store.fingerprint()).hex
    let text = format.safeText(of: paper)
    #expect(text.contains(hex))
    let plain = text.replacingOccurrences(of: hex, with: String(repeating: "0", count: hex.count))
    try Golden.check(plain, "\(name).\(format.fileExtension)")
  }

  @Test(arguments: [Language.vietnamese, .english], [false, true])
  func golden(_ language: Language, _ isSimulated: Bool) throws {
    let store = try isSimulated ? SimulatedPlan.open() : BundledPlan.open()
    let source = try paperSource(store, language)
    for (name, kind) in try kinds(store.plan, agency: isSimulated ? "yen-bai" : "mps") {
      let paper = try #require(kind.paper(source), "\(name)")
      let place = "paper-\(name)\(isSimulated ? "-simulated" : "")-\(language.rawValue)"
      try check(paper, .text, place, store)
      try check(paper, .markdown, place, store)
    }
  }

  @Test(arguments: PaperFormat.allCases)
  func goldenLetter(_ format: PaperFormat) throws {
    let store = try BundledPlan.open()
    let paper = try #require(PaperKind.reminder(agency: index("mps", in: store.plan)).paper(paperSource(store)))
    try check(paper, format, "paper-letter", store)
  }

  /// On every month end of the year and a day before and after it, in both languages.
  @Test(arguments: [false, true])
  func briefingHasAtMostAHundredLines(_ isSimulated: Bool) throws {
    let store = try isSimulated ? SimulatedPlan.open() : BundledPlan.open()
    for month in [
      "2022-12-31", "2023-01-31", "2023-04-30", "2023-06-30", "2023-09-30", "2023-11-30", "2023-12-31", "2024-06-30",
    ] {
      for language in Language.allCases {
        let paper = SessionBriefing.paper(try paperSource(store, language, asOf: month))
        for format in [PaperFormat.markdown, .text] {
          let lines = format.safeText(of: paper).components(separatedBy: "\n").count - 1
          #expect(lines <= SessionBriefing.mostLines, "\(month) \(language) \(format): \(lines)")
        }
      }
    }
  }

  @Test func everyLineFits() throws {
    let store = try SimulatedPlan.open()
    let source = try paperSource(store)
    for (name, kind) in try kinds(store.plan, agency: "yen-bai") {
      for line in PaperText(TerminalText.width).lines(of: try #require(kind.paper(source))) {
        #expect(TerminalText.width(line) <= PaperText.width, "\(name): \(line)")
      }
    }
  }

  /// Every paper of made-up data says so, at its head and at its foot, in every form.
  @Test(arguments: PaperFormat.allCases)
  func simulatedSaysSo(_ format: PaperFormat) throws {
    let (real, made) = (try paperSource(BundledPlan.open()), try paperSource(SimulatedPlan.open()))
    for (name, kind) in try kinds(made.store.plan, agency: "yen-bai") {
      let text = format.safeText(of: try #require(kind.paper(made)))
      #expect(text.components(separatedBy: "SỐ LIỆU MÔ PHỎNG").count == 3, "\(name) \(format)")
    }
    for (name, kind) in try kinds(real.store.plan, agency: "mps") {
      #expect(!format.safeText(of: try #require(kind.paper(real))).contains("MÔ PHỎNG"), "\(name) \(format)")
    }
  }

  /// What nobody spoke of is asked about and has no days of delay; what somebody said has.
  @Test func lettersAskBeforeTheyBlame() throws {
    let store = try BundledPlan.open()
    let paper = try #require(ReminderLetter.paper(paperSource(store), agency: index("mps", in: store.plan)))
    let tables = paper.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    #expect(tables[0].columns.last == "Quá hạn (ngày)")
    #expect(tables[0].rows.map { $0.last } == [.number("153")])
    #expect(tables[1].rows.count == 2 && !tables[1].columns.contains("Quá hạn (ngày)"))
    let text = PaperFormat.text.safeText(of: paper)
    for words in [
      "Kính gửi: Bộ Công an", "Số: …/…", "05/CT-TTg", "chưa có thông tin (2)", "16 tháng 10 năm 2023", "./.",
    ] {
      #expect(text.contains(words), "\(words)")
    }
    let province = try #require(ReminderLetter.paper(paperSource(store), agency: index("ha-giang", in: store.plan)))
    #expect(PaperFormat.text.safeText(of: province).contains("Kính gửi: Ủy ban nhân dân tỉnh Hà Giang"))
  }

  private func letter(_ id: String, _ store: Store, asOf: String = "2023-09-30") throws -> String? {
    try ReminderLetter.paper(paperSource(store, asOf: asOf), agency: index(id, in: store.plan))
      .map { PaperFormat.markdown.safeText(of: $0) }
  }

  /// Only where something is known to be late does a letter urge.
  @Test func lettersUrgeOnlyWhatIsLate() throws {
    let store = try BundledPlan.open()
    let late = try #require(try letter("mps", store))
    #expect(late.contains("V/v đôn đốc thực hiện Quyết định số 17/QĐ-UBQGCĐS"), "\(late)")
    for id in ["moh", "ha-giang"] {
      let text = try #require(try letter(id, store))
      #expect(text.contains("V/v đề nghị cung cấp thông tin, số liệu thực hiện Quyết định số 17/QĐ-UBQGCĐS"), "\(text)")
      #expect(!text.contains("đôn đốc") && !text.contains("quá hạn"), "\(text)")
    }
    // All work is done or in time, and only figures are wanting.
    let figures = try #require(try letter("ha-giang", store, asOf: "2023-04-30"))
    #expect(figures.contains("V/v đề nghị cung cấp số liệu thực hiện") && !figures.contains("chưa có thông tin"))
    #expect(try letter("ha-giang", store, asOf: "2023-02-15") == nil)
    #expect(try letter("vn", store) == nil)
  }

  /// No peer is told to lead and to steer, and nobody is confused with who writes.
  @Test func lettersSpeakToPeers() throws {
    let store = try BundledPlan.open()
    let openings = [
      ("moh", "đề nghị Quý Bộ xem xét"), ("sbv", "đề nghị Quý Cơ quan xem xét"),
      ("ha-giang", "đề nghị Ủy ban nhân dân tỉnh Hà Giang xem xét"),
    ]
    for (id, words) in openings {
      let text = try #require(try letter(id, store))
      #expect(text.contains(words) && !text.contains("quan tâm") && !text.contains("chỉ đạo các"), "\(text)")
      #expect(text.contains("để Ủy ban Quốc gia về chuyển đổi số tổng hợp. Trân trọng./."), "\(text)")
      #expect(text.contains("- Lưu: VT, ………."))
    }
  }

  /// An entry of the calendar may be a decision of the Government or the National Assembly: nobody is told to hurry it.
  @Test func lettersAskAboutTheCalendarAndDoNotUrge() throws {
    let store = try BundledPlan.open(keeping: { !$0.contains("action/") }, in: "updates.csv")
    let text = try #require(try letter("mps", store, asOf: "2023-12-31"))
    let parts = text.components(separatedBy: "Hoạt động trong lịch mà Quý Bộ là đầu mối (")
    try #require(parts.count == 2)
    for words in ["Chính phủ phê duyệt", "Chính phủ ban hành", "Thủ tướng", "Nghị định 13", "Hội nghị hai năm"] {
      #expect(!parts[0].contains("| \(words)") && parts[1].contains("| \(words)"), "\(words)")
    }
    #expect(parts[1].contains("): đề nghị thông báo tiến độ, kết quả."))
  }

  @Test func nothingOverdueNoLetter() throws {
    let store = try BundledPlan.open()
    let early = try paperSource(store, asOf: "2023-02-01")
    #expect(ReminderLetter.agencies(early.assessment).isEmpty)
    for agency in store.plan.agencies.indices { #expect(ReminderLetter.paper(early, agency: agency) == nil) }
    let late = try paperSource(store)
    #expect(ReminderLetter.agencies(late.assessment).allSatisfy { ReminderLetter.paper(late, agency: $0) != nil })
  }

  @Test(arguments: [
    ("Chỉ thị 05/CT-TTg", "05/CT-TTg"), ("(văn bản 3272/BTTTT-CĐSQG)", "3272/BTTTT-CĐSQG"),
    ("13/2023/NĐ-CP;", "13/2023/NĐ-CP"),
    ("ngày 30/06/2023 và 1/2", nil), ("A/B 5/x 5/ /CT", nil), ("", nil),
  ])
  func documentNumbers(_ text: String, _ number: String?) throws {
    var files = BundledPlan.files
    let place = try #require(files.firstIndex { $0.path == "tasks.csv" })
    files[place].bytes = Array(
      "id,lead,title_vi,due,source,confidence\nT1,mps,\"x \(text)\",2023-01-02,lawnet-1,public\n".utf8)
    files.removeAll { $0.path == "updates.csv" }
    let store = try Store.open(at: .bundled(files))
    let paper = try #require(ReminderLetter.paper(paperSource(store), agency: index("mps", in: store.plan)))
    let tables = paper.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    let row = try #require(tables.flatMap(\.rows).first { $0.contains(.text(("x " + text).trimmed)) })
    #expect(row[2] == .text(number ?? "…"))
  }

  /// Text of the store is text in every form, whatever it holds.
  @Test func hostileTitles() throws {
    let title = "=cmd|' /C' <script>alert(1)</script> **x** | a\u{1B}[2J\u{202E}b & \"c\""
    var files = BundledPlan.files
    for index in files.indices
    where ["agencies.csv", "tasks.csv", "indicators.csv", "plan.conf"].contains(files[index].path) {
      let quoted = title.replacingOccurrences(of: "\"", with: "\"\"")
      var text = String(decoding: files[index].bytes, as: UTF8.self)
      text = text.replacingOccurrences(of: "Bộ Công an,", with: "\"\(quoted)\",")
      text = text.replacingOccurrences(
        of: "Phấn đấu cấp 40 triệu tài khoản định danh điện tử (Chỉ thị 05/CT-TTg)", with: "\"\(quoted)\"")
      text = text.replacingOccurrences(of: "title.vi = ", with: "title.vi = \(title) ")
      files[index].bytes = Array(text.utf8)
    }
    let store = try Store.open(at: .bundled(files))
    let source = try paperSource(store)
    for (name, kind) in try kinds(store.plan, agency: "mps") {
      let paper = try #require(kind.paper(source))
      for format in PaperFormat.allCases {
        let text = format.safeText(of: paper)
        #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" }, "\(name) \(format)")
        if format == .html || format == .markdown { #expect(!text.contains("<script"), "\(name) \(format)") }
        if format == .html { try HTMLCheck.isWellFormed(text) }
        if format == .csv {
          for line in text.components(separatedBy: "\r\n") {
            #expect(!line.hasPrefix("=") && !line.contains(",=") && !line.contains("\"="))
          }
        }
      }
    }
  }

  @Test func htmlIsWellFormed() throws {
    let store = try SimulatedPlan.open()
    let source = try paperSource(store)
    for (_, kind) in try kinds(store.plan, agency: "yen-bai") {
      try HTMLCheck.isWellFormed(PaperFormat.html.safeText(of: try #require(kind.paper(source))))
    }
  }

  /// As many cells in every line, by a reader of RFC 4180.
  @Test func csvIsATable() throws {
    let store = try BundledPlan.open()
    let source = try paperSource(store)
    for (name, kind) in try kinds(store.plan, agency: "mps") {
      let text = PaperFormat.csv.safeText(of: try #require(kind.paper(source)))
      var counts: Set<Int> = []
      var (cells, isQuoted) = (1, false)
      for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "\""): isQuoted.toggle()
        case UInt8(ascii: ",") where !isQuoted: cells += 1
        case UInt8(ascii: "\n") where !isQuoted:
          counts.insert(cells)
          cells = 1
        default: break
        }
      }
      #expect(counts.count == 1 && !isQuoted, "\(name): \(counts)")
    }
  }
}

/// Whether every element is closed where it should be.
enum HTMLCheck {
  private static let void: Set<String> = ["meta", "br", "!doctype"]

  static func isWellFormed(_ text: String, location: SourceLocation = #_sourceLocation) throws {
    var open: [String] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: start)...]
      let end = try #require(rest.firstIndex(of: ">"), sourceLocation: location)
      let tag = rest[..<end]
      #expect(!tag.contains("<"), "\(tag)", sourceLocation: location)
      let name = tag.split(separator: " ").first.map { $0.lowercased() } ?? ""
      if name.hasPrefix("/") {
        #expect(open.popLast() == String(name.dropFirst()), "\(tag)", sourceLocation: location)
      } else if !void.contains(name) {
        open.append(name)
      }
      rest = rest[rest.index(after: end)...]
    }
    #expect(open.isEmpty, "\(open)", sourceLocation: location)
    #expect(text.hasSuffix("</html>\n"), sourceLocation: location)
  }
}
