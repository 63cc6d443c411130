import TestSupport
import Testing
import TextCore

@testable import PlanCore

/// However reports are read, they are the same.
@Suite struct ReportsLoaderTests {
  /// A store of a few random files.
  static func store(_ maker: inout ReportsMaker, rows: Int) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for _ in 0..<maker.number(1...3) {
      let name = String(decoding: maker.pick(["a", "b", "c", "Z", "đ", "a/b", "a-b"]), as: UTF8.self)
      var bytes = maker.file(rows: maker.number(0...rows))
      if maker.once(in: 4) { bytes = DamageTests.damaged(bytes, with: &maker.random) }
      files["reports/\(name).csv"] = bytes
    }
    return files
  }

  /// Cuts everywhere, in quotes and letters too, up to none at all.
  static let pieceSizes = [2, 3, 7, 16, 33, 64, 100, 257, 1_000, 4_096, 1 << 18]

  private func check(_ contents: [String: [UInt8]], _ context: ReportContext, pieces: [Int], _ name: String) {
    let expected = ReadReports(reading: contents, context)
    let files = ReportFiles(contents)
    for path in MarkCursor.Path.allCases {
      for (threads, pieceSize) in zip([1, 2, 7], pieces) {
        let loader = ReportsLoader(source: files, context: context, threads: threads, pieceSize: pieceSize, path: path)
        guard let difference = ReadReports(loader.loadAll(files)).difference(from: expected) else { continue }
        Issue.record("\(name), \(path), \(threads) threads, pieces of \(pieceSize): \(difference)")
      }
    }
  }

  @Test(.timeLimit(.minutes(2)), arguments: 0..<8)
  func everyWayIsTheSame(_ part: Int) throws {
    let context = try ReportContext.sound()
    for number in 0..<15 {
      let seed = UInt64(part * 1_000 + number)
      var maker = ReportsMaker(seed: seed)
      let contents = Self.store(&maker, rows: 25)
      let pieces = (0..<3).map { _ in Self.pieceSizes.randomElement(using: &maker.random) ?? 1 }
      check(contents, context, pieces: pieces, "seed \(seed)")
    }
  }

  /// Files so long that a piece of them is read in several strides.
  @Test(.timeLimit(.minutes(2)), arguments: 0..<3)
  func longFiles(_ seed: UInt64) throws {
    let context = try ReportContext.sound()
    var maker = ReportsMaker(seed: seed)
    let contents = ["reports/a.csv": maker.file(rows: 3_000)]
    #expect((contents.values.first?.count ?? 0) > 3 << 15)
    check(contents, context, pieces: [1 << 18, 1 << 16, 50_000], "seed \(seed)")
  }

  /// Cut before every byte of a file whose cells hold all that a cut must not part.
  @Test func everyCut() throws {
    let text = """
      note,period,agency,indicator,value
      "Đắk Lắk, “hai
      dòng” và ""nháy"" 👨‍👩‍👧",2023-06,vn,KT1,15

      "\n,",2023-06,vn,KT1,1
      "chưa đóng,2023-05,vn,KT1,3
      ế"ế,2023-04,vn,KT1,4
      "",2023-03-31,vn,KT1,5\r
      x"",2023-02,vn,KT1,9
      x"y",2023-01,vn,KT1,10
      ,0001-01,vn,KT1,6
      ,9999-12,vn,KT1,7
      ,0000-12-31,vn,KT1,8
      """
    let context = try ReportContext.sound()
    let contents = ["reports/a.csv": Array(text.utf8)]
    for pieceSize in 1...text.utf8.count { check(contents, context, pieces: [pieceSize], "every cut") }
  }

  /// More findings and more duplicates than are kept, in pieces: the first ones stay and the rest is counted.
  @Test func moreThanIsKept() throws {
    let rows = (0..<1_500).map { "2023-0\($0 % 9 + 1),\($0 % 2 == 0 ? "mic" : "mci"),KT3,\($0 % 3 == 0 ? "5" : "x")\n" }
    let sound = String(repeating: "2023-06,sbv,KT3,5\n", count: 1_100)
    let header = "period,agency,indicator,value\n"
    let contents = ["reports/a.csv": header + rows.joined(), "reports/b.csv": header + sound]
    let context = try ReportContext.sound()
    check(contents.mapValues { Array($0.utf8) }, context, pieces: [1 << 18, 5_000, 700], "more than is kept")
    let expected = ReadReports(reading: contents.mapValues { Array($0.utf8) }, context)
    #expect(expected.findings[0].texts.count == Findings.limit && expected.findings[0].errors == 1_750)
    #expect(expected.duplicates.texts.count == Findings.limit && expected.duplicates.warnings > 1_099)
  }
}
