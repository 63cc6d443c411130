import PlanCore
import TerminalKit
import TestSupport
import Testing
import TextCore

@testable import Dashboard

/// `e`: keys in, a file to be written out.
@Suite struct ExportMenuTests {
  private func exports(_ desk: Desk) -> [Takeaway] {
    desk.effects.compactMap { if case .export(let takeaway) = $0 { takeaway } else { nil } }
  }

  @Test(arguments: [
    ("e<Enter>", Takeaway.Format.text), ("ee<Enter>", .ansi), ("e<Right><Right><Enter>", .markdown),
    ("e<Left><Enter>", .svg), ("e<Down><Down><Down><Enter>", .csv), ("e<Up><Up><Up><Enter>", .excel),
    ("e<Tab><BackTab><BackTab><BackTab><Enter>", .html),
  ])
  func choosing(_ keys: String, _ format: Takeaway.Format) throws {
    var desk = try Desk()
    // Of a task there is no paper: the menu is the screen alone.
    desk.type("3" + keys)
    #expect(exports(desk).map(\.format) == [format])
    #expect(exports(desk).first?.name == "thuky-2023-09-30-tasks")
    #expect(desk.state.mode == .browsing)
  }

  @Test(arguments: ["e<Esc>", "eq", "ex<BS>đ<Esc>"]) func leaving(_ keys: String) throws {
    var desk = try Desk()
    let before = desk.canvas
    desk.type(keys)
    #expect(desk.effects.isEmpty && desk.canvas == before)
  }

  /// What can be taken stands line by line, its forms side by side, the chosen one in brackets.
  @Test func theMenu() throws {
    var desk = try Desk()
    desk.type("5e")
    #expect(desk.lines[19].contains("─ Xuất ra tệp ─"))
    #expect(desk.lines[20] == "▸màn hình này            [văn bản]ansi markdown csv excel html svg")
    #expect(desk.lines[21] == " bản về đơn vị: Bộ QP     markdown văn bản html csv")
    #expect(desk.lines[22] == " công văn đôn đốc: Bộ QP  markdown văn bản html csv", "\(desk.canvas.text)")
    #expect(desk.bottom == "↑↓ xuất gì  ←→ dạng  Enter ghi ra tệp  Esc thôi")
    desk.type("<Down><Down>")
    #expect(desk.lines[22].hasPrefix("▸công văn đôn đốc: Bộ QP") && desk.lines[22].contains(" markdown[văn bản]html"))
    desk.type("<Down>")
    #expect(desk.lines[20].contains("[văn bản]"))
    desk.type("<Up><Right><Enter>")
    #expect(exports(desk).map(\.name) == ["thuky-2023-09-30-reminder-mod"])
    #expect(exports(desk).map(\.format) == [.html])
  }

  @Test func theMenuInOtherWindows() throws {
    for language in [Language.vietnamese, .english] {
      for size in [Size(width: 60, height: 16), Size(width: 80, height: 24), Size(width: 120, height: 36)] {
        var desk = try Desk(size, language, glyphs: .ascii)
        desk.type("5e")
        let screen = desk.lines[size.height - 4]
        #expect(screen.hasPrefix(">") && screen.contains("[") && screen.contains(" svg"), "\(desk.canvas.text)")
        #expect(desk.lines[size.height - 2].contains("csv"))
        #expect(desk.bottom.contains("Enter") && desk.bottom.contains("Esc"))
      }
    }
    var desk = try Desk()
    desk.type("5e<C-c>")
    #expect(desk.effects == [.quit])
  }

  /// Who looks for a letter where none is due is told.
  @Test func noLetterIsDue() throws {
    var desk = try Desk()
    desk.type("[[[[[[[[5<Enter>e")
    #expect(desk.canvas.text.contains("công văn đôn đốc: không có việc quá hạn, không thiếu số liệu"))
  }

  /// The picture is of the page, not of the menu; the bytes of the menu's choice are the reader's own.
  @Test func whatIsTaken() throws {
    var desk = try Desk()
    let before = desk.canvas.text
    desk.type("e<Enter>")
    let theme = Theme(id: "", name: Localized(both: "")) { _ in Style() }
    #expect(exports(desk).first?.text(theme) == before + "\n")
  }

