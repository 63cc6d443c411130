import Foundation
import Testing

/// `report` and `verify` as a shell sees them.
@Suite struct ReportCommandTests {
  private static let kinds = [
    ["session"], ["agency", "mps"], ["reminder", "mps"], ["pillar", "data"], ["changes", "--from", "2023-08-31"],
  ]
  private static let formats = ["markdown", "text", "html", "csv"]

  private static func arguments(_ kind: [String], _ day: String = "2023-09-30") -> [String] {
    ["report"] + kind + [kind[0] == "changes" ? "--to" : "--as-of", day]
  }

  private func thuky(_ arguments: [String], _ environment: [String: String] = [:], in folder: String? = nil) -> Outcome
  {
    Shell.run([Shell.thuky] + arguments, environment: environment, in: folder)
  }

  @Test(arguments: kinds, formats)
  func everyPaperInEveryForm(_ kind: [String], _ format: String) {
    for language in ["vi", "en"] {
      let outcome = thuky(Self.arguments(kind) + ["--format", format, "--lang", language])
      #expect(outcome.status == 0 && outcome.error.isEmpty, "\(outcome.error)")
      #expect(outcome.out.contains("SHA-256") && outcome.out.contains("thuky 0."), "\(outcome.out)")
      #expect(!outcome.out.unicodeScalars.contains("\u{1B}"))
    }
  }

