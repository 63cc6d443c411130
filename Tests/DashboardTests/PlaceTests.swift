import Dashboard
import PlanCore
import TerminalKit
import TestSupport
import Testing
import TextCore

/// How screens are left and found again.
@Suite struct PlaceTests {
  /// A second run on the same store, in another window perhaps.
  private func reopened(_ desk: Desk, _ size: Size = Size(width: 80, height: 24)) throws -> Desk {
    try Desk(size, place: desk.state.place)
  }

  @Test(arguments: [
    "", "2<PgDn>jj", "3vjjj", "3/bca<Enter>", "3vvv<PgDn>j", "5/ha<Enter>jj", "5vss", "5G", "6lllljj", "6/bo<Enter>ls",
    "3f<Right><Right><Enter>", "2sS", "5vsS<PgDn>", "4jj", "<Down><Down>",
  ])
  func everyScreenIsFoundAsItWasLeft(_ keys: String) throws {
    var desk = try Desk()
    desk.type(keys)
    var again = try reopened(desk)
    // The notice of the first key is not part of the place.
    desk.type("1")
    again.type("1")
    for screen in 1...6 {
      desk.type("\(screen)")
      again.type("\(screen)")
      #expect(again.lines == desk.lines, "\(keys), screen \(screen)")
    }
    #expect(again.state.place == desk.state.place)
  }

  /// While the reports of a large store are read there is nothing to be scrolled, and the place is not lost.
  @Test(arguments: ["6lllljj", "6<PgDn><PgDn>llk", "6/bo<Enter>ls", "5/ha<Enter>jj", "2<PgDn>jj"])
  func outlastsTheReading(_ keys: String) throws {
    var desk = try Desk()
    desk.type("1256" + keys)
    let definitions = try Store.openDefinitions(at: .bundled(BundledPlan.files))
    var again = try Desk(store: definitions, place: desk.state.place)
    for screen in ["1", "6", "2", "6", "5", String(keys.prefix(1))] {
      again.type(screen)
      #expect(again.state.place == desk.state.place, "after \(screen)")
    }
    again.send(.loaded(try BundledPlan.open()))
    for screen in ["1", String(keys.prefix(1))] {
      desk.type(screen)
      again.type(screen)
      #expect(again.lines == desk.lines, "screen \(screen)")
    }
    #expect(again.state.place == desk.state.place)
  }

  @Test func detailsAreLeftAtTheirScreen() throws {
    var desk = try Desk()
    desk.type("3/T19<Enter><Enter>")
    var again = try reopened(desk)
    again.type("3")
    #expect(again.path.hasPrefix("Nhiệm vụ") && !again.path.contains("T19  "))
    #expect(again.selected?.contains("T19") == true)
  }

  @Test func aFilterThatIsKeptIsTold() throws {
    var desk = try Desk()
    desk.type("/bca<Enter>")
    let again = try reopened(desk)
    #expect(again.bottom.contains("còn giữ bộ lọc của lần trước; Esc để bỏ"))
    desk.type("<Esc>")
    #expect(!(try reopened(desk)).bottom.contains("bộ lọc"))
  }

  /// Whatever a file says, each screen opens.
  @Test func anyEntries() throws {
    var generator = SeededRandom(seed: 11)
    let screens = ["overview", "indicators", "tasks", "calendar", "agencies", "matrix", "help", ""]
    let keys = ["row", "group", "top", "filter", "status", "sort", "reversed", "grouping", "column", "x", ""]
    let values = [
      "task/T19", "agency/mps", "pillar/", "task/nobody", "0", "1", "7", "9999999", "99999999999999999999", "-5", "x",
      "met", "openOverdue", "error", "bca", String(repeating: "ă", count: 500), "",
    ]
    for _ in 0..<60 {
      let entries = (0..<30).map { _ in
        let key = (screens.randomElement(using: &generator) ?? "") + "." + (keys.randomElement(using: &generator) ?? "")
        return Place.Entry(key: key, value: values.randomElement(using: &generator) ?? "")
      }
      var desk = try Desk(place: entries)
      for screen in 1...6 {
        desk.type("\(screen)<Down><Up>sS")
        #expect(desk.lines.count == 24)
      }
    }
  }

  /// A line holds no more than a line.
  @Test func whatALineCannotHoldIsNotKept() throws {
    #expect(Place.isPlain("Bộ Công an", limit: 20))
    for text in ["", " a", "a ", "a\nb", "a\u{1B}b", "a\u{85}b", "dài quá"] { #expect(!Place.isPlain(text, limit: 6)) }
    var desk = try Desk()
    desk.type("3/ <Enter>")
    #expect(!desk.state.place.contains { $0.key == "tasks.filter" })
  }
}
