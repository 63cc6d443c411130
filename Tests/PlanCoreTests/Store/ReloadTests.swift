import Foundation
import Testing
import TextCore

@testable import PlanCore

/// Reading a store again: only what changed, and nothing that somebody is still writing.
@Suite struct ReloadTests {
  private static let header = "period,agency,indicator,value\n"

  /// The files of a store in memory, which counts what is read; small enough that one thread reads them.
  private final class Files: StoreFiles, @unchecked Sendable {
    var contents: [String: [UInt8]] = MarkedStore.sound
    private var revisions: [String: Int64] = [:]
    var read: [String] = []

    init(_ more: [String: String] = [:]) {
      for (path, text) in more { self[path] = text }
    }

    subscript(path: String) -> String {
      get { String(decoding: contents[path] ?? [], as: UTF8.self) }
      set {
        contents[path] = Array(newValue.utf8)
        revisions[path, default: 0] += 1
      }
    }

    func stamp(of path: String) -> FileStamp? {
      contents[path].map { FileStamp(size: Int64($0.count), modified: revisions[path] ?? 0) }
    }

    func read(_ path: String) -> FileResult<[UInt8]> {
      read.append(path)
      return contents[path].map { .success($0) } ?? .failure(.notPlain)
    }

    func reportPaths(findings: inout Findings) -> [String] {
      contents.keys.filter { $0.hasPrefix("reports/") }.sorted()
    }

    /// Opens the store, and what was read for it in order.
    func open(_ previous: Store? = nil, unsettled: Set<String> = []) throws -> (Store, [String]) {
      read = []
      let store = try Store(.folder("memory"), self, previous: previous, unsettled: unsettled)
      return (store, read.sorted())
    }
  }

  private func value(_ store: Store, _ end: String = "2023-06-30") -> Double? {
    store.reports.history(indicator: 1, agency: 0).last { $0.end.iso == end }?.value
  }

  @Test func onlyChangedFilesAreReadAgain() throws {
    let files = Files(["reports/a.csv": Self.header + "2023-06,vn,KT1,15\n", "reports/b.csv": Self.header])
    let (first, all) = try files.open()
    #expect(all == files.contents.keys.sorted())
    #expect(try files.open(first).1 == [])
    files["reports/a.csv"] = Self.header + "2023-06,vn,KT1,16\n"
    let (second, read) = try files.open(first)
    #expect(read == ["reports/a.csv"])
    #expect(value(first) == 15)
    #expect(value(second) == 16)
    files["reports/c.csv"] = Self.header + "2023-07,vn,KT1,17\n"
    let (third, more) = try files.open(second)
    #expect(more == ["reports/c.csv"])
    #expect(value(third, "2023-07-31") == 17)
    #expect(third.reports.files == ["reports/a.csv", "reports/b.csv", "reports/c.csv"])
  }

  @Test func journalChangesAlone() throws {
    let files = Files(["reports/a.csv": Self.header + "2023-06,vn,KT1,15\n"])
    let (first, _) = try files.open()
    files["updates.csv"] =
      "at,author,subject,field,value\n2023-01-01T00:00:00Z,lan,task/T01,status,done\n2023-01-01T00:00:00Z,lan,x,note,y\n"
    let (second, read) = try files.open(first)
    #expect(read == ["updates.csv"])
    #expect(second.journal.updates.count == 1)
    #expect(second.findings.errorCount == 1)
    let (third, none) = try files.open(second)
    #expect(none == [])
    #expect(third.findings.kept == second.findings.kept)
    #expect(third.journal.updates == second.journal.updates)
  }

  /// Reports are told anew what the agencies are, from the bytes that are kept.
  @Test func planChanges() throws {
    let files = Files(["reports/a.csv": Self.header + "2023-06,vn,KT1,15\n2023-06,new,KT3,1\n"])
    let (first, _) = try files.open()
    #expect(first.findings.errorCount == 1)
    #expect(first.reports.count == 1)
    files["agencies.csv"] = files["agencies.csv"].replacing("vn,national", with: "new,ministry,,Mới,Mới,,\nvn,national")
    let (second, read) = try files.open(first)
    // Its rows are read anew too: they may name the new agency.
    #expect(read == ["agencies.csv", "reports/a.csv"])
    #expect(second.findings.isEmpty)
    #expect(second.reports.history(indicator: 1, agency: 1).map(\.value) == [15])
    #expect(second.reports.history(indicator: 3, agency: 0).map(\.value) == [1])
  }

  @Test func sameContentWrittenAgain() throws {
    let files = Files(["reports/a.csv": Self.header + "2023-06,vn,KT1,15\n"])
    let (first, _) = try files.open()
    files["agencies.csv"] = files["agencies.csv"]
    let (second, read) = try files.open(first)
    #expect(read == ["agencies.csv"])
    #expect(second.plan.agencies == first.plan.agencies)
  }

