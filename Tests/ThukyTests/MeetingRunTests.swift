import Foundation
import Testing

/// `show overview --cycle` on a real terminal.
@Suite struct MeetingRunTests {
  private func start(_ arguments: String) -> Tmux {
    Tmux("'\(Shell.thuky)' show overview --cycle \(arguments) --as-of 2023-09-30; echo LEFT=$?; sleep 60")
  }

  @Test func turnsByItself() {
    let terminal = start("1s --demo")
    #expect(terminal.shows("SỐ LIỆU MÔ PHỎNG"))
    #expect(terminal.counts("3/38"))
    terminal.press("Space")
    #expect(terminal.shows("đang dừng"))
    let standing = terminal.screen
    usleep(2_500_000)
    #expect(terminal.screen == standing)
    terminal.press("End")
    #expect(terminal.counts("38/38"))
    terminal.press("Space")
    #expect(terminal.counts("2/38"))
    terminal.press("q")
    #expect(terminal.shows("LEFT=0"))
    #expect(terminal.hasFlags("0 1"))
  }

  /// A file that comes is on the slide within moments, while nothing turns.
  @Test func takesChangesIn() throws {
    let store = try TemporaryFolder.withPlan()
    let terminal = start("1h --store '\(store.path)'".replacingOccurrences(of: "1h", with: "60m"))
    #expect(terminal.counts("1/38"))
    terminal.press("Right", "Right")
    #expect(terminal.shows("đã báo cáo 1/93"))
    try store.write("period,agency,indicator,value\n2023-08,ha-noi,DL2,1\n", to: "reports/x.csv")
    #expect(terminal.shows("đã báo cáo 2/93"))
    terminal.press("C-c")
    #expect(terminal.shows("LEFT=0"))
  }

  @Test(arguments: [
    (["--cycle", "20s"], Int32(69), "màn hình"), (["--cycle", "0s"], 64, "0s"), (["--cycle", "x"], 64, "--cycle"),
    (["--cycle", "2h"], 64, "2h"), (["--cycle", "61m"], 64, "61m"),
    (["--cycle", "99999999999999999999"], 64, "--cycle"),
    (["--cycle", "5s", "--of", "data"], 64, "overview"),
  ])
  func whereItCannotBe(_ arguments: [String], _ status: Int32, _ says: String) {
    let outcome = Shell.run([Shell.thuky, "show", "overview"] + arguments)
    #expect(outcome.status == status && outcome.out.isEmpty, "\(outcome)")
    #expect(outcome.error.contains(says), "\(outcome.error)")
    #expect(Shell.thuky("show", "matrix", "--cycle", "5s").status == 64)
  }
}