  /// The same bytes whatever the machine's settings, and of a folder whatever the order in which its files came.
  @Test(arguments: kinds)
  func sameBytes(_ kind: [String]) throws {
    let first = thuky(Self.arguments(kind)).out
    for environment in [
      ["TZ": "America/Lima", "LC_ALL": "vi_VN.UTF-8"], ["TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "tr_TR"],
      ["SWIFT_DETERMINISTIC_HASHING": "1"], ["COLUMNS": "40", "TERM": "dumb"],
    ] {
      #expect(thuky(Self.arguments(kind), environment).out == first, "\(environment)")
    }
    let store = try TemporaryFolder.withPlan()
    #expect(thuky(Self.arguments(kind) + ["--store", store.path]).out == first)
    let other = try TemporaryFolder()
    let copy = """
      cd '\(store.path)' && find . -type f | sort -r | while read -r f; do \
      mkdir -p "\(other.path)/$(dirname "$f")" && cp "$f" "\(other.path)/$f"; done
      """
    #expect(Shell.run(["sh", "-c", copy]).status == 0)
    #expect(thuky(Self.arguments(kind) + ["--store", other.path]).out == first)
  }

  /// What is said of the fingerprint can be done by hand.
  @Test func fingerprintBySha256sum() throws {
    let store = try TemporaryFolder.withPlan()
    let byHand = Shell.run([
      "sh", "-c",
      "cd '\(store.path)' && find . -type f | sed 's,^./,,' | LC_ALL=C sort | xargs -d '\\n' sha256sum | sha256sum",
    ]).out.prefix(64)
    let outcome = thuky(["verify", String(byHand), "--store", store.path])
    #expect(outcome.status == 0 && outcome.out.hasPrefix("khớp"), "\(outcome)")
    #expect(thuky(["report", "session", "--store", store.path]).out.contains(byHand))
  }

  @Test func verifySaysNoAfterOneByte() throws {
    let store = try TemporaryFolder.withPlan()
    let paper = store.path + "-paper.html"
    defer { unlink(paper) }
    let written = thuky(["report", "session", "--store", store.path, "--format", "html", "--out", paper])
    #expect(written.status == 0, "\(written)")
    for argument in [
      paper, String(try #require(hash(of: paper)).prefix(12)), try #require(hash(of: paper)).uppercased(),
    ] {
      #expect(thuky(["verify", argument, "--store", store.path]).status == 0)
    }
    try store.replace("52.3", with: "52.4", in: "reports/2023.csv")
    let changed = thuky(["verify", paper, "--store", store.path, "--lang", "en"])
    #expect(changed.status == 1 && changed.out.hasPrefix("it does not hold") && changed.error.isEmpty, "\(changed)")
    try store.replace("52.4", with: "52.3", in: "reports/2023.csv")
    #expect(thuky(["verify", paper, "--store", store.path]).status == 0)
    // What the store does not read has no part in it.
    try store.write("x", to: "reports/.hidden.csv")
    try store.write("x", to: "notes.txt")
    #expect(thuky(["verify", paper, "--store", store.path]).status == 0)
    try store.write("period,agency,indicator\n", to: "reports/new.csv")
    #expect(thuky(["verify", paper, "--store", store.path]).status == 1)
    #expect(thuky(["verify", paper, "--demo"]).status == 1)
  }

  private func hash(of paper: String) -> String? {
    let text = String(decoding: Files.bytes(paper), as: UTF8.self)
    return text.components(separatedBy: CharacterSet(charactersIn: "0123456789abcdef").inverted).last { $0.count == 64 }
  }

  // MARK: Where papers go

  @Test func intoAFile() throws {
    let folder = try TemporaryFolder()
    let file = folder.path + "/giao ban.md"
    let outcome = thuky(Self.arguments(["session"]) + ["--out", file])
    #expect(outcome.status == 0 && outcome.out.hasPrefix("đã ghi giao ban.md vào "), "\(outcome)")
    #expect(try folder.text(of: "giao ban.md") == thuky(Self.arguments(["session"])).out)
    let again = thuky(Self.arguments(["session"]) + ["--out", file, "--lang", "en"])
    #expect(again.status == 73 && again.out.isEmpty && again.error.contains("giao ban.md"), "\(again)")
    #expect(try folder.text(of: "giao ban.md").hasPrefix("# Tài liệu phiên họp"))
    let here = thuky(Self.arguments(["pillar", "data"]) + ["--out", "x.md"], in: folder.path)
    #expect(here.status == 0, "\(here)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["giao ban.md", "x.md"])
  }

  @Test func intoAFolder() throws {
    let folder = try TemporaryFolder()
    for _ in 1...2 { #expect(thuky(Self.arguments(["agency", "mps"]) + ["--out", folder.path]).status == 0) }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        == ["thuky-2023-09-30-agency-mps-2.md", "thuky-2023-09-30-agency-mps.md"])
    #expect(thuky(Self.arguments(["session"]) + ["--out", "/nowhere/x.md"]).status == 73)
    #expect(thuky(Self.arguments(["session"]) + ["--out", "/nowhere/"]).status == 73)
  }

  @Test func neverIntoTheStore() throws {
    let store = try TemporaryFolder.withPlan()
    let before = Shell.run(["sh", "-c", "cd '\(store.path)' && find . | sort"]).out
    for out in ["", "/reports", "/x.csv", "/reports/x.csv", "/../\(store.path.split(separator: "/").last ?? "")/y.md"] {
      let outcome = thuky(Self.arguments(["session"]) + ["--store", store.path, "--out", store.path + out])
      #expect(outcome.status == 73 && outcome.error.contains("--out"), "\(out): \(outcome)")
    }
    let all = thuky([
      "report", "reminder", "--all", "--as-of", "2023-09-30", "--store", store.path, "--out", store.path + "/l",
    ])
    #expect(all.status == 73, "\(all)")
    #expect(Shell.run(["sh", "-c", "cd '\(store.path)' && find . | sort"]).out == before)
  }

  /// A day outside the plan's time is a warning beside the paper, and in it.
  @Test(arguments: kinds)
  func warnsOfADayOutsideThePlan(_ kind: [String]) {
    let outcome = thuky(Self.arguments(kind, "2024-06-30"))
    let warning = "Lưu ý: ngày 30/06/2024 ở sau thời gian của kế hoạch (01/01/2023–31/12/2023)"
    #expect(outcome.status == 0 && outcome.error.hasPrefix("thuky: " + warning), "\(outcome)")
    #expect(outcome.out.contains(warning), "\(outcome.out)")
  }

  // MARK: Letters

  @Test func aLetterToEveryAgency() throws {
    let folder = try TemporaryFolder()
    let letters = folder.path + "/letters"
    let arguments = ["report", "reminder", "--all", "--as-of", "2023-09-30", "--format", "html", "--out", letters]
    let outcome = thuky(arguments)
    #expect(outcome.status == 0 && outcome.error.isEmpty, "\(outcome)")
    let names = try FileManager.default.contentsOfDirectory(atPath: letters)
    #expect(names.count == 93 && names.contains("thuky-2023-09-30-reminder-ha-noi.html"))
    #expect(outcome.out.hasSuffix("đã ghi 93 công văn vào \(letters); 0 đơn vị không có gì phải đôn đốc\n"))
    #expect(outcome.out.components(separatedBy: "\n").count == 95)
    let text = try folder.text(of: "letters/thuky-2023-09-30-reminder-ha-noi.html")
    #expect(text.contains("Kính gửi: Ủy ban nhân dân thành phố Hà Nội"))
  }

  /// A second time nothing is written twice, and nothing of another state of affairs beside the first.
  @Test func lettersAreWrittenOnce() throws {
    let (folder, store) = (try TemporaryFolder(), try TemporaryFolder.withPlan())
    let letters = folder.path + "/letters"
    let arguments = [
      "report", "reminder", "--all", "--as-of", "2023-09-30", "--out", letters, "--store", store.path,
    ]
    func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: letters).sorted() }
    #expect(thuky(arguments).status == 0)
    let first = try names()
    unlink(letters + "/" + first[7])
    let again = thuky(arguments)
    #expect(again.status == 0 && again.error.isEmpty, "\(again)")
    #expect(
      again.out.hasSuffix(
        "đã ghi 1 công văn vào \(letters) (92 công văn đã có, không đổi); 0 đơn vị không có gì phải đôn đốc\n"))
    #expect(again.out.contains(first[7]), "\(again.out)")
    #expect(try names() == first)
    // Another state of the store is another letter.
    try store.write("period,agency,indicator,value\n2023-09,moh,DL1,1\n", to: "reports/new.csv")
    unlink(letters + "/" + first[7])
    let refused = thuky(arguments)
    #expect(refused.status == 73 && refused.out.isEmpty && refused.error.contains("--out"), "\(refused)")
    #expect(try names() == first.filter { $0 != first[7] })
  }

