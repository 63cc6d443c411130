import Foundation
import Testing

/// `--linear` in the real program.
@Suite struct LinearRunTests {
  @Test func withoutATerminal() {
    let outcome = Shell.thuky("--linear", "--as-of", "2023-09-30")
    #expect(outcome.status == 0 && outcome.error.isEmpty)
    #expect(outcome.out.hasPrefix("Kế hoạch: Kế hoạch 2023, 17/QĐ-UBQGCĐS\n"))
    #expect(outcome.out.contains("Mức độ hoàn thành (%): 20,0 %"))
    #expect(!outcome.out.contains("\u{1B}"))
    #expect(Shell.thuky("demo", "--linear", "--lang", "en").out.contains("SIMULATED DATA\n"))
    #expect(Shell.thuky("--linear", "--store", "/no/such/store").status == 66)
  }

  /// No terminal library is asked: an unknown terminal is as good as any.
  @Test(arguments: ["xterm-256color", "dumb", "nosuch"]) func prompt(_ name: String) throws {
    let (store, papers) = (try TemporaryFolder.withPlan(), try TemporaryFolder())
    let terminal = Tmux(
      "cd '\(store.path)'; TERM=\(name) '\(Shell.thuky)' --linear --store . --as-of 2023-09-30 --export-dir '\(papers.path)'; echo LEFT=$?; sleep 60"
    )
    #expect(terminal.shows("dòng, Enter:"))
    #expect(terminal.hasFlags("0 1"))
    terminal.press("Enter")
    #expect(terminal.shows("Danh sách 93 dòng"))
    terminal.type("tim ha noi")
    terminal.press("Enter")
    #expect(terminal.shows("== Thành phố Hà Nội =="))
    try store.write("period,agency,indicator,value\n2023-08,ha-noi,DL1,1\n", to: "reports/x.csv")
    // What a program watches is known to it a moment later.
    sleep(1)
    terminal.type("xem lai")
    terminal.press("Enter")
    #expect(terminal.shows("Đã báo cáo: 1/31"))
    terminal.type("xuat csv")
    terminal.press("Enter")
    #expect(terminal.shows("đã ghi thuky-2023-09-30-overview-ha-noi.csv"))
    #expect(FileManager.default.fileExists(atPath: papers.path + "/thuky-2023-09-30-overview-ha-noi.csv"))
    terminal.type("thoat")
    terminal.press("Enter")
    #expect(terminal.shows("LEFT=0"))
  }

  @Test func endOfInput() {
    let terminal = Tmux("'\(Shell.thuky)' --linear; echo LEFT=$?; sleep 60")
    #expect(terminal.shows("dòng, Enter:"))
    terminal.press("C-d")
    #expect(terminal.shows("LEFT=0"))
  }
}
