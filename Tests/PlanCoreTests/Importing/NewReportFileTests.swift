import Foundation
import Testing

@testable import PlanCore

/// Where an import is written: beside what is there, whole or not at all.
@Suite struct NewReportFileTests {
  private let day = Importing.today

  private func names(_ folder: TemporaryFolder, _ inside: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path + inside).sorted()
  }

  private func write(_ folder: TemporaryFolder, agency: String? = nil, source: String = "x.csv") throws -> String {
    try NewReportFile(in: folder.path, received: day).write([1], agency: agency, source: source)
  }

  @Test func namesSayWhenWhoseAndFromWhere() throws {
    let folder = try TemporaryFolder(["reports/nhap-2023-07-04-009-x.csv": "", "reports/nhap-2023-07-05-zzz.csv": ""])
    #expect(
      try write(folder, agency: "ha-noi", source: "/a/b/Báo cáo Tháng 6 (bản cuối).csv")
        == "reports/nhap-2023-07-05-001-ha-noi-bao-cao-thang-6-ban-cuoi.csv")
    #expect(try write(folder, source: "a.csv") == "reports/nhap-2023-07-05-002-a.csv")
    #expect(try NewReportFile(in: folder.path, received: day).pathPrefix == "reports/nhap-2023-07-05-003")
    #expect(try write(folder, source: "…") == "reports/nhap-2023-07-05-003.csv")
    #expect(try write(folder, source: "../../.ssh/\u{1B}[31m'\"`$(x)\n.csv") == "reports/nhap-2023-07-05-004-31m-x.csv")
    let long = try write(folder, agency: String(repeating: "a", count: 500), source: String(repeating: "đ", count: 500))
    #expect(long.utf8.count < 120 && long.utf8.allSatisfy { $0 < 0x80 })
  }

  /// What was imported later sorts after what was imported before.
  @Test func laterImportsSortLater() throws {
    let folder = try TemporaryFolder()
    var paths: [String] = []
    for number in 0..<12 { paths.append(try write(folder, source: number % 2 == 0 ? "z.csv" : "a.csv")) }
    #expect(paths == paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(try names(folder, "/reports").count == 12)
    try folder.write("reports/nhap-2023-07-05-999-x.csv", "")
    #expect(throws: StoreError.self) { try write(folder) }
  }

  /// Two that began at the same time.
  @Test func aNameThatIsTakenMeanwhile() throws {
    let folder = try TemporaryFolder(["reports/a.csv": ""])
    let first = try NewReportFile(in: folder.path, received: day)
    let second = try NewReportFile(in: folder.path, received: day)
    #expect(try first.write([1], agency: nil, source: "x.csv") == "reports/nhap-2023-07-05-001-x.csv")
    #expect(try second.write([2], agency: nil, source: "x.csv") == "reports/nhap-2023-07-05-002-x.csv")
  }

  @Test func linksThatLeadOut() throws {
    let (folder, outside) = (try TemporaryFolder(["plan.conf": ""]), try TemporaryFolder())
    try folder.link("reports", to: outside.path)
    #expect(throws: StoreError.outside(path: folder.path + "/reports")) { try write(folder) }
    try folder.remove("reports")
    try folder.makeFolder("inside")
    try folder.link("reports", to: "inside")
    #expect(try write(folder) == "reports/nhap-2023-07-05-001-x.csv")
    #expect(try names(outside).isEmpty && names(folder, "/inside") == ["nhap-2023-07-05-001-x.csv"])
  }

  @Test func whatIsNoFolder() throws {
    let folder = try TemporaryFolder(["reports": ""])
    #expect(throws: StoreError.system(path: folder.path + "/reports", errno: ENOTDIR)) { try write(folder) }
    #expect(throws: StoreError.missing) { try NewReportFile(in: folder.path + "/none", received: day) }
  }

  /// Every system call of an import fails in turn: there is the whole file or nothing, and no litter.
  @Test(arguments: [EINTR, EIO, ENOSPC, EACCES, EDQUOT, EROFS, EPERM], [false, true])
  func everyCallInTurn(code: Int32, hasReports: Bool) throws {
    var isDone = false
    var faults = 0
    for number in 1...40 where !isDone {
      let folder = try TemporaryFolder(hasReports ? ["reports/a.csv": "old"] : ["plan.conf": "x"])
      let system = FailingSystem(failing: number, with: code)
      let file = try NewReportFile(in: folder.path, received: day)
      var thrown: StoreError?
      do throws(StoreError) {
        _ = try file.write(Array("whole".utf8), agency: nil, source: "x.csv", system)
      } catch { thrown = error }
      let all = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
      let (old, new) = (hasReports ? ["reports", "reports/a.csv"] : ["plan.conf"], "reports/nhap-2023-07-05-001-x.csv")
      let isNew = FileManager.default.contents(atPath: folder.at(new)) == Data("whole".utf8)
      #expect(all == (isNew ? Array(Set(old + ["reports", new])).sorted() : old), "call \(number): \(all)")
      if hasReports { #expect(FileManager.default.contents(atPath: folder.at("reports/a.csv")) == Data("old".utf8)) }
      #expect((thrown == nil) == isNew)
      if code == EINTR { #expect(thrown == nil) }
      isDone = system.calls < number
      if !isDone { faults += 1 }
    }
    #expect(isDone && faults >= 8)
  }
}
