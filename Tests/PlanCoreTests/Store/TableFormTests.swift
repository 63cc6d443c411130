import TestSupport
import Testing
import TextCore

@testable import PlanCore

/// What is saved in the place of a table is told once, with the way to mend it, and is none of the store's faults.
@Suite struct TableFormTests {
  private static let plain = "id,role_vi,agency,office_vi,source\r\nchair,Chủ tịch,,Thủ tướng,s1\r\n"

  private static func utf16(_ text: String, isBig: Bool, mark: Bool) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
      let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return isBig ? bytes.reversed() : bytes
    }
  }

  private static let forms: [(bytes: [UInt8], says: String)] = [
    (utf16(plain, isBig: false, mark: true), "the file is in UTF-16, not UTF-8"),
    (utf16(plain, isBig: true, mark: true), "the file is in UTF-16, not UTF-8"),
    (utf16(plain, isBig: false, mark: false), "the file is in UTF-16, not UTF-8"),
    (utf16(plain, isBig: true, mark: false), "the file is in UTF-16, not UTF-8"),
    (Array(plain.replacing(",", with: ";").utf8), "its cells are separated by “;”"),
    (
      [0xEF, 0xBB, 0xBF] + Array("\"id\";\"role_vi\"\n\"chair\";\"Chủ tịch\"\n".utf8), "its cells are separated by “;”"
    ),
    (Array(plain.replacing(",", with: "\t").utf8), "its cells are separated by tabs"),
    (Array(plain.replacing("\r\n", with: "\r").utf8), "its lines end as on old Macintoshes (CR)"),
    (
      [0x50, 0x4B, 0x03, 0x04] + Array("....[Content_Types].xml\n\u{1},".utf8),
      "this file is Excel (.xlsx), not plain text"
    ),
    (Array("<html><table>\n<tr>\n".utf8), "this file is HTML, not plain text"),
  ]

  private static let mend = "save it as CSV in UTF-8, separated by commas"
  private static let end = "none of the table is read"

  @Test(arguments: forms) func toldOnce(_ bytes: [UInt8], _ says: String) throws {
    let store = try MarkedStore("members.csv", bytes: bytes).open()
    let found = store.findings.kept.map { $0.text(in: .english) }
    #expect(found == ["members.csv:1:1: error: \(says); \(Self.mend); \(Self.end)"])
    #expect(store.plan.members.isEmpty && store.plan.agencies.count == 5)
  }

  /// Of a report there is another way too.
  @Test(arguments: ["reports/q3.csv", "reports/a/b.csv"]) func reports(_ name: String) throws {
    let rows = "period;agency;indicator;value\r\n" + String(repeating: "2023-06;mic;DL1;1\r\n", count: 2_000)
    // What import would refuse too is not sent there.
    let workbook = try MarkedStore(name, bytes: [0x50, 0x4B, 0x03, 0x04]).open().findings.kept
    #expect(workbook.map { $0.text(in: .english).contains("thuky import") } == [false])
    for (text, says) in [
      (rows, "its cells are separated by “;”"),
      (
        rows.replacing(";", with: ",").replacing("\r\n", with: "\r"),
        "its lines end as on old Macintoshes (CR)"
      ),
    ] {
      let store = try MarkedStore(name, bytes: Array(text.utf8)).open()
      let found = store.findings.kept.map { $0.text(in: .english) }
      #expect(
        found == ["\(name):1:1: error: \(says); \(Self.mend), or bring it in with thuky import; \(Self.end)"])
    }
  }

  /// What lacks nothing is a table, whatever else stands in its header.
  @Test(arguments: [
    "id,role_vi,agency,office_vi,remarks\r\r\nchair,Chủ tịch,,Thủ tướng,x\n",
    "id,role_vi,agency\r,office_vi,remarks\nchair,Chủ tịch,,Thủ tướng,x\n",
    "id,role_vi,agency,office_vi,x;agency;source\nchair,Chủ tịch,,Thủ tướng,x\n",
    "<html>,id,role_vi,agency,office_vi\nx,chair,Chủ tịch,,Thủ tướng\n",
    "\0x,id,role_vi,agency,office_vi\nx,chair,Chủ tịch,,Thủ tướng\n",
    "id,role_vi,agency,office_vi,\"more\rof it\"\nchair,Chủ tịch,,Thủ tướng,x\n",
  ])
  func stillRead(_ text: String) throws {
    let store = try MarkedStore("members.csv", bytes: Array(text.utf8)).open()
    #expect(store.plan.members.map(\.id) == ["chair"])
    #expect(store.findings.errorCount == 0)
  }

  /// A header without an end, however long, costs little.
  @Test(arguments: ["a;", "a\t", "Ế", "\"", "id;role_vi;"]) func longHeaders(_ part: String) throws {
    let bytes = Array(String(repeating: part, count: 4 << 20 / part.utf8.count).utf8)
    let form = TableForm(bytes, header: 0) { ["id", "role_vi"].contains($0) }
    #expect((form != nil) == part.hasPrefix("id"))
  }

  /// Neither rows that name its ids nor rows that name those.
  @Test(arguments: ["agencies.csv", "pillars.csv", "indicators.csv", "tasks.csv", "regions.csv"])
  func oneCauseIsToldOnce(_ name: String) throws {
    let files = BundledPlan.files.map { file in
      guard file.path == name else { return file }
      return StoreLocation.File(path: name, bytes: file.bytes.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ";") : $0 })
    }
    let store = try Store.open(at: .bundled(files))
    #expect(store.findings.errorCount == 1 && store.findings.kept.filter { $0.severity == .error }[0].file == name)
    #expect(store.findings.warningCount == (try BundledPlan.open()).findings.warningCount)
    // Who asks for such a row by its id is told why it is not there.
    guard name == "agencies.csv" else { return }
    let fault = try #require(throws: RecordingFault.self) { try store.work(named: "task/T01") }
    #expect(
      fault.message.english == "no id «T01» in tasks.csv; its row (tasks.csv:2) names a table that could not be read")
  }

  /// A header of the store's with a fault of its own stays what it is.
  @Test(arguments: [
    "id,role\nchair,Chủ tịch\n", "id,id,rol\rchair,x\n", "a;b\nchair;Chủ tịch\n", "id;x\r\nchair;y\r\n",
    "\"id\",\"role_vi\nchair,x\n",
    "id,role_vi,\"more\rof it\"\nchair,Chủ tịch,x\n",
  ])
  func othersStayAsTheyWere(_ text: String) throws {
    let store = try MarkedStore("members.csv", bytes: Array(text.utf8)).open()
    let found = store.findings.kept.map { $0.text(in: .english) }
    #expect(!found.isEmpty && !found.contains { $0.contains(Self.mend) })
  }
}
