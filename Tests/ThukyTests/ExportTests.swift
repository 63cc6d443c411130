import Foundation
import Testing

/// `e` in the real program: files where it was started, or where it was told to.
@Suite struct ExportTests {
  private func names(_ folder: TemporaryFolder) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }

  private func start(_ folder: TemporaryFolder, _ arguments: String = "") -> Tmux {
    Tmux("cd '\(folder.path)'; '\(Shell.thuky)' --as-of 2023-09-30 \(arguments); echo LEFT=$?; sleep 60", 100, 30)
  }

  @Test func filesInTheFolderOfTheStart() throws {
    let folder = try TemporaryFolder()
    let terminal = start(folder)
    #expect(terminal.shows("TRỤ CỘT"))
    terminal.press("6", "e")
    #expect(terminal.shows("Enter ghi"))
    terminal.press("Right", "Right", "Right", "Right", "Right", "Right", "Enter")
    #expect(terminal.shows("đã ghi thuky-2023-09-30-matrix.svg vào \(folder.path)"))
    terminal.press("e", "Right", "Right", "Right", "Right", "Right", "Right", "Enter")
    #expect(terminal.shows("đã ghi thuky-2023-09-30-matrix-2.svg"))
    terminal.press("e", "e", "e", "e", "e", "Enter")
    #expect(terminal.shows("đã ghi thuky-2023-09-30-matrix.csv"))
    #expect(
      names(folder) == ["thuky-2023-09-30-matrix-2.svg", "thuky-2023-09-30-matrix.csv", "thuky-2023-09-30-matrix.svg"])
    #expect(Files.bytes(folder.path + "/thuky-2023-09-30-matrix.csv").prefix(3) == Data([0xEF, 0xBB, 0xBF]))
    let same = Shell.thuky(
      "show", "matrix", "--as-of", "2023-09-30", "--size", "100x30", "--format", "svg", in: folder.path)
    #expect(Files.bytes(folder.path + "/thuky-2023-09-30-matrix.svg") == Data(same.out.utf8))
    terminal.press("Q")
    #expect(terminal.shows("LEFT=0"))
  }

  /// In the theme that the reader wears by then.
  @Test func inTheChosenTheme() throws {
    let (folder, other) = (try TemporaryFolder(), try TemporaryFolder())
    let terminal = start(folder, "--theme giay --export-dir '\(other.path)'")
    #expect(terminal.shows("TRỤ CỘT"))
    terminal.press("e", "Right", "Right", "Right", "Right", "Right", "Enter")
    #expect(terminal.shows("đã ghi thuky-2023-09-30-overview.html vào /tmp/"))
    #expect(names(folder).isEmpty && names(other) == ["thuky-2023-09-30-overview.html"])
    #expect(try other.text(of: "thuky-2023-09-30-overview.html").contains("background:#faf6ea"))
  }

  @Test(arguments: ["/no/such/folder", "/proc", "/dev/null"]) func errorsAreTold(_ place: String) throws {
    let terminal = start(try TemporaryFolder(), "--export-dir \(place)")
    #expect(terminal.shows("TRỤ CỘT"))
    terminal.press("e", "Enter")
    #expect(terminal.shows("không ghi được \(place)/"))
    terminal.press("Q")
    #expect(terminal.shows("LEFT=0"))
  }

  /// What is written into a store is read as the store's own.
  @Test(arguments: ["", "/reports"]) func neverIntoTheStore(_ inside: String) throws {
    let store = try TemporaryFolder.withPlan()
    let before = try FileManager.default.subpathsOfDirectory(atPath: store.path).sorted()
    let terminal = Tmux(
      "cd '\(store.path)\(inside)'; '\(Shell.thuky)' --store '\(store.path)' --as-of 2023-09-30; echo LEFT=$?; sleep 60",
      100, 30)
    #expect(terminal.shows("TRỤ CỘT"))
    terminal.press("6", "e")
    #expect(terminal.shows("Enter ghi"))
    terminal.press("Enter")
    #expect(terminal.shows("không ghi vào thư mục của bộ dữ liệu"))
    terminal.press("Q")
    #expect(terminal.shows("LEFT=0"))
    #expect(try FileManager.default.subpathsOfDirectory(atPath: store.path).sorted() == before)
  }
}
