import Foundation
import PlanCore
import Testing
import TextCore

/// A store in a folder: what is opened there, and what is not.
@Suite struct FolderTests {
  private static let report = "period,agency,indicator,value\n2023-06,vn,KT1,15\n"

  /// The sound store in a folder, with more files.
  private func folder(_ more: [String: String] = [:]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, bytes) in MarkedStore.sound { try folder.write(name, bytes) }
    for (name, text) in more { try folder.write(name, text) }
    return folder
  }

  private func findings(_ folder: TemporaryFolder) throws -> [String] {
    try Store.open(at: folder.location).findings.kept.map { $0.text(in: .english) }
  }

  @Test func soundFolder() throws {
    let folder = try folder(["reports/a.csv": Self.report, "README.md": "x", "other.csv": "x"])
    let store = try Store.open(at: folder.location)
    #expect(store.findings.isEmpty)
    #expect(store.plan.agencies.count == 5)
    #expect(store.reports.count == 1)
    #expect(try Store.open(at: .folder(folder.path + "/")).reports.count == 1)
    #expect(try Store.open(at: .folder(folder.path + "/reports/..")).reports.count == 1)
  }

  @Test func missingFolderOrPlan() throws {
    let folder = try TemporaryFolder(["file": ""])
    for path in ["/nowhere", folder.path, folder.at("file"), folder.at("file/x"), ""] {
      #expect(throws: StoreError.missing) { try Store.open(at: .folder(path)) }
    }
  }

  @Test func storeThatIsALinkItself() throws {
    let folder = try folder(["reports/a.csv": Self.report])
    let other = try TemporaryFolder()
    try other.link("store", to: folder.path)
    #expect(try Store.open(at: .folder(other.at("store"))).reports.count == 1)
  }

  @Test func missingTables() throws {
    let folder = try folder()
    try folder.remove("pillars.csv")
    try folder.remove("regions.csv")
    let found = try findings(folder)
    #expect(
      found.contains("pillars.csv:1:1: error: the file pillars.csv is missing; rows that name its ids are not read"))
    #expect(!found.contains { $0.hasPrefix("regions.csv") })
  }

  // MARK: Names

  @Test func nestedReportsInByteOrder() throws {
    let names = [
      "reports/2023-06.csv", "reports/2023/06.csv", "reports/2023.csv", "reports/B.csv", "reports/a.csv",
      "reports/a/b/c/d/e.csv", "reports/báo cáo.csv", "reports/folder.csv/x.csv", "reports/é.csv",
    ]
    let folder = try folder(Dictionary(uniqueKeysWithValues: names.map { ($0, Self.report) }))
    let files = try Store.open(at: folder.location).reports.files
    #expect(files == names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(files.prefix(3) == ["reports/2023-06.csv", "reports/2023.csv", "reports/2023/06.csv"])
  }

  @Test func hiddenAndOtherNamesAreNotRead() throws {
    let names = [
      "reports/.a.csv", "reports/a.csv~", "reports/.a.csv.swp", "reports/.git/a.csv", "reports/old~/a.csv",
      "reports/a.txt", "reports/csv", "reports/#a.csv#", "a.csv",
    ]
    let folder = try folder(Dictionary(uniqueKeysWithValues: names.map { ($0, "rubbish") }))
    #expect(try findings(folder) == [])
    #expect(try Store.open(at: folder.location).reports.files == [])
  }

  /// Nobody drops a workbook there to have it passed over without a word.
  @Test func whatLooksLikeAReportIsNamed() throws {
    let names = ["reports/Báo cáo Q3.XLSX", "reports/a.CSV", "reports/b/c.ods", "reports/d.xls"]
    let others = ["reports/~$a.xlsx", "reports/.b.xlsx", "e.xlsx", "reports/xlsx"]
    let folder = try folder(Dictionary(uniqueKeysWithValues: (names + others).map { ($0, "rubbish") }))
    let says = "warning: this file is not read; reports are CSV files whose names end in .csv"
    #expect(Set(try findings(folder)) == Set(names.map { "\($0):1:1: \(says)" }))
    #expect(try Store.open(at: folder.location).reports.files == [])
  }

  @Test func nameThatIsNotUTF8() throws {
    let folder = try folder(["reports/a.csv": Self.report])
    let name = Array(folder.at("reports/b").utf8) + [0xE1] + Array(".csv\0".utf8)
    let descriptor = name.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { open($0.baseAddress!, O_CREAT | O_WRONLY, 0o644) }
    }
    #expect(descriptor >= 0)
    close(descriptor)
    #expect(try findings(folder) == ["reports/b\u{FFFD}.csv:1:1: error: a name that is not UTF-8; rename the file"])
    #expect(try Store.open(at: folder.location).reports.count == 1)
    unlink(name.map { CChar(bitPattern: $0) })
  }

  // MARK: What is no plain file

  @Test func pipesAndDevices() throws {
    let folder = try folder()
    try folder.makeFolder("reports")
    try folder.remove("tasks.csv")
    mkfifo(folder.at("reports/pipe.csv"), 0o644)
    mkfifo(folder.at("tasks.csv"), 0o644)
    mkfifo(folder.at("reports/pipe"), 0o644)
    try folder.link("reports/null.csv", to: "/dev/null")
    #expect(
      try findings(folder) == [
        "tasks.csv:1:1: error: not a plain file; it is not opened",
        "reports/null.csv:1:1: error: a link that leads out of the store; it is not opened",
        "reports/pipe.csv:1:1: error: not a plain file; it is not opened",
      ])
    if mknod(folder.at("reports/null2.csv"), S_IFCHR | 0o644, makedev(1, 3)) == 0 {
      #expect(try findings(folder).contains("reports/null2.csv:1:1: error: not a plain file; it is not opened"))
    }
  }

  /// The device number as Linux packs it.
  private func makedev(_ major: dev_t, _ minor: dev_t) -> dev_t { major << 8 | minor }

  @Test func folderInTheirPlace() throws {
    let folder = try folder()
    try folder.remove("tasks.csv")
    try folder.makeFolder("tasks.csv")
    try folder.write("reports", "a file")
    #expect(
      try findings(folder) == [
        "tasks.csv:1:1: error: not a plain file; it is not opened",
        "reports:1:1: error: cannot be read: Not a directory",
      ])
    try folder.remove("plan.conf")
    try folder.makeFolder("plan.conf")
    let error = #expect(throws: StoreError.self) { try Store.open(at: folder.location) }
    #expect(
      error
        == .unreadablePlan(Localized("không phải là tệp thường, không được mở", "not a plain file; it is not opened")))
  }

  // MARK: Links

  @Test func linksWithinTheStore() throws {
    let folder = try folder([
      "reports/a.csv": Self.report, "archive/2022.csv": Self.report.replacing("2023", with: "2022"),
    ])
    try folder.link("reports/old", to: "../archive")
    try folder.link("reports/b.csv", to: "../archive/2022.csv")
    try folder.remove("regions.csv")
    try folder.link("regions.csv", to: "archive/regions.csv")
    try folder.write("archive/regions.csv", "id,name_vi\nnorth,Bắc\n")
    let store = try Store.open(at: folder.location)
    #expect(
      store.reports.files == ["reports/a.csv", "reports/b.csv", "reports/old/2022.csv", "reports/old/regions.csv"])
    #expect(store.plan.regions.count == 1)
  }

  @Test func linksOutOfTheStore() throws {
    let outside = try TemporaryFolder(["x.csv": Self.report])
    let folder = try folder(["reports/a.csv": Self.report])
    try folder.link("reports/file.csv", to: outside.at("x.csv"))
    try folder.link("reports/folder", to: outside.path)
    try folder.link("reports/up", to: "../..")
    try folder.link("reports/beside.csv", to: folder.path + "-beside/x.csv")
    try folder.remove("tasks.csv")
    try folder.link("tasks.csv", to: "/etc/passwd")
    let fault = "a link that leads out of the store; it is not opened"
    #expect(
      try Set(findings(folder)) == [
        "tasks.csv:1:1: error: \(fault)", "reports/file.csv:1:1: error: \(fault)",
        "reports/folder:1:1: error: \(fault)", "reports/up:1:1: error: \(fault)",
        "reports/beside.csv:1:1: error: cannot be read: No such file or directory",
      ])
    #expect(try Store.open(at: folder.location).reports.count == 1)
    try folder.remove("plan.conf")
    try outside.write("plan.conf", MarkedStore.sound["plan.conf"] ?? [])
    try folder.link("plan.conf", to: outside.at("plan.conf"))
    #expect(throws: StoreError.self) { try Store.open(at: folder.location) }
  }

  @Test func linksThatLeadNowhere() throws {
    let folder = try folder()
    try folder.makeFolder("reports")
    try folder.remove("tasks.csv")
    try folder.link("tasks.csv", to: "gone.csv")
    try folder.link("reports/gone.csv", to: "gone")
    try folder.link("reports/self.csv", to: "self.csv")
    try folder.link("reports/gone", to: "nowhere")
    #expect(
      try findings(folder) == [
        "tasks.csv:1:1: error: cannot be read: No such file or directory",
        "reports/gone.csv:1:1: error: cannot be read: No such file or directory",
        "reports/self.csv:1:1: error: cannot be read: Too many levels of symbolic links",
      ])
  }

  @Test func folderLoop() throws {
    let folder = try folder(["reports/z/x.csv": Self.report, "reports/y/w.csv": Self.report])
    try folder.link("reports/a", to: ".")
    try folder.link("reports/z/up", to: "..")
    try folder.link("reports/z/side", to: "../y")
    try folder.link("reports/b", to: "z")
    try folder.link("reports/y/side", to: "../z")
    // Each file once, under the name that is no link's.
    #expect(try Store.open(at: folder.location).reports.files == ["reports/y/w.csv", "reports/z/x.csv"])
  }

  // MARK: Permissions

  /// Root may read everything, so that for root there is nothing to see but that nothing breaks.
  @Test func filesThatMayNotBeRead() throws {
    let folder = try folder(["reports/a.csv": Self.report, "reports/locked/b.csv": Self.report])
    chmod(folder.at("reports/a.csv"), 0)
    chmod(folder.at("reports/locked"), 0)
    defer { chmod(folder.at("reports/locked"), 0o755) }
    let store = try Store.open(at: folder.location)
    guard geteuid() != 0 else {
      #expect(store.reports.count == 2)
      return
    }
    #expect(
      store.findings.kept.map { $0.text(in: .english) } == [
        "reports/locked:1:1: error: cannot be read: Permission denied",
        "reports/a.csv:1:1: error: cannot be read: Permission denied",
      ])
    chmod(folder.at("plan.conf"), 0)
    #expect(throws: StoreError.system(path: "plan.conf", errno: EACCES)) { try Store.open(at: folder.location) }
  }

  @Test func bigFile() throws {
    let rows = (0..<20_000).map { "20\(10 + $0 % 80)-\(10 + $0 % 3)-\(10 + $0 % 17),vn,KT1,\($0 % 100)" }
    let folder = try folder(["reports/a.csv": "period,agency,indicator,value\n" + rows.joined(separator: "\n")])
    let store = try Store.open(at: folder.location)
    #expect(store.reports.count == 20_000)
    #expect(store.findings.kept.count == Findings.limit)
    #expect(store.findings.warningCount > Findings.limit)
    #expect(store.findings.omitted == store.findings.count - Findings.limit)
  }
}
