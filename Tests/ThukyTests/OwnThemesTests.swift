import Foundation
import Testing

/// Themes of the user's own folder, in the real program.
@Suite struct OwnThemesTests {
  /// A home with a folder of themes in it.
  private struct Home {
    let folder: TemporaryFolder
    var themes: String { folder.path + "/.config/thuky/themes" }

    init() throws {
      folder = try TemporaryFolder()
      try FileManager.default.createDirectory(atPath: themes, withIntermediateDirectories: true)
    }

    func write(_ text: String, to name: String) throws { try folder.write(text, to: ".config/thuky/themes/" + name) }

    func open(_ arguments: String = "", _ environment: String = "") -> Tmux {
      Tmux("env HOME='\(folder.path)' \(environment) '\(Shell.thuky)' \(arguments); echo LEFT=$?; sleep 60", 120, 30)
    }
  }

  @Test func previewKeepAndUndo() throws {
    let home = try Home()
    try home.write(
      "name.vi = Phòng họp\nname.en = Meeting room\ninherits = giay\npalette.paper = #ffffff\n", to: "hop.theme")
    let terminal = home.open("--theme sen")
    // The last of the figures and of the rows: until then the frame may yet change.
    #expect(terminal.shows("6,0 %") && terminal.counts("1/108"))
    let before = terminal.palette
    let text = terminal.screen
    terminal.press("T")
    #expect(terminal.wait { $0.contains("GIAO DIỆN") && $0.contains("13/13") == false && $0.contains("8/13") })
    terminal.press("End")
    #expect(terminal.wait { $0.contains("│▸ Phòng họp                của bạn") })
    // White paper: 231 of 256 colours.
    #expect(terminal.paints("48;5;231"))
    #expect(terminal.wait { _ in !terminal.palette.contains("48;5;234") })
    terminal.press("Escape")
    #expect(terminal.wait { !$0.contains("GIAO DIỆN") })
    #expect(terminal.wait { $0 == text && terminal.palette == before })
    terminal.press("T", "End", "Enter")
    #expect(terminal.shows("giao diện: Phòng họp"))
    #expect(terminal.paints("48;5;231"))
    terminal.press("Q")
    #expect(terminal.shows("LEFT=0"))
  }

  /// Whatever lies in the folder: a finding at most, and never a wait.
  @Test func nothingInTheFolderStopsTheProgram() throws {
    let home = try Home()
    try home.write("inherits = sen\ntext = whit\nselection =\n", to: "sai.theme")
    try home.write("inherits = khong-co\n", to: "mo-coi.theme")
    try home.write(String(repeating: "# đệm\n", count: 20_000), to: "to.theme")
    try home.write("not a theme", to: "README")
    try home.write("\u{1B}]0;x\u{7}= 1\n", to: "\u{1B}[31m.theme")
    mkfifo(home.themes + "/ong.theme", 0o600)
    symlink("/dev/zero", home.themes + "/zero.theme")
    symlink("/nonexistent", home.themes + "/gone.theme")
    symlink("vong.theme", home.themes + "/vong.theme")
    try FileManager.default.createDirectory(atPath: home.themes + "/thu-muc.theme", withIntermediateDirectories: true)
    let terminal = home.open("--theme sai")
    #expect(terminal.shows("TRỤ CỘT"))
    #expect(terminal.wait { $0.components(separatedBy: "\n")[0].contains(/![1-9]/) })
    terminal.press("!")
    for text in [
      "sai.theme:2:8", "sai.theme:3:12", "mo-coi.theme:1:12", "to.theme:1:1", "ong.theme:1:1", "zero.theme:1:1",
      "vong.theme:1:1", "thu-muc.theme:1:1",
    ] {
      #expect(terminal.shows(text), "\(text)")
    }
    #expect(!terminal.screen.contains("README"))
    terminal.press("T")
    #expect(terminal.shows("sai                      của bạn  !2"))
    for _ in 0..<25 { terminal.press("Down") }
    terminal.press("Enter", "Escape", "2")
    #expect(terminal.shows("[2 Chỉ tiêu]"))
    terminal.press("Q")
    #expect(terminal.shows("LEFT=0"))
  }

  /// A theme of one's own stands before the program's of the same name, and names are looked for in both.
  @Test func precedence() throws {
    let home = try Home()
    try home.write("inherits = giay\npalette.paper = #ffffff\n", to: "sen.theme")
    let terminal = home.open()
    #expect(terminal.shows("TRỤ CỘT"))
    #expect(terminal.paints("48;5;231"))
    terminal.press("T")
    #expect(terminal.wait { $0.contains("│▸ sen                      của bạn") && $0.contains("12/12") })
    try home.write("", to: "hop.theme")
    let unknown = Shell.thuky("--theme", "hopp", environment: ["HOME": home.folder.path])
    #expect(unknown.status == 64)
    #expect(unknown.error.contains("có phải «hop»?"))
  }

  /// `XDG_CONFIG_HOME` moves the folder; a relative one is no folder (XDG Base Directory Specification).
  @Test func folderOfTheEnvironment() throws {
    let home = try Home()
    try home.write("inherits = sen\n", to: "hop.theme")
    let here = ["HOME": "/nonexistent", "XDG_CONFIG_HOME": home.folder.path + "/.config"]
    #expect(Shell.thuky("--theme", "hop", environment: here).status == 69)
    let relative = ["HOME": "/nonexistent", "XDG_CONFIG_HOME": ".config"]
    #expect(Shell.thuky("--theme", "hop", environment: relative, in: home.folder.path).status == 64)
    #expect(Shell.thuky("--theme", "../themes/hop", environment: here).status == 64)
  }
}
