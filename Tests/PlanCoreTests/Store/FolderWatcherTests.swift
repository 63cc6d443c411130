import Foundation
import Testing

@testable import PlanCore

/// What a watched folder tells. `FolderWatcher` says the same from a thread of its own: see `WatcherThreadTests`.
@Suite struct FolderWatcherTests {
  /// Watched folders without a thread: what was written is told at once.
  final class StillWatcher {
    private let folders: WatchedFolders
    private var settling = Settling()

    init(root: String) throws { folders = try WatchedFolders(root: root) }

    var descriptor: Int32 { folders.descriptor }
    var unsettled: Set<String> { settling.unsettled }

    func drain(now: Int) -> Bool {
      for change in folders.take() { settling.take(change, at: now) }
      return settling.takeReload(at: now)
    }

    func wait(now: Int) -> Int? { settling.wait(at: now) }
  }

  /// A watched folder, with a clock that the test moves on: waiting costs nothing.
  final class Scene {
    let folder: TemporaryFolder
    let watcher: StillWatcher
    var now = 1_000_000

    /// - Parameter root: of the store, within the folder that the files are in.
    init(_ files: [String: String] = ["plan.conf": "", "reports/a.csv": "1"], root: String = "") throws {
      folder = try TemporaryFolder(files)
      watcher = try StillWatcher(root: folder.at(root))
    }

    /// How many reloads fall due while so much time goes by.
    func reloads(within milliseconds: Int = 200) -> Int {
      var count = 0
      let end = now + milliseconds
      while true {
        if watcher.drain(now: now) { count += 1 }
        guard let wait = watcher.wait(now: now), now + wait <= end else { break }
        now += max(wait, 1)
      }
      now = end
      return count
    }
  }

  @Test func nothingHappensInAnIdleFolder() throws {
    let scene = try Scene()
    #expect(scene.reloads(within: 100_000) == 0)
    #expect(scene.watcher.wait(now: scene.now) == nil)
    #expect(scene.watcher.unsettled.isEmpty)
    var ready = pollfd(fd: scene.watcher.descriptor, events: Int16(POLLIN), revents: 0)
    #expect(poll(&ready, 1, 0) == 0)
    try scene.folder.write("reports/b.csv", "2")
    #expect(poll(&ready, 1, 0) == 1)
  }

  @Test(arguments: [
    "plan.conf", "pillars.csv", "updates.csv", "sources.csv", "reports/a.csv", "reports/b.csv",
    "reports/new/deep/c.csv", "reports/Q3.xlsx", "reports/new/a.CSV", "updates.csv.torn",
  ])
  func droppedFile(name: String) throws {
    let scene = try Scene(["plan.conf": "", "reports/a.csv": "1", "reports/new/deep/b.csv": ""])
    try scene.folder.write(name, "2")
    #expect(!scene.watcher.drain(now: scene.now))
    #expect(scene.watcher.unsettled.isEmpty)
    #expect(scene.watcher.wait(now: scene.now) == Settling.gathering)
    #expect(scene.reloads() == 1)
    #expect(scene.reloads(within: 5_000) == 0)
    #expect(scene.watcher.wait(now: scene.now) == nil)
  }

  @Test(arguments: [
    "README.md", "other.csv", "reports.csv", "a/b.csv", "reports/notes.txt", "reports/a.csv~", "reports/.a.csv.swp",
    "reports/.hidden/x.csv", "reports/old~/x.csv", ".plan.conf.swp", "plan.conf~", "4913", "reports/~$Q3.xlsx",
  ])
  func unrelatedFile(name: String) throws {
    let scene = try Scene()
    try scene.folder.write(name, "2")
    #expect(scene.reloads(within: 5_000) == 0)
    try scene.folder.remove(name)
    #expect(scene.reloads(within: 5_000) == 0)
  }

