import Foundation
import Testing
import TextCore

@testable import PlanCore

/// Every system call of an append fails in turn: the file is the old one or the new one, what was said to be saved is
/// there, and the store opens.
@Suite struct JournalFaultTests {
  private static let old = JournalStore.header + JournalStore.row
  private static let torn = "2023-06-30T17:00:00+07:00,hoa,task/T19/moh,no"
  private static let new = """
    2023-06-30T17:00:00+07:00,lan,task/T19/moh,status,done,,CV 1
    2023-06-30T17:00:00+07:00,lan,task/T19/moh,note,xong,,

    """

  /// What there was, and that without its torn piece.
  static let beginnings: [(name: String, journal: String?, whole: String)] = [
    ("none", nil, ""), ("empty", "", ""), ("rows", old, old), ("torn", old + torn, old), ("torn header", "at,auth", ""),
  ]

  private static func recording(known: Bool) -> Recording {
    var recording = JournalStore.recording(status: .done, note: "xong", evidence: "CV 1")
    if known { recording.known = [] }
    return recording
  }

  /// What a file may be after an append that failed or did not.
  private static func expect(
    _ store: JournalStore, _ beginning: (name: String, journal: String?, whole: String), _ fault: RecordingFault?,
    _ what: String
  ) throws {
    let before = beginning.journal ?? ""
    let after = (beginning.whole.isEmpty ? JournalStore.header : beginning.whole) + new
    let text = store.text()
    #expect(text == after || fault != nil && [before, beginning.whole].contains(text), "\(what): \(text)")
    // The torn piece is where it was, or set aside.
    let piece = String(before.dropFirst(beginning.whole.count))
    #expect(text.hasSuffix(piece) || store.text("updates.csv.torn").contains(piece + "\n"), "\(what)")
    let opened = try store.open()
    #expect(opened.findings.errorCount == 0, "\(what)")
    #expect(opened.journal.updates.count == (beginning.whole.isEmpty ? 0 : 1) + (text == after ? 2 : 0), "\(what)")
  }

  @Test func everyCallInTurn() throws {
    var count = 0
    for beginning in Self.beginnings {
      for code in [EINTR, ENOSPC, EIO, EDQUOT] {
        var isDone = false
        for number in 1...60 where !isDone {
          let store = try JournalStore(beginning.journal)
          let system = FailingSystem(failing: number, with: code, writing: .whole)
          let fault = try store.record(Self.recording(known: false), system)
          isDone = system.calls < number
          if isDone { break }
          count += 1
          let what = "\(beginning.name), errno \(code) at call \(number), \(system.log.last ?? "")"
          if code == EINTR { #expect(fault == nil, "\(what): \(String(describing: fault))") }
          try Self.expect(store, beginning, fault, what)
        }
        #expect(isDone)
      }
    }
    print("faults injected, one call each: \(count)")
    #expect(count > 200)
  }

  /// From one call on the disk takes nothing more: what was there is there, and the next append on a sound disk mends it.
  @Test func aDiskThatStaysBroken() throws {
    var count = 0
    for beginning in Self.beginnings {
      for code in [ENOSPC, EIO, EDQUOT] {
        for number in 1...40 {
          let store = try JournalStore(beginning.journal)
          let system = FailingSystem(failing: number, with: code, forever: true, writing: .short(call: 1))
          let fault = try store.record(Self.recording(known: false), system)
          if system.calls < number { break }
          count += 1
          let what = "\(beginning.name), errno \(code) from call \(number) on"
          #expect(store.text().hasPrefix(beginning.whole), "\(what)")
          #expect(try store.open().findings.errorCount == 0, "\(what)")
          #expect(fault != nil || store.text().hasSuffix(Self.new), "\(what)")
          #expect(try store.record(Self.recording(known: false)) == nil, "\(what)")
          #expect(store.text().hasPrefix(beginning.whole) && store.text().hasSuffix(Self.new), "\(what)")
          // What had no end is told of for as long as it lies beside.
          let found = try store.open().findings.kept.map(\.file)
          #expect(found == (store.text("updates.csv.torn").isEmpty ? [] : ["updates.csv.torn"]), "\(what)")
        }
      }
    }
    print("faults injected, a disk that stays broken: \(count)")
  }

  /// A write that takes only a part is no saved row, and leaves none.
  @Test func shortWrites() throws {
    for beginning in Self.beginnings {
      for number in 1...2 {
        let store = try JournalStore(beginning.journal)
        let system = FailingSystem(failing: 0, with: 0, writing: .short(call: number))
        let fault = try store.record(Self.recording(known: false), system)
        try Self.expect(store, beginning, fault, "\(beginning.name), write \(number)")
      }
      let store = try JournalStore(beginning.journal)
      let isTorn = beginning.journal != nil && beginning.journal != beginning.whole
      let fault = try store.record(
        Self.recording(known: false), FailingSystem(failing: 0, with: 0, writing: .short(call: isTorn ? 2 : 1)))
      if case .system(_, ENOSPC, false)? = fault { continue }
      Issue.record("\(beginning.name): \(String(describing: fault))")
    }
  }

  /// Nothing is said to be saved before the disk has it, and a new file's name with it; the torn piece is on the disk
  /// before it is cut off.
  @Test func theOrderOfThings() throws {
    func log(_ journal: String?) throws -> [String] {
      let system = FailingSystem(failing: 0, with: 0, writing: .whole)
      #expect(try JournalStore(journal).record(Self.recording(known: false), system) == nil)
      return system.log.filter { ["flock", "write", "fdatasync", "fsync", "ftruncate", "open folder"].contains($0) }
    }
    #expect(try log(Self.old) == ["flock", "write", "fdatasync"])
    #expect(try log(nil) == ["flock", "write", "fdatasync", "open folder", "fsync"])
    #expect(
      try log(Self.old + Self.torn) == [
        "flock", "write", "fsync", "open folder", "fsync", "ftruncate", "write", "fdatasync",
      ])
  }

