import Foundation
import TestSupport
import Testing
import TextCore

@testable import PlanCore

/// What stands in `updates.csv` after something was said, and what is refused.
@Suite struct RecordingTests {
  private static let at = "2023-06-30T17:00:00+07:00"

  @Test func aNewFileHasTheUsualHeader() throws {
    let store = try JournalStore(nil)
    #expect(try store.record(JournalStore.recording(status: .done, note: "xong", evidence: "CV 1, BYT")) == nil)
    #expect(
      store.text() == JournalStore.header + """
        \(Self.at),lan,task/T19/moh,status,done,,"CV 1, BYT"
        \(Self.at),lan,task/T19/moh,note,xong,,

        """)
    let opened = try store.open()
    #expect(opened.findings.isEmpty)
    #expect(opened.journal.updates.map(\.content) == [.status(.done), .note("xong")])
  }

  /// A file that is no journal is somebody's: nothing of it is cut off, and it is told of once.
  @Test(arguments: ["\r", "UTF-16LE", "UTF-16BE", "xlsx"]) func noJournalAtAll(_ form: String) throws {
    let text = JournalStore.header + JournalStore.row
    let store = try JournalStore(nil)
    let bytes: [UInt8] =
      switch form {
      case "\r": Array(text.replacing("\n", with: "\r").utf8)
      case "xlsx": [0x50, 0x4B, 0x03, 0x04] + Array(text.utf8.dropLast())
      default:
        ("\u{FEFF}" + text).utf16.flatMap {
          form.hasSuffix("LE") ? [UInt8($0 & 0xFF), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 0xFF)]
        }
      }
    try store.folder.write("updates.csv", bytes)
    guard case .header(let finding)? = try store.record(JournalStore.recording(status: .done)) else {
      Issue.record("it was written")
      return
    }
    #expect(FileManager.default.contents(atPath: store.folder.at("updates.csv")) == Data(bytes))
    #expect(!FileManager.default.fileExists(atPath: store.folder.at("updates.csv.torn")))
    let found = try store.open().findings.kept
    #expect(found == [finding] && finding.severity == .error)
  }

  /// Cells go where the file's own header says, and lines end as its lines do.
  @Test(arguments: [
    (JournalStore.header, "\(at),lan,task/T19/moh,status,done,2023-06-01,CV\n"),
    ("\u{FEFF}" + JournalStore.header, "\(at),lan,task/T19/moh,status,done,2023-06-01,CV\n"),
    (
      "evidence,who,value,field,subject,author,at,effective,\r\n",
      "CV,,done,status,task/T19/moh,lan,\(at),2023-06-01,\r\n"
    ),
    ("At , \"author\",subject,field,value,effective,evidence\n", "\(at),lan,task/T19/moh,status,done,2023-06-01,CV\n"),
    ("\n\n" + JournalStore.header, "\(at),lan,task/T19/moh,status,done,2023-06-01,CV\n"),
    (
      "at,author,author,subject,field,value,effective,evidence\n",
      "\(at),lan,,task/T19/moh,status,done,2023-06-01,CV\n"
    ),
  ])
  func followsTheHeader(_ header: String, _ row: String) throws {
    let store = try JournalStore(header)
    let recording = JournalStore.recording(status: .done, evidence: "CV", effective: "2023-06-01")
    #expect(try store.record(recording) == nil)
    #expect(store.text() == header + row)
    #expect(try store.open().journal.updates.map(\.content) == [.status(.done)])
  }

  @Test(arguments: ["", "\n", " \r\n\n"]) func aFileWithoutAHeaderGetsOne(_ blank: String) throws {
    let store = try JournalStore(blank)
    #expect(try store.record(JournalStore.recording(status: .done)) == nil)
    #expect(store.text() == blank + JournalStore.header + "\(Self.at),lan,task/T19/moh,status,done,,\n")
    #expect(try store.open().journal.updates.count == 1)
  }

  @Test(arguments: [
    ("at,author,subject,field\n", "value"), ("at,author,subject,value\n", "field"), ("a;b;c\n", "at"),
    ("at,author,subject,field,value\n", "effective"), ("at,\"author,subject,field,value\n", "quote"),
    ("at,author,subject,field,value,effective\n", "evidence"),
    (String(repeating: "x", count: 70_000) + "," + JournalStore.header, "required"),
  ])
  func aHeaderThatIsNoneIsRefused(_ header: String, _ says: String) throws {
    let store = try JournalStore(header)
    let fault = try store.record(JournalStore.recording(status: .done, evidence: "CV", effective: "2023-06-01"))
    guard case .header(let finding)? = fault else {
      Issue.record("\(String(describing: fault))")
      return
    }
    #expect(finding.file == "updates.csv" && finding.message.english.contains(says), "\(finding)")
    #expect(store.text() == header)
  }

  /// What has no column is no obstacle as long as nobody says it.
  @Test func aHeaderWithoutWhatIsNotSaid() throws {
    let store = try JournalStore("at,author,subject,field,value\n")
    #expect(try store.record(JournalStore.recording(status: .done)) == nil)
    #expect(try store.open().journal.updates.count == 1)
  }

  @Test(arguments: [
    ("a  b\tc\nd\r\ne ", "a b c d e"), ("bo\u{302}\u{323}", "bộ"), ("\u{FEFF}x\u{200B}y", "xy"),
    ("«a», \"b\"", "«a», \"b\""),
    ("a\u{A0}b\u{2028}c", "a b c"), ("-1", "-1"), ("\"x\"\"", "\"x\"\""),
  ])
  func texts(_ text: String, _ kept: String) throws {
    let store = try JournalStore(JournalStore.header)
    #expect(try store.record(JournalStore.recording(note: text, evidence: text)) == nil)
    let update = try #require(try store.open().journal.updates.first)
    #expect(update.content == .note(kept) && update.evidence == kept)
    #expect(update.evidence.unicodeScalars.elementsEqual(kept.unicodeScalars))
  }

  @Test(arguments: [
    "\u{1B}[31m", "a\0b", "a\u{202E}b", "\u{9B}1m", "\u{7F}", "x\u{E000}", String(repeating: "x", count: 501), ",a",
    "\",a",
    "", " \n ",
  ])
  func textsThatAreRefused(_ text: String) throws {
    let store = try JournalStore(JournalStore.header)
    guard case .invalid? = try store.record(JournalStore.recording(note: text)) else {
      Issue.record("\(text.debugDescription)")
      return
    }
    #expect(store.text() == JournalStore.header)
  }

  @Test(arguments: [("2022-12-31", false), ("2023-01-01", true), ("2023-07-01", true), ("2023-07-02", false)])
  func daysOfThePlan(_ day: String, _ isTaken: Bool) throws {
    let store = try JournalStore(JournalStore.header)
    #expect(try (store.record(JournalStore.recording(status: .done, effective: day)) == nil) == isTaken)
  }

  @Test func takingBack() throws {
    let store = try JournalStore(JournalStore.header + JournalStore.row)
    var undo = Recording(JournalStore.work)
    undo.takesBack = true
    // The last word there is another one's.
    #expect(try store.record(undo) == .nothingToTakeBack)
    #expect(try store.record(JournalStore.recording(status: .done)) == nil)
    #expect(try store.record(undo) == nil)
    #expect(try store.record(undo) == .nothingToTakeBack)
    let opened = try store.open()
    #expect(opened.findings.isEmpty)
    #expect(opened.journal.updates.map(\.isTakenBack) == [false, true, false])
    let subject = try #require(opened.plan.subject(JournalStore.work))
    #expect(opened.journal.statuses(of: subject, upTo: .last).map(\.status) == [.inProgress])
  }

  /// The second of two people is told what the first said; when he knows, he is not told again.
  @Test func whatWasSaidMeanwhile() throws {
    let store = try JournalStore(JournalStore.header)
    var recording = JournalStore.recording(status: .done)
    recording.known = []
    try store.folder.write(
      "updates.csv",
      JournalStore.header + JournalStore.row + "2023-06-30T17:00:00+07:00,hoa,task/T19,note,cả,,\n"
        + "2023-06-30T17:00:00+07:00,hoa,task/T20,status,done,,\n")
    guard case .saidMeanwhile(let new)? = try store.record(recording) else {
      Issue.record("nothing told")
      return
    }
    #expect(new.map(\.content) == [.status(.inProgress), .note("cả")])
    recording.known = new
    #expect(try store.record(recording) == nil)
    #expect(try store.open().journal.updates.count == 4)
  }

  // MARK: What is no file

  @Test func linksPipesAndFoldersAreRefused() throws {
    let store = try JournalStore(nil)
    let path = store.folder.at("updates.csv")
    try store.folder.write("elsewhere", JournalStore.header)
    try store.folder.link("updates.csv", to: store.folder.at("elsewhere"))
    #expect(try store.record(JournalStore.recording(status: .done)) == .notPlain(path: path))
    #expect(store.text("elsewhere") == JournalStore.header)
    try store.folder.remove("updates.csv")
    mkfifo(path, 0o600)
    #expect(try store.record(JournalStore.recording(status: .done)) == .notPlain(path: path))
    try store.folder.remove("updates.csv")
    try store.folder.makeFolder("updates.csv")
    #expect(try store.record(JournalStore.recording(status: .done)) == .notPlain(path: path))
  }

  @Test func aLinkInThePlaceOfTornPiecesIsRefused() throws {
    let store = try JournalStore(JournalStore.header + "torn")
    try store.folder.write("elsewhere", "")
    try store.folder.link("updates.csv.torn", to: store.folder.at("elsewhere"))
    #expect(
      try store.record(JournalStore.recording(status: .done)) == .notPlain(path: store.folder.at("updates.csv.torn")))
    #expect(store.text() == JournalStore.header + "torn" && store.text("elsewhere").isEmpty)
  }

  /// Whoever holds the file for too long is not waited for for ever.
  @Test func somebodyWhoNeverLetsGo() throws {
    let store = try JournalStore(JournalStore.header)
    let other = Glibc.open(store.folder.at("updates.csv"), O_RDONLY)
    defer { Glibc.close(other) }
    #expect(flock(other, LOCK_EX) == 0)
    let busy = FailingSystem(failing: 0, with: 0, writing: .whole)
    #expect(try store.record(JournalStore.recording(status: .done), busy) == .busy)
    #expect(store.text() == JournalStore.header)
    flock(other, LOCK_UN)
    #expect(try store.record(JournalStore.recording(status: .done)) == nil)
  }

  // MARK: Names

  @Test(arguments: [
    (0, "root"), (1_000, "lan"), (1_001, "uid-1001"), (1_002, "uid-1002"), (1_003, "uid-1003"), (7, "uid-7"),
    (1_004, "hoa.nguyen@bo"), (4_294_967_295, "uid-4294967295"),
  ])
  func authors(_ user: UInt32, _ name: String) {
    let passwd = """
      root:x:0:0:root:/root:/bin/bash
      :x:1003:0:::
      lan:x:1000:1000:Lan,,,:/home/lan:/bin/bash
      lan2:x:1000:1000::
      a,b:x:1001:1:::
      a"b:x:1002:1:::
      hoa.nguyen@bo:x:1004:1
      short:x:7
      """
    #expect(Author.name(ofUser: user, in: Array(passwd.utf8)) == name)
    #expect(Author.name(ofUser: user, in: [0xFF, 0x3A, 0x0A]) == "uid-\(user)")
  }

  private static let clock: [(seconds: Int, text: String?)] = [
    (0, "1970-01-01T07:00:00+07:00"), (1_688_119_200, "2023-06-30T17:00:00+07:00"),
    (-25_201, "1969-12-31T23:59:59+07:00"), (1_703_955_600, "2023-12-31T00:00:00+07:00"), (.max, nil), (.min, nil),
  ]

  @Test(arguments: clock)
  func moments(_ seconds: Int, _ text: String?) {
    let written = Timestamp.text(ofSeconds: seconds)
    if let text { #expect(written == text) }
    #expect(Timestamp.day(of: written) != nil)
  }

  private static let named: [(text: String, work: WorkID?, says: String)] = [
    ("task/T19", .task("T19"), ""), ("task/T19/moh", .assignment(task: "T19", agency: "moh"), ""),
    ("action/A06-01", .action("A06-01"), ""), ("T19", nil, "did you mean «task/T19»?"),
    ("A06-01", nil, "did you mean «action/A06-01»?"), ("task/T99", nil, "did you mean «T"),
    ("task/T25/moh", nil, "is not assigned"), ("", nil, "is not a subject"),
  ]

  @Test(arguments: named)
  func names(_ text: String, _ work: WorkID?, _ says: String) throws {
    let store = try Store.open(at: .bundled(BundledPlan.files))
    do throws(RecordingFault) {
      let found = try store.work(named: text)
      #expect(found == work)
      #expect(found.text == text)
    } catch {
      #expect(work == nil && error.message.english.contains(says), "\(error.message.english)")
    }
  }
}
