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

  /// Where there are no second names the file is moved, and where that cannot be done without overwriting, made in place.
  @Test func withoutSecondNames() throws {
    for refused: Set in [["link"], ["link", "move"]] {
      let folder = try TemporaryFolder(["f.txt": "old"])
      let system = FailingSystem(refusing: refused, with: EPERM)
      let path = try NewFile.write([1, 2], named: "f", "txt", in: folder.path, system)
      #expect(path == folder.path + "/f-2.txt", "\(system.log)")
      #expect(system.log.count { $0 == "open" } == (refused.contains("move") ? 3 : 1), "\(system.log)")
      #expect(try names(folder) == ["f-2.txt", "f.txt"])
      #expect(FileManager.default.contents(atPath: path) == Data([1, 2]))
    }
  }

  /// What appears meanwhile is never overwritten.
  @Test func movingSparesWhatIsThere() throws {
    let folder = try TemporaryFolder(["old": "old", "new": "new"])
    let system = RealFileSystem()
    #expect(system.renameToNew(folder.path + "/new", folder.path + "/old") == -EEXIST)
    #expect(system.renameToNew(folder.path + "/new", folder.path + "/other") == 0)
    #expect(try names(folder) == ["old", "other"])
    #expect(FileManager.default.contents(atPath: folder.path + "/old") == Data("old".utf8))
  }

  @Test(arguments: [
    ("x", ".", "x"), ("a/x", "a", "x"), ("/x", "/", "x"), ("/a//x", "/a", "x"), ("a/x/", "a", "x"), ("/", "/", ""),
    ("", ".", ""), ("/a/\u{301}x", "/a", "\u{301}x"),
  ])
  func paths(_ path: String, _ folder: String, _ name: String) { #expect(PathText.parts(path) == (folder, name)) }

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
