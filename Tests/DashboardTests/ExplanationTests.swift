import PlanCore
import TerminalKit
import TestSupport
import Testing
import TextCore

/// Where a number comes from: every number on its page is one that the other pages show.
@Suite struct ExplanationTests {
  /// Keys, then what must be said.
  @Test(arguments: [
    ("=", ["vì sao: Dữ liệu số", "52,3 % / 7 = 7,4 %", "6: DL2, DL3", "273/365 ngày = 74,7 %"]),
    ("2=", ["52,3 %°", "Lấy số liệu công bố", "1/93 = 1,0 %", "dưới 80,0 %", "Chưa báo cáo (92): Bộ QP"]),
    (
      "2/XH2<Enter>=",
      ["(78,76 - 74,5) / (85 - 74,5) = 40,5 %", "82,353", "Nhịp độ 0,542 dưới 0,6", "reports/2023.csv:16"]
    ),
    ("2/XH2<Enter><Enter>=", ["Lấy số liệu công bố 78,76 %", "reports/2023.csv:16"]),
    ("5/bonv<Enter><Enter>=", ["Bộ Nội vụ: DL1", "Đơn vị đã nói «đã có»"]),
    ("5/ha noi<Enter><Enter>=", ["Thành phố Hà Nội: DL1", "Đơn vị chưa báo cáo đến ngày 30/09/2023"]),
    ("6<Right><Right>=", ["Bộ Quốc phòng: DL3"]),
    ("3/T22<Enter>=", ["CẢ KẾ HOẠCH  hoàn thành đúng hạn 1", "QUY TẮC", "không có cập nhật nào"]),
    ("3/T19<Enter><Enter>=", ["Tỉnh Sơn La", "Xong 08/09/2023, không sau hạn 31/12/2023", "updates.csv:28"]),
    ("3/T22<Enter><Enter>=", ["Hạn 01/06/2023 đã qua vào 30/09/2023", "chưa ai nói gì"]),
    ("4=", ["A09-01", "updates.csv:"]),
    ("5j=", ["0: chỉ tiêu đã báo cáo", "20: chỉ tiêu có đơn vị trong phạm vi", "2 chưa có thông tin", "CP1"]),
  ])
  func says(_ keys: String, _ texts: [String]) throws {
    var desk = try Desk(Size(width: 119, height: 70))
    desk.type(keys)
    for text in texts { #expect(desk.canvas.text.contains(text), "\(keys): \(text)\n\(desk.canvas.text)") }
  }

  /// Its rows lead on: from a pillar to an indicator's explanation, from there to a report.
  @Test func rowsLeadOn() throws {
    var desk = try Desk(Size(width: 119, height: 70))
    desk.type("=<Enter>")
    #expect(desk.path == "Tổng quan › vì sao: Dữ liệu số › vì sao: DL1")
    desk.type("<Enter>")
    #expect(desk.path.contains("08/2023") && desk.canvas.text.contains("Trong tệp"), "\(desk.path)")
    desk.type("<Esc><Esc><Esc>")
    #expect(desk.selected?.contains("Dữ liệu số") == true)
  }

  /// Pages without a number say so.
  @Test(arguments: ["!", "?", "=", ":cafef<Enter><Esc>!"]) func refuses(_ keys: String) throws {
    var desk = try Desk()
    desk.type(keys + "=")
    #expect(desk.bottom.contains("không có con số nào để giải thích"))
  }

  /// What is left out, of a store that has some of everything.
  @Test func leftOut() throws {
    let rows = [
      "period,agency,indicator,value,numerator,denominator", "2022-12,mod,CP3,,1,2", "2023-09,mps,CP3,,1000000,2000000",
      "2023-09,mofa,CP3,40,,", "2023-09,vn,CP3,55,,",
    ]
    let file = StoreLocation.File(path: "reports/more.csv", bytes: Array(rows.joined(separator: "\n").utf8))
    var desk = try Desk(
      Size(width: 119, height: 70), store: try Store.open(at: .bundled(BundledPlan.files + [file])))
    desk.type("2/CP3<Enter>=")
    for text in [
      "1.000.001: tổng tử số của 2 đơn vị", "2.000.002", "Báo cáo thiếu số cần dùng (5): Bộ NG",
      "Mới có số trước năm kế hoạch, không tính là đã báo cáo (1): Bộ QP", "Chưa báo cáo (86)", "reports/more.csv:3",
    ] {
      #expect(desk.canvas.text.contains(text), "\(text)\n\(desk.canvas.text)")
    }
  }

  /// On any day of the plan, for every indicator, in both languages, a page comes up and the end of the day is the
  /// same as on the indicator's own page.
  @Test(arguments: ["2022-12-31", "2023-01-01", "2023-06-30", "2023-12-31", "2024-03-31"])
  func everyIndicator(_ day: String) throws {
    for language in Language.allCases {
      var desk = try Desk(Size(width: 119, height: 70), asOf: day, today: "2024-06-01", language)
      desk.type("2")
      for _ in 0..<33 {
        let row = desk.selected ?? ""
        desk.type("=")
        #expect(desk.path.contains(language == .vietnamese ? "vì sao: " : "why: "), "\(row)")
        desk.type("<Esc><Down>")
      }
    }
  }
}
