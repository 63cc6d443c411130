import Foundation
import Testing

/// Whatever the files say, nothing in them acts on a terminal.
@Suite struct HostileTextTests {
  /// What a terminal would act on or hide, each between letters that can be looked for.
  private static let payloads = [
    "\u{1B}]0;pwned\u{07}", "\u{1B}[2J", "\u{1B}[31m", "\u{9B}31m", "\r", "\u{08}\u{08}", "\u{7F}", "\u{202E}",
    "\u{2066}", "\u{200B}", "\u{200D}", "\u{FEFF}", "\u{E0041}", "\u{0085}", "\u{90}x\u{9C}",
  ]

  /// A copy of the plan with every payload in every text that is shown.
  private func store() throws -> TemporaryFolder {
    let folder = try TemporaryFolder.withPlan()
    let payload = Self.payloads.joined(separator: "x")
    for (name, old) in [
      ("plan.conf", "Kế hoạch 2023"), ("pillars.csv", "Dữ liệu số"), ("agencies.csv", "Bộ Công an"),
      ("indicators.csv", "Tỷ trọng giá trị tăng thêm"), ("tasks.csv", "Đẩy mạnh khai thác"),
      ("actions.csv", "Hội nghị hai năm"), ("sources.csv", "Báo Đầu tư 12/1/2023"),
      ("reports/2023.csv", "Tính từ số thuê bao"), ("updates.csv", "Ngày ghi là ngày"), ("members.csv", "Ủy viên"),
      ("regions.csv", "Tây Nguyên"),
    ] {
      try folder.replace(old, with: "X" + payload + old, in: name)
    }
    // And in what only a finding shows.
    try folder.write("period,agency,indicator,value\n2023-09,\(payload),DL1,1\n", to: "reports/bad.csv")
    try folder.write("period,agency,indicator,value\nbad\n", to: "reports/\u{1B}[31mname.csv")
    return folder
  }

  private func expectHarmless(_ text: String, _ source: String) {
    for scalar in text.unicodeScalars where scalar != "\n" {
      let isHarmless =
        scalar.properties.generalCategory != .control && scalar.properties.generalCategory != .format
      #expect(isHarmless, "\(source): U+\(String(scalar.value, radix: 16))")
    }
  }

  @Test func printedText() throws {
    let store = try store()
    for arguments in [["check"], ["status"], ["status", "--lang", "en"], ["status", "--json"]] {
      let outcome = Shell.run([Shell.thuky] + arguments + ["--store", store.path])
      #expect(outcome.status < 2)
      expectHarmless(outcome.out + outcome.error, arguments.joined(separator: " "))
    }
    for words in [["--store", "/nonexistent/\u{1B}[31m\u{202E}"], ["\u{1B}[31mword"], ["--lang", "\u{9B}31m"]] {
      let outcome = Shell.run([Shell.thuky] + words)
      #expect(outcome.status >= 64)
      expectHarmless(outcome.error, "error line")
    }
  }

  /// What the dashboard writes, byte for byte: ncurses' own sequences and nothing of the files'.
  @Test func bytesToTheTerminal() throws {
    let store = try store()
    let log = TemporaryFile()
    let terminal = Tmux(
      "script -q -f -c \"'\(Shell.thuky)' --store '\(store.path)' --as-of 2023-12-31\" '\(log.path)'; echo LEFT; sleep 60"
    )
    #expect(terminal.shows("TRỤ CỘT"))
    for keys in ["2", "3", "4", "5", "6", "!"] {
      terminal.press(keys, "PageDown", "Enter", "Enter", "Escape", "Escape", "Escape")
    }
    terminal.press("Q")
    #expect(terminal.shows("LEFT"))
    let bytes = Files.bytes(log.path)
    #expect(bytes.count > 10_000)
    for payload in ["\u{1B}]0;", "\u{07}", "\u{202E}", "\u{2066}", "\u{200B}", "\u{200D}", "\u{FEFF}", "\u{E0041}"] {
      #expect(bytes.range(of: Data(payload.utf8)) == nil, "\(payload.unicodeScalars.map(\.value))")
    }
    for control: UInt8 in [0x9B, 0x90, 0x85] { #expect(bytes.range(of: Data([0xC2, control])) == nil) }
  }
}