  @Test func findingsStayWithTheirFiles() throws {
    let files = Files(["reports/a.csv": Self.header + "x\n", "reports/b.csv": Self.header + "y\n"])
    files["regions.csv"] = "id,name_vi\n"
    let (first, _) = try files.open()
    let places = ["agencies.csv:5", "reports/a.csv:2", "reports/b.csv:2"]
    #expect(first.findings.kept.map { "\($0.file):\($0.line)" } == places)
    files["reports/a.csv"] = Self.header
    let (second, _) = try files.open(first)
    #expect(second.findings.kept.map { "\($0.file):\($0.line)" } == [places[0], places[2]])
    files["regions.csv"] = "id,name_vi\nnorth,Bắc\n"
    #expect(try files.open(second).0.findings.count == 1)
  }

  @Test func deletedFilesDisappear() throws {
    let files = Files(["reports/a.csv": Self.header + "2023-06,vn,KT1,15\n", "updates.csv": "x\n"])
    let (first, _) = try files.open()
    for name in ["reports/a.csv", "updates.csv", "actions.csv"] { files.contents[name] = nil }
    let (second, read) = try files.open(first)
    #expect(read == [])
    #expect(second.reports.count == 0 && second.reports.files.isEmpty)
    #expect(second.plan.actions.isEmpty)
    #expect(second.findings.isEmpty)
    files.contents["plan.conf"] = nil
    #expect(throws: StoreError.missing) { try files.open(second) }
  }

  // MARK: Unsettled

  @Test func unsettledFilesKeepTheirOldContent() throws {
    let files = Files(["reports/a.csv": Self.header + "2023-06,vn,KT1,15\n"])
    let (first, _) = try files.open()
    files["reports/a.csv"] = Self.header + "2023-06,vn,KT1,1"
    files["reports/new.csv"] = Self.header + "2023-07,vn,KT1"
    files["agencies.csv"] = "id,ki"
    files["updates.csv"] = "at,"
    let unsettled: Set = ["reports/a.csv", "reports/new.csv", "agencies.csv", "updates.csv"]
    let (second, read) = try files.open(first, unsettled: unsettled)
    #expect(read == [])
    #expect(value(second) == 15)
    #expect(second.findings.isEmpty)
    #expect(second.reports.files == ["reports/a.csv"])
    #expect(second.plan.agencies.count == 5)
    // Other changes are not held up, those of the plan not either.
    files["regions.csv"] = "id,name_vi\nnorth,Phía Bắc\n"
    let (third, more) = try files.open(second, unsettled: unsettled)
    #expect(more == ["regions.csv"])
    #expect(third.plan.regions.map(\.name.vietnamese) == ["Phía Bắc"])
    #expect(value(third) == 15)
    files["agencies.csv"] = String(decoding: MarkedStore.sound["agencies.csv"] ?? [], as: UTF8.self)
    files["updates.csv"] = ""
    files["reports/a.csv"] = Self.header + "2023-06,vn,KT1,16\n"
    let (fourth, rest) = try files.open(third, unsettled: ["reports/new.csv"])
    #expect(rest == ["agencies.csv", "reports/a.csv", "updates.csv"])
    #expect(value(fourth) == 16)
  }

  /// An editor has moved the file away and not yet written the new one.
  @Test func unsettledFileThatIsAwayIsNotGone() throws {
    let files = Files(["reports/a.csv": Self.header + "2023-06,vn,KT1,15\n"])
    let (first, _) = try files.open()
    for name in ["reports/a.csv", "plan.conf", "tasks.csv"] { files.contents[name] = nil }
    let (second, _) = try files.open(
      first, unsettled: ["reports/a.csv", "plan.conf", "tasks.csv", "reports/other.csv"])
    #expect(value(second) == 15)
    #expect(second.plan.tasks.count == 2)
  }

  /// Without an older content there is nothing to keep to.
  @Test func firstReadingTakesEverything() throws {
    let files = Files(["reports/a.csv": Self.header + "2023-06,vn,KT1,15\n"])
    let (store, _) = try files.open(unsettled: ["plan.conf", "reports/a.csv"])
    #expect(value(store) == 15)
  }

  // MARK: In a folder

  @Test func inAFolder() throws {
    let folder = try TemporaryFolder()
    for (name, bytes) in MarkedStore.sound { try folder.write(name, bytes) }
    try folder.write("reports/a.csv", Self.header + "2023-06,vn,KT1,15\n")
    var store = try Store.open(at: folder.location)
    // Rewritten at once in the same length: no clock tells the difference.
    for figure in 10..<30 {
      try folder.write("reports/a.csv", Self.header + "2023-06,vn,KT1,\(figure)\n")
      store = try Store.open(at: folder.location, reusing: store)
      #expect(value(store) == Double(figure))
    }
    try folder.remove("reports")
    store = try Store.open(at: folder.location, reusing: store)
    #expect(store.reports.count == 0)
    try folder.remove("plan.conf")
    #expect(throws: StoreError.missing) { try Store.open(at: folder.location, reusing: store) }
  }
}
