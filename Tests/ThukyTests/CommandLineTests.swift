import Foundation
import Testing

/// `check`, `status`, `init` and what can go wrong with them, as a shell sees it.
@Suite struct CommandLineTests {
  // MARK: status

  private func status(_ day: String) throws -> [String: Any] {
    let outcome = Shell.thuky("status", "--json", "--as-of", day)
    #expect(outcome.status == 0)
    #expect(outcome.out.hasSuffix("}\n") && outcome.out.components(separatedBy: "\n").count == 2)
    let json = try JSONSerialization.jsonObject(with: Data(outcome.out.utf8))
    return try #require(json as? [String: Any])
  }

  private func indicators(_ status: [String: Any]) throws -> [String: [String: Any]] {
    let list = try #require(status["indicators"] as? [[String: Any]])
    return Dictionary(list.map { ($0["id"] as? String ?? "", $0) }, uniquingKeysWith: { $1 })
  }

  @Test func midYear() throws {
    let status = try status("2023-06-30")
    let indicators = try indicators(status)
    #expect(indicators["KT1"]?["status"] as? String == "atRisk")
    #expect(indicators["KT1"]?["value"] as? Double == 14.96)
    #expect(abs((indicators["KT1"]?["pace"] as? Double ?? 0) - 0.8113) < 0.0001)
    #expect(indicators["XH2"]?["status"] as? String == "offTrack")
    #expect(indicators["XH1"]?["status"] as? String == "met")
    #expect(indicators["CP3"]?["status"] as? String == "met")
    #expect(indicators["CP3"]?["attainment"] as? Double == 1)
    #expect(indicators["KT2"]?["status"] as? String == "noData")
    #expect(
      status["tasks"] as? [String: Int] == [
        "doneOnTime": 0, "doneLate": 0, "openInTime": 479, "openOverdue": 94, "unreported": 93, "cancelled": 0,
        "pending": 102, "dueSoon": 1,
      ])
    #expect(
      status["actions"] as? [String: Int] == [
        "doneOnTime": 15, "doneLate": 0, "openInTime": 23, "openOverdue": 0, "unreported": 0, "cancelled": 0,
        "pending": 9, "dueSoon": 5,
      ])
  }

  @Test func september() throws {
    let indicators = try indicators(try status("30/09/2023"))
    #expect(indicators["DL1"]?["value"] as? Double == 52.3)
    #expect(indicators["DL1"]?["basis"] as? String == "published")
    #expect(indicators["DL1"]?["status"] as? String == "atRisk")
    #expect(abs((indicators["DL2"]?["value"] as? Double ?? 0) - 1.0753) < 0.0001)
    #expect(indicators["DL2"]?["partial"] as? Bool == true)
    #expect(indicators["DL2"]?["status"] as? String == "noData")
  }

  /// The plan's last day is «today» once it is over.
  @Test func datesByName() {
    let end = Shell.thuky("status", "--json", "--as-of", "end")
    #expect(end.out.contains("\"asOf\":\"2023-12-31\""))
    #expect(Shell.thuky("status", "--json").out == end.out)
    #expect(!Shell.thuky("status", "--json", "--as-of", "today").out.contains("\"asOf\":\"2023-12-31\""))
  }

  @Test func sameBytesWhateverTheSurroundings() {
    let outs = [
      [:], ["TZ": "America/Lima", "LC_ALL": "C"], ["SWIFT_DETERMINISTIC_HASHING": "1", "LANG": "vi_VN.UTF-8"],
    ].map { Shell.thuky("status", "--json", "--as-of", "2023-09-30", environment: $0).out }
    #expect(outs[0] == outs[1] && outs[1] == outs[2])
  }

  @Test func statusAsText() {
    let vietnamese = Shell.thuky("status", "--as-of", "2023-09-30")
    #expect(vietnamese.status == 0)
    #expect(vietnamese.out.contains("20,0 %"))
    #expect(vietnamese.out.contains("đang làm trong hạn 477, quá hạn 95"))
    let english = Shell.thuky("status", "--as-of", "2023-09-30", environment: ["THUKY_LANG": "en"])
    #expect(english.out.contains("open in time 477, overdue 95"))
    #expect(Shell.thuky("status", "--lang", "en", environment: ["THUKY_LANG": "vi"]).out.contains("PILLAR"))
  }

  // MARK: check and init

  @Test func bundledPlanIsClean() {
    let outcome = Shell.thuky("check")
    #expect(outcome.status == 0 && outcome.out.isEmpty && outcome.error.isEmpty)
  }

  @Test func initWritesThePlanAsItIs() throws {
    let folder = try TemporaryFolder()
    let store = folder.path + "/deep"
    #expect(Shell.thuky("init", store).status == 0)
    let checked = Shell.thuky("check", "--store", store)
    #expect(checked.status == 0 && checked.out.isEmpty)
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/NationalPlan2023/Store").standardized.path
    #expect(Shell.run(["diff", "-r", store, source]).status == 0)
    let again = Shell.thuky("init", store)
    #expect(again.status == 73)
    #expect(again.error == "thuky: thư mục «\(store)» không trống, không ghi vào\n")
    #expect(
      Shell.thuky("status", "--json", "--store", store).out == Shell.thuky("status", "--json").out)
  }

  /// Ten faults in a copy of the plan: each with its place and what would be right.
  @Test func tenFaults() throws {
    let store = try TemporaryFolder.withPlan()
    try store.replace("on_track = 0.9", with: "on_trak = 0.9", in: "plan.conf")
    try store.replace("moha,ministry", with: "moha,minstry", in: "agencies.csv")
    try store.replace(
      "ratio,@provinces,mic,Số hộ có đường", with: "ratio,@province,mic,Số hộ có đường", in: "indicators.csv")
    try store.replace("T03,data,mic", with: "T03,data,micc", in: "tasks.csv")
    try store.replace("T05,government,vpcp", with: "T04,government,vpcp", in: "tasks.csv")
    try store.replace("A01-02,2023-01,2023-01-16", with: "A01-02,2023-01,16/01/2023", in: "actions.csv")
    try store.replace("2023-04,vn,CP3,54.8", with: "2023-04,vn,CP3,\"54,8\"", in: "reports/2023.csv")
    try store.replace("2023-06,vn,KT1,14.96", with: "2023-06,vn,KT11,14.96", in: "reports/2023.csv")
    try store.replace("2024-02,vn,XH2,80.1,,,qdnd-2,", with: "2024-02,vn,XH2,80.1,,,qdnd-2", in: "reports/2024.csv")
    try store.replace("action/A01-01,status,done", with: "action/A01-01,status,finished", in: "updates.csv")
    let outcome = Shell.thuky("check", "--store", store.path, "--lang", "en")
    #expect(outcome.status == 1)
    let found = outcome.out.split(separator: "\n").map(String.init)
    let expected: [(place: String, hint: String)] = [
      ("plan.conf:16:1: warning:", "«on_track»"),
      ("agencies.csv:6:6: error:", "«ministry»"),
      ("indicators.csv:25:", "«@provinces»"),
      ("tasks.csv:4:10: error:", "«mic»"),
      ("tasks.csv:6:1: error:", "the first row stands"),
      ("actions.csv:3:16: error:", "2023-01-16"),
      ("reports/2023.csv:5:16: error:", "54.8"),
      ("reports/2023.csv:9:12: error:", "«KT1»"),
      ("reports/2024.csv:2:1: error:", "cells"),
      ("updates.csv:2:58: error:", "done"),
    ]
    for (place, hint) in expected {
      #expect(found.contains { $0.hasPrefix(place) && $0.contains(hint) }, "\(place) \(hint)\n\(outcome.out)")
    }
    let status = Shell.thuky("status", "--store", store.path).out
    #expect(status.contains("Xã hội số"))
    let errors = found.count { $0.contains(": error: ") }
    #expect(status.split(separator: "\n")[1] == "\(errors) lỗi trong dữ liệu; xem «thuky check»")
  }

  // MARK: What cannot be

  @Test(arguments: [
    (["--store", "/nonexistent/kho"], [:], Int32(66), "/nonexistent/kho"),
    (["status", "--store", "/nonexistent/kho"], [:], 66, "thuky init"),
    (["check"], ["THUKY_STORE": "/nonexistent/kho"], 66, "/nonexistent/kho"),
    (["--theme", "giya"], [:], 64, "giay"),
    ([], ["THUKY_LANG": "fr"], 64, "THUKY_LANG"),
    (["status"], ["THUKY_GLYPHS": "emoji"], 64, "blocks, box, ascii"),
    (["status", "--as-of", "31/02/2023"], [:], 64, "--as-of"),
    (["status", "--lang", "fr"], [:], 64, "--lang"),
    (["nonsense"], [:], 64, "nonsense"),
    (["init"], [:], 64, "dir"),
    (["init", "/nonexistent/a/b"], [:], 73, "/nonexistent/a/b"),
    (["init", "/proc/x"], [:], 73, "/proc/x"),
    (["init", "/dev/null/x"], [:], 73, "/dev/null/x"),
    ([], [:], 69, "màn hình"),
    ([], ["TERM": "nosuch"], 69, "màn hình"),
  ])
  func oneLineAndAStatus(
    _ arguments: [String], _ environment: [String: String], _ status: Int32, _ says: String
  ) {
    let outcome = Shell.run([Shell.thuky] + arguments, environment: environment)
    #expect(outcome.status == status, "\(outcome)")
    #expect(outcome.out.isEmpty)
    #expect(outcome.error.contains(says), "\(outcome.error)")
  }

  @Test(arguments: [
    ("", "format"), ("format = 2\n", "2"), ("format = one\n", "format"),
    ("format = 1\nid = x\nstart = 2023-12-31\nend = 2023-01-01\ntitle.vi = X\n", "31/12/2023"),
    ("format = 1\nid = x\nstart = 2023-12-32\nend = 2023-01-01\ntitle.vi = X\n", "2023-12-32"),
  ])
  func unreadablePlan(_ text: String, _ says: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "plan.conf")
    for arguments in [[], ["check"], ["status", "--json"]] {
      let outcome = Shell.run([Shell.thuky] + arguments + ["--store", folder.path])
      #expect(outcome.status == 65)
      #expect(outcome.error.contains(says) && outcome.error.split(separator: "\n").count == 1, "\(outcome.error)")
    }
  }

  @Test func outputThatCannotBeWritten() {
    let full = Shell.thuky("status", output: "/dev/full")
    #expect(full.status == 74)
    #expect(full.error.hasPrefix("thuky: "))
    #expect(Shell.thuky("--help", output: "/dev/full").status == 74)
    let piped = Shell.run(["sh", "-c", "'\(Shell.thuky)' status | true; '\(Shell.thuky)' status | head -1"])
    #expect(piped.status == 0)
    #expect(piped.error.isEmpty)
  }

  @Test func versionAndHelp() {
    #expect(Shell.thuky("--version").out.hasPrefix("thuky 0."))
    for command in [[], ["check"], ["status"], ["record"], ["import"], ["init"], ["demo"]] {
      let outcome = Shell.run([Shell.thuky] + command + ["--help"])
      #expect(outcome.status == 0 && outcome.error.isEmpty)
      #expect(outcome.out.contains("USAGE: thuky"))
    }
  }
}
