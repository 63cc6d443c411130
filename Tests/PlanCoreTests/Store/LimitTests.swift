import Foundation
import Testing
import TextCore

@testable import PlanCore

/// A file may say that it has more bytes than any disk; nothing is ever as large as it says.
@Suite struct LimitTests {
  private static let header = "period,agency,indicator,value\n"

  /// The sound store with files that are one big hole after what is in them.
  private func folder(_ holes: [String: String], size: Int = 8 << 40) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, bytes) in MarkedStore.sound { try folder.write(name, bytes) }
    for (name, text) in holes {
      try folder.write(name, text)
      try #require(truncate(folder.at(name), size) == 0)
    }
    return folder
  }

  private func findings(_ folder: TemporaryFolder) throws -> [String] {
    try Store.open(at: folder.location).findings.kept.map { $0.text(in: .english) }
  }

  // MARK: Whole files

  @Test(arguments: ["regions.csv", "tasks.csv", "updates.csv"]) func hugeTable(name: String) throws {
    let found = try findings(folder([name: "id,name_vi\n"]))
    #expect(found.contains("\(name):1:1: error: file too large (over 256 MB); it is not read"))
    #expect(found.count <= 2)
  }

  @Test func hugePlan() throws {
    let message = Localized("tệp quá lớn (hơn 1 MB), không được đọc", "file too large (over 1 MB); it is not read")
    let folder = try folder(["plan.conf": "format = 1\n"])
    #expect(throws: StoreError.unreadablePlan(message)) { try Store.open(at: folder.location) }
  }

  @Test func hugeReports() throws {
    let row = "2023-06,vn,KT1,15\n"
    let folder = try folder(["reports/a.csv": Self.header + row, "reports/b.csv": ""])
    try folder.write("reports/c.csv", Self.header + row)
    let fault = "file too large (over 4096 MB); it is not read"
    #expect(try findings(folder) == ["reports/a.csv:1:1: error: \(fault)", "reports/b.csv:1:1: error: \(fault)"])
    #expect(try Store.open(at: folder.location).reports.count == 1)
  }

  /// What they say they have is never added up.
  @Test func filesOfAllBytesThereAre() throws {
    var status = stat()
    status.st_size = .max
    let loader = try loader(limits: ReportLimits())
    let loaded = loader(["a": MemoryFile([]), "b": MemoryFile([])], FileStamp(status))
    #expect(loaded.files.map(\.findings.count) == [1, 1])
  }

  // MARK: Lines

  /// Files in memory that are all of the same stamp.
  private struct Source: StoreFiles {
    var files: [String: any OpenFile]
    var stamp: FileStamp

    func stamp(of path: String) -> FileStamp? { files[path].map { _ in stamp } }
    func read(_ path: String) -> FileResult<[UInt8]> { .failure(.notPlain) }
    func open(_ path: String) -> FileResult<any OpenFile> { files[path].map { .success($0) } ?? .failure(.notPlain) }
    func reportPaths(findings: inout Findings) -> [String] { files.keys.sorted() }
  }

  private func loader(
    limits: ReportLimits, pieceSize: Int = ReportFileJob.pieceSize
  ) throws -> ([String: any OpenFile], FileStamp) -> ReportsLoader.Loaded {
    let files = MarkedStore.sound.mapValues { StoredFile(stamp: FileStamp(), content: .success($0)) }
    let context = ReportContext(try PlanTables.read(files))
    return { files, stamp in
      var loader = ReportsLoader(source: Source(files: files, stamp: stamp), context: context)
      loader.limits = limits
      loader.pieceSize = pieceSize
      return loader.load(files.keys.sorted(), previous: nil, unsettled: [])
    }
  }

  private func load(_ text: String, _ limits: ReportLimits) throws -> (rows: Int, findings: [String]) {
    let file = MemoryFile(Array(text.utf8))
    let loaded = try loader(limits: limits, pieceSize: 256)(["a": file], FileStamp(size: Int64(file.size)))
    return (loaded.reports.count, loaded.files[0].findings.kept.map { $0.text(in: .english) })
  }

  private static let row = "2023-06,mic,KT3,15\n"
  private static let limits = ReportLimits(fileBytes: 1 << 30, recordBytes: 2 << 20, headerBytes: 1 << 20)

  @Test(arguments: [0, 1, 50]) func lineWithoutAnEnd(before: Int) throws {
    let start = Self.header + String(repeating: Self.row, count: before)
    let zeros = String(repeating: "\0", count: 3 << 20)
    let (rows, found) = try load(start + zeros + "\n" + Self.row, Self.limits)
    #expect(rows == 0)
    #expect(found == ["a:\(before + 2):1: error: a line of over 2 MB; none of the file is read"])
  }

  @Test func longLineWithinTheLimit() throws {
    let long = "2023-07,mic,KT3,\"" + String(repeating: " ", count: 1 << 20) + "15\"\n"
    let (rows, found) = try load(Self.header + Self.row + long + Self.row, Self.limits)
    #expect(rows == 3)
    #expect(found == [])
  }

  /// The rest of the file is there all the same.
  @Test func quoteThatIsOpenForTooLong() throws {
    let rows = (3 << 20) / Self.row.utf8.count
    let text = Self.header + Self.row + "2023-07,mic,KT3,\"1\n" + String(repeating: Self.row, count: rows)
    let (count, found) = try load(text, Self.limits)
    #expect(count == rows + 1)
    #expect(found == ["a:3:17: error: a quote is opened and never closed; close it at the cell's end"])
  }

  @Test func headerWithoutAnEnd() throws {
    let (_, found) = try load(String(repeating: "\0", count: 5 << 20), Self.limits)
    #expect(found == ["a:1:1: error: a line of over 1 MB; none of the file is read"])
    let (_, quoted) = try load("period,\"" + String(repeating: "a\n", count: 1 << 20), Self.limits)
    #expect(quoted == ["a:1:8: error: a quote is opened and never closed; close it at the cell's end"])
  }

  @Test func lineOfNothingButCommas() throws {
    let commas = String(repeating: ",", count: 1 << 17)
    var reader = CSVReader(Array("\(commas)\na,b\n".utf8))
    _ = reader.next()
    #expect(reader.cells.count == CSVReader.mostCells)
    #expect(reader.cellCount == commas.utf8.count + 1)
    _ = reader.next()
    #expect(reader.cellCount == 2)
    let found = try MarkedStore(["regions.csv": "id,name_vi\nnorth,Bắc\n1️⃣\(commas)\n"]).open().findings.kept
    #expect(
      found.map { $0.text(in: .english) } == [
        "regions.csv:3:1: error: cells in this row: 131073, in the header: 2; "
          + "a cell with a comma in it must stand in quotes"
      ])
  }

  // MARK: Rows

  private static func agencies(_ count: Int) -> String {
    "id,kind,short_vi,name_vi\nvn,national,V,V\n" + (1..<count).map { "a\($0),province,A,A\n" }.joined()
  }

  private static let indicators = "id,pillar,title_vi,comparator,target,aggregation,scope,source\n"

  private func store(_ replaced: [String: String]) -> MarkedStore {
    let none = ["tasks.csv": "id,lead,title_vi,source\n", "actions.csv": "id,month,title_vi,source\n"]
    return MarkedStore(
      none.merging(["indicators.csv": Self.indicators]) { a, _ in a }.merging(replaced) { _, new in new })
  }

  @Test func tooManyAgencies() throws {
    let rest = "1️⃣b1,province,A,A\n\nx\nb2,province,A,A\n"
    let store = try store(["agencies.csv": Self.agencies(20_000) + rest]).expect(
      .error(
        "1️⃣", "too many rows: this table may have 20000; this one and the 2 after it are left out",
        vietnamese: "quá nhiều dòng: bảng này có tối đa 20000 dòng; bỏ dòng này và 2 dòng sau"))
    #expect(store.plan.agencies.count == 20_000)
    #expect(try self.store(["agencies.csv": Self.agencies(20_000)]).expect().plan.agencies.count == 20_000)
  }

  @Test func referencesBeyondTheLastRow() throws {
    try store([
      "agencies.csv": Self.agencies(20_000) + "1️⃣b1,province,A,A\n",
      "actions.csv": "id,month,lead,title_vi,source\nA1,2023-01,2️⃣b1,T,s1\n",
    ]).expect(
      .error("1️⃣", "too many rows: this table may have 20000; this one and the 0 after it are left out"),
      .error(
        "2️⃣", "no id «b1» in agencies.csv; that table is not read from line 20002 on",
        vietnamese: "không có mã «b1» trong agencies.csv; từ dòng 20002 bảng này không được đọc"))
  }

  @Test func tooManyIndicators() throws {
    let rows = (0..<1_000).map { "I\($0),data,T,>=,1,mean,@all,s1\n" }.joined()
    let store = try store(["indicators.csv": Self.indicators + rows + "1️⃣X,data,T,>=,1,mean,@all,s1\n"]).expect(
      .error("1️⃣", "too many rows: this table may have 1000; this one and the 0 after it are left out"))
    #expect(store.plan.indicators.count == 1_000)
  }

  @Test func tooManyAssignments() throws {
    let tasks = (0..<101).map { "T\($0),@all,T,s1\n" }.joined() + "X,1️⃣@all,T,s1\nY,vn,T,s1\n"
    let store = try store([
      "agencies.csv": Self.agencies(19_802), "tasks.csv": "id,lead,title_vi,source\n" + tasks,
    ]).expect(
      .error(
        "1️⃣", "too many assignments: all tasks may come to 2000000",
        vietnamese: "quá nhiều việc giao: tất cả nhiệm vụ có tối đa 2000000"))
    #expect(store.plan.tasks.count == 102)
    #expect(store.plan.tasks.last?.id == "Y")
  }

  /// However the group is written.
  @Test func scopesOfOneGroupAreOneList() throws {
    let scopes = ["@all", "@all", "@provinces @ministries", "@provinces @all"]
    let rows = scopes.enumerated().map { "I\($0),data,T,>=,1,mean,\($1),s1\n" }.joined()
    let plan = try store([
      "indicators.csv": Self.indicators + rows, "tasks.csv": "id,lead,title_vi,source\nT1,@all,T,s1\n",
    ]).expect().plan
    func address(_ list: [Int]) -> Int { list.withUnsafeBufferPointer { Int(bitPattern: $0.baseAddress) } }
    let lists = plan.indicators.map(\.scope) + plan.tasks.map(\.assignees)
    #expect(Set(lists) == [[1, 2, 3, 4]])
    #expect(Set(lists.map(address)).count == 1)
  }
}