  @Test func renamedIn() throws {
    let scene = try Scene()
    try scene.folder.write("reports/.b.csv.X3aQ", "2")
    scene.folder.move("reports/.b.csv.X3aQ", to: "reports/b.csv")
    #expect(!scene.watcher.drain(now: scene.now))
    #expect(scene.watcher.unsettled.isEmpty)
    #expect(scene.reloads() == 1)
  }

  @Test func deletedAndMovedOut() throws {
    let scene = try Scene(["plan.conf": "", "reports/a.csv": "", "reports/b.csv": ""])
    try scene.folder.remove("reports/a.csv")
    #expect(scene.reloads() == 1)
    scene.folder.move("reports/b.csv", to: "b.csv")
    #expect(scene.reloads() == 1)
    #expect(scene.watcher.unsettled.isEmpty)
  }

  @Test func slowWriter() throws {
    let scene = try Scene()
    var writer: TemporaryFolder.Writer? = try .init(scene.folder.at("reports/slow.csv"))
    for _ in 0..<5 {
      writer?.write("a line\n")
      #expect(scene.reloads(within: 900) == 0)
      #expect(scene.watcher.unsettled == ["reports/slow.csv"])
      #expect(scene.watcher.wait(now: scene.now) == 100)
    }
    writer?.write("the end")
    #expect(scene.reloads(within: 900) == 0)
    writer = nil
    #expect(scene.reloads() == 1)
    #expect(scene.watcher.unsettled.isEmpty)
    #expect(scene.reloads(within: 5_000) == 0)
  }

  @Test func quietWriterThatNeverCloses() throws {
    let scene = try Scene()
    let writer = try TemporaryFolder.Writer(scene.folder.at("reports/log.csv"))
    writer.write("1")
    #expect(scene.reloads(within: 999) == 0)
    #expect(scene.reloads(within: 1) == 1)
    #expect(scene.watcher.unsettled.isEmpty)
    #expect(scene.reloads(within: 5_000) == 0)
    writer.write("2")
    #expect(scene.reloads(within: 5_000) == 1)
  }

  @Test func anotherFileIsNotHeldUpByASlowOne() throws {
    let scene = try Scene()
    let writer = try TemporaryFolder.Writer(scene.folder.at("reports/slow.csv"))
    writer.write("1")
    try scene.folder.write("reports/quick.csv", "2")
    #expect(scene.reloads() == 1)
    #expect(scene.watcher.unsettled == ["reports/slow.csv"])
    _ = consume writer
    #expect(scene.reloads() == 1)
  }

  @Test func newNestedFolderWithAFileAtOnce() throws {
    let scene = try Scene()
    try scene.folder.write("reports/2023/06/x.csv", "1")
    // Whether its writer is done cannot be known: the folder was not watched yet.
    #expect(scene.reloads(within: 1_100) == 1)
    try scene.folder.write("reports/2023/06/y.csv", "1")
    #expect(scene.reloads() == 1)
  }

  @Test func reportsAppearLater() throws {
    let scene = try Scene(["plan.conf": ""])
    try scene.folder.makeFolder("reports")
    #expect(scene.reloads(within: 2_000) == 0)
    try scene.folder.write("reports/x.csv", "1")
    #expect(scene.reloads() == 1)
  }

  @Test func folderMovedInWithOldFilesIsReadAtOnce() throws {
    let scene = try Scene(["plan.conf": "", "reports/a.csv": "", "staging/2023/x.csv": "1"])
    Thread.sleep(forTimeInterval: 1.1)
    scene.folder.move("staging/2023", to: "reports/2023")
    #expect(scene.reloads() == 1)
  }