  /// A row that was cut off anywhere is set aside, whatever it holds; nothing of it is lost.
  @Test func tornAtEveryOffset() throws {
    let note = "2023-06-30T17:00:00+07:00,hoa,task/T19/moh,note,\"Đã gọi, \"\"chờ\"\" trả lời\",,CV 1"
    let bytes = Array(note.utf8)
    for cut in 1...bytes.count {
      let store = try JournalStore(nil)
      try store.folder.write("updates.csv", Array(Self.old.utf8) + bytes.prefix(cut))
      #expect(try store.record(Self.recording(known: true)) != nil)
      #expect(try store.record(Self.recording(known: false)) == nil)
      #expect(store.text() == Self.old + Self.new, "\(cut)")
      let aside = FileManager.default.contents(atPath: store.folder.at("updates.csv.torn"))
      #expect(aside.map(Array.init) == bytes.prefix(cut) + [0x0A], "\(cut)")
    }
    print("torn rows set aside: \(bytes.count)")
  }

  /// Pieces of several accidents stand one after the other.
  @Test func tornTwice() throws {
    let store = try JournalStore(Self.old + "a")
    #expect(try store.record(Self.recording(known: false)) == nil)
    try store.folder.write("updates.csv", store.text() + "b,\"c\nd")
    #expect(try store.record(Self.recording(known: false)) == nil)
    #expect(store.text("updates.csv.torn") == "a\nb,\"c\nd\n")
    #expect(store.text() == Self.old + Self.new + Self.new)
  }

  /// Below a quote that somebody forgot to close, what is added is read all the same.
  @Test func belowAnOpenQuote() throws {
    for note in ["xong", "a, b", "\"Đã xong\", theo CV", "\"\"\"", "a \"b\", c"] {
      let store = try JournalStore(Self.old + "2023-06-30T17:00:00+07:00,hoa,task/T19/moh,note,\"mở\n")
      #expect(try store.record(JournalStore.recording(note: note, evidence: note)) == nil)
      #expect(try store.open().journal.updates.last?.content == .note(note), "\(note)")
    }
  }

  /// An editor that saves while we wait for its lock, or ours, is written to as it is then.
  @Test func aFileThatIsReplacedWhileWeWait() throws {
    let store = try JournalStore(Self.old)
    let other = Glibc.open(store.folder.at("updates.csv"), O_RDONLY)
    #expect(flock(other, LOCK_EX) == 0)
    let path = store.folder.path
    let thread = Parallel.detach {
      usleep(100_000)
      try? Data((JournalStore.header + "").utf8).write(to: URL(fileURLWithPath: path + "/draft"))
      rename(path + "/draft", path + "/updates.csv")
      Glibc.close(other)
    }
    #expect(thread)
    #expect(try store.record(Self.recording(known: false)) == nil)
    #expect(store.text() == JournalStore.header + Self.new)
  }
}
