import TestSupport
import Testing
import TextCore

@testable import PlanCore

/// The line that a finding is about, read again.
@Suite struct FaultyLineTests {
  private static let plan = [
    "plan.conf": "format = 1\nid = p\nstart = 2023-01-01\nend = 2023-12-31\ntitle.vi = Kế hoạch\n",
    "pillars.csv": "id,code,name_vi\nd,D,Dữ liệu\n", "agencies.csv": "id,kind,short_vi,name_vi\nvn,national,VN,VN\n",
    "indicators.csv":
      "id,pillar,title_vi,comparator,target,aggregation,scope,source,unit\nI1,d,Một,>=,1,national,vn,,%\n",
  ]

  private func finding(_ store: Store, in file: String, _ line: Int = 2) throws -> Finding {
    try #require(store.findings.kept.first { $0.file == file && $0.line == line }, "\(store.findings.kept)")
  }

  @Test func ofAReport() throws {
    let report = "period,agency,indicator,value\n2023-01,vn,I1,1\n2023-02,vn,I9,7\n2023-03,vn,I1,2\n"
    let folder = try TemporaryFolder(Self.plan.merging(["reports/a.csv": report]) { $1 })
    let store = try Store.open(at: .folder(folder.path))
    let finding = try finding(store, in: "reports/a.csv", 3)
    let line = try #require(store.faultyLine(of: finding))
    #expect(line.before == "2023-02,vn," && line.after == "I9,7" && !line.isChanged)
    // The file grows above: the same number is another line now, which is told.
    try folder.write("reports/a.csv", "period,agency,indicator,value\n\n\n2023-02,vn,I9,7\n")
    let changed = try #require(store.faultyLine(of: finding))
    #expect(changed.isChanged && changed.before.isEmpty && changed.after.isEmpty)
    try folder.write("reports/a.csv", "period\n")
    #expect(store.faultyLine(of: finding) == nil)
  }

  @Test func ofATable() throws {
    var files = Self.plan
    files["tasks.csv"] = "id,lead,title_vi,source\nT1,nobody,Việc,\n"
    let folder = try TemporaryFolder(files)
    let store = try Store.open(at: .folder(folder.path))
    let line = try #require(store.faultyLine(of: try finding(store, in: "tasks.csv")))
    #expect(line.before + line.after == "T1,nobody,Việc," && line.after.hasPrefix("nobody"))
    // What is no file of the store's is not read.
    let other = Finding(.error, file: "../../etc/passwd", line: 1, column: 1, message: Localized(both: ""))
    #expect(store.faultyLine(of: other) == nil)
  }

  @Test(arguments: [
    ("abc", 1, "", "abc"), ("abc\r", 3, "ab", "c"), ("abc", 9, "abc", ""), ("abc", 0, "", "abc"), ("", 1, "", ""),
    ("Bộ,x", 4, "Bộ,", "x"),
  ])
  func parts(_ text: String, _ column: Int, _ before: String, _ after: String) {
    let line = FaultyLine(Array(text.utf8), column: column)
    #expect(line.before == before && line.after == after && line.isCut == (false, false))
  }

  @Test func longLines() {
    let line = FaultyLine(Array(String(repeating: "a", count: 5_000).utf8), column: 2_000)
    #expect(line.before.count == 300 && line.after.count == 300 && line.isCut == (true, true))
    #expect(FaultyLine([0xFF, 0x61], column: 2).after == "a")
    #expect(FaultyLine([0xE1, 0xBA, 0x61], column: 3).after == "a")
    #expect(FaultyLine([0x61], column: 1, isCutOff: true).isCut == (false, true))
  }

  @Test func ofASmallFile() {
    let bytes = Array("một\nhai\nba".utf8)
    #expect(FaultyLine(of: bytes, line: 3, column: 2)?.after == "a")
    #expect(FaultyLine(of: bytes, line: 1, column: 1)?.after == "một")
    let marked = Array("\u{FEFF}một\n\u{FEFF}hai".utf8)
    #expect(FaultyLine(of: marked, line: 1, column: 2)?.after == "ột")
    #expect(FaultyLine(of: marked, line: 2, column: 2)?.after == "hai")
    #expect(FaultyLine(of: bytes, line: 4, column: 1) == nil && FaultyLine(of: bytes, line: 0, column: 1) == nil)
  }
}
