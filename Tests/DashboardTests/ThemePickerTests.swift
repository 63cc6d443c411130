import Dashboard
import PlanCore
import TerminalKit
import Testing
import TextCore

/// The list of themes: what it shows, what is worn, what stays.
@Suite struct ThemePickerTests {
  /// Keys after `T`, what is worn then, and what the reader is taken to have chosen. It opens on `sen`, the third.
  @Test(arguments: [
    ("", "sen", "sen"), ("<Down>", "tuong-phan-toi", "sen"), ("<Down><Enter>", "tuong-phan-toi", "tuong-phan-toi"),
    ("<Down><Esc>", "sen", "sen"), ("<Up><Up><Up><Up>", "co-so", "sen"), ("jjq", "sen", "sen"),
    ("kk<Left>", "sen", "sen"),
    ("G<Enter>", "loi", "loi"), ("gG<PgUp>g<Enter>", "co-so", "co-so"), ("<PgDn><PgDn>T", "sen", "sen"),
    ("<Enter>", "sen", "sen"), ("<Down><Enter>T<Down><Esc>", "tuong-phan-toi", "tuong-phan-toi"),
    ("<Down><Enter>T<Up>", "sen", "tuong-phan-toi"),
    // A Vietnamese input method in the picker: nothing is kept, nothing changes.
    ("d<BS>đô<BS>", "sen", "sen"),
  ])
  func keys(_ keys: String, _ worn: String, _ kept: String) throws {
    var desk = try Desk()
    desk.type("T" + keys)
    #expect(desk.worn == worn)
    #expect(desk.state.theme == kept)
    #expect(desk.effects.isEmpty)
  }

  @Test func whatItSays() throws {
    var desk = try Desk(Size(width: 60, height: 16))
    desk.type("T<Down><Down>")
    #expect(desk.canvas.text.contains("▸ Phòng họp tầng hai, máy… của bạn"))
    #expect(desk.bottom.hasSuffix("5/6"))
    desk.type("<Down>")
    #expect(desk.canvas.text.contains("▸ loi                      của bạn  !12"))
    #expect(desk.bottom.contains("tệp có 12 vấn đề"))
    desk.type("<Esc>")
    #expect(!desk.canvas.text.contains("GIAO DIỆN"))
    desk.type("T<Down>!")
    #expect(desk.path.contains("Vấn đề dữ liệu"))
    #expect(desk.worn == "sen")
    desk.type("<Esc>T<Down><Enter>")
    #expect(desk.bottom.hasPrefix("giao diện: Tương phản cao, nền tối"))
  }

  @Test(arguments: [("<C-c>", Effect.quit), ("<C-z>", .suspend)])
  func wayOut(_ key: String, _ effect: Effect) throws {
    var desk = try Desk()
    desk.type("T" + key)
    #expect(desk.effects == [effect])
  }

  /// A file that comes or goes while the list is open moves no theme under the cursor.
  @Test func themesThatComeAndGo() throws {
    var desk = try Desk()
    desk.type("T<Down>")
    desk.send(.themes([ThemeChoice(id: "a", name: Localized(both: "A"), isOwn: true)] + Desk.themes))
    desk.type("<Enter>")
    #expect(desk.state.theme == "tuong-phan-toi")
    desk.type("TG")
    desk.send(.themes([]))
    desk.type("<Down><Up><Enter>")
    #expect(desk.state.theme == "tuong-phan-toi")
  }

  /// However many there are, the chosen one is in view.
  @Test func longList() throws {
    var desk = try Desk(Size(width: 60, height: 16))
    desk.type("T")
    desk.send(.themes((0..<200).map { ThemeChoice(id: "t\($0)", name: Localized(both: "Theme \($0)"), isOwn: true) }))
    for number in 0..<200 {
      #expect(desk.selectedTheme == "Theme \(number)")
      desk.type("<Down>")
    }
    for width in [60, 61, 80, 300] {
      for height in [16, 17, 24, 100] {
        desk.send(.resized(Size(width: width, height: height)))
        #expect(desk.selectedTheme == "Theme 199")
      }
    }
  }

  /// What is wrong in the reader's own files stands before what is wrong in the data.
  @Test func findingsOfOwnFiles() throws {
    var desk = try Desk()
    var findings = Findings()
    findings.add(
      Finding(
        .error, file: "/home/thu/.config/thuky/themes/loi.theme", line: 3, column: 8, message: Localized("sai màu", "x")
      ))
    findings.add(
      Finding(.warning, file: "/home/thu/.config/thuky/thuky.conf", line: 1, column: 1, message: Localized("lạ", "y")))
    desk.send(.ownFindings(findings))
    #expect(desk.lines[0].contains("!1"))
    desk.type("!")
    #expect(desk.canvas.text.contains("0 lỗi, 0 cảnh báo trong bộ dữ liệu; 1 lỗi, 1 cảnh báo trong tệp của bạn"))
    #expect(desk.selected?.contains("sai màu") == true)
    desk.type("<Enter>")
    #expect(desk.canvas.text.contains("/home/thu/.config/thuky/themes/loi.theme"))
    desk.type("<Esc><Down>")
    desk.send(.ownFindings(Findings()))
    #expect(desk.canvas.text.contains("không có vấn đề nào"))
    #expect(!desk.lines[0].contains("!"))
  }
}

extension Desk {
  /// The theme under the picker's cursor.
  fileprivate var selectedTheme: String? {
    let marker = lines.compactMap { line -> String? in
      guard let start = line.firstRange(of: "│▸ ") else { return nil }
      return String(line[start.upperBound...].prefix(24)).trimmed
    }
    return marker.first
  }
}
