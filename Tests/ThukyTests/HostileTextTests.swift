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

  /// Every scalar that a terminal, or a reader's eye, could be led astray by: controls, formats, separators, private use.
  private static let dangerous: String = {
    let ranges: [ClosedRange<UInt32>] = [
      0x1...0x9, 0xB...0xC, 0xE...0x1F, 0x7F...0x9F, 0xAD...0xAD, 0x600...0x605, 0x61C...0x61C, 0x180E...0x180E,
      0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xE000...0xE00F, 0xFE00...0xFE0F, 0xFEFF...0xFEFF,
      0xFFF9...0xFFFB, 0x1D173...0x1D17A, 0xE0001...0xE007F, 0xE0100...0xE01EF,
    ]
    return String(String.UnicodeScalarView(ranges.joined().compactMap(Unicode.Scalar.init)))
  }()

  /// One by one: in every text of a store, through every way out of the program.
  @Test func everyScalarThroughEverySink() throws {
    let store = try TemporaryFolder.withPlan()
    for (name, old) in [
      ("plan.conf", "Kế hoạch 2023"), ("pillars.csv", "Dữ liệu số"), ("agencies.csv", "Bộ Công an"),
      ("indicators.csv", "Tỷ trọng giá trị tăng thêm"), ("tasks.csv", "Đẩy mạnh khai thác"),
      ("actions.csv", "Hội nghị hai năm"), ("sources.csv", "Báo Đầu tư 12/1/2023"),
      ("reports/2023.csv", "Tính từ số thuê bao"), ("updates.csv", "Ngày ghi là ngày"),
    ] {
      try store.replace(old, with: "X" + Self.dangerous + old, in: name)
    }
    try store.write("period,agency,indicator,value\n2023-09,\(Self.dangerous),DL1,1\n", to: "reports/bad.csv")
    let day = ["--store", store.path, "--as-of", "2023-12-31"]
    var sinks: [[String]] = [["check", "--store", store.path], ["status"] + day, ["status", "--json"] + day]
    sinks += [["--linear"] + day, ["--kiosk", "--linear"] + day]
    for format in ["text", "ansi", "markdown", "csv", "excel", "html", "svg"] {
      for screen in ["overview", "indicators", "tasks", "calendar", "agencies", "matrix"] {
        sinks.append(["show", screen, "--format", format] + day)
      }
      sinks.append(["show", "indicators", "--of", "KT1", "--format", format] + day)
      sinks.append(["show", "agencies", "--of", "mps", "--format", format] + day)
    }
    for format in ["markdown", "text", "html", "csv"] {
      for paper in [
        ["session"], ["agency", "mps"], ["reminder", "mps"], ["pillar", "data"], ["changes", "--from", "2023-06-30"],
      ] {
        sinks.append(["report"] + paper + ["--format", format] + day)
      }
    }
    for sink in sinks {
      let outcome = Shell.run([Shell.thuky] + sink)
      #expect(outcome.status < 2, "\(sink): \(outcome.error)")
      #expect(outcome.out.count > 50)
      expectHarmless(Self.withoutItsOwn(outcome.out, sink) + outcome.error, sink.dropLast(4).joined(separator: " "))
    }
    // In what is typed, and said back.
    for scalar in Self.dangerous.unicodeScalars where scalar.value < 0xA0 || scalar.value == 0x202E {
      let outcome = Shell.run([Shell.thuky, "--store", "/nonexistent/\(scalar)"])
      #expect(outcome.status == 66)
      expectHarmless(outcome.error, "exit message")
    }
    print("hostile text: \(Self.dangerous.unicodeScalars.count) scalars through \(sinks.count) sinks")
  }

  /// Without what a form has of its own: colours, the mark and the line ends that Excel wants.
  private static func withoutItsOwn(_ text: String, _ sink: [String]) -> String {
    if sink.contains("ansi") { return text.replacing(/\u{1B}\[[0-9;:]*m/, with: "") }
    let isTable = sink.contains("csv") || sink.contains("excel")
    let body =
      sink.contains("excel") && text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    return isTable ? body.replacingOccurrences(of: "\r\n", with: "\n") : body
  }

  /// What the dashboard writes, byte for byte: ncurses' own sequences and nothing of the files'.
  @Test func bytesToTheTerminal() throws {
    let store = try store()
    let log = TemporaryFile()
    let terminal = Tmux(
      "script -q -f -c \"'\(Shell.thuky)' --store '\(store.path)' --as-of 2023-12-31\" '\(log.path)'; echo LEFT; sleep 60"
    )
    #expect(terminal.shows("TRỤ CỘT"))
    let tabs = [
      "2": "[2 Chỉ tiêu]", "3": "[3 Nhiệm vụ]", "4": "[4 Lịch]", "5": "[5 Cơ quan]", "6": "[6 Ma trận]", "!": "›",
    ]
    for (key, tab) in tabs.sorted(by: { $0.key < $1.key }) {
      // Keys that come together make one frame.
      terminal.press(key)
      #expect(terminal.shows(tab))
      terminal.press("PageDown", "Enter")
      #expect(terminal.shows("›"))
      terminal.press("Enter", "Escape", "Escape", "Escape")
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
