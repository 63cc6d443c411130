import TestSupport
import Testing
import TextCore

@testable import PlanCore

/// A table reads the same in two halves at once as from one end to the other, and its names, which are kept as places
/// in the file, are what its cells say.
@Suite struct TablePartTests {
  private typealias Column = Agency.Column

  private static func tables() throws -> PlanTables {
    try PlanTables.read(
      MarkedStore.sound.mapValues { StoredFile(stamp: FileStamp(), content: .success($0)) })
  }

  private struct Row: Equatable {
    var id: String
    var kind: Agency.Kind
    var region: Int?
    var shortName: Localized
    var name: Localized
  }

  private struct Outcome: Equatable {
    var rows: [Row]
    var ids: [String]
    var gaps: IDIndex.Gaps
    var findings: [Finding]
    var counts: [Int]

    init(_ rows: [Row], _ ids: IDIndex, _ findings: Findings) {
      self.rows = rows
      self.ids = ids.ids
      gaps = ids.gaps
      self.findings = findings.kept
      counts = [findings.errorCount, findings.warningCount]
    }
  }

  private static func read(_ bytes: [UInt8], _ tables: PlanTables, limit: Int, leastToDivide: Int) -> Outcome {
    let part = TablePart<Agency>.read(
      bytes, file: "agencies.csv", atMost: limit, tables, leastToDivide: leastToDivide)
    for (number, id) in part.table.ids.ids.enumerated() where part.table.ids[id] != number {
      Issue.record("\(id) is not found")
    }
    let rows = part.elements.map {
      Row(id: $0.id, kind: $0.kind, region: $0.region, shortName: $0.shortName, name: $0.name)
    }
    return Outcome(rows, part.table.ids, part.table.findings)
  }

  /// Cell by cell, each as a string, nothing remembered from the row above.
  private static func readPlainly(_ bytes: [UInt8], _ tables: PlanTables, limit: Int) -> Outcome {
    var table = Table(bytes, file: "agencies.csv", as: Column.self)
    var rows: [Row] = []
    table.forEachRow(atMost: limit) { row in
      let id = row.newID(.id)
      let word = row.text(.kind)
      let kind = Agency.Kind(rawValue: word)
      if kind == nil, !word.isEmpty { row.error(.kind, .notAmong(Agency.Kind.allCases.map(\.rawValue), word)) }
      let text = row.text(.region)
      let region = text.isEmpty ? nil : row.lookUp(text, .region, in: tables.regions, .warning)
      let name = row.localized(.name, .nameEnglish)
      let english = row.text(.shortEnglish)
      let short = Localized(row.text(.short), english.isEmpty ? name.english : english)
      guard let kind, !row.hasError else { return row.leaveOut() }
      row.ids.add(id)
      rows.append(Row(id: id, kind: kind, region: region, shortName: short, name: name))
    }
    return Outcome(rows, table.ids, table.findings)
  }

  // MARK: Tables

  private static let cells: [Column: [String]] = [
    .kind: ["ministry", "province", "province", "province", "national", "\"province\"", "provinces", ""],
    .region: ["", "north", "north", " north ", "\"north\"", "south"],
    .short: ["Bộ A", "\"Sở \"\"B\"\"\"", "a\u{302}\u{323}", " C ", "\u{A0}D\u{A0}", ""],
    .name: ["Bộ Công an", "\"Tỉnh A, đơn vị 7\"", "\"Hai\ndòng\"", "Tinh", "e\u{301}"],
    .shortEnglish: ["", "MPS", "\"\"", "\" \""],
    .nameEnglish: ["", "Ministry", "\"A, B\"", "\"A \"\"B\"\"\""],
  ]

  private static func table(_ random: inout SeededRandom) -> [UInt8] {
    var columns = Array(Column.allCases)
    if Bool.random(using: &random) { columns.shuffle(using: &random) }
    if Int.random(in: 0..<4, using: &random) == 0 { columns.removeLast() }
    let newline = Bool.random(using: &random) ? "\n" : "\r\n"
    var text = Int.random(in: 0..<4, using: &random) == 0 ? "\u{FEFF}" : ""
    text += columns.map(\.name).joined(separator: ",") + newline
    let isClean = Bool.random(using: &random)
    for number in 0..<Int.random(in: 0...24, using: &random) {
      text +=
        columns.map { column -> String in
          if column == .id { return isClean || number % 7 != 6 ? "a\(number)" : "a\(number / 2)" }
          let choices = cells[column] ?? []
          return (isClean ? choices.first : choices.randomElement(using: &random)) ?? ""
        }.joined(separator: ",") + newline
      if !isClean, Int.random(in: 0..<8, using: &random) == 0 { text += newline }
    }
    return Array(text.utf8)
  }

