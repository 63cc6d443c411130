import Foundation
import Testing

@testable import PlanCore

/// The thread that watches, and the one that asks.
@Suite struct WatcherThreadTests {
  /// Milliseconds.
  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }

  /// Waits as the dashboard does, until a reload falls due.
  ///
  /// - Returns: how often it woke, `nil` where it waited in vain.
  private func wakes(_ watcher: FolderWatcher, within milliseconds: Int = 5_000) -> Int? {
    let end = Self.now + milliseconds
    for wake in 0... {
      if watcher.drain(now: Self.now) { return wake }
      let left = min(watcher.wait(now: Self.now) ?? .max, end - Self.now)
      guard left > 0 || watcher.wait(now: Self.now) != nil else { return nil }
      var ready = pollfd(fd: watcher.descriptor, events: Int16(POLLIN), revents: 0)
      poll(&ready, 1, Int32(max(left, 0)))
      if Self.now >= end { return nil }
    }
    return nil
  }

  @Test func tells() throws {
    let folder = try TemporaryFolder(["plan.conf": "", "reports/a.csv": "1"])
    let watcher = try FolderWatcher(root: folder.path)
    watcher.start()
    #expect(wakes(watcher, within: 100) == nil)
    for count in 1...3 {
      try folder.write("reports/new\(count)/b.csv", "2")
      #expect(wakes(watcher) != nil)
    }
    folder.move("reports/a.csv", to: "reports/c.csv")
    #expect(wakes(watcher) != nil)
    #expect(watcher.unsettled.isEmpty)
  }

  @Test func nobodyWakesWhileNothingHappens() throws {
    let folder = try TemporaryFolder(["plan.conf": ""])
    let watcher = try FolderWatcher(root: folder.path)
    watcher.start()
    try folder.write("unrelated", "")
    var ready = pollfd(fd: watcher.descriptor, events: Int16(POLLIN), revents: 0)
    #expect(poll(&ready, 1, 200) == 0)
    #expect(watcher.wait(now: Self.now) == nil)
  }

  /// A writer that writes byte by byte wakes the one that asks once, however long nobody asks.
  @Test func manyChangesAreOneWake() throws {
    let folder = try TemporaryFolder(["plan.conf": "", "reports/a.csv": "1"])
    let watcher = try FolderWatcher(root: folder.path)
    watcher.start()
    var writer: TemporaryFolder.Writer? = try .init(folder.at("reports/b.csv"))
    for _ in 0..<1_000 { writer?.write("x") }
    writer = nil
    #expect((wakes(watcher) ?? .max) < 20)
  }

  /// A thousand folders moved in at once are looked at by the other thread.
  @Test func askingNeverWaitsForADisk() throws {
    let many = Dictionary(uniqueKeysWithValues: (0..<1_000).map { ("many/\($0)/x.csv", "1") })
    let folder = try TemporaryFolder(many.merging(["plan.conf": "", "reports/a.csv": "1"]) { a, _ in a })
    let watcher = try FolderWatcher(root: folder.path)
    watcher.start()
    let still = try WatchedFolders(root: folder.path)
    folder.move("many", to: "reports/many")
    let clock = ContinuousClock()
    let walk = clock.measure { #expect(still.take().count >= 1_000) }
    var longest = Duration.zero
    var count = 0
    let end = Self.now + 20_000
    while count == 0, Self.now < end {
      var isDue = false
      longest = max(longest, clock.measure { isDue = watcher.drain(now: Self.now) })
      if isDue { count += 1 }
      usleep(500)
    }
    #expect(count == 1)
    #expect(longest < walk / 2, "\(longest) of \(walk)")
  }

  @Test func replacedStore() throws {
    let folder = try TemporaryFolder(["k/plan.conf": "", "k2/plan.conf": ""])
    let watcher = try FolderWatcher(root: folder.at("k"))
    watcher.start()
    folder.move("k", to: "k.old")
    folder.move("k2", to: "k")
    #expect(wakes(watcher) != nil)
    while wakes(watcher, within: 1_500) != nil {}
    try folder.write("k/plan.conf", "x")
    #expect(wakes(watcher) != nil)
  }

  @Test func threadsAndDescriptorsEndWithTheirWatcher() throws {
    let folder = try TemporaryFolder()
    func count(_ what: String) throws -> Int {
      try FileManager.default.contentsOfDirectory(atPath: "/proc/self/\(what)").count
    }
    let before = (files: try count("fd"), threads: try count("task"))
    for _ in 0..<100 { try FolderWatcher(root: folder.path).start() }
    let end = Self.now + 10_000
    var after = before
    repeat {
      usleep(1_000)
      after = (try count("fd"), try count("task"))
    } while (after.files > before.files + 80 || after.threads > before.threads + 80) && Self.now < end
    #expect(after.files <= before.files + 80)
    #expect(after.threads <= before.threads + 80)
  }
}
