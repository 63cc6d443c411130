import Foundation
import Testing

@testable import PlanCore

/// A file that is replaced is the old one or the new one, whatever fails.
@Suite struct AtomicFileTests {
  private func content(_ folder: TemporaryFolder) throws -> (names: [String], bytes: [UInt8]) {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names, Array(FileManager.default.contents(atPath: folder.path + "/f") ?? Data()))
  }

  @Test(arguments: [EINTR, EIO, ENOSPC, EACCES, EDQUOT, EROFS]) func everyCallInTurn(code: Int32) throws {
    var isDone = false
    for number in 1...30 where !isDone {
      let folder = try TemporaryFolder()
      try AtomicFile.write(Array("old".utf8), to: "f", in: folder.path)
      let system = FailingSystem(failing: number, with: code)
      var thrown: StoreError?
      do throws(StoreError) {
        try AtomicFile.write(Array("new and longer".utf8), to: "f", in: folder.path, system)
      } catch { thrown = error }
      let (names, bytes) = try content(folder)
      #expect(names == ["f"], "call \(number)")
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text == "old" || text == "new and longer", "call \(number): \(text)")
      if thrown == nil { #expect(text == "new and longer") }
      if code == EINTR { #expect(thrown == nil) }
      isDone = system.calls < number
    }
    #expect(isDone)
  }

  @Test func aDraftThatWasLeftBehindIsNoObstacle() throws {
    let folder = try TemporaryFolder()
    try folder.write(".f.\(getpid())~", "half")
    try AtomicFile.write([1, 2], to: "f", in: folder.path)
    let (names, bytes) = try content(folder)
    #expect(names == ["f"] && bytes == [1, 2])
  }
}