  @Test func folderMovedAndRemoved() throws {
    let scene = try Scene(["plan.conf": "", "reports/a/x.csv": "", "reports/b/y.csv": ""])
    scene.folder.move("reports/a", to: "reports/c")
    #expect(scene.reloads(within: 2_000) >= 1)
    let writer = try TemporaryFolder.Writer(scene.folder.at("reports/c/x.csv"))
    writer.write("1")
    #expect(scene.reloads() == 0)
    #expect(scene.watcher.unsettled == ["reports/c/x.csv"])
    scene.folder.move("reports/c", to: "away")
    #expect(scene.reloads() == 1)
    #expect(scene.watcher.unsettled.isEmpty)
    writer.write("2")
    try scene.folder.write("away/z.csv", "")
    #expect(scene.reloads(within: 2_000) == 0)
    try scene.folder.remove("reports/b")
    #expect(scene.reloads() == 1)
    try scene.folder.remove("reports")
    _ = scene.reloads(within: 2_000)
    try scene.folder.write("reports/again.csv", "")
    #expect(scene.reloads(within: 2_000) >= 1)
  }

  /// As vim and emacs do it: the old file moved away, a new one written, the old one removed.
  @Test func editorsWayOfSaving() throws {
    let scene = try Scene()
    try scene.folder.write("reports/.a.csv.swp", "swap")
    try scene.folder.write("reports/4913", "")
    try scene.folder.remove("reports/4913")
    scene.folder.move("reports/a.csv", to: "reports/a.csv~")
    #expect(!scene.watcher.drain(now: scene.now))
    var writer: TemporaryFolder.Writer? = try .init(scene.folder.at("reports/a.csv"))
    writer?.write("new")
    #expect(!scene.watcher.drain(now: scene.now + 10))
    #expect(scene.watcher.unsettled == ["reports/a.csv"])
    writer = nil
    try scene.folder.remove("reports/a.csv~")
    try scene.folder.remove("reports/.a.csv.swp")
    #expect(scene.reloads() == 1)
  }

  @Test func hundredFilesAtOnceAreFewReloads() throws {
    let scene = try Scene()
    var count = 0
    for index in 0..<100 {
      try scene.folder.write("reports/\(index).csv", "1")
      scene.now += 1
      if scene.watcher.drain(now: scene.now) { count += 1 }
    }
    count += scene.reloads()
    #expect((1...3).contains(count))
  }

