import Foundation
import Testing

/// `thuky record`, and two dashboards on one store.
@Suite struct RecordCommandTests {
  private func record(_ store: TemporaryFolder, _ words: String...) -> Outcome {
    Shell.run([Shell.thuky, "record"] + words + ["--store", store.path, "--lang", "en"])
  }

  private func lastRow(_ store: TemporaryFolder) throws -> [String] {
    let lines = try store.text(of: "updates.csv").split(separator: "\n")
    return lines.last.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) } ?? []
  }

  private var user: String {
    Shell.run(["id", "-un"]).out.trimmingCharacters(in: .newlines)
  }

  @Test func writesRows() throws {
    let store = try TemporaryFolder.withPlan()
    let before = try store.text(of: "updates.csv")
    let outcome = record(
      store, "task/T19/moh", "--status", "done", "--note", "xong", "--effective", "30/06/2023", "--evidence", "CV 12")
    #expect(outcome.status == 0 && outcome.out == "saved task/T19/moh: done, with a note\n")
    let added = try store.text(of: "updates.csv").dropFirst(before.count).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(
      added.map { Array($0.dropFirst()) } == [
        [user, "task/T19/moh", "status", "done", "2023-06-30", "CV 12"],
        [user, "task/T19/moh", "note", "xong", "2023-06-30", ""],
      ])
    #expect(try #require(added.first?.first).hasSuffix("+07:00"))
    #expect(Shell.thuky("check", "--store", store.path).out.isEmpty)
    #expect(record(store, "task/T19/moh", "--undo").status == 0)
    #expect(record(store, "task/T19/moh", "--undo").status == 0)
    let none = record(store, "task/T19/moh", "--undo")
    #expect(none.status == 65 && none.error == "thuky: you have said nothing here that could be taken back\n")
    #expect(try lastRow(store).dropFirst(3) == ["undo", "", "", ""])
    #expect(Shell.thuky("check", "--store", store.path).out.isEmpty)
  }

  /// What a script's owner should know: it is written all the same.
  @Test func saysHowFarItReaches() throws {
    let store = try TemporaryFolder.withPlan()
    let late = record(store, "task/t19", "--status", "done")
    #expect(late.status == 0 && late.out == "saved task/T19: done; for 92 agencies, 1 keeps its own status\n")
    #expect(late.error.contains("is after the plan's end (01/01/2023 - 31/12/2023); "), "\(late.error)")
    let inTime = record(store, "task/T18/BYT", "--status", "done", "--effective", "2023-12-31")
    #expect(inTime.error.isEmpty && inTime.out == "saved task/T18/moh: done; awaits the annex, does not count yet\n")
    #expect(record(store, "task/T18/moh", "--undo").error.isEmpty)
  }

  @Test func saysWhatStoodThere() throws {
    let store = try TemporaryFolder.withPlan()
    try store.write(
      try store.text(of: "updates.csv") + "2023-06-30T17:00:00+07:00,hoa,action/A06-01,note,chờ ký,,\n",
      to: "updates.csv")
    #expect(
      record(store, "action/A06-01", "--status", "done").out
        == "saved action/A06-01: done; before that: 30/06/2023 hoa: note: chờ ký\n")
  }

  @Test(arguments: [
    (["task/T19"], Int32(64), "--undo is needed"), (["task/T19", "--evidence", "x"], 64, "is needed"),
    (["task/T19", "--undo", "--note", "x"], 64, "none of the other options"),
    (["task/T19", "--status", "finished"], 64, "not-started"),
    (["task/T19", "--note", "x", "--effective", "mai"], 64, "mai"),
    ([], 64, "subject"), (["T19", "--note", "x"], 65, "did you mean «task/T19»?"),
    (["task/T19/mohh", "--note", "x"], 65, "did you mean «moh"), (["task/T25/moh", "--note", "x"], 65, "not assigned"),
    (["task/T19", "--note", "a\u{1B}[31mb"], 65, "U+001B"), (["task/T19", "--note", ""], 65, "is needed"),
    (["task/T19", "--note", "x", "--effective", "2019-01-01"], 65, "before the plan's year"),
    (["task/T19", "--note", "x", "--effective", "9999-01-01"], 65, "still to come"),
    (["task/T19", "--note", "x", "--read-only"], 77, "read-only"),
  ])
  func refusals(_ words: [String], _ status: Int32, _ says: String) throws {
    let store = try TemporaryFolder.withPlan()
    let before = try store.text(of: "updates.csv")
    let outcome = Shell.run([Shell.thuky, "record"] + words + ["--store", store.path, "--lang", "en"])
    #expect(outcome.status == status && outcome.out.isEmpty, "\(outcome)")
    #expect(outcome.error.contains(says), "\(outcome.error)")
    #expect(try store.text(of: "updates.csv") == before)
  }

  @Test func whereNothingCanBeWritten() throws {
    let store = try TemporaryFolder.withPlan()
    let words = ["record", "task/T19", "--note", "x", "--lang", "en"]
    let bundled = Shell.run([Shell.thuky] + words)
    #expect(bundled.status == 77 && bundled.error.contains("the bundled plan cannot be written"))
    #expect(Shell.run([Shell.thuky, "--read-only"] + words + ["--store", store.path]).status == 77)
    #expect(Shell.run([Shell.thuky] + words + ["--store", "/nonexistent/kho"]).status == 66)
    unlink(store.path + "/updates.csv")
    symlink("/etc/hostname", store.path + "/updates.csv")
    #expect(Shell.run([Shell.thuky] + words + ["--store", store.path]).status == 77)
    unlink(store.path + "/updates.csv")
    try store.write("at;author\n", to: "updates.csv")
    let header = Shell.run([Shell.thuky] + words + ["--store", store.path])
    #expect(header.status == 65 && header.error.contains("updates.csv:1:1: error:"), "\(header.error)")
  }

  /// Somebody who may read the store and not write it. Root may do everything, so it becomes somebody else, with a copy of
  /// the program that everybody can reach.
  @Test func withoutPermission() throws {
    let (store, tools) = (try TemporaryFolder.withPlan(), try TemporaryFolder())
    let (journal, tool) = (store.path + "/updates.csv", tools.path + "/thuky")
    defer { chmod(store.path, 0o755) }
    chmod(store.path, 0o555)
    chmod(journal, 0o444)
    var command = [Shell.thuky]
    if getuid() == 0 {
      // Not by this process: what another test starts meanwhile would hold the copy open, and it could not be run.
      #expect(Shell.run(["install", "-m", "755", Shell.thuky, tool]).status == 0)
      chmod(tools.path, 0o755)
      command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", tool]
    }
    let words = ["record", "task/T19", "--note", "x", "--lang", "en", "--store", store.path]
    let before = try store.text(of: "updates.csv")
    let outcome = Shell.run(command + words)
    #expect(outcome.status == 77 && outcome.error.contains("no permission to write"), "\(outcome)")
    #expect(try store.text(of: "updates.csv") == before)
  }

  // MARK: In the dashboard

  private func start(_ store: TemporaryFolder, _ more: String = "") -> Tmux {
    Tmux("'\(Shell.thuky)' --store '\(store.path)' --as-of 2023-09-30 \(more); echo LEFT=$?; sleep 60")
  }

  /// To the share of the Ministry of Health in T19.
  private func goToShare(_ terminal: Tmux) {
    #expect(terminal.shows("TRỤ CỘT"))
    terminal.press("3", "/")
    terminal.type("T19")
    terminal.press("Enter", "Enter", "/")
    terminal.type("byt")
    terminal.press("Enter")
    #expect(terminal.selects("Bộ Y tế"))
  }

  @Test func twoSessionsOnOneShare() throws {
    let store = try TemporaryFolder.withPlan()
    let (first, second) = (start(store), start(store))
    for terminal in [first, second] {
      goToShare(terminal)
      terminal.press("u")
      #expect(terminal.shows("[chưa thực hiện]"))
    }
    first.type("3")
    first.press("Tab", "Tab")
    first.paste("CV 12/BYT «ký»")
    first.press("Enter")
    #expect(first.shows("đã lưu: T19 · Bộ YT: hoàn thành"))
    #expect(first.selects("Bộ Y tế"))
    #expect(first.shows("hoàn thành đúng hạn"))
    // The other one sees it in his form, and again when he saves.
    #expect(second.shows("\(user): hoàn thành · CV 12/BYT «ký»"))
    second.type("4")
    second.press("Enter")
    #expect(second.shows("chưa lưu: xem cập nhật mới ở dưới"))
    #expect(try store.text(of: "updates.csv").components(separatedBy: "task/T19/moh").count == 2)
    second.press("Enter")
    #expect(second.shows("đã lưu: T19 · Bộ YT: đang vướng mắc"))
    second.press("U")
    #expect(second.shows("Sẽ rút lại:"))
    second.press("Enter")
    #expect(second.shows("đã lưu: T19 · Bộ YT: đã rút lại"))
    second.press("Enter")
    #expect(second.shows("đang vướng mắc [đã rút lại]"))
    #expect(try store.text(of: "updates.csv").components(separatedBy: "task/T19/moh").count == 4)
    #expect(Shell.thuky("check", "--store", store.path).out.isEmpty)
    for terminal in [first, second] {
      terminal.press("Q")
      #expect(terminal.shows("LEFT=0"))
    }
  }

  @Test func readOnly() throws {
    let store = try TemporaryFolder.withPlan()
    let terminal = start(store, "--read-only")
    goToShare(terminal)
    #expect(terminal.screen.contains("(chỉ đọc)"))
    terminal.press("u")
    #expect(terminal.shows("đang ở chế độ chỉ đọc"))
    terminal.press("Q")
    #expect(terminal.shows("LEFT=0"))
  }

  /// The prompt of `--linear` writes too, and tells what was said since its page was printed.
  @Test func linear() throws {
    let store = try TemporaryFolder.withPlan()
    let terminal = start(store, "--linear")
    #expect(terminal.shows("> "))
    terminal.type("tìm A09-01")
    terminal.press("Enter")
    #expect(terminal.shows("A09-01"))
    terminal.type("cập nhật đang vướng mắc; căn cứ CV 5")
    terminal.press("Enter")
    #expect(terminal.shows("đã lưu: A09-01: đang vướng mắc"))
    #expect(try Array(lastRow(store).dropFirst(2)) == ["action/A09-01", "status", "blocked", "2023-09-30", "CV 5"])
    #expect(record(store, "action/A09-01", "--note", "chờ").status == 0)
    terminal.type("ghi chú hai")
    terminal.press("Enter")
    #expect(terminal.shows("vừa có cập nhật mới"))
    terminal.type("ghi chú ba")
    terminal.press("Enter")
    #expect(terminal.shows("đã lưu: A09-01: ghi chú"))
    #expect(try lastRow(store)[4] == "ba")
    terminal.type("thoát")
    terminal.press("Enter")
    #expect(terminal.shows("LEFT=0"))
  }
}
