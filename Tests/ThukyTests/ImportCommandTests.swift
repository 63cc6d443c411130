import Foundation
import Testing

/// `thuky import` as a shell sees it: what it prints, where it writes, and how it ends.
@Suite struct ImportCommandTests {
  private static let table = """
    Đơn vị;Kỳ báo cáo;Chỉ tiêu;Giá trị;Tử số;Mẫu số
    Bộ Y tế;Tháng 6/2023;DL1;1;;
    UBND tỉnh Hà Giang;Quý II/2023;XH2;chưa có;12 000;20 000

    """

  private func reports(_ store: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: store.path + "/reports").sorted()
  }

  private func run(_ store: TemporaryFolder, _ arguments: String...) -> Outcome {
    Shell.run([Shell.thuky, "import"] + arguments + ["--store", store.path], in: store.path)
  }

  @Test func aTableBecomesANewFile() throws {
    let store = try TemporaryFolder.withPlan()
    try store.write(Self.table, to: "Báo cáo.csv")
    let before = try reports(store)
    let dry = run(store, "Báo cáo.csv", "--dry-run")
    #expect(dry.status == 0 && dry.error.isEmpty, "\(dry)")
    #expect(dry.out.contains("Báo cáo.csv: UTF-8; phân cách «;»; tiêu đề ở dòng 1"))
    #expect(dry.out.contains("2  «Kỳ báo cáo»") && dry.out.contains("→ period"))
    #expect(dry.out.hasSuffix("không ghi gì (--dry-run)\n"))
    #expect(try reports(store) == before)
    let wet = run(store, "Báo cáo.csv", "--lang", "en")
    #expect(wet.status == 0 && wet.error.isEmpty, "\(wet)")
    let new = try #require(Set(try reports(store)).subtracting(before).first)
    #expect(wet.out.hasSuffix("wrote 2 rows into \(store.path)/reports/\(new)\n"))
    #expect(new.hasPrefix("nhap-20") && new.hasSuffix("-001-bao-cao.csv"))
    let day = new.dropFirst(5).prefix(10)
    #expect(
      try store.text(of: "reports/" + new) == """
        period,agency,indicator,value,numerator,denominator,received,source,note
        2023-06,moh,DL1,1,,,\(day),,
        2023-06,ha-giang,XH2,,12000,20000,\(day),,

        """)
    let checked = Shell.thuky("check", "--store", store.path)
    #expect(checked.status == 0 && checked.out.isEmpty, "\(checked)")
    // The same again is told, and not written.
    let again = run(store, "Báo cáo.csv")
    let told =
      "thuky: đã nhập ngày \(day.split(separator: "-").reversed().joined(separator: "/")) trong tệp reports/\(new)"
    #expect(again.status == 65 && again.error.contains(told), "\(again)")
    #expect(again.out.contains("xem trước 2 trong 2 dòng đọc được, chưa ghi:"), "\(again)")
    #expect(try reports(store).count == before.count + 1)
  }

  /// What is shown as written is written, and what is left out is named by its line.
  @Test func previewAndResultAgree() throws {
    let store = try TemporaryFolder.withPlan()
    let table = Self.table + "Bộ Z;Tháng 6/2023;DL1;1;;\nBộ Công an;Tháng 12/2030;DL1;1;;\nBộ Công an;6/2023;DL1;-;;\n"
    try store.write(table, to: "t.csv")
    let before = try reports(store)
    let refused = run(store, "t.csv")
    #expect(refused.status == 65 && !refused.out.contains("sẽ ghi"), "\(refused)")
    for line in [
      "xem trước 2 trong 2 dòng đọc được, chưa ghi:", "2 dòng có lỗi, không ghi: dòng 4, 5",
      "1 dòng không có số liệu, không ghi: dòng 6",
    ] {
      #expect(refused.out.contains(line + "\n"), "\(refused.out)")
    }
    #expect(refused.error.contains("t.csv:5:12: error: kỳ 2030-12 ở sau kế hoạch"), "\(refused.error)")
    #expect(try reports(store) == before)
    let written = run(store, "t.csv", "--skip-faulty")
    #expect(written.status == 0 && written.out.contains("xem trước 2 trong 2 dòng sẽ ghi:"), "\(written)")
    #expect(written.out.contains("đã ghi 2 dòng vào"))
  }

  @Test func aShareBeyondTheWholeIsShown() throws {
    let store = try TemporaryFolder.withPlan()
    try store.write("Đơn vị;Kỳ BC;Chỉ tiêu;Giá trị\nBộ Y tế Việt Nam;6/2023;CP2;150 %\n", to: "t.csv")
    let outcome = run(store, "t.csv", "--dry-run")
    #expect(outcome.status == 0 && outcome.out.contains("1 dòng có cảnh báo: dòng 2\n"), "\(outcome)")
    #expect(outcome.error.contains("t.csv:2:29: warning: tỷ lệ ngoài khoảng 0…100 %"), "\(outcome)")
  }

  @Test func noNumberIsLeft() throws {
    let store = try TemporaryFolder.withPlan()
    try store.write(Self.table, to: "t.csv")
    #expect(run(store, "t.csv").status == 0)
    let first = try #require(try reports(store).first { $0.hasPrefix("nhap-") })
    let last = first.replacingOccurrences(of: "-001-", with: "-999-")
    rename(store.path + "/reports/" + first, store.path + "/reports/" + last)
    try store.write(Self.table.replacingOccurrences(of: "DL1;1", with: "DL1;0"), to: "t.csv")
    let outcome = run(store, "t.csv")
    #expect(outcome.status == 73 && outcome.error.contains("hôm nay đã nhập 999 tệp"), "\(outcome)")
  }

  @Test func standardInput() throws {
    let store = try TemporaryFolder.withPlan()
    func pipe(_ command: String, _ arguments: String = "") -> Outcome {
      Shell.run(["sh", "-c", "\(command) | '\(Shell.thuky)' import - --store '\(store.path)' \(arguments)"])
    }
    let one = pipe("printf 'DL1\\tKT5\\n1\\t0\\n'", "--agency 'Bộ Y tế' --period 6/2023")
    #expect(one.status == 0 && one.out.contains("-001-moh-stdin.csv"), "\(one)")
    let endless = pipe("yes", "--lang en")
    #expect(endless.status == 65)
    #expect(endless.error == "thuky: stdin: over 16 MB, not imported; split it into smaller files\n")
    #expect(pipe("true").status == 65)
  }

  @Test(arguments: [
    (["none.csv"], Int32(66), "No such file"), (["."], 66, "-"), (["/dev/zero"], 66, "-"), (["pipe"], 66, "-"),
    (["x.xlsx"], 65, "Save As"), (["big.csv"], 65, "16 MB"), (["t.csv", "--agency", "nobody"], 64, "--agency"),
    (["t.csv", "--map", "value=99"], 64, "--map"), (["t.csv", "--decimal", "dot"], 64, "--decimal"), ([], 64, "file"),
    (["faulty.csv"], 65, "--skip-faulty"), (["empty.csv"], 65, "no row"),
    (["empty.csv", "--skip-faulty"], 65, "no row"),
  ])
  func whatCannotBe(_ arguments: [String], _ status: Int32, _ says: String) throws {
    let store = try TemporaryFolder.withPlan()
    try store.write(Self.table, to: "t.csv")
    try store.write("PK\u{3}\u{4}xl/", to: "x.xlsx")
    try store.write("", to: "big.csv")
    truncate(store.path + "/big.csv", 100 << 20)
    mkfifo(store.path + "/pipe", 0o600)
    try store.write(Self.table + "Bộ Z;Tháng 6/2023;DL1;1;;\n", to: "faulty.csv")
    try store.write("Đơn vị;Kỳ báo cáo;Chỉ tiêu;Giá trị\nBộ Y tế;6/2023;DL1;-\n", to: "empty.csv")
    let before = try reports(store)
    let outcome = Shell.run(
      [Shell.thuky, "import"] + arguments + ["--store", store.path, "--lang", "en"], in: store.path)
    #expect(outcome.status == status, "\(outcome)")
    #expect(outcome.error.contains(says), "\(outcome.error)")
    #expect(try reports(store) == before)
  }

  @Test func faultyRowsAreLeftOutWhenThatIsSaid() throws {
    let store = try TemporaryFolder.withPlan()
    try store.write(Self.table + "Bộ Z;Tháng 6/2023;DL1;1;;\n", to: "faulty.csv")
    let outcome = run(store, "faulty.csv", "--skip-faulty")
    #expect(outcome.status == 0 && outcome.out.contains("đã ghi 2 dòng"))
    #expect(outcome.error.hasPrefix("faulty.csv:4:1: error: không có mã «Bộ Z» trong agencies.csv"))
  }

  /// The blocks of a language on the page about importing, one after the other.
  static func documented(_ language: String) throws -> String {
    let page = ArchitectureTests.root.appendingPathComponent("Sources/PlanCore/PlanCore.docc/Importing.md")
    let parts = try String(contentsOf: page, encoding: .utf8).components(separatedBy: "```")
    let blocks = stride(from: 1, to: parts.count, by: 2).map { parts[$0] }.filter { $0.hasPrefix(language + "\n") }
    return blocks.map { $0.dropFirst(language.utf8.count + 1) }.joined()
  }

  /// The page's example does what the page says.
  @Test func theExample() throws {
    let folder = try TemporaryFolder()
    #expect(Shell.thuky("init", "my-plan", in: folder.path).status == 0)
    try folder.write(Self.documented("csv"), to: "bao-cao.csv")
    let commands = try Self.documented("sh").split(separator: "\n").map(String.init)
    let outcomes = commands.map { Shell.run(["sh", "-c", $0], in: folder.path) }
    #expect(outcomes.map(\.status) == [65, 65, 0])
    let told = try Self.documented("").split(separator: "\n").first { $0.hasPrefix("bao-cao.csv:") }
    #expect(outcomes[0].error.split(separator: "\n").first == told)
    #expect(outcomes[2].error.isEmpty && outcomes[2].out.contains("đã ghi 2 dòng"))
  }

  // MARK: Stores that are not written

  @Test func theBundledPlan() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.table, to: "t.csv")
    let outcome = Shell.thuky("import", "t.csv", in: folder.path)
    #expect(outcome.status == 73 && outcome.out.isEmpty && outcome.error.contains("thuky init"))
    #expect(Shell.thuky("import", "t.csv", "--dry-run", in: folder.path).status == 0)
    #expect(Shell.thuky("import", "t.csv", "--store", "/nonexistent", in: folder.path).status == 66)
  }

  /// Nobody may write into these, root neither.
  @Test func folders() throws {
    let store = try TemporaryFolder.withPlan()
    let outside = try TemporaryFolder()
    try store.write(Self.table, to: "t.csv")
    try FileManager.default.removeItem(atPath: store.path + "/reports")
    symlink(outside.path, store.path + "/reports")
    let out = run(store, "t.csv", "--lang", "en")
    #expect(
      out.status == 73 && out.error == "thuky: «\(store.path)/reports» leads out of the store; nothing is written\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: outside.path).isEmpty)
    unlink(store.path + "/reports")
    try store.write("", to: "reports")
    #expect(run(store, "t.csv").status == 73)
    unlink(store.path + "/reports")
    let made = run(store, "t.csv")
    #expect(made.status == 0 && made.error.isEmpty, "\(made)")
    #expect(try reports(store).count == 1)
    try FileManager.default.removeItem(atPath: store.path + "/reports")
    symlink("/proc/self/fdinfo", store.path + "/reports")
    #expect(run(store, "t.csv").status == 73)
  }

  /// Nothing of a table acts on a terminal.
  @Test func hostileText() throws {
    let store = try TemporaryFolder.withPlan()
    let payload = "\u{1B}[31m\u{202E}\u{9B}2J\u{7}"
    try store.write(
      "Đơn vị\(payload);Kỳ;Chỉ tiêu;Giá trị;Ghi chú\nBộ Y tế;6/2023;DL1;1;\(payload)\n\(payload);6/2023;DL1;1;\n",
      to: "\(payload).csv")
    let outcome = run(store, "\(payload).csv", "--map", "agency=1")
    #expect(outcome.status == 65)
    for scalar in (outcome.out + outcome.error).unicodeScalars where scalar != "\n" {
      #expect(scalar.properties.generalCategory != .control && scalar.properties.generalCategory != .format)
    }
  }
}
