import Foundation
import TestSupport
import Testing

/// `thuky demo` and `thuky init --simulated`: the same made-up year, and every screen says what it is.
@Suite struct DemoTests {
  @Test func writtenAsItIsShown() throws {
    let folder = try TemporaryFolder()
    let store = folder.path + "/deep"
    #expect(Shell.thuky("init", store, "--simulated").status == 0)
    for day in ["2023-09-30", "2023-12-31"] {
      let written = Shell.thuky("status", "--json", "--as-of", day, "--store", store).out
      let shown = try SimulatedPlan.statusJSON(asOf: day)
      #expect(written == shown + "\n")
    }
    let checked = Shell.thuky("check", "--store", store)
    #expect(checked.status == 1 && checked.error.isEmpty)
    // The faults are in one file; what looks odd beside the months before is in others too.
    let found = checked.out.split(separator: "\n")
    #expect(found.allSatisfy { $0.hasPrefix("reports/2023-08-") || $0.contains(":1: warning: ") })
    #expect(found.contains { $0.contains("lùi về 0") } && found.contains { $0.contains("giảm quá 10 điểm") })
    let status = Shell.thuky("status", "--store", store, "--lang", "en").out
    #expect(status.contains("SIMULATED DATA"))
    let again = Shell.thuky("init", store, "--simulated")
    #expect(again.status == 73)
    #expect(again.error == "thuky: thư mục «\(store)» không trống, không ghi vào\n")
  }

  @Test func sameFilesTwice() throws {
    let (first, second) = (try TemporaryFolder(), try TemporaryFolder())
    #expect(Shell.thuky("init", first.path, "--simulated").status == 0)
    let other = Shell.thuky(
      "init", second.path, "--simulated", environment: ["TZ": "America/Lima", "LC_ALL": "C", "LANG": "de_DE.UTF-8"])
    #expect(other.status == 0)
    #expect(Shell.run(["diff", "-r", first.path, second.path]).status == 0)
  }

  /// It needs no folder, heeds none, and leaves nothing behind.
  @Test func dashboard() throws {
    let folder = try TemporaryFolder()
    let command =
      "cd '\(folder.path)' && THUKY_STORE=/nonexistent HOME='\(folder.path)' '\(Shell.thuky)' demo --as-of 2023-09-30"
    let terminal = Tmux(command + "; echo LEFT=$?; sleep 60", 120)
    #expect(terminal.shows("SỐ LIỆU MÔ PHỎNG  ◄ 30/09/2023 ►  !7  VI"))
    #expect(terminal.shows("NHIỆM VỤ"))
    terminal.press("2", "/")
    terminal.type("XH2")
    terminal.press("Enter", "Enter")
    #expect(terminal.shows("chậm tiến độ"))
    terminal.press("!")
    #expect(terminal.selects("reports/2023-08-"))
    terminal.press("L")
    #expect(terminal.shows("SIMULATED DATA"))
    terminal.press("Q")
    #expect(terminal.shows("LEFT=0"))
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(left.isEmpty)
  }

  /// Without a day it stands where every finished plan does: at its end.
  @Test func endsWithTheYear() {
    let terminal = Tmux("'\(Shell.thuky)' demo --lang en; echo LEFT=$?; sleep 60")
    #expect(terminal.shows("31/12/2023"))
    #expect(terminal.shows("SIMULATED DATA"))
    terminal.press("q")
    #expect(terminal.shows("LEFT=0"))
  }

  @Test(arguments: [
    (["demo"], Int32(69), "màn hình"), (["demo", "--store", "x"], 64, "--store"),
    (["demo", "--theme", "giya"], 64, "giay"), (["demo", "--as-of", "31/02/2023"], 64, "--as-of"),
  ])
  func whatCannotBe(_ arguments: [String], _ status: Int32, _ says: String) {
    let outcome = Shell.run([Shell.thuky] + arguments)
    #expect(outcome.status == status && outcome.out.isEmpty, "\(outcome)")
    #expect(outcome.error.contains(says), "\(outcome)")
  }
}