  @Test func nothingToRemindOf() throws {
    let outcome = thuky(["report", "reminder", "mps", "--as-of", "2023-02-01"])
    #expect(outcome.status == 0 && outcome.out.isEmpty && outcome.error.contains("không lập công văn"), "\(outcome)")
    let folder = try TemporaryFolder()
    let none = thuky(["report", "reminder", "--all", "--as-of", "2023-02-01", "--out", folder.path, "--lang", "en"])
    #expect(none.status == 0 && none.out.hasPrefix("wrote 0 letters into"), "\(none)")
    #expect(none.out.hasSuffix("; 93 agencies owe nothing\n"), "\(none)")
  }

  // MARK: What cannot be

  @Test(arguments: [
    (["report", "agency", "mpss"], 64, "mps"), (["report", "pillar", "dta"], 64, "data"),
    (["report", "reminder"], 64, "--all"), (["report", "reminder", "mps", "--all", "--out", "x"], 64, "--all"),
    (["report", "reminder", "--all"], 64, "--out DIR"), (["report", "agency", "\u{1B}[2J"], 64, "^[[2J"),
    (["report", "changes", "--from", "2023-10-01", "--to", "2023-09-30"], 64, "01/10/2023"),
    (["report", "session", "--format", "pdf"], 64, "pdf"),
    (["report", "session", "--demo", "--store", "x"], 64, "demo"),
    (["report", "session", "--store", "/nowhere"], 66, "/nowhere"), (["verify", "abc"], 64, "SHA-256"),
    (["verify", "/etc/hostname"], 64, "SHA-256"), (["verify", "0123456789ab", "--store", "/nowhere"], 66, "/nowhere"),
    (["verify", "/dev/zero"], 66, "/dev/zero"), (["verify", "/etc"], 66, "/etc"),
    (["report", "nonsense"], 64, "nonsense"),
  ])
  func oneLineAndAStatus(_ arguments: [String], _ status: Int32, _ says: String) {
    let outcome = thuky(arguments)
    #expect(outcome.status == status, "\(outcome)")
    #expect(outcome.out.isEmpty && outcome.error.contains(says) && !outcome.error.contains("\u{1B}"), "\(outcome)")
  }

  /// As people write them, in every command.
  @Test(arguments: [
    ["report", "agency", "byt"], ["report", "agency", "MOH"], ["report", "agency", "Bộ Y tế"],
    ["report", "pillar", "XH"],
    ["show", "tasks", "--of", "t19/BYT"], ["show", "agencies", "--of", "MOH"], ["show", "overview", "--of", "xh"],
  ])
  func namesAsPeopleWriteThem(_ words: [String]) {
    let outcome = thuky(words)
    #expect(
      outcome.status == 0
        && outcome.out.contains(words.contains("pillar") || words.contains("xh") ? "Xã hội số" : "Bộ Y tế"))
  }

  /// An error names the file that was asked for.
  @Test func whereItCannotBeWritten() throws {
    let path = try TemporaryFolder().path + "/none/a.md"
    let outcome = thuky(["report", "agency", "moh", "--out", path])
    #expect(outcome.status == 73)
    #expect(outcome.error == "thuky: \(path): không có tệp hoặc thư mục này\n", "\(outcome.error)")
  }

  @Test func fullDisk() {
    #expect(Shell.thuky("report", "session", output: "/dev/full").status == 74)
  }

  /// From the dashboard: `e` on an agency writes its letter, which then verifies.
  @Test func fromTheDashboard() throws {
    let (store, folder) = (try TemporaryFolder.withPlan(), try TemporaryFolder())
    let terminal = Tmux(
      "'\(Shell.thuky)' --store '\(store.path)' --as-of 2023-09-30 --export-dir '\(folder.path)'; sleep 60", 120, 36)
    #expect(terminal.shows("TRỤ CỘT"))
    terminal.press("5", "e", "Up", "Enter")
    #expect(terminal.shows("đã ghi thuky-2023-09-30-reminder-"))
    terminal.press("Q")
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder.path).first)
    #expect(thuky(["verify", folder.path + "/" + name, "--store", store.path]).status == 0)
  }
}
