import Foundation
import Testing

/// `thuky.conf`: what it may say, what stands before it, what is wrong with it.
@Suite struct ConfigurationTests {
  private struct Home {
    let folder: TemporaryFolder
    var environment: [String: String] { ["HOME": folder.path] }

    init(_ configuration: String) throws {
      folder = try TemporaryFolder()
      try FileManager.default.createDirectory(
        atPath: folder.path + "/.config/thuky", withIntermediateDirectories: true)
      try folder.write(configuration, to: ".config/thuky/thuky.conf")
    }

    func run(_ arguments: String..., more: [String: String] = [:]) -> Outcome {
      Shell.run([Shell.thuky] + arguments, environment: environment.merging(more) { $1 })
    }
  }

  @Test func languageByPrecedence() throws {
    let home = try Home("# của tôi\nlang = en\nglyphs = ascii\n")
    #expect(home.run("status").out.contains("PILLAR"))
    #expect(home.run("status").out.contains("|"))
    #expect(home.run("status", more: ["THUKY_LANG": "vi"]).out.contains("TRỤ CỘT"))
    #expect(home.run("status", "--lang", "vi", more: ["THUKY_LANG": "en"]).out.contains("TRỤ CỘT"))
    // An error is told in the language that is meant.
    #expect(home.run("status", "--store", "/nonexistent").error.contains("no store at"))
  }

  @Test func store() throws {
    let store = try TemporaryFolder.withPlan()
    try store.replace("mps,ministry", with: "mps,minstry", in: "agencies.csv")
    let home = try Home("store = \(store.path)\n")
    #expect(home.run("check").status == 1)
    #expect(home.run("check", more: ["THUKY_STORE": "/nonexistent/kho"]).status == 66)
    let short = try Home("store = ~/kho\n")
    #expect(Shell.run(["cp", "-r", store.path, short.folder.path + "/kho"]).status == 0)
    #expect(short.run("check").status == 1)
  }

  /// What is used and cannot be is an error of its own kind, at its place; what is not used stops nobody.
  @Test(arguments: [
    ("lang = fr\n", "thuky.conf:1:8: error: «fr» không hợp lệ; chọn: vi, en"),
    ("\n  glyphs = emoji\n", "thuky.conf:2:12: error: «emoji» không hợp lệ; chọn: blocks, box, ascii"),
    ("store = kho\n", "thuky.conf:1:9: error: phải là đường dẫn đầy đủ"),
  ])
  func unusable(_ text: String, _ says: String) throws {
    let home = try Home(text)
    let outcome = home.run("status")
    #expect(outcome.status == 78)
    #expect(outcome.error.contains(says), "\(outcome.error)")
    #expect(outcome.out.isEmpty && outcome.error.split(separator: "\n").count == 1)
    let store = try TemporaryFolder.withPlan()
    let passed = home.run(
      "status", "--store", store.path, "--lang", "vi", more: ["THUKY_GLYPHS": "box"])
    #expect(passed.status == 0, "\(passed.error)")
  }

  @Test func unknownTheme() throws {
    let home = try Home("theme = grubvox\n")
    let outcome = home.run()
    #expect(outcome.status == 78)
    #expect(outcome.error.contains("thuky.conf:1:9: error: không có giao diện «grubvox»; có phải «gruvbox»?"))
    #expect(home.run("--theme", "sen").status == 69)
  }

  /// Everything else that is wrong is shown with the findings, and the file is never written.
  @Test func findings() throws {
    let home = try Home("them = nord\nlang = en\nmouse = perhaps\nexport-dir = here\nno line\nlang = vi\n")
    let before = Files.bytes(home.folder.path + "/.config/thuky/thuky.conf")
    let terminal = Tmux("env HOME='\(home.folder.path)' '\(Shell.thuky)'; echo LEFT=$?; sleep 60", 120, 30)
    #expect(terminal.shows("PILLAR"))
    #expect(terminal.wait { $0.components(separatedBy: "\n")[0].contains("!4") })
    terminal.press("!")
    for text in [
      "thuky.conf:1:1", "did you mean «theme»?", "thuky.conf:3:9", "one of: on, off", "thuky.conf:4:14",
      "thuky.conf:5:1",
      "thuky.conf:6:1", "4 errors, 1 warning in your own files",
    ] {
      #expect(terminal.shows(text), "\(text)")
    }
    terminal.press("L", "T", "Down", "Enter", "Q")
    #expect(terminal.shows("LEFT=0"))
    #expect(Files.bytes(home.folder.path + "/.config/thuky/thuky.conf") == before)
  }

  /// A pipe, a device, a folder, a file of any size: neither an end nor a wait.
  @Test func filesThatAreNone() throws {
    for make in [
      "mkfifo c", "ln -s /dev/zero c", "mkdir c", "ln -s c c", "truncate -s 5G c", "printf '\\377=\\0\\n' > c",
    ] {
      let home = try Home("")
      let path = home.folder.path + "/.config/thuky"
      #expect(
        Shell.run(["sh", "-c", "cd '\(path)' && rm thuky.conf && \(make) && mv c thuky.conf"]).status == 0
          || make == "ln -s c c")
      #expect(home.run("status").status == 0, "\(make)")
    }
  }
}
