import PlanCore
import TerminalKit
import TestSupport
import Testing
import TextCore

@testable import Dashboard

/// What moved between two days.
@Suite struct ComparisonTests {
  private func desk(_ keys: String, _ size: Size = Size(width: 120, height: 50)) throws -> Desk {
    var desk = try Desk(size)
    desk.type(keys)
    return desk
  }

  /// Keys, the earlier day, the later one.
  @Test(arguments: [
    ("c", "31/08/2023", "30/09/2023"), ("c[", "31/07/2023", "31/08/2023"), ("c]", "30/09/2023", "31/10/2023"),
    ("cc30/6<Enter>", "30/06/2023", "30/09/2023"), ("cc30/06/2023<Enter>", "30/06/2023", "30/09/2023"),
    ("cc2023-06-30<Enter>", "30/06/2023", "30/09/2023"), ("cc6<Enter>", "30/06/2023", "30/09/2023"),
    ("cc6/2023<Enter>", "30/06/2023", "30/09/2023"), ("cct<BS>tháng 6<Enter>", "30/06/2023", "30/09/2023"),
    ("cc12<Enter>", "30/09/2023", "31/12/2023"), ("cc6<Enter>[", "30/06/2023", "31/08/2023"),
    ("cc6<Enter>cx<BS><Enter>", "31/08/2023", "30/09/2023"), ("cc6<Enter>c<Enter>", "31/08/2023", "30/09/2023"),
    ("cc6<Esc>", "31/08/2023", "30/09/2023"), ("cc<BS>", "31/08/2023", "30/09/2023"),
  ])
  func days(_ keys: String, _ from: String, _ to: String) throws {
    let desk = try desk(keys)
    #expect(desk.lines[3].contains("\(from) → \(to)"), "\(keys): \(desk.lines[3])")
    #expect(desk.effects.isEmpty)
  }

  @Test(arguments: [
    ("ccx<Enter>", "chưa hiểu ngày này"), ("cc31/02<Enter>", "chưa hiểu ngày này"),
    ("cc30/6/2030<Enter>", "chưa đến ngày này"), ("cc30/9<Enter>", "trùng với ngày đang xem"),
    ("cc6", "= 30/06/2023"), ("cc", "30/06/2023, 30/6, 6/2023 hoặc 6"),
  ])
  func field(_ keys: String, _ text: String) throws {
    let desk = try desk(keys)
    #expect(desk.bottom.contains(text), "\(keys): \(desk.bottom)")
    #expect(desk.bottom.contains("So với ngày: "))
  }

  /// Groups, amounts, and rows that lead on.
  @Test func rows() throws {
    var desk = try desk("cc6<Enter>")
    for text in ["TRỤ CỘT (", "CHỈ TIÊU (", "NHIỆM VỤ (", "HOẠT ĐỘNG (", "BÁO CÁO CỦA ĐƠN VỊ (", "30/06/2023", "+"] {
      #expect(desk.canvas.text.contains(text), "\(text)\n\(desk.canvas.text)")
    }
    desk.type("/xh2<Enter><Enter>")
    #expect(desk.path == "Tổng quan › So sánh › XH2")
    desk.type("<Esc><Esc>f")
    #expect(desk.lines[2].contains("thay đổi"))
    desk.type("<Right><Enter>")
    #expect(desk.lines.contains { $0.hasPrefix(" ↑") } && !desk.lines.contains { $0.hasPrefix(" ↓") })
    desk.type("<Esc>v")
    #expect(desk.canvas.text.contains("tốt lên ("))
  }

  /// Whatever the days, an amount is the difference of the two numbers beside it.
  @Test func amountsAreOfWhatIsShown() throws {
    func number(_ word: Substring) -> Int? { Int(word.replacing(",", with: "").replacing("+", with: "")) }
    var count = 0
    for day in 1...9 {
      var desk = try Desk(Size(width: 160, height: 60), store: SimulatedPlan.open())
      desk.type("cc\(day)<Enter>")
      for line in desk.lines where line.contains("điểm %") {
        let words = line.split(separator: " ").filter { number($0) != nil && $0.contains(",") }
        guard words.count == 3, let from = number(words[0]), let to = number(words[1]) else { continue }
        count += 1
        #expect(number(words[2]) == to - from, "\(line)")
      }
    }
    #expect(count > 10)
  }

  @Test func nothing() throws {
    var desk = try Desk(asOf: "2022-06-30")
    desk.type("c")
    #expect(desk.canvas.text.contains("không có gì thay đổi từ 31/05/2022 đến 30/06/2022"))
    var english = try Desk(asOf: "2022-06-30", .english)
    english.type("c")
    #expect(english.canvas.text.contains("nothing changed from 31/05/2022 to 30/06/2022"))
  }
}
