import Foundation
import TestSupport
import Testing

/// Report files come, grow, shrink, change and go while the dashboard runs; in the end it shows what one that is
/// started then shows.
@Suite struct RunningDashboardTests {
  private static let header = "period,agency,indicator,value,note\n"

  /// Changes the report files of a store.
  private struct Vandal {
    let store: TemporaryFolder
    var random: SeededRandom

    private mutating func pick(_ words: String...) -> String { words.randomElement(using: &random) ?? "" }

    /// Rows that count, with one in a while that is a finding.
    mutating func rows(_ count: Int) -> String {
      (0..<count).map { _ in
        let month = Int.random(in: 1...9, using: &random)
        let agency = pick("mic", "moh", "mofa", "ha-noi", "da-nang", "mps", "mpss")
        let note = pick("", "", "\"hai\ndòng, «đủ»\"", "sơ bộ", "\"mở")
        return "2023-0\(month),\(agency),\(pick("DL1", "DL2", "CP3", "XH2")),\(pick("1", "0", "1", "x")),\(note)\n"
      }.joined()
    }

    mutating func change() throws {
      let name = "reports/\(pick("a", "b", "m", "z")).csv"
      let path = store.path + "/" + name
      switch Int.random(in: 0..<8, using: &random) {
      case 0, 1: append(rows(5), to: path)
      case 2: append(String(rows(2).dropLast(9)), to: path)
      case 3: truncate(path, off_t.random(in: 0...300, using: &random))
      case 4: try Data((RunningDashboardTests.header + rows(12)).utf8).write(to: URL(fileURLWithPath: path))
      case 5, 6:
        try store.write(RunningDashboardTests.header + rows(12), to: "draft")
        rename(store.path + "/draft", path)
      default: unlink(path)
      }
    }

    private func append(_ text: String, to path: String) {
      let file = Glibc.open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
      _ = Array(text.utf8).withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      close(file)
    }
  }

  private func start(_ store: TemporaryFolder) -> Tmux {
    Tmux("'\(Shell.thuky)' --store '\(store.path)' --as-of 2023-09-30; echo LEFT=$?; sleep 60", 100, 30)
  }

  /// Keys that lead to a page from anywhere, and what it says that no other does.
  private static let pages = [
    (["2", "g", "Down", "Down"], "[2 Chỉ tiêu]"), (["5", "g", "Down"], "[5 Cơ quan]"),
    (["6", "g", "Down"], "[6 Ma trận]"), (["1", "g"], "[1 Tổng quan]"), (["!", "g"], "cảnh báo trong bộ dữ liệu"),
  ]

  private func expectSame(_ terminal: Tmux, as store: TemporaryFolder, _ name: String) {
    let fresh = start(store)
    #expect(fresh.titleEnds(in: "VI"))
    #expect(fresh.shows("TRỤ CỘT"))
    for (keys, text) in Self.pages {
      for key in keys {
        terminal.press(key)
        fresh.press(key)
      }
      #expect(terminal.shows(text) && fresh.shows(text))
      let isSame = terminal.wait { Self.said($0) == Self.said(fresh.screen) }
      #expect(isSame, "\(name), «\(text)»; a fresh one shows:\n\(fresh.screen)")
    }
    fresh.press("Q")
  }

  /// A screen without the sentence at its foot: whichever of the two saw the last file come says so until the next key.
  private static func said(_ screen: String) -> [String] {
    var lines = screen.components(separatedBy: "\n")
    guard let foot = lines.lastIndex(where: { !$0.isEmpty }) else { return lines }
    lines[foot] = lines[foot].components(separatedBy: " ").last ?? ""
    return lines
  }

  @Test(arguments: 1...UInt64(2))
  func endsAsAFreshOne(_ seed: UInt64) throws {
    let store = try TemporaryFolder.withPlan()
    let terminal = start(store)
    #expect(terminal.shows("TRỤ CỘT"))
    var vandal = Vandal(store: store, random: SeededRandom(seed: seed))
    for step in 0..<60 {
      try vandal.change()
      if step % 6 == 0 { terminal.press(["1", "2", "5", "6", "Down", "!"][step / 6 % 6]) }
      usleep(UInt32.random(in: 0...30_000, using: &vandal.random))
    }
    expectSame(terminal, as: store, "seed \(seed)")
    terminal.press("Q")
    #expect(terminal.shows("LEFT=0"))
  }

  /// Whoever opens the themes before anything else is told of changes all the same.
  @Test func themesFirst() throws {
    let store = try TemporaryFolder.withPlan()
    let terminal = start(store)
    terminal.type("T")
    #expect(terminal.shows("GIAO DIỆN"))
    terminal.press("Escape")
    #expect(terminal.shows("TRỤ CỘT"))
    try store.write(Self.header + "2023-06,mic,DL1,1,\n", to: "reports/n.csv")
    #expect(terminal.shows("đã đọc lại dữ liệu"))
    terminal.press("Q")
    #expect(terminal.shows("LEFT=0"))
  }

  @Test func hundredFilesAtOnce() throws {
    let store = try TemporaryFolder.withPlan()
    let terminal = start(store)
    #expect(terminal.shows("TRỤ CỘT"))
    var vandal = Vandal(store: store, random: SeededRandom(seed: 7))
    for number in 0..<100 { try store.write(Self.header + vandal.rows(3), to: "reports/n\(number).csv") }
    expectSame(terminal, as: store, "a hundred files")
    for number in 0..<100 where number % 3 != 0 { unlink("\(store.path)/reports/n\(number).csv") }
    expectSame(terminal, as: store, "fewer files")
  }
}
