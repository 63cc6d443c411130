import Synchronization
import TestSupport
import Testing
import TextCore

@testable import PlanCore

/// The progress of a reading ends where the files do.
@Suite struct LoadingProgressTests {
  private func check(
    _ files: ReportFiles, _ context: ReportContext, pieceSize: Int, _ name: String,
    previous: ReportsLoader.Loaded? = nil
  ) -> ReportsLoader.Loaded {
    let calls = Atomic<Int>(0)
    let beginnings = Atomic<Int>(0)
    let size = files.contents.values.reduce(0) { $0 + $1.count }
    let progress = LoadingProgress { _ in
      calls.wrappingAdd(1, ordering: .relaxed)
    } onBegin: { progress in
      beginnings.wrappingAdd(1, ordering: .relaxed)
      // Before anything is read.
      if (progress.totalBytes, progress.bytes, progress.rows) != (size, 0, 0) {
        Issue.record("\(name): \(progress.bytes) of \(progress.totalBytes) bytes at the beginning")
      }
    }
    let loader = ReportsLoader(
      source: files, context: context, threads: 2, pieceSize: pieceSize, progress: progress)
    let loaded = loader.loadAll(files, previous: previous)
    let rows = loaded.reports.count - (previous?.reports.count ?? 0)
    if progress.totalBytes != size || progress.bytes != size || progress.rows != rows {
      Issue.record(
        "\(name): \(progress.bytes) of \(progress.totalBytes) bytes and \(progress.rows) rows, not \(size) and \(rows)")
    }
    #expect(calls.load(ordering: .relaxed) > 0 && beginnings.load(ordering: .relaxed) == 1)
    return loaded
  }

  @Test func endsWhereTheFilesDo() throws {
    let context = try ReportContext.sound()
    for seed in 0..<UInt64(40) {
      var maker = ReportsMaker(seed: seed)
      // Cuts within quotes, whose rows are read twice; and headers of which nothing comes.
      let files = ReportFiles(ReportsLoaderTests.store(&maker, rows: 25), pretending: 0)
      for pieceSize in [40, 300, 1 << 18] { _ = check(files, context, pieceSize: pieceSize, "seed \(seed)") }
    }
  }

  /// What is known of a file that has grown counts as read; its rows are those that are new.
  @Test func endsWhereAGrownFileDoes() throws {
    let context = try ReportContext.sound()
    let header = "period,agency,indicator,value\n"
    let files = ReportFiles(["reports/a.csv": Array((header + "2023-05,vn,KT1,14\n").utf8)], pretending: 0)
    let first = check(files, context, pieceSize: 64, "first")
    files["reports/a.csv"] = (files["reports/a.csv"] ?? []) + Array("2023-06,vn,KT1,15\n2023-07,vn,KT1,16\n".utf8)
    let second = check(files, context, pieceSize: 64, "grown", previous: first)
    #expect(second.reports.count == 3)
    // Nothing to read.
    let progress = LoadingProgress()
    _ = ReportsLoader(source: files, context: context, progress: progress).loadAll(files, previous: second)
    #expect((progress.totalBytes, progress.bytes, progress.rows) == (0, 0, 0))
  }
}
