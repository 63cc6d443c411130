import Foundation
import Testing

@testable import PlanCore

/// A file that is replaced is the old one or the new one, whatever fails.
@Suite struct AtomicFileTests {
  /// The system, but that its n-th call fails.
  final class FailingSystem: FileSystem {
    private let real = RealFileSystem()
    private let failing: Int
    private let code: Int32
    private(set) var calls = 0

    init(failing: Int, with code: Int32) {
      self.failing = failing
      self.code = code
    }

    private func call(_ body: () -> Int32) -> Int32 {
      calls += 1
      return calls == failing ? -code : body()
    }

    func makeFolder(_ path: String) -> Int32 { call { real.makeFolder(path) } }
    func create(_ path: String) -> Int32 { call { real.create(path) } }
    func createPrivate(_ path: String) -> Int32 { call { real.createPrivate(path) } }
    func write(_ descriptor: Int32, _ bytes: ArraySlice<UInt8>) -> Int {
      calls += 1
      // A byte at a time at first: whoever writes has to go on.
      return calls == failing ? -Int(code) : real.write(descriptor, calls < 5 ? bytes.prefix(1) : bytes)
    }
    func sync(_ descriptor: Int32) -> Int32 { call { real.sync(descriptor) } }
    func openFolder(_ path: String) -> Int32 { call { real.openFolder(path) } }
    func close(_ descriptor: Int32) -> Int32 {
      let code = real.close(descriptor)
      return call { code }
    }
    func rename(_ path: String, _ target: String) -> Int32 { call { real.rename(path, target) } }
    func link(_ path: String, _ name: String) -> Int32 { call { real.link(path, name) } }
    func remove(_ path: String) -> Int32 { real.remove(path) }
    func removeFolder(_ path: String) -> Int32 { real.removeFolder(path) }
    var processID: Int32 { real.processID }
  }

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
