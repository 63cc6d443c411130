import TestSupport
import Testing

@testable import PlanCore

/// What only a page about single reports shows is read back from where the reports stand.
@Suite struct DetailsTests {
  private static let path = "reports/a.csv"
  private static let columns = ["period", "agency", "indicator", "value", "received", "source", "note"]

  /// Rows of many forms: notes over several lines, blank lines, rows that are left out.
  private static func rows(_ maker: inout ReportsMaker, _ count: Int, isLong: Bool = false) -> [UInt8] {
    (0..<count).flatMap { number -> [UInt8] in
      if isLong, number % 7 != 0 {
        // Many bytes and few marks, so that reading them takes no time.
        return Array(
          "2023-06,mic,KT3,\(number % 900),2023-07-01,s2,\(String(repeating: "ế", count: 400)) \(number)\n".utf8)
      }
      return maker.row(columns, isSound: number % 3 != 0) + Array("\n".utf8)
    }
  }

  private static func files(_ bytes: [UInt8]) -> ReportFiles {
    var contents = MarkedStore.sound
    contents["sources.csv", default: []] += Array("made-up,Giả định,simulated\n".utf8)
    contents[path] = bytes
    return ReportFiles(contents, pretending: 0)
  }

  private static let header = Array((columns.joined(separator: ",") + "\n").utf8)

  /// All details, by line, read as simply as can be.
  private func expected(_ files: ReportFiles, _ context: ReportContext) -> [Int: ReportDetails] {
    var details: [Int: ReportDetails] = [:]
    var table = Table(files[Self.path] ?? [], file: Self.path, as: ReportColumn.self)
    table.forEachRow { row in
      guard let read = ReportRow(row: &row, tables: context.tables) else { return }
      details[read.report.place.line] = read.details
    }
    return details
  }

  private func reports(_ store: Store) -> [Report] {
    let slots = store.reports.slots
    return (0..<slots.count).flatMap {
      store.reports.history(indicator: $0 / slots.agencies, agency: $0 % slots.agencies)
    }.sorted { $0.place < $1.place }
  }

  private func check(
    _ store: Store, _ files: ReportFiles, _ wanted: [Report], at place: SourceLocation = #_sourceLocation
  ) {
    let expected = expected(files, store.loaded.context)
    let found = store.details(of: wanted, in: files)
    #expect(found.count == wanted.count, sourceLocation: place)
    for report in wanted where found[report.place] != expected[report.place.line] {
      Issue.record("line \(report.place.line) has \(String(describing: found[report.place]))", sourceLocation: place)
    }
  }

  @Test func everyRowOfRandomFiles() throws {
    for seed in 0..<UInt64(15) {
      var maker = ReportsMaker(seed: seed)
      let files = Self.files(maker.file(rows: 40))
      let store = try Store(.folder("memory"), files)
      check(store, files, reports(store))
    }
  }

  @Test func farDownABigFileAndAfterGrowth() throws {
    var maker = ReportsMaker(seed: 3)
    let files = Self.files(Self.header + Self.rows(&maker, 700, isLong: true))
    #expect(files[Self.path].map { $0.count > 2 * ReportFileJob.pieceSize } == true)
    var store = try Store(.folder("memory"), files)
    #expect(store.loaded.files[0].landmarks.count > 2)
    for step in 0..<3 {
      let all = reports(store)
      let some = (0..<8).compactMap { _ in all.randomElement(using: &maker.random) }
      check(store, files, Array(Set(some + all.prefix(1) + all.suffix(3))))
      files[Self.path] = (files[Self.path] ?? []) + Self.rows(&maker, 20) + Array("2023-0\(step + 1),vn,KT1,1".utf8)
      store = try Store(.folder("memory"), files, previous: store)
    }
  }

  /// Nothing is said of a row that is another one now, is gone, or is in a file that is gone.
  @Test func rowsThatHaveChanged() throws {
    func text(_ rows: String...) -> [UInt8] { Self.header + rows.flatMap { Array(($0 + "\n").utf8) } }
    let rows = ["2023-04,vn,KT1,14,2023-05-01,s1,bốn", "2023-05,vn,KT1,15,,s2,năm", "2023-06,vn,KT1,16,,,sáu"]
    let files = Self.files(text(rows[0], rows[1], rows[2]))
    let store = try Store(.folder("memory"), files)
    let all = reports(store)
    func lines() -> [Int] { store.details(of: all, in: files).keys.map(\.line).sorted() }
    #expect(store.details(of: all, in: files).values.map(\.note).sorted() == ["bốn", "năm", "sáu"])
    files[Self.path] = text(rows[0], "2023-05,vn,KT1,25,,s2,khác", rows[2])
    #expect(lines() == [2, 4])
    files[Self.path] = text(rows[1], rows[0], rows[2])
    #expect(lines() == [4])
    files[Self.path] = text("2023-04,vn,KT1,14,x,s1,", rows[1] + ",", "\"")
    #expect(lines() == [])
    files[Self.path] = Array(text(rows[0], rows[1]).dropLast(2))
    #expect(lines() == [2, 3])
    files[Self.path] = text(rows[0], rows[1], rows[2], rows[0])
    #expect(lines() == [2, 3, 4])
    files[Self.path] = []
    #expect(lines() == [])
    files[Self.path] = nil
    #expect(lines() == [])
  }
}
