import Foundation
import PlanCore
import TerminalKit
import TestSupport
import Testing
import TextCore

@testable import Dashboard

/// The pages as lines, and the prompt.
@Suite struct LinearTests {
  private static let pages = GoldenScreenTests.pages.filter {
    !$0.name.hasPrefix("themes") && !$0.name.hasPrefix("palette")
  }

  /// Words and numbers of a text; what a column has cut is left out.
  private func words(_ text: String) -> Set<String> {
    let whole = text.replacingOccurrences(of: "[^ \n]*…", with: "", options: .regularExpression)
      .replacingOccurrences(of: "½", with: " ")
    return Set(
      whole.lowercased().components(separatedBy: CharacterSet.alphanumerics.inverted.subtracting([","]))
        .map { $0.trimmingCharacters(in: [","]) }.filter { !$0.isEmpty })
  }

  /// What a canvas says between its frame, without the titles of columns, which lines have labels for, and what is
  /// written along the axes of a chart.
  private func body(_ canvas: Canvas) -> String {
    (3..<(canvas.size.height - 1)).map { y in
      var line = String.UnicodeScalarView()
      for cell in canvas.row(y) where !cell.isContinuation {
        line.append([.header, .chartAxis].contains(cell.role) ? " " : Unicode.Scalar(cell.scalar) ?? " ")
      }
      return String(line)
    }.joined(separator: "\n")
  }

  /// Every word and number of the whole page, drawn as tall as it is and as wide as it gets without another beside it,
  /// is in its lines.
  @Test(arguments: pages, [Language.vietnamese, .english])
  func everyFactOfTheScreen(_ page: (name: String, keys: String), _ language: Language) throws {
    for store in [nil, try SimulatedPlan.open()] {
      for width in [80, 119] {
        var desk = try Desk(Size(width: width, height: 24), language, store: store)
        desk.type(page.keys)
        desk.send(.resized(Size(width: width, height: desk.state.document.lines.count + 40)))
        desk.send(.today(desk.state.today))
        _ = desk.state.linearText()
        desk.send(.today(desk.state.today))
        let text = desk.state.linearText().joined(separator: "\n")
        // Lines have a whole name where a column may have room for the short one only, or for how many there are.
        let short = desk.state.context?.plan.agencies.map { $0.shortName[language] }.joined(separator: " ") ?? ""
        let said = words([text, short, Unit.agencies[language]].joined(separator: " "))
        // A long address is broken where a line ends.
        let missing = words(body(desk.canvas)).subtracting(said).filter { word in
          word.contains { $0.isNumber } || !text.lowercased().contains(word)
        }
        #expect(missing.isEmpty, "\(page.name) \(width): \(missing.sorted())")
      }
    }
  }

  @Test(arguments: ["overview", "indicator", "matrix", "calendar"]) func golden(_ name: String) throws {
    var desk = try Desk()
    desk.type(Self.pages.first { $0.name == name }?.keys ?? "")
    try Golden.check(desk.state.linearText().joined(separator: "\n") + "\n", "linear-\(name).txt")
  }

  @Test func simulatedDataSayIt() throws {
    let desk = try Desk(store: try SimulatedPlan.open())
    #expect(desk.state.linearText().contains("SỐ LIỆU MÔ PHỎNG"))
    #expect(desk.state.linearText().contains { $0.hasPrefix("Lỗi dữ liệu: ") })
  }

  // MARK: The prompt

