import Foundation
import TestSupport
import Testing

/// Real processes that write the journal of one store: ended in the middle, and many at once.
@Suite(.serialized) struct AppendLoopTests {
  private static let tool = Shell.products + "/AppendLoop"

  /// As little as a store may be, so that a process is soon at work.
  private func smallStore() throws -> TemporaryFolder {
    let store = try TemporaryFolder()
    let files = [
      "plan.conf": "format = 1\nid = x\nstart = 2023-01-01\nend = 2023-12-31\ntitle.vi = X\n",
      "agencies.csv": "id,kind,short_vi,name_vi\nmic,ministry,Bộ,Bộ\n", "pillars.csv": "id,code,name_vi\np,P,P\n",
      "indicators.csv": "id,pillar,title_vi,comparator,target,aggregation,scope,source\n",
      "sources.csv": "id,title,confidence\ns,S,public\n", "tasks.csv": "id,lead,title_vi,source\nT19,mic,T,s\n",
    ]
    for (name, text) in files { try store.write(text, to: name) }
    return store
  }

  private func start(_ store: TemporaryFolder, _ author: String, _ count: Int, saying file: TemporaryFile) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, file.path, O_WRONLY | O_APPEND, 0)
    return Shell.spawn([Self.tool, store.path, author, "\(count)"], [:], &actions)
  }

  /// The notes in the journal, each with how often it stands there; the store must open without a finding.
  private func notes(of store: TemporaryFolder, warnings: Bool = false) throws -> [String: Int] {
    let checked = Shell.thuky("check", "--store", store.path)
    #expect(checked.status == 0, "\(checked.out)")
    if !warnings { #expect(checked.out.isEmpty, "\(checked.out)") }
    var notes: [String: Int] = [:]
    for line in try store.text(of: "updates.csv").split(separator: "\n") {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      if cells.count == 7, cells[3] == "note" { notes[String(cells[4]), default: 0] += 1 }
    }
    return notes
  }

  /// Kills in one store: what starts reads the journal that its forerunners left, so that one store for all of them
  /// would cost the square of their number.
  private static let mostKillsOfAStore = 50

  /// `THUKY_KILLS=1000` for the whole of it.
  @Test func everySavedRowOutlivesAKill() throws {
    let kills = ProcessInfo.processInfo.environment["THUKY_KILLS"].flatMap { Int($0) } ?? 120
    var random = SeededRandom(seed: UInt64(kills))
    var (inTheMiddle, rows, number) = (0, 0, 0)
    while number < kills {
      let store = try smallStore()
      let said = TemporaryFile()
      let last = min(kills, number + Self.mostKillsOfAStore)
      while number < last {
        if try killInTheMiddle(of: store, "k\(number)", saying: said, &random) { inTheMiddle += 1 }
        number += 1
      }
      let saved = said.text.split(separator: "\n").map(String.init)
      let notes = try notes(of: store, warnings: true)
      #expect(saved.allSatisfy { notes[$0] == 1 })
      #expect(notes.values.allSatisfy { $0 == 1 })
      rows += saved.count
    }
    #expect(inTheMiddle > kills / 2)
    print(
      "kills survived: \(kills), of them after a saved row: \(inTheMiddle); rows said to be saved: \(rows), all there")
  }

  /// Starts a process and ends it somewhere from while it starts to while it has written some rows.
  ///
  /// - Returns: whether it had said of a row that it is saved.
  private func killInTheMiddle(
    of store: TemporaryFolder, _ author: String, saying said: TemporaryFile, _ random: inout SeededRandom
  ) throws -> Bool {
    let before = said.size
    let pid = try #require(start(store, author, 0, saying: said))
    for _ in 0..<400 where said.size == before { usleep(500) }
    usleep(UInt32.random(in: 0...8_000, using: &random))
    kill(pid, SIGKILL)
    #expect(Shell.wait(pid) == 128 + SIGKILL)
    return said.size > before
  }

  @Test func fiftyAtOnce() throws {
    let store = try smallStore()
    let said = TemporaryFile()
    let processes = (0..<50).compactMap { start(store, "p\($0)", 100, saying: said) }
    #expect(processes.count == 50)
    #expect(processes.allSatisfy { Shell.wait($0) == 0 })
    let notes = try notes(of: store)
    #expect(notes.count == 5_000 && notes.values.allSatisfy { $0 == 1 })
    #expect(Set(said.text.split(separator: "\n").map(String.init)) == Set(notes.keys))
    print("rows of 50 processes: \(notes.count), torn or lost: 0")
  }
}

extension TemporaryFile {
  fileprivate var size: Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }
}