  @Test func lostEventsAreAReload() throws {
    let text = try String(contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
    guard let limit = Int(text.trimmingCharacters(in: .whitespacesAndNewlines)), limit <= 100_000 else { return }
    let scene = try Scene()
    for index in 0...(limit / 2 + 1) {
      let name = scene.folder.at("x\(index % 2)")
      close(open(name, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644))
      unlink(name)
    }
    try scene.folder.write("reports/new/unseen.csv", "1")
    #expect(scene.reloads(within: 2_000) >= 1)
    try scene.folder.write("reports/new/seen.csv", "1")
    #expect(scene.reloads() == 1)
  }

  @Test func linksAreFollowedWithinTheStoreOnly() throws {
    let outside = try TemporaryFolder(["x.csv": ""])
    let scene = try Scene(["plan.conf": "", "reports/a.csv": "", "archive/x.csv": ""])
    try scene.folder.link("reports/in", to: "../archive")
    try scene.folder.link("reports/out", to: outside.path)
    try scene.folder.link("reports/round", to: ".")
    _ = scene.reloads(within: 3_000)
    try scene.folder.write("archive/x.csv", "1")
    #expect(scene.reloads() == 1)
    try outside.write("x.csv", "1")
    #expect(scene.reloads() == 0)
    try scene.folder.remove("reports/in")
    #expect(scene.reloads() == 1)
  }

  // MARK: The store's own folder

  private static let store = ["k/plan.conf": "", "k/reports/a.csv": "1", "k2/plan.conf": "", "k2/reports/a.csv": "2"]

  /// Whether changes are seen in the folder that the store's name leads to now.
  private func expectWatched(_ scene: Scene, _ root: String = "k") throws {
    _ = scene.reloads(within: 2_000)
    #expect(scene.reloads(within: 5_000) == 0)
    try scene.folder.write("\(root)/reports/new.csv", "1")
    #expect(scene.reloads(within: 2_000) == 1)
    try scene.folder.write("\(root)/plan.conf", "x")
    #expect(scene.reloads() == 1)
    #expect(scene.watcher.wait(now: scene.now) == nil)
  }

  @Test func replacedStore() throws {
    let scene = try Scene(Self.store, root: "k")
    for _ in 0..<3 {
      scene.folder.move("k", to: "k.old")
      scene.folder.move("k2", to: "k")
      #expect(scene.reloads(within: 2_000) >= 1)
      try expectWatched(scene)
      // The old one is nobody's any more.
      try scene.folder.write("k.old/plan.conf", "x")
      try scene.folder.write("k.old/reports/a.csv", "x")
      #expect(scene.reloads(within: 2_000) == 0)
      scene.folder.move("k.old", to: "k2")
    }
  }

  @Test func storeThatComesBackLater() throws {
    let scene = try Scene(Self.store, root: "k")
    scene.folder.move("k", to: "k.old")
    #expect(scene.reloads() == 1)
    #expect(scene.watcher.wait(now: scene.now) == nil)
    try scene.folder.write("unrelated", "")
    #expect(scene.reloads(within: 100_000) == 0)
    scene.folder.move("k2", to: "k")
    #expect(scene.reloads(within: 2_000) >= 1)
    try expectWatched(scene)
    try scene.folder.remove("k")
    #expect(scene.reloads(within: 2_000) >= 1)
    try scene.folder.write("k/plan.conf", "")
    #expect(scene.reloads(within: 2_000) >= 1)
    try expectWatched(scene)
  }

  @Test func storeWhoseParentsAreGoneToo() throws {
    let files = Dictionary(uniqueKeysWithValues: Self.store.map { ("a/b/\($0)", $1) })
    let scene = try Scene(files, root: "a/b/k")
    try scene.folder.remove("a")
    #expect(scene.reloads(within: 2_000) >= 1)
    try scene.folder.makeFolder("a")
    #expect(scene.reloads(within: 2_000) >= 1)
    try scene.folder.write("a/c", "")
    #expect(scene.reloads(within: 2_000) == 0)
    try scene.folder.write("a/b/k/plan.conf", "")
    #expect(scene.reloads(within: 2_000) >= 1)
    try expectWatched(scene, "a/b/k")
  }

  /// What the copy has written so far is not read before it is whole.
  @Test func storeThatIsCopiedSlowly() throws {
    let scene = try Scene(Self.store, root: "k")
    scene.folder.move("k", to: "k.old")
    #expect(scene.reloads() == 1)
    try scene.folder.makeFolder("k")
    var writer: TemporaryFolder.Writer? = try .init(scene.folder.at("k/plan.conf"))
    writer?.write("half")
    _ = scene.reloads(within: 500)
    #expect(scene.watcher.unsettled == ["plan.conf"])
    writer = nil
    #expect(scene.reloads() == 1)
    #expect(scene.watcher.unsettled.isEmpty)
  }

  @Test func storeThatIsALink() throws {
    let folder = try TemporaryFolder(Self.store)
    try folder.link("current", to: "k")
    let watcher = try StillWatcher(root: folder.at("current"))
    folder.move("k", to: "k.old")
    #expect(!watcher.drain(now: 0))
    #expect(watcher.drain(now: 100))
    folder.move("k2", to: "k")
    #expect(!watcher.drain(now: 10_000))
    #expect(watcher.drain(now: 20_000))
    try folder.write("k/plan.conf", "x")
    #expect(!watcher.drain(now: 30_000))
    #expect(watcher.drain(now: 40_000))
  }

  @Test func missingFolder() throws {
    #expect(throws: StoreError.missing) { try FolderWatcher(root: "/nowhere/at/all") }
    let folder = try TemporaryFolder(["file": ""])
    #expect(throws: StoreError.missing) { try FolderWatcher(root: folder.at("file")) }
  }
}