  /// Rows that the page knows only from their files are read back before they are written, those out of view too.
  @Test func reportsOutOfView() throws {
    var desk = try Desk(Size(width: 60, height: 16))
    desk.type("2/XH2<Enter><Enter><Enter>eeee<Enter>")
    let theme = Theme(id: "", name: Localized(both: "")) { _ in Style() }
    let text = try #require(exports(desk).first).text(theme)
    #expect(exports(desk).count == 1)
    #expect(text.contains("Bộ TT&TT (bản tiếng Anh), 28/12/2021"), "\(text)")
  }

  /// After the forms of the screen stand the papers about what is in view: on a pillar of the overview, on an agency with
  /// something overdue and one without, on one agency's share, on what changed.
  @Test(arguments: [
    ("1", ["phiên họp", "trụ cột"]), ("1<Enter>", ["trụ cột"]), ("2", []), ("4", []), ("5", ["đơn vị", "công văn"]),
    ("5<Enter>", ["đơn vị", "công văn"]), ("[[[[[[[[5", ["đơn vị"]), ("6", ["đơn vị", "công văn"]),
    ("c", ["thay đổi", "trụ cột"]), ("?", []),
  ])
  func papers(_ keys: String, _ names: [String]) throws {
    var desk = try Desk()
    desk.type(keys + "e")
    let labels = desk.state.exportChoices.dropFirst(Takeaway.Format.allCases.count).map { $0.label.vietnamese }
    #expect(labels == names.flatMap { name in ["markdown", "văn bản", "html", "csv"].map { "\(name): \($0)" } })
    #expect(desk.canvas.text.contains(ExportMenu.title.vietnamese))
  }

  @Test(arguments: [
    ("1e<Left><Left><Left><Left><Left><Left><Left><Left><Enter>", "session", "# Tài liệu phiên họp"),
    ("1e<Left><Enter>", "pillar-data", "Phần,"), ("5e<Left><Left><Enter>", "reminder-mod", "<!DOCTYPE html>"),
    ("5e<Down><Left><Enter>", "agency-mod", "# Bộ Quốc phòng"),
    ("1<Tab>", "", ""),
    ("c<Up><Up>e<Right><Right><Right><Right><Right><Right><Right><Enter>", "changes-2023-08-31", "# Thay đổi"),
  ])
  func takingPapers(_ keys: String, _ name: String, _ start: String) throws {
    var desk = try Desk()
    desk.type(keys)
    let theme = Theme(id: "", name: Localized(both: "")) { _ in Style() }
    #expect(exports(desk).map(\.name) == (name.isEmpty ? [] : ["thuky-2023-09-30-" + name]))
    #expect(exports(desk).allSatisfy { $0.text(theme).hasPrefix(start) })
    #expect(desk.state.mode == .browsing)
  }

  /// A store that has changed since it was read gives no paper, and says so.
  @Test func papersOfAStoreThatHasChanged() throws {
    var state = try Desk().state
    for key in [Key.character("e"), .left] { #expect(state.update(.key(key)).isEmpty) }
    #expect(state.update(.key(.enter)) == [.fingerprint])
    #expect(state.update(.fingerprint(nil, version: "1")).isEmpty)
    #expect(state.render().text.contains("dữ liệu vừa thay đổi; xin xuất lại"))
    #expect(state.update(.fingerprint(nil, version: "1")).isEmpty)
  }

  @Test func outcomes() throws {
    var desk = try Desk()
    desk.send(.exported(path: "/home/văn thư/thuky-2023-09-30-overview.svg"))
    #expect(desk.bottom.hasPrefix("đã ghi thuky-2023-09-30-overview.svg vào /home/văn thư"))
    desk.type("L")
    desk.send(.exported(path: "/x.svg"))
    #expect(desk.bottom.hasPrefix("wrote x.svg into /"))
    desk.send(.exportFailed(.system(path: "/mnt/a", errno: 28)))
    #expect(desk.bottom.hasPrefix("cannot write /mnt/a: No space left on device"))
  }

  @Test func pagesWithoutLists() throws {
    var desk = try Desk()
    desk.type("?eeee<Enter>")
    #expect(exports(desk).isEmpty)
    #expect(desk.bottom.hasPrefix("trang này không có danh sách để xuất"))
    desk.type("eee<Enter>")
    #expect(exports(desk).count == 1)
  }

  @Test func nothingYet() {
    var state = State(storeName: Localized(both: ""), size: Size(width: 80, height: 24), today: .first)
    #expect(state.update(.key(.character("e"))).isEmpty)
    #expect(state.render().text.contains("số liệu còn đang đọc"))
  }
}
