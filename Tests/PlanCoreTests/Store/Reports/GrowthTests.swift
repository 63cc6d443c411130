import TestSupport
import Testing
import TextCore

@testable import PlanCore

/// Reading again what has changed gives what reading everything would.
@Suite struct GrowthTests {
  /// Report files that change, and what was read of them last.
  private struct Reading {
    let context: ReportContext
    let files: ReportFiles
    var loaded: ReportsLoader.Loaded?

    init(_ contents: [String: [UInt8]] = [:]) throws {
      context = try ReportContext.sound()
      files = ReportFiles(contents)
    }

    /// Reads what has changed; says what is not as it would be if all were read.
    mutating func difference(
      threads: Int = 1, pieceSize: Int = ReportFileJob.pieceSize, progress: LoadingProgress? = nil
    ) -> String? {
      let loader = ReportsLoader(
        source: files, context: context, threads: threads, pieceSize: pieceSize, progress: progress)
      let loaded = loader.loadAll(files, previous: loaded)
      self.loaded = loaded
      return ReadReports(loaded).difference(from: ReadReports(reading: files.contents, context))
    }

    mutating func differenceAnyhow(_ maker: inout ReportsMaker) -> String? {
      difference(
        threads: maker.number(1...3),
        pieceSize: ReportsLoaderTests.pieceSizes.dropFirst(2).randomElement(using: &maker.random) ?? 64)
    }
  }

  // MARK: One file

  /// Cut anywhere: in a header, a line, a quote, a letter.
  @Test(.timeLimit(.minutes(2)), arguments: 0..<4)
  func growsInAnyChunks(_ part: Int) throws {
    for number in 0..<40 {
      let seed = UInt64(part * 1_000 + number)
      var maker = ReportsMaker(seed: seed)
      let bytes = maker.file(rows: maker.number(0...25))
      var reading = try Reading()
      var end = maker.number(0...bytes.count)
      while true {
        reading.files["reports/a.csv"] = Array(bytes[..<end])
        if let difference = reading.differenceAnyhow(&maker) {
          Issue.record("seed \(seed), grown to \(end) of \(bytes.count): \(difference)")
        }
        if end == bytes.count { break }
        end = min(bytes.count, end + maker.number(1...(maker.once(in: 3) ? 4 : 300)))
      }
    }
  }

  /// Every byte is one chunk.
  @Test func growsByteByByte() throws {
    let text =
      "\u{FEFF}\n\"period\",agency,indicator,note\r\n2023-06,vn,KT1,\"ế\n,\"\"\"\n \n\"x\n2023-05,vn,KT2,\n2023-04,mic"
    var reading = try Reading()
    for end in 0...text.utf8.count {
      reading.files["reports/a.csv"] = Array(text.utf8.prefix(end))
      if let difference = reading.difference() { Issue.record("grown to \(end): \(difference)") }
    }
  }

  /// What was there is looked at once, to see that it is the same; what is new is read.
  @Test func onlyWhatIsNewIsRead() throws {
    var maker = ReportsMaker(seed: 1)
    let header = Array("period,agency,indicator,value,note\n".utf8)
    func rows(_ count: Int) -> [UInt8] {
      (0..<count).flatMap { _ in
        maker.row(["period", "agency", "indicator", "value", "note"], isSound: true) + Array("\n".utf8)
      }
    }
    var reading = try Reading([
      "reports/a.csv": header + rows(2_000), "reports/b.csv": header + rows(2_000), "reports/c.csv": header + rows(10),
    ])
    #expect(reading.difference() == nil)
    _ = reading.files.takeRead()
    let old = try #require(reading.files["reports/b.csv"])
    let count = reading.loaded?.reports.count ?? 0
    let more = rows(20)
    reading.files["reports/b.csv"] = old + more
    let progress = LoadingProgress()
    #expect(reading.difference(progress: progress) == nil)
    #expect(reading.files.takeRead() == ["reports/b.csv": old.count + more.count])
    #expect(progress.rows > 10 && count + progress.rows == reading.loaded?.reports.count)
    // Nothing has changed.
    #expect(reading.difference() == nil)
    #expect(reading.files.takeRead() == [:])
    // Written again as it was: looked at, and no row read.
    reading.files["reports/b.csv"] = old + more
    let none = LoadingProgress()
    #expect(reading.difference(progress: none) == nil)
    #expect(reading.files.takeRead()["reports/b.csv"] == old.count + more.count && none.rows == 0)
  }

  /// A line that is not ended is read again with its end, and it alone.
  @Test func unendedLineIsReadAgain() throws {
    let text = "period,agency,indicator,value\n2023-05,vn,KT1,14\n2023-06,vn,KT1,1"
    var reading = try Reading(["reports/a.csv": Array(text.utf8)])
    #expect(reading.difference() == nil)
    _ = reading.files.takeRead()
    reading.files["reports/a.csv"] = Array((text + "5\n2023-07,vn,KT1,16\n").utf8)
    let progress = LoadingProgress()
    #expect(reading.difference(progress: progress) == nil)
    #expect(progress.rows == 2)
    let last = "2023-06,vn,KT1,1"
    #expect(reading.files.takeRead()["reports/a.csv"] == text.utf8.count + last.utf8.count + 20)
    #expect(reading.loaded?.reports.history(indicator: 1, agency: 0).map(\.value) == [14, 15, 16])
  }

