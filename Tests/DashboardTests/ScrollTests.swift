import TerminalKit
import Testing

extension Desk {
  /// By the counter at the bottom: `1/93`, or only `93` on what stands above the list.
  fileprivate var isAtFirstRow: Bool {
    guard let counter = bottom.split(separator: " ").last else { return false }
    return counter.hasPrefix("1/") || !counter.contains("/")
  }
}

/// What of a page is in view.
@Suite struct ScrollTests {
  private func desk(_ keys: String, _ width: Int = 60, _ height: Int = 16) throws -> Desk {
    var desk = try Desk(Size(width: width, height: height))
    desk.type(keys)
    return desk
  }

  /// A page opens with its title, however far down its first row stands.
  @Test(arguments: [
    ("2/XH2<Enter><Enter>", "XH2 Hộ gia đình"), ("3/T19<Enter><Enter>", "Ban hành kế hoạch"),
    ("5/bca<Enter><Enter>", "Bộ Công an"), ("2/XH2<Enter><Enter><Enter>", "Cả nước"),
  ])
  func pagesOpenAtTheTop(_ keys: String, _ title: String) throws {
    var desk = try desk(keys)
    #expect(desk.lines[3].trimmed.hasPrefix(title), "\(desk.canvas.text)")
    // Down comes to the first row line by line, and only then goes on to the second.
    for _ in 0..<30 where desk.selected == nil { desk.type("<Down>") }
    let first = try #require(desk.selected)
    desk.type("<Down>")
    #expect(desk.selected != nil && desk.selected != first)
    desk.type("<Up>")
    #expect(desk.selected == first)
    for _ in 0..<30 { desk.type("<Up>") }
    #expect(desk.lines[3].trimmed.hasPrefix(title))
  }

  /// The titles of the list in view stay under the crumbs, and no row hides behind them.
  @Test func columnTitlesStay() throws {
    var desk = try desk("5/bca<Enter><Enter>", 80, 24)
    #expect(!desk.lines[3].contains("Cùng nhóm"))
    var titles: [String] = []
    for _ in 0..<60 {
      desk.type("<Down>")
      #expect(desk.selected != nil, "\(desk.canvas.text)")
      if titles.last != desk.lines[3] { titles.append(desk.lines[3]) }
    }
    #expect(titles.contains { $0.contains("Chỉ tiêu") && $0.contains("Cùng nhóm") })
    #expect(titles.contains { $0.contains("Nhiệm vụ") && $0.contains("Còn lại") }, "\(titles)")
    for _ in 0..<60 {
      desk.type("<Up>")
      #expect(desk.selected != nil, "\(desk.canvas.text)")
    }
  }

  @Test(arguments: [(60, 16), (120, 36)], ["j", "<PgDn>", "<PgUp>", "<C-u>", "g"])
  func theRowIsInView(_ size: (Int, Int), _ key: String) throws {
    for page in ["1", "2", "3", "4", "5", "6", "2/DL1<Enter><Enter>v", "3/T19<Enter><Enter>v"] {
      var desk = try desk(page + "G", size.0, size.1)
      for number in 0..<15 {
        desk.type(key)
        if number % 7 == 3 { desk.type("k") }
        // The first row alone may stand below a long beginning.
        #expect(desk.selected != nil || desk.isAtFirstRow, "\(page) \(key):\n\(desk.canvas.text)")
      }
    }
  }
}
