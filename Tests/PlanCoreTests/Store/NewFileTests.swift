import Foundation
import Testing

@testable import PlanCore

/// A file that is new stands there whole or not at all, and beside what was there.
@Suite struct NewFileTests {
  private func names(_ folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func aNumberIsAdded() throws {
    let folder = try TemporaryFolder()
    for number in 1...12 {
      let path = try NewFile.write(Array("\(number)".utf8), named: "a-b", "csv", in: folder.path)
      #expect(path == "\(folder.path)/a-b\(number == 1 ? "" : "-\(number)").csv")
    }
    #expect(try names(folder).count == 12)
    #expect(FileManager.default.contents(atPath: folder.path + "/a-b.csv") == Data("1".utf8))
    #expect(FileManager.default.contents(atPath: folder.path + "/a-b-12.csv") == Data("12".utf8))
  }

  /// Links, dangling ones too, and folders are in the way as files are.
  @Test func nothingIsOverwritten() throws {
    let folder = try TemporaryFolder()
    symlink("/nonexistent/x", folder.path + "/f.txt")
    mkdir(folder.path + "/f-2.txt", 0o777)
    #expect(try NewFile.write([1], named: "f", "txt", in: folder.path) == folder.path + "/f-3.txt")
    #expect(!FileManager.default.fileExists(atPath: "/nonexistent/x"))
  }

  @Test(arguments: [EINTR, EIO, ENOSPC, EACCES, EDQUOT, EROFS, EPERM]) func everyCallInTurn(code: Int32) throws {
    var isDone = false
    for number in 1...30 where !isDone {
      let folder = try TemporaryFolder()
      let system = FailingSystem(failing: number, with: code)
      var thrown: StoreError?
      do throws(StoreError) {
        _ = try NewFile.write(Array("whole".utf8), named: "f", "txt", in: folder.path, system)
      } catch { thrown = error }
      let names = try names(folder)
      #expect(names.isEmpty || names == ["f.txt"], "call \(number): \(names)")
      for name in names {
        #expect(FileManager.default.contents(atPath: folder.path + "/" + name) == Data("whole".utf8))
      }
      #expect((thrown == nil) == (names == ["f.txt"]))
      if code == EINTR { #expect(thrown == nil) }
      isDone = system.calls < number
    }
    #expect(isDone)
  }

  /// A file of just one name is that one or none.
  @Test func atAPath() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/giao ban.md"
    try NewFile.write([1], at: path)
    #expect(throws: StoreError.system(path: path, errno: EEXIST)) { try NewFile.write([2], at: path) }
    symlink("/nonexistent/x", folder.path + "/link")
    #expect(throws: StoreError.self) { try NewFile.write([2], at: folder.path + "/link") }
    #expect(throws: StoreError.self) { try NewFile.write([2], at: folder.path + "/no/x") }
    #expect(try names(folder) == ["giao ban.md", "link"])
    #expect(FileManager.default.contents(atPath: path) == Data([1]))
  }

  @Test func noSuchFolder() {
    #expect(throws: StoreError.self) { try NewFile.write([1], named: "f", "txt", in: "/dev/null/x") }
  }
}
