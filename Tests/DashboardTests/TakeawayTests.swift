import Foundation
import PlanCore
import TerminalKit
import TestSupport
import Testing
import TextCore

@testable import Dashboard

/// Screens as files.
@Suite struct TakeawayTests {
  private static let theme: Theme = {
    var findings = Findings()
    return ThemeLibrary.bundled.theme(named: "co-so", findings: &findings)
      ?? Theme(id: "", name: Localized(both: "")) { _ in Style() }
  }()

  /// A menu is no page.
  private static let pages = GoldenScreenTests.pages.filter {
    !$0.name.hasPrefix("themes") && !$0.name.hasPrefix("palette") && $0.name != "changes-field"
  }

  private func file(_ format: Takeaway.Format, _ keys: String, _ language: Language = .vietnamese) throws -> String {
    var desk = try Desk(Size(width: 80, height: 24), language)
    desk.type(keys)
    return try text(format, of: &desk)
  }

  private func text(_ format: Takeaway.Format, of desk: inout Desk) throws -> String {
    let takeaway = desk.takeaway(format)
    return try #require(takeaway).text(Self.theme)
  }

  @Test(arguments: Takeaway.Format.allCases)
  func golden(_ format: Takeaway.Format) throws {
    try Golden.check(try file(format, "2"), "takeaway-indicators-\(format.rawValue).\(format.fileExtension)")
  }

  @Test(arguments: pages, [Language.vietnamese, .english])
  func goldenMarkdown(_ page: (name: String, keys: String), _ language: Language) throws {
    let text = try file(.markdown, page.keys, language)
    try Golden.check(text, "takeaway-\(page.name)-\(language.rawValue).md")
  }

  /// The picture is of the screen as it is, without menus and notices.
  @Test(arguments: pages)
  func pictureIsTheScreen(_ page: (name: String, keys: String)) throws {
    var desk = try Desk()
    desk.type(page.keys)
    let plain = try text(.text, of: &desk)
    #expect(plain == desk.canvas.text + "\n")
    desk.type("f")
    let again = try text(.text, of: &desk)
    #expect(again == plain)
  }

  /// The list under the cursor, also where one before it has no rows.
  @Test func listUnderTheCursor() throws {
    var desk = try Desk(store: SimulatedPlan.open())
    desk.type("5G<Enter><BackTab>")
    let row = try #require(desk.state.row)
    #expect(row.list == 3 && !desk.state.document.lists.contains { $0.number == 2 })
    let text = try text(.csv, of: &desk)
    #expect(text.hasPrefix("Mã,Kỳ,Số liệu,"), "\(text.prefix(200))")
  }

  /// Every row and column of the list, however small the window, in the order and with the filter that it has.
  @Test func tableIsTheWholeList() throws {
    var desk = try Desk(Size(width: 60, height: 16))
    desk.type("5")
    let all = try text(.csv, of: &desk).components(separatedBy: "\r\n")
    #expect(all.count == 93 + 2)
    #expect(all[0].components(separatedBy: ",").count == all[5].components(separatedBy: ",").count + 1)
    desk.type("/da nang<Enter>")
    let filtered = try text(.csv, of: &desk).components(separatedBy: "\r\n")
    #expect(filtered.count == 1 + 2)
    #expect(filtered[1].contains("Thành phố Đà Nẵng"))
    desk.type("<Esc>1<Tab>")
    let due = try text(.csv, of: &desk)
    #expect(due.hasPrefix("Hạn,Việc đến hạn,Đơn vị,Tính đến\r\n"))
    #expect(desk.state.takeaway(.csv, list: 9) == nil)
  }

  @Test(arguments: [
    ("", "thuky-2023-09-30-overview"), ("2/DL1<Enter><Enter>", "thuky-2023-09-30-indicators-DL1"),
    ("2/XH2<Enter><Enter><Enter>", "thuky-2023-09-30-indicators-XH2-vn-XH2"),
    ("6[", "thuky-2023-08-31-matrix"), ("?", "thuky-2023-09-30-overview-help"),
  ])
  func names(_ keys: String, _ name: String) throws {
    var desk = try Desk()
    desk.type(keys)
    let takeaway = desk.takeaway(.svg)
    #expect(takeaway?.name == name)
  }

  @Test(arguments: [
    (Screen.overview, "data", "Tổng quan › Dữ liệu số"), (.indicators, "DL1", "Chỉ tiêu › DL1"),
    (.indicators, "government", "Chỉ tiêu › Chính phủ số"), (.indicators, "DL1/moh", "Chỉ tiêu › DL1 › Bộ YT"),
    (.tasks, "T19", "Nhiệm vụ › T19"), (.tasks, "T19/moh", "Nhiệm vụ › T19 › Bộ YT"),
    (.calendar, "A01-02", "Lịch › A01-02"),
    (.agencies, "moh", "Cơ quan › Bộ YT"), (.agencies, "da nang", "Cơ quan › Đà Nẵng"),
    (.matrix, "DL1/moha", "Ma trận › Bộ NV · DL1"),
    (.overview, "T19", "Tổng quan › T19"),
  ])
  func details(_ screen: Screen, _ id: String, _ path: String) throws {
    var state = try Desk().state
    #expect(state.go(to: screen, of: id) == nil)
    #expect(state.crumbs.joined(separator: " › ") == path)
  }

  @Test(arguments: ["", "DL1/", "DL1/x", "a/b/c", "DL99", "\u{1B}"])
  func unknownDetails(_ id: String) throws {
    var state = try Desk().state
    #expect(state.go(to: .indicators, of: id)?.contains("DL1") == true)
  }

  /// Of a store that is still to come there is nothing to take.
  @Test func nothingYet() {
    let state = State(storeName: Localized(both: ""), size: Size(width: 80, height: 24), today: .first)
    for format in Takeaway.Format.allCases { #expect(state.takeaway(format) == nil) }
  }
}
