import Synchronization
import TestSupport
import Testing
import TextCore

@testable import PlanCore

/// A file that somebody writes into while it is read: whatever came of that, the next reading is right.
@Suite struct ShiftingFileTests {
  /// One report file that is another one from some read on, under those who have it open too.
  private final class ShiftingFile: StoreFiles {
    private struct State {
      var bytes: [UInt8]
      var next: [UInt8]?
      var readsLeft = 0
      var revision: Int64 = 1
    }

    static let path = "reports/a.csv"
    private let state: Mutex<State>

    init(_ bytes: [UInt8]) { state = Mutex(State(bytes: bytes)) }

    /// Becomes other bytes after so many more reads.
    func shift(to bytes: [UInt8], afterReads count: Int) {
      state.withLock { ($0.next, $0.readsLeft) = (bytes, count) }
      if count == 0 { shiftNow() }
    }

    /// Becomes them now, if it has not yet.
    func shiftNow() {
      state.withLock { state in
        guard let next = state.next else { return }
        (state.bytes, state.next) = (next, nil)
        state.revision += 1
      }
    }

    func stamp(of path: String) -> FileStamp? {
      state.withLock { FileStamp(size: Int64($0.bytes.count), modified: $0.revision) }
    }

    func read(_ path: String) -> FileResult<[UInt8]> { .success(state.withLock { $0.bytes }) }
    func open(_ path: String) -> FileResult<any OpenFile> {
      .success(Opened(self, state.withLock { $0.bytes.count }))
    }
    func reportPaths(findings: inout Findings) -> [String] { [Self.path] }

    private final class Opened: OpenFile {
      private let file: ShiftingFile
      let size: Int

      init(_ file: ShiftingFile, _ size: Int) {
        self.file = file
        self.size = size
      }

      func read(at offset: Int, into room: UnsafeMutableRawBufferPointer) -> FileResult<Int> {
        defer {
          let isOver = file.state.withLock { state in
            state.readsLeft -= 1
            return state.readsLeft == 0
          }
          if isOver { file.shiftNow() }
        }
        return MemoryFile(file.state.withLock { $0.bytes }).read(at: offset, into: room)
      }
    }
  }

  /// What somebody might make of a file.
  private func changed(_ bytes: [UInt8], _ maker: inout ReportsMaker) -> [UInt8] {
    let end = maker.number(0...bytes.count)
    switch maker.number(0...4) {
    case 0: return Array(bytes[..<end])
    case 1: return bytes + Array(maker.file(rows: 5).suffix(maker.number(0...200)))
    case 2: return Array(bytes[..<end]) + Array(maker.file(rows: 10).suffix(maker.number(0...400)))
    case 3: return maker.file(rows: maker.number(0...20))
    default: return DamageTests.damaged(bytes, with: &maker.random)
    }
  }

  @Test(arguments: 0..<4)
  func nextReadingIsRight(_ part: Int) throws {
    let context = try ReportContext.sound()
    for number in 0..<100 {
      let seed = UInt64(part * 10_000 + number)
      var maker = ReportsMaker(seed: seed)
      let bytes = maker.file(rows: maker.number(0...20))
      let file = ShiftingFile(Array(bytes.prefix(maker.number(0...bytes.count))))
      let pieceSize = [16, 64, 200, 1_000, 1 << 18].randomElement(using: &maker.random) ?? 64
      let loader = ReportsLoader(source: file, context: context, threads: 1, pieceSize: pieceSize)
      var loaded = maker.once(in: 2) ? nil : loader.load([ShiftingFile.path], previous: nil, unsettled: [])
      file.shift(to: bytes, afterReads: 0)
      let end = changed(bytes, &maker)
      file.shift(to: end, afterReads: maker.number(1...20))
      loaded = loader.load([ShiftingFile.path], previous: loaded, unsettled: [])
      file.shiftNow()
      loaded = loader.load([ShiftingFile.path], previous: loaded, unsettled: [])
      let expected = ReadReports(reading: [ShiftingFile.path: end], context)
      guard let difference = loaded.flatMap({ ReadReports($0).difference(from: expected) }) else { continue }
      Issue.record("seed \(seed), pieces of \(pieceSize): \(difference)")
    }
  }
}