  /// Numbers that are none of a row are not understood; none of them traps.
  @Test(arguments: ["open", "mở", "why", "vì sao", "status", "trạng thái"]) func strangeNumbers(_ word: String) {
    for number in [Int.min, -1] { #expect(LinearCommand("\(word) \(number)") == .unknown("\(word) \(number)")) }
  }

  @Test(arguments: [
    ("", LinearCommand.more), ("  ", .more), ("2", .screen(1)), ("chỉ tiêu", .screen(1)), ("CHI TIEU", .screen(1)),
    ("Ma trận", .screen(5)), ("matrix", .screen(5)), ("7", .unknown("7")), ("mở 3", .open(3)), ("mo 12", .open(12)),
    ("open 3", .open(3)), ("mở", .unknown("mở")), ("mở x", .unknown("mở x")), ("lọc đà nẵng", .filter("đà nẵng")),
    ("loc da  nang", .filter("da nang")), ("/da nang", .filter("da nang")), ("/", .filter("")), ("bỏ lọc", .filter("")),
    ("quay lại", .key(.escape)), ("back", .key(.escape)), ("tháng trước", .key(.character("["))),
    ("next month", .key(.character("]"))), ("[", .key(.character("["))), ("S", .key(.character("S"))),
    ("s", .key(.character("s"))), ("đảo", .key(.character("S"))), ("trạng thái", .status(nil)),
    ("status 2", .status(2)),
    ("trợ giúp", .help), ("?", .help), ("thoát", .quit), ("q", .quit), ("exit", .quit), ("xem lại", .again),
    ("xuất excel", .export(.excel)), ("export pdf", .unknown("export pdf")), ("xuất", .exports),
    ("xuất phiên họp html", .paper("phien hop", .html)), ("export session", .paper("session", .text)),
    ("xuất html", .export(.html)), ("xuất công văn csv", .paper("cong van", .csv)), ("tìm btttt", .find("btttt")),
    ("ngày 30/06/2023", .day(Day(iso: "2023-06-30") ?? .first)), ("date 31/02/2023", .unknown("date 31/02/2023")),
    ("chỉ tiêu\u{0301}", .screen(1)), ("xyz", .unknown("xyz")),
    ("mở 99999999999999999999", .unknown("mở 99999999999999999999")),
  ])
  func reading(_ line: String, _ command: LinearCommand) { #expect(LinearCommand(line) == command) }

  /// No word hides another one.
  @Test func everyWordOfTheHelpWorks() throws {
    for language in Language.allCases {
      for word in LinearCommand.table {
        for name in word.vietnamese + word.english {
          let line = [name, word.argument[language]].filter { !$0.isEmpty }.joined(separator: " ")
          if case .unknown = LinearCommand(line) { Issue.record("\(line)") }
        }
      }
      let help = LinearCommand.help(language)
      #expect(help.count == LinearCommand.table.count + 2)
    }
  }

  /// Types lines; the last answer.
  private func answer(_ desk: inout State, _ lines: String...) -> LinearReply {
    var reply = LinearReply.more
    for line in lines { reply = desk.obey(line) { _, _ in } }
    return reply
  }

  @Test func walking() throws {
    var state = try Desk().state
    guard case .page(nil) = answer(&state, "2", "lọc cap quang", "mở 1") else {
      Issue.record("no page")
      return
    }
    #expect(state.crumbs.joined(separator: " › ") == "Chỉ tiêu › XH2")
    _ = answer(&state, "quay lại", "quay lại")
    #expect(state.page.filter.isEmpty && state.screen == .indicators)
    _ = answer(&state, "tháng trước", "tìm btttt")
    #expect(state.linearText().contains("Tính đến: 31/08/2023"))
    #expect(state.linearText().contains("== Bộ Thông tin và Truyền thông =="))
    _ = answer(&state, "ngày 30/06/2023", "language")
    #expect(state.linearText().contains("As of: 30/06/2023"))
  }

  /// An id alone opens what it names; so does a short name. What is no id is not guessed at.
  @Test(arguments: [
    ("XH2", "XH2"), ("xh2", "XH2"), ("t19", "T19"), ("A09-04", "A09-04"), ("moh", "Bộ YT"), ("Bộ YT", "Bộ YT"),
    ("bo yt", "Bộ YT"),
  ])
  func anIDAlone(_ line: String, _ name: String) throws {
    var state = try Desk().state
    guard case .page(nil) = answer(&state, line) else {
      Issue.record("\(line) is not understood")
      return
    }
    #expect(state.crumbs.last == name)
  }

  /// The papers about the page are named, and written by their names.
  @Test func papers() throws {
    var state = try Desk().state
    guard case .lines(let named) = answer(&state, "xuất") else {
      Issue.record("nothing is named")
      return
    }
    #expect(named.contains("xuất phiên họp html") && named.contains("xuất svg"))
    #expect(!named.contains { $0.contains("trụ cột") }, "no row is selected here")
    var asked: [Effect] = []
    _ = state.obey("xuất phiên họp html") { _, effects in asked += effects }
    #expect(asked.contains(.fingerprint))
    guard case .lines(let refused) = answer(&state, "xuất công văn text") else {
      Issue.record("a paper about nobody")
      return
    }
    #expect(refused.first == "trang này không có văn bản đó")
    guard case .lines(let own) = answer(&state, "BYT", "Bộ YT", "xuất") else {
      Issue.record("nothing is named")
      return
    }
    #expect(own.contains("xuất công văn text") && own.contains("xuất đơn vị csv"))
  }

  @Test(arguments: [
    ("mở 999", "trang này không có dòng số 999"), ("mở 0", "trang này không có dòng số 0"),
    ("quay lại", "đang ở màn hình gốc; q để thoát"), ("sắp xếp", "danh sách này giữ thứ tự của kế hoạch"),
    ("tìm zzzz", "không có gì khớp với «zzzz»"), ("gì đó", "không hiểu «gì đó»; gõ «trợ giúp»"),
    ("trạng thái", "danh sách này không lọc theo trạng thái được"),
  ])
  func refusals(_ line: String, _ says: String) throws {
    var state = try Desk().state
    guard case .lines(let lines) = answer(&state, line) else {
      Issue.record("no lines")
      return
    }
    #expect(lines == [says])
    #expect(state.mode == .browsing && state.page.page == .overview)
  }

  @Test func statuses() throws {
    var state = try Desk().state
    guard case .lines(let lines) = answer(&state, "2", "trạng thái") else {
      Issue.record("no lines")
      return
    }
    #expect(lines.first == "0. tất cả" && lines.count > 3)
    _ = answer(&state, "trạng thái 1")
    #expect(state.linearText().contains { $0.contains("Danh sách 2 dòng") })
    _ = answer(&state, "trạng thái 0")
    #expect(state.linearText().contains { $0.contains("Danh sách 33 dòng") })
  }
}