  @Test func bothWaysAreOne() throws {
    let tables = try Self.tables()
    var (rows, findings) = (0, 0)
    for seed in 0..<UInt64(6_000) {
      var random = SeededRandom(seed: seed)
      var bytes = Self.table(&random)
      if seed % 3 != 0 { bytes = DamageTests.damaged(bytes, with: &random) }
      let limit = seed % 10 == 0 ? 8 : 100
      let plain = Self.readPlainly(bytes, tables, limit: limit)
      let whole = Self.read(bytes, tables, limit: limit, leastToDivide: .max)
      let halves = Self.read(bytes, tables, limit: limit, leastToDivide: 0)
      #expect(whole == plain, "seed \(seed): \(String(decoding: bytes, as: UTF8.self))")
      #expect(halves == whole, "seed \(seed): \(String(decoding: bytes, as: UTF8.self))")
      rows += plain.rows.count
      findings += plain.findings.count
    }
    #expect(rows > 10_000 && findings > 10_000, "\(rows) rows, \(findings) findings")
  }

  /// More columns than a fast row has room for are read all the same.
  @Test(arguments: [63, 64, 65, 66, 200])
  func manyColumns(_ count: Int) throws {
    let tables = try Self.tables()
    let others = (0..<count - 4).map { ",x\($0)" }.joined()
    let cells = (0..<count - 4).map { $0 % 3 == 0 ? ",\"a, b\"" : ",7" }.joined()
    let rows = (0..<30).map { "a\($0),province,A,Tỉnh \($0)\(cells)\n" }
    let bytes = Array(("id,kind,short_vi,name_vi\(others)\n" + rows.joined()).utf8)
    let plain = Self.readPlainly(bytes, tables, limit: 100)
    #expect(plain.rows.count == 30)
    for least in [0, .max] { #expect(Self.read(bytes, tables, limit: 100, leastToDivide: least) == plain) }
  }

  /// The second half alone would know neither of the first row's id nor on which line it is.
  @Test func idsAndLinesAcrossTheCut() throws {
    let tables = try Self.tables()
    let header = "id,kind,short_vi,name_vi\n"
    let rows = (0..<50).map { "a\($0),province,A,Tỉnh A\n" }
    let sound = Self.read(Array((header + rows.joined()).utf8), tables, limit: 100, leastToDivide: 0)
    #expect(sound.rows.map(\.id) == (0..<50).map { "a\($0)" } && sound.findings.isEmpty)
    let twice = Self.read(
      Array((header + rows.joined() + rows[0]).utf8), tables, limit: 100, leastToDivide: 0)
    #expect(twice.rows == sound.rows)
    #expect(twice.findings.map { "\($0.line):\($0.column)" } == ["52:1"])
    let many = Self.read(Array((header + rows.joined()).utf8), tables, limit: 40, leastToDivide: 0)
    #expect(many.rows.count == 40 && many.gaps.end == 42)
  }

  /// What rows come to is counted over both halves.
  @Test func assignmentsAcrossTheCut() throws {
    let tables = try Self.tables()
    let bytes = try #require(MarkedStore.sound["tasks.csv"])
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: true)
    let rows = (0..<40).map { "t\($0)" + lines[1].drop { $0 != "," } + "\n" }
    let many = Array((lines[0] + "\n" + rows.joined()).utf8)
    let parts = [0, .max].map {
      TablePart<Task>.read(many, file: "tasks.csv", atMost: 100, tables, leastToDivide: $0)
    }
    #expect(parts[0].elements.count == 40 && parts[0].elements == parts[1].elements)
    #expect(parts[0].table.row.total == parts[1].table.row.total && parts[0].table.row.total >= 40)
    #expect(parts.allSatisfy { $0.table.findings.isEmpty })
  }

  @Test func namesAreEqualWhereverTheyAre() throws {
    let tables = try Self.tables()
    func agency(_ name: String) -> Agency? {
      TablePart<Agency>.read(
        Array("id,kind,short_vi,name_vi\na,province,A,\(name)\n".utf8), file: "agencies.csv", atMost: 9, tables
      ).elements.first
    }
    let plain = try #require(agency("Tỉnh Á"))
    #expect(plain == agency("\"Tỉnh Á\"") && plain == agency("Tỉnh A\u{301}"))
    #expect(plain.hashValue == agency("\"Tỉnh Á\"")?.hashValue)
    #expect(plain != agency("Tỉnh A"))
    #expect(plain.name(in: .english) == "Tỉnh Á" && plain.nameSize(in: .vietnamese) == "Tỉnh Á".utf8.count)
  }
}
