import Foundation
import Testing

/// The real program in a real terminal, as somebody uses it.
@Suite struct DashboardWalkTests {
  private func open(_ arguments: String = "--as-of 2023-09-30", _ width: Int = 80, _ height: Int = 24) -> Tmux {
    Tmux("'\(Shell.thuky)' \(arguments); echo LEFT=$?; sleep 60", width, height)
  }

  @Test func downToOneFigureAndBack() {
    let terminal = open()
    #expect(terminal.selects("Dữ liệu số"))
    terminal.press("Down", "Down", "Down")
    #expect(terminal.selects("Xã hội số"))
    terminal.press("Enter", "Down")
    #expect(terminal.selects("XH2"))
    terminal.press("Enter")
    #expect(terminal.selects("Cả nước"))
    terminal.press("Enter", "Down")
    #expect(terminal.selects("08/2023"))
    terminal.press("Enter")
    #expect(terminal.shows("CafeF: giao ban quý III/2023"))
    terminal.press("Escape")
    #expect(terminal.selects("08/2023"))
    terminal.press("Left")
    #expect(terminal.selects("Cả nước"))
    terminal.press("q")
    #expect(terminal.selects("XH2"))
    terminal.press("h")
    #expect(terminal.selects("Xã hội số"))
    terminal.press("q")
    #expect(terminal.shows("LEFT=0"))
  }

  @Test(arguments: ["bo cong an", "bca"])
  func filter(_ letters: String) {
    let terminal = open()
    #expect(terminal.shows("TRỤ CỘT"))
    terminal.press("5")
    #expect(terminal.shows("[5 Cơ quan]"))
    terminal.press("/")
    terminal.type(letters)
    #expect(terminal.shows("Lọc: \(letters)_"))
    #expect(terminal.counts("1/93"))
    #expect(terminal.selects("Bộ CA"))
    terminal.press("Enter")
    #expect(terminal.counts("1/1 (93)"))
    #expect(terminal.shows("/" + letters))
    terminal.press("Escape")
    #expect(terminal.counts("2/93"))
    #expect(terminal.selects("Bộ CA"))
  }

  @Test func monthsLanguageAndEveryScreen() {
    let terminal = open()
    #expect(terminal.shows("◄ 30/09/2023 ►"))
    terminal.press("[")
    #expect(terminal.shows("◄ 31/08/2023 ►"))
    terminal.press("]", "]")
    #expect(terminal.shows("◄ 31/10/2023 ►"))
    terminal.press("t")
    #expect(terminal.shows("◄ 31/12/2023 ►"))
    for (key, name) in zip(1..., ["Tổng quan", "Chỉ tiêu", "Nhiệm vụ", "Lịch", "Cơ quan", "Ma trận"]) {
      terminal.press("\(key)")
      #expect(terminal.shows("[\(key) \(name)]"))
    }
    terminal.press("L")
    #expect(terminal.shows("[6 Matrix]"))
    terminal.press("C-c")
    #expect(terminal.shows("LEFT=0"))
  }

  /// Clicks come as terminfo says of tmux: button, column and row, a byte each.
  @Test func mouse() {
    let terminal = open()
    #expect(terminal.selects("Dữ liệu số"))
    // Every press is followed by a release, button 3.
    func mouse(_ button: Int, x: Int, y: Int) {
      for button in button < 64 ? [button, 3] : [button] {
        let bytes = [button, x + 1, y + 1].compactMap { Unicode.Scalar($0 + 32) }
        terminal.type("\u{1B}[M" + String(String.UnicodeScalarView(bytes)))
      }
    }
    terminal.press("m")
    #expect(terminal.shows("đã bật chuột"))
    mouse(0, x: 4, y: 6)
    #expect(terminal.selects("Kinh tế số"))
    mouse(0, x: 16, y: 1)
    #expect(terminal.shows("[2 Chỉ tiêu]"))
    #expect(terminal.counts("1/33"))
    mouse(65, x: 8, y: 8)
    #expect(terminal.counts("4/33"))
    terminal.press("m")
    #expect(terminal.shows("đã tắt chuột"))
    terminal.press("Q")
    #expect(terminal.shows("LEFT=0"))
  }