  /// A quote high up that nobody closes has the rest read anew each time, and never more than that.
  @Test(arguments: ["", "\"2023-01,vn,KT1,1\n"])
  func growingForLongCostsTheSame(_ beginning: String) throws {
    var bytes = Array(("period,agency,indicator,value\n" + beginning).utf8)
    var reading = try Reading(["reports/a.csv": bytes])
    for step in 0..<60 {
      bytes += Array("2023-0\(step % 9 + 1),vn,KT1,\(step)\n".utf8)
      reading.files["reports/a.csv"] = bytes
      _ = reading.files.takeRead()
      #expect(reading.difference() == nil)
      let read = reading.files.takeRead()["reports/a.csv"] ?? 0
      #expect(read <= bytes.count * 3, "\(read) of \(bytes.count) bytes read in step \(step)")
      #expect(reading.loaded.map { $0.files[0].landmarks.count <= (beginning.isEmpty ? step + 2 : 2) } == true)
    }
  }

  /// Numbers that are kept apart go with their rows.
  @Test func wideNumbersAreLetGo() throws {
    let header = "period,agency,indicator,value\n"
    var reading = try Reading(["reports/a.csv": Array((header + "2023-06,vn,KT1,3.14159265\n").utf8)])
    #expect(reading.difference() == nil)
    for step in 0..<5 {
      let rows = "2023-05,vn,KT1,2.7182818\(step)\n2023-07,vn,KT1,1\n2023-08,vn,KT1,99999999999\n"
      reading.files["reports/b.csv"] = Array((header + rows).utf8)
      #expect(reading.difference() == nil)
      #expect(reading.loaded?.reports.wide.count == 3)
    }
    reading.files["reports/b.csv"] = nil
    #expect(reading.difference() == nil)
    #expect(reading.loaded?.reports.wide.count == 1)
  }

  // MARK: Many files

  /// Does something to one of the files, or adds one.
  private func change(_ files: ReportFiles, _ maker: inout ReportsMaker) {
    let name = String(decoding: maker.pick(["B", "a", "b", "b/c", "c", "z", "đ"]), as: UTF8.self)
    let path = "reports/\(name).csv"
    guard var bytes = files[path] else {
      files[path] = maker.file(rows: maker.number(0...12))
      return
    }
    switch maker.number(0...6) {
    case 0, 1: files[path] = bytes + Array(maker.file(rows: 6).suffix(maker.number(0...400)))
    case 2: files[path] = Array(bytes.prefix(maker.number(0...bytes.count)))
    case 3:
      guard !bytes.isEmpty else { return }
      // Of the same size.
      bytes[maker.number(0...(bytes.count - 1))] = maker.pick(["1", "\n", "\"", ",", "x"])[0]
      files[path] = bytes
    case 4: files.replace(path, by: maker.once(in: 2) ? bytes : maker.file(rows: maker.number(0...12)))
    case 5: files[path] = nil
    default: files[path] = DamageTests.damaged(bytes, with: &maker.random)
    }
  }

  @Test(.timeLimit(.minutes(2)), arguments: 0..<4)
  func anyChanges(_ part: Int) throws {
    for number in 0..<12 {
      let seed = UInt64(part * 1_000 + number)
      var maker = ReportsMaker(seed: seed)
      var reading = try Reading()
      for step in 0..<12 {
        for _ in 0..<maker.number(1...3) { change(reading.files, &maker) }
        if let difference = reading.differenceAnyhow(&maker) {
          Issue.record("seed \(seed), step \(step): \(difference)")
        }
      }
    }
  }

  /// One that is being written stays as it was, whatever happens to the others, and is read once it is settled.
  @Test func unsettledAmongChanges() throws {
    for seed in 0..<UInt64(20) {
      var maker = ReportsMaker(seed: seed)
      var reading = try Reading()
      for _ in 0..<6 { change(reading.files, &maker) }
      #expect(reading.difference() == nil)
      let before = reading.files.contents
      for _ in 0..<4 { change(reading.files, &maker) }
      let unsettled = Set(reading.files.paths.filter { _ in maker.once(in: 2) })
      var seen = reading.files.contents
      for path in unsettled { seen[path] = before[path] }
      let loader = ReportsLoader(source: reading.files, context: reading.context)
      let loaded = loader.loadAll(reading.files, previous: reading.loaded, unsettled: unsettled)
      let difference = ReadReports(loaded).difference(from: ReadReports(reading: seen, reading.context))
      if let difference { Issue.record("seed \(seed): \(difference)") }
      reading.loaded = loaded
      if let difference = reading.difference() { Issue.record("seed \(seed), settled: \(difference)") }
    }
  }

  /// One reload reads each of them once and none of those that were there.
  @Test func hundredFilesAtOnce() throws {
    var maker = ReportsMaker(seed: 5)
    var reading = try Reading(["reports/m.csv": maker.file(rows: 50)])
    #expect(reading.difference() == nil)
    _ = reading.files.takeRead()
    for number in 0..<100 {
      let name = number % 2 == 0 ? "a\(number)" : "z\(number)"
      reading.files["reports/\(name).csv"] = maker.file(rows: 3)
    }
    #expect(reading.difference(threads: 2) == nil)
    let read = reading.files.takeRead()
    #expect(read.count == 100 && read["reports/m.csv"] == nil)
    #expect(reading.difference() == nil)
    #expect(reading.files.takeRead() == [:])
  }
}
