import PlanCore
import Testing
import TextCore

@Suite struct PlanConfTests {
  private static let needed = """
    format = 1
    id = p
    start = 2023-01-01
    end = 2023-12-31
    title.vi = Kế hoạch

    """

  private func settings(_ lines: String) throws -> PlanSettings {
    try MarkedStore(["plan.conf": Self.needed + lines]).expect().plan.settings
  }

  private func error(_ text: String) throws -> StoreError {
    let store = MarkedStore(["plan.conf": text])
    return try #require(throws: StoreError.self) { try store.open() }
  }

  private func message(_ text: String) throws -> String {
    guard case .unreadablePlan(let message) = try error(text) else { return "another error" }
    return message.english
  }

  @Test func otherForms() throws {
    func message(_ bytes: [UInt8]) throws -> String {
      let store = MarkedStore("plan.conf", bytes: bytes)
      let error = try #require(throws: StoreError.self) { try store.open() }
      guard case .unreadablePlan(let message) = error else { return "another error" }
      return message.english
    }
    let wide = Self.needed.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try message([0xFF, 0xFE] + wide) == "the file is in UTF-16, not UTF-8; save it in UTF-8")
    #expect(try message(wide) == "the file is in UTF-16, not UTF-8; save it in UTF-8")
    #expect(
      try message(Array(Self.needed.replacing("\n", with: "\r").utf8))
        == "its lines end as on old Macintoshes (CR); save it in UTF-8")
    #expect(try message([0x50, 0x4B, 0x03, 0x04]) == "this file is ZIP, not plain text; save it in UTF-8")
  }

  @Test func allKeys() throws {
    let settings = try settings(
      """
      # a comment = no key
        # another

      title.en =  Plan = 1
      short.vi = KH
      short.en = P
      decision = 17/QĐ-UBQGCĐS
      issued = 2023-04-04
      theme.vi = Chủ đề
      theme.en = Theme
      note.vi = Ghi chú
      note.en = Note
      simulated = true
      on_track = 0.95
      at_risk=0.5
      stale_months = 4
      due_soon_days = 7
      rollup_completeness = 0.75
      report_due_days = 0

      """)
    #expect(settings.id == "p")
    #expect(settings.start.iso == "2023-01-01")
    #expect(settings.end.iso == "2023-12-31")
    #expect(settings.title == Localized("Kế hoạch", "Plan = 1"))
    #expect(settings.shortTitle == Localized("KH", "P"))
    #expect(settings.decision == "17/QĐ-UBQGCĐS")
    #expect(settings.issued?.iso == "2023-04-04")
    #expect(settings.theme == Localized("Chủ đề", "Theme"))
    #expect(settings.note == Localized("Ghi chú", "Note"))
    #expect(settings.isSimulated)
    var thresholds = Thresholds()
    thresholds.onTrack = 0.95
    thresholds.atRisk = 0.5
    thresholds.staleMonths = 4
    thresholds.dueSoonDays = 7
    thresholds.rollupCompleteness = 0.75
    thresholds.reportDueDays = 0
    #expect(settings.thresholds == thresholds)
  }

  @Test func defaults() throws {
    let settings = try settings("")
    #expect(settings.title == Localized(both: "Kế hoạch"))
    #expect(settings.shortTitle == settings.title)
    #expect(settings.issued == nil && settings.decision.isEmpty && !settings.isSimulated)
    let thresholds = settings.thresholds
    #expect(thresholds == Thresholds())
    #expect(thresholds.onTrack == 0.9 && thresholds.atRisk == 0.6 && thresholds.rollupCompleteness == 0.8)
    #expect(thresholds.staleMonths == 3 && thresholds.dueSoonDays == 30 && thresholds.reportDueDays == 15)
  }

  @Test func otherLineEndsAndMark() throws {
    let text = "\u{FEFF}" + Self.needed.replacing("\n", with: "\r\n") + "title.en = Plan"
    #expect(try MarkedStore(["plan.conf": text]).expect().plan.settings.title.english == "Plan")
  }

  // MARK: What opens nothing

  @Test(arguments: ["format", "id", "start", "end", "title.vi"])
  func missingKey(key: String) throws {
    let lines = Self.needed.split(separator: "\n")
    let without = lines.filter { !$0.hasPrefix(key + " ") }.joined(separator: "\n")
    #expect(try message(without) == "the required key «\(key)» is missing")
    #expect(try message(without + "\n\(key) =\n") == "the required key «\(key)» is missing")
    let misspelt = try message(without + "\n\(key)x = 1\n")
    #expect(misspelt == "the required key «\(key)» is missing; did you mean «\(key)x»?")
  }

  @Test(arguments: [
    ("format = 1", "format = 2", "the store has format 2, this program reads up to 1; a newer one is needed"),
    ("format = 1", "format = one", "«format» must be a number, as 1; not «one»"),
    ("format = 1", "format = 0", "«format» must be a number, as 1; not «0»"),
    ("2023-01-01", "01/01/2023", "start: «01/01/2023» is not a day; write 2023-01-01"),
    ("2023-12-31", "2023-12-32", "end: «2023-12-32» is not a day; write year-month-day, as in 2023-06-30"),
    ("2023-12-31", "2022-12-31", "the end 31/12/2022 is before the start 01/01/2023"),
  ])
  func unreadable(line: String, other: String, expected: String) throws {
    #expect(try message(Self.needed.replacing(line, with: other)) == expected)
  }

  @Test func planOfOneDay() throws {
    try MarkedStore(["plan.conf": Self.needed.replacing("2023-12-31", with: "2023-01-01")]).expect()
  }

  @Test func missingFile() throws {
    #expect(throws: StoreError.missing) { try MarkedStore(without: ["plan.conf"]).open() }
    #expect(try message("") == "the required key «format» is missing")
  }

  // MARK: Findings

  @Test func faultyLines() throws {
    let store = try MarkedStore([
      "plan.conf": Self.needed + """
        1️⃣start = 2024-01-01
          2️⃣what is this
        3️⃣= value
        4️⃣on_trak = 0.8
        5️⃣wholly-unknown = 1

        """
    ]).expect(
      .error(
        "1️⃣", "key «start» given twice; the first stands", vietnamese: "khóa «start» ghi hai lần; giá trị đầu được dùng"),
      .error("2️⃣", "not a line of «key = value»", vietnamese: "phải viết «khóa = giá trị»"),
      .error("3️⃣", "not a line of «key = value»"),
      .warning(
        "4️⃣", "no key «on_trak» is known; did you mean «on_track»?",
        vietnamese: "không có khóa «on_trak»; có phải «on_track»?"),
      .warning("5️⃣", "no key «wholly-unknown» is known"))
    #expect(store.plan.settings.start.iso == "2023-01-01")
  }

  @Test func unreadableValuesLeaveTheDefault() throws {
    let store = try MarkedStore([
      "plan.conf": Self.needed + """
        on_track = 1️⃣0,9
        at_risk = 2️⃣-1
        rollup_completeness = 3️⃣80
        stale_months =   4️⃣1.5
        due_soon_days = 5️⃣-3
        report_due_days = 6️⃣a few
        simulated = 7️⃣yes
        issued = 8️⃣4/4/2023

        """
    ]).expect(
      .error("8️⃣", "«4/4/2023» is not a day; write 2023-04-04"),
      .error("7️⃣", "«simulated» must be true or false"),
      .error("1️⃣", "«0,9» has a decimal comma; write 0.9"),
      .error("2️⃣", "«at_risk» must be between 0 and 1000"),
      .error("3️⃣", "«rollup_completeness» must be between 0 and 1"),
      .error("4️⃣", "«stale_months» must be a whole number, 0 or more"),
      .error("5️⃣", "«due_soon_days» must be a whole number, 0 or more"),
      .error(
        "6️⃣", "«report_due_days» must be a whole number, 0 or more",
        vietnamese: "«report_due_days» phải là số nguyên không âm"))
    #expect(store.plan.settings.thresholds == Thresholds())
    #expect(!store.plan.settings.isSimulated && store.plan.settings.issued == nil)
  }

  @Test func thresholdsAreFractions() throws {
    try MarkedStore(["plan.conf": Self.needed + "on_track = 1️⃣90%\n"]).expect(
      .error(
        "1️⃣", "«90%» is not a number; write it as 0.9", vietnamese: "«90%» không phải là số; viết như 0.9"))
  }

  @Test func invalidUTF8() throws {
    let bytes = Array((Self.needed + "note.vi = ").utf8) + [0xFF, 0xFE] + Array("\nnote.en = Note\n".utf8)
    let store = try MarkedStore("plan.conf", bytes: bytes).open()
    #expect(
      store.findings.kept.map { $0.text(in: .english) } == ["plan.conf:6:11: error: not UTF-8; save the file as UTF-8"])
    #expect(store.plan.settings.note == Localized("", "Note"))
  }
}