  @Test func everySizeAtAnyMoment() {
    let terminal = open()
    #expect(terminal.shows("CẦN ĐÔN ĐỐC"))
    terminal.resize(60, 16)
    #expect(terminal.wait { $0.contains("[1 Tổng quan]  2   3") })
    terminal.resize(59, 15)
    #expect(terminal.shows("cửa sổ đang là 59×15"))
    terminal.resize(200, 50)
    #expect(terminal.titleEnds(in: "◄ 30/09/2023 ►  VI"))
    // Beside the overview stands what its row leads to.
    #expect(terminal.shows("DL1  Bộ, ngành, địa phương có danh mục"))
    terminal.resize(80, 24)
    #expect(terminal.shows("[1 Tổng quan]  2 Chỉ tiêu"))
    terminal.press("Q")
    #expect(terminal.shows("LEFT=0"))
  }

  @Test func droppedFileShowsAndTheRowStays() throws {
    let store = try TemporaryFolder.withPlan()
    let terminal = open("--store '\(store.path)' --as-of 2023-09-30", 120)
    #expect(terminal.shows("TRỤ CỘT"))
    #expect(terminal.shows("· " + store.path))
    terminal.press("5", "Down")
    #expect(terminal.selects("Bộ Công an"))
    // How long this machine takes to show what a key does.
    let keyTime = seconds {
      terminal.press("Down")
      #expect(terminal.selects("Bộ Ngoại giao"))
    }
    try store.write("period,agency,indicator,value\n2023-09,mofa,DL1,1\n2023-09,mofa,DL2,1\n", to: "new.csv")
    let reloadTime = seconds {
      rename(store.path + "/new.csv", store.path + "/reports/new.csv")
      #expect(
        terminal.wait {
          $0.components(separatedBy: "\n").contains { $0.contains("▸Bộ Ngoại giao") && $0.contains("2/20") }
        })
    }
    // Within a second, and as much more as ten keys take where the machine does other things as well.
    #expect(reloadTime < 1 + 10 * keyTime, "\(reloadTime) s; a key takes \(keyTime) s")
    print("a dropped file was shown after \(reloadTime) s; a key took \(keyTime) s")
    try store.write("period,agency,indicator,value\n2023-09,mofaa,DL1,1\n", to: "reports/bad.csv")
    #expect(terminal.shows("!1"))
    terminal.press("!")
    #expect(terminal.selects("reports/bad.csv:2:9"))
    #expect(terminal.shows("[5 Cơ quan]"))
    unlink(store.path + "/reports/bad.csv")
    #expect(terminal.shows("không có vấn đề nào"))
    // Without a plan the old data stay, and say so.
    rename(store.path + "/plan.conf", store.path + "/away")
    #expect(terminal.shows("không đọc lại được"))
    terminal.press("Escape")
    #expect(terminal.shows("2/20"))
    // Longer than the message does.
    terminal.press("Down")
    #expect(terminal.shows("số liệu cũ: chưa đọc lại được"))
    rename(store.path + "/away", store.path + "/plan.conf")
    #expect(terminal.wait { !$0.contains("số liệu cũ") })
  }

  @Test func browsingChangesNoByteOfTheStore() throws {
    let store = try TemporaryFolder.withPlan()
    let before = Shell.run(["sh", "-c", "cd '\(store.path)' && find . -type f | sort | xargs sha256sum"]).out
    let terminal = open("--store '\(store.path)'")
    #expect(terminal.shows("TRỤ CỘT"))
    for keys in ["2jjsvfq/", "abc", "3vvvGg", "4llh[", "5/bca", "6lljjs]t", "unU:=ce"] {
      terminal.type(keys)
      terminal.press("Escape", "Enter", "Escape", "Escape")
    }
    terminal.press("Q")
    #expect(terminal.shows("LEFT=0"))
    #expect(Shell.run(["sh", "-c", "cd '\(store.path)' && find . -type f | sort | xargs sha256sum"]).out == before)
  }

  @Test func faultyStoreStillShowsTheRest() throws {
    let store = try TemporaryFolder.withPlan()
    try store.replace("2023-04,vn,CP3,54.8", with: "2023-04,vn,CP3,54x8", in: "reports/2023.csv")
    try store.replace("mps,ministry", with: "mps,minstry", in: "agencies.csv")
    let terminal = open("--store '\(store.path)' --as-of 2023-09-30")
    #expect(terminal.shows("Xã hội số"))
    #expect(terminal.wait { $0.components(separatedBy: "\n")[0].contains(/![1-9]/) })
  }

  /// An arrow key whose bytes a slow line brings one by one is still an arrow key, and no Esc.
  @Test(arguments: [0, 20, 40]) func arrowsOnSlowLines(_ gap: Int) {
    // A gap cannot be promised on a machine that does other things as well: of a few tries one must have it.
    let isMoved = (0..<5).contains { _ in
      let terminal = open()
      #expect(terminal.selects("Dữ liệu số"))
      terminal.send([0x1B, 0x5B, 0x42], gapMilliseconds: gap)
      return terminal.wait(seconds: 3) { $0.contains("▸Chính phủ số") }
    }
    #expect(isMoved)
  }

  private func seconds(_ body: () -> Void) -> Double {
    let start = Date()
    body()
    return Date().timeIntervalSince(start)
  }

  /// Frames that are drawn and worked out before their keys leave nothing behind, whichever key comes: the screen is
  /// that of a program that was given all keys at once and had no time to foresee any.
  @Test(arguments: [(80, 24), (120, 40)]) func foreseenFramesLeaveNoTrace(_ size: (Int, Int)) {
    let keys = "3jjjkjj2jjLGkkjTjj\r5jjhjlqjjLj4jj1jjTkk\rk6jjlljj[jk]jcjqj=jq5jjjjj"
    let (slow, quick) = (open("--as-of 2023-09-30", size.0, size.1), open("--as-of 2023-09-30", size.0, size.1))
    for terminal in [slow, quick] { #expect(terminal.selects("Dữ liệu số")) }
    quick.type(keys)
    slow.send(Array(keys.utf8), gapMilliseconds: 20)
    #expect(quick.shows("[5 Cơ quan]"))
    #expect(slow.wait { $0 == quick.screen && slow.look == quick.look })
    // Whatever happens between a frame that was worked out and the next one.
    for step in [("jj", "T\r"), ("kj", "L"), ("jj", "Tj\rj"), ("jk", "M"), ("jj", "?")] {
      slow.send(Array(step.0.utf8), gapMilliseconds: 20)
      quick.type(step.0)
      for terminal in [slow, quick] { terminal.type(step.1) }
      #expect(slow.wait { $0 == quick.screen && slow.look == quick.look })
      for terminal in [slow, quick] where step.1 == "?" { terminal.press("Escape") }
    }
    for size in [(100, 30), (size.0, size.1)] {
      slow.send(Array("jj".utf8), gapMilliseconds: 20)
      quick.type("jj")
      for terminal in [slow, quick] { terminal.resize(size.0, size.1) }
      #expect(slow.wait { $0 == quick.screen && slow.look == quick.look })
    }
  }

  /// Keys that come before the plan has been read wait for it.
  @Test func keysBeforeThePlan() {
    for _ in 0..<5 {
      let terminal = Tmux("'\(Shell.thuky)' demo --as-of 2023-09-30")
      terminal.type("5jjj")
      #expect(terminal.counts("4/93"))
      #expect(terminal.shows("[5 Cơ quan]"))
    }
  }
}
