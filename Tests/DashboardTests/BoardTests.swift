import PlanCore
import TerminalKit
import TestSupport
import Testing
import TextCore

@testable import Dashboard

/// The reporting board, and what the histories of figures say: by keys, in words, in tables.
@Suite struct BoardTests {
  private func desk(_ size: Size = Size(width: 120, height: 36), asOf: String = "2023-09-30") throws -> Desk {
    try Desk(size, asOf: asOf, store: SimulatedPlan.open())
  }

  @Test func waysThere() throws {
    for keys in ["b", "5b", "4b", ":nop bao cao<Enter>"] {
      var desk = try desk()
      desk.type(keys)
      #expect(desk.path.contains("Nộp báo cáo"), "\(keys)")
      desk.type("b")
      #expect(desk.bottom.contains("đây là bảng nộp báo cáo"))
      desk.type("q")
      #expect(!desk.path.contains("Nộp báo cáo"))
    }
  }

  /// The way is shown where it is looked for.
  @Test func hint() throws {
    var desk = try desk(Size(width: 160, height: 36))
    desk.type("5")
    #expect(desk.bottom.contains("b nộp báo cáo"))
    desk.type("1")
    #expect(!desk.bottom.contains("b nộp báo cáo"))
  }

  /// The same numbers on the board and in the agency's dossier; Enter leads from one to the other.
  @Test func rowAndDossier() throws {
    var desk = try desk(Size(width: 100, height: 30))
    desk.type("5b/bo noi vu<Enter>")
    let row = try #require(desk.selected)
    #expect(row.contains("×20") && row.contains("◔20") && row.contains("78/180"), "\(row)")
    desk.type("<Enter>")
    #expect(desk.path.contains("Nộp báo cáo › Bộ NV"))
    #expect(desk.canvas.text.contains("78/180 báo cáo; muộn 78; thiếu 102"))
  }

  @Test func sortedByAMonthTheWorstStandFirst() throws {
    var desk = try desk()
    desk.type("5bvs")
    for _ in 0..<9 { desk.type("s") }
    #expect(desk.lines.contains { $0.contains("Th9↑") }, "\(desk.canvas.text)")
    let states = desk.lines.compactMap { line in line.split(separator: " ").first { "×○◔·●".contains($0.first ?? " ") }
    }
    #expect(states.count > 10)
  }

  @Test(arguments: [60, 80, 120, 200])
  func saysWhatItsNumbersAre(_ width: Int) throws {
    var desk = try desk(Size(width: width, height: 30))
    desk.type("5b")
    let text = desk.canvas.text
    #expect(text.contains("Số sau dấu: số báo cáo của tháng ở tình trạng đó"))
    #expect(text.contains("Nhận: đã nhận/phải nộp") && text.contains("Cả nước: số liệu chung, không phải tổng"))
    #expect(text.contains("Th9") && !text.contains(" T9"))
    desk.type("L")
    #expect(desk.canvas.text.contains("The number: that month's reports in that state"))
  }

  @Test func filteredByState() throws {
    var desk = try desk()
    desk.type("5bf<Right>")
    #expect(desk.bottom.contains("đủ, đúng hạn"))
    desk.type("<End><Left><Enter>")
    let before = desk.canvas.text
    desk.type("<Esc>")
    #expect(desk.canvas.text != before)
  }

  /// The months follow the day that is shown.
  @Test func asOfAnotherDay() throws {
    var desk = try desk()
    desk.type("5b[[[")
    #expect(desk.canvas.text.contains("Tháng 06/2023") && !desk.canvas.text.contains("T7"))
    desk.type(":01/01/2023<Enter>")
    #expect(desk.canvas.text.contains("chưa có tháng nào của kế hoạch kết thúc"))
  }

  @Test func inWordsAndTables() throws {
    var desk = try desk()
    desk.type("5b")
    let lines = desk.state.linearText()
    #expect(lines.contains { $0.contains("Bộ Nội vụ") && $0.contains("09/2023: muộn 20/20") }, "\(lines.prefix(20))")
    let taken = desk.takeaway(.csv)
    let table = try #require(taken)
    var findings = Findings()
    let csv = table.text(try #require(ThemeLibrary.bundled.theme(named: "co-so", findings: &findings)))
    let head = csv.split(separator: "\r\n").first ?? ""
    #expect(head.contains("Đơn vị,01/2023,02/2023") && head.contains("Đã nhận,Phải nộp"), "\(head)")
    #expect(csv.contains("muộn 20/20"))
    #expect(LinearCommand("nop bao cao") == .key(.character("b")))
    #expect(LinearCommand("Reporting") == .key(.character("b")))
  }

  // MARK: What the histories say

  /// It is asked for when somebody looks, once, and again after a reload.
  @Test func historiesWhenAskedFor() throws {
    let store = try SimulatedPlan.open()
    var state = State(
      storeName: Localized(both: ""), size: Size(width: 100, height: 30), today: store.plan.settings.end)
    #expect(!state.update(.loaded(store)).contains(.checkHistory))
    #expect(state.update(.key(.character("!"))).contains(.checkHistory))
    #expect(state.render().text.contains("đang soát chuỗi số liệu…"))
    #expect(!state.update(.key(.down)).contains(.checkHistory))
    _ = state.update(.history(store.historyFindings()))
    #expect(state.render().text.contains("cảnh báo về chuỗi số liệu"))
    #expect(state.render().text.contains("giảm quá 10 điểm"))
    #expect(!state.update(.key(.up)).contains(.checkHistory))
    #expect(state.update(.loaded(store)).contains(.checkHistory))
  }

  @Test func pageOfAFinding() throws {
    var desk = try desk()
    desk.type("!/giam qua<Enter><Enter>")
    #expect(desk.canvas.text.contains("giảm quá 10 điểm") && desk.canvas.text.contains("CỦA TỆP"))
  }
}
