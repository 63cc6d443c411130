import Foundation
import Synchronization
import TestSupport
import Testing
import TextCore

@testable import PlanCore

/// Files that are appended to, cut, replaced and removed while the store is read again and again: nothing crashes, and
/// what is known in the end is what a fresh start finds.
@Suite(.timeLimit(.minutes(2))) struct RunningLoadTests {
  /// Changes the report files of a folder at random.
  private struct Vandal {
    let folder: String
    var maker: ReportsMaker

    mutating func change() {
      let name = String(decoding: maker.pick(["a", "b", "c", "d/e", "B"]), as: UTF8.self)
      let path = "\(folder)/reports/\(name).csv"
      switch maker.number(0...9) {
      case 0, 1, 2: write(Array(maker.file(rows: 4).suffix(maker.number(1...400))), to: path, O_APPEND)
      case 3, 4: truncate(path, off_t(maker.number(0...2_000)))
      case 5: write(maker.file(rows: maker.number(0...20)), to: path, O_CREAT | O_TRUNC)
      case 6, 7:
        write(maker.file(rows: maker.number(0...20)), to: folder + "/draft", O_CREAT | O_TRUNC)
        rename(folder + "/draft", path)
      case 8: overwrite(path)
      default: unlink(path)
      }
      // So that changes fall between any two reads.
      usleep(UInt32(maker.number(0...900)))
    }

    private func write(_ bytes: [UInt8], to path: String, _ flags: Int32) {
      let file = open(path, O_WRONLY | O_CLOEXEC | flags, 0o644)
      guard file >= 0 else { return }
      _ = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      close(file)
    }

    /// Some bytes in the middle.
    private mutating func overwrite(_ path: String) {
      let file = open(path, O_WRONLY | O_CLOEXEC)
      guard file >= 0 else { return }
      let place = off_t(maker.number(0...max(0, Int(lseek(file, 0, SEEK_END)))))
      let bytes = maker.pick(["\n", "1,2\n", "\"", "2023-03,vn,KT1,9\n", "\"\n", ","])
      _ = bytes.withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, place) }
      close(file)
    }
  }

  private func folder(_ seed: UInt64) throws -> TemporaryFolder {
    var maker = ReportsMaker(seed: seed)
    let folder = try TemporaryFolder()
    for (name, bytes) in MarkedStore.sound { try folder.write(name, bytes) }
    try folder.makeFolder("reports/d")
    for name in ["a", "b"] { try folder.write("reports/\(name).csv", maker.file(rows: 20)) }
    return folder
  }

  /// Reads so many times while files change all the time.
  private func whileChanging(_ folder: String, seed: UInt64, reads: Int, _ read: @escaping @Sendable () -> Void) {
    let left = Atomic(reads)
    Parallel.run(2) { number in
      if number == 0 {
        var vandal = Vandal(folder: folder, maker: ReportsMaker(seed: seed))
        while left.load(ordering: .relaxed) > 0 { vandal.change() }
      } else {
        while left.load(ordering: .relaxed) > 0 {
          read()
          left.subtract(1, ordering: .relaxed)
        }
      }
    }
  }

  /// The whole store, as a dashboard reads it.
  @Test(arguments: 0..<UInt64(3))
  func storesEndAsFreshOnes(_ seed: UInt64) throws {
    let folder = try folder(seed)
    let location = folder.location
    let last = Mutex(try Store.open(at: location))
    whileChanging(folder.path, seed: seed, reads: 25) {
      let before = last.withLock { $0 }
      guard let store = try? Store.open(at: location, reusing: before) else { return }
      // What a page would ask for meanwhile.
      let history = store.reports.history(indicator: 1, agency: 0)
      _ = store.details(of: Array(history.suffix(3)))
      _ = answer(store)
      last.withLock { $0 = store }
    }
    let store = try Store.open(at: location, reusing: last.withLock { $0 })
    #expect(answer(store) == answer(try Store.open(at: location)))
  }

  private func answer(_ store: Store) -> [String] {
    let assessment = Assessment(
      of: store.plan, reports: store.reports, journal: store.journal, asOf: store.plan.settings.end)
    return [StatusJSON.text(of: assessment, plan: store.plan, findings: store.findings)]
      + store.findings.kept.map { $0.text(in: .english) }
  }

  /// Files that look large, so that more threads than one are worth while.
  private struct LargeFiles: StoreFiles {
    let files: FolderFiles

    func stamp(of path: String) -> FileStamp? {
      var stamp = files.stamp(of: path)
      stamp?.size += 1 << 20
      return stamp
    }

    func read(_ path: String) -> FileResult<[UInt8]> { files.read(path) }
    func open(_ path: String) -> FileResult<any OpenFile> { files.open(path) }
    func reportPaths(findings: inout Findings) -> [String] { files.reportPaths(findings: &findings) }
  }

  /// The loader alone, in pieces so small that a file changes between two of them.
  @Test(arguments: 0..<UInt64(4))
  func smallPiecesEndAsFreshOnes(_ seed: UInt64) throws {
    let folder = try folder(seed)
    let files = LargeFiles(files: try FolderFiles(folder.path))
    let context = try ReportContext.sound()
    let last = Mutex<ReportsLoader.Loaded?>(nil)
    @Sendable func read() {
      var findings = Findings()
      let paths = files.reportPaths(findings: &findings)
      let loader = ReportsLoader(source: files, context: context, threads: 2, pieceSize: 300)
      let before = last.withLock { $0 }
      let loaded = loader.load(paths, previous: before, unsettled: [])
      last.withLock { $0 = loaded }
    }
    whileChanging(folder.path, seed: seed, reads: 40, read)
    read()
    var findings = Findings()
    let contents = files.reportPaths(findings: &findings).map { ($0, files.read($0).value ?? []) }
    let expected = ReadReports(reading: Dictionary(contents) { first, _ in first }, context)
    let difference = last.withLock { $0 }.flatMap { ReadReports($0).difference(from: expected) }
    if let difference { Issue.record("seed \(seed): \(difference)") }
  }
}
