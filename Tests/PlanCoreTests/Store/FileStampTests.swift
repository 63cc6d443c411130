import Foundation
import Testing
import TextCore

@testable import PlanCore

/// A file says when it was changed, and may say anything.
@Suite struct FileStampTests {
  private func stamp(modified: Int) -> FileStamp {
    var status = stat()
    status.st_mtim.tv_sec = modified
    return FileStamp(status)
  }

  @Test(arguments: [Int.max, .min, 0, -1, .max / 1_000, .min / 1_000, 253_402_300_800])
  func anyMoment(seconds: Int) {
    let stamp = stamp(modified: seconds)
    #expect(!stamp.isFresh)
    #expect(stamp.modified == Int64(seconds))
  }

  @Test func fresh() {
    var status = stat()
    clock_gettime(CLOCK_REALTIME, &status.st_mtim)
    #expect(FileStamp(status).isFresh)
    status.st_mtim.tv_sec -= 1
    #expect(!FileStamp(status).isFresh)
  }

  /// Only some file systems can hold such a moment; the others hold the nearest that they can.
  @Test(arguments: [Int.max, .min]) func fileOfAnyMoment(seconds: Int) throws {
    let folder = try TemporaryFolder(MarkedStore.sound.mapValues { String(decoding: $0, as: UTF8.self) })
    let moment = timespec(tv_sec: seconds, tv_nsec: 0)
    for name in ["plan.conf", "tasks.csv"] { utimensat(AT_FDCWD, folder.at(name), [moment, moment], 0) }
    #expect(try Store.open(at: folder.location).findings.isEmpty)
  }
}
