import Dashboard
import PlanCore
import TerminalKit
import TestSupport
import Testing
import TextCore

/// Data that could not be read again say that they are old, wherever the reader looks, until they have been read.
@Suite struct OutdatedTests {
  private static let marks = [
    Language.vietnamese: "số liệu cũ: chưa đọc lại được", .english: "old data: not read again",
  ]

  @Test(arguments: [Language.vietnamese, .english], [(60, 16), (80, 24), (120, 36)])
  func lastsUntilTheyAreRead(_ language: Language, _ size: (Int, Int)) throws {
    let store = try BundledPlan.open()
    let mark = try #require(Self.marks[language])
    var desk = try Desk(Size(width: size.0, height: size.1), language, store: store)
    #expect(!desk.path.contains(mark))
    desk.send(.failed(.missing))
    #expect(desk.bottom.contains("plan"))
    for keys in ["", "<Down>", "2", "s<Down>", "<Enter>", "5"] {
      desk.type(keys)
      #expect(desk.path.hasSuffix(mark), "after \(keys): \(desk.path)")
    }
    #expect(desk.state.linearText().contains { $0.contains(mark) })
    desk.send(.loaded(store))
    #expect(!desk.canvas.text.contains(mark) && !desk.state.linearText().contains { $0.contains(mark) })
  }

  /// The notice goes with the next key; the page of what is wrong has it for as long as it is true.
  @Test func whyStaysWithTheFindings() throws {
    let store = try BundledPlan.open()
    var desk = try Desk(Size(width: 80, height: 24), .english, store: store)
    let why = "cannot be read again, the old data stay: reports/a.csv: "
    desk.type("!")
    #expect(!desk.canvas.text.contains(why))
    desk.send(.failed(.system(path: "reports/a.csv", errno: 13)))
    desk.type("<Down>")
    #expect(desk.canvas.text.contains(why))
    desk.send(.loaded(store))
    #expect(!desk.canvas.text.contains(why))
  }

  /// However long it is, the findings below it stay in view; and it speaks of what happened.
  @Test(arguments: [(60, 16), (80, 24)]) func whyIsShort(_ size: (Int, Int)) throws {
    var desk = try Desk(
      Size(width: size.0, height: size.1), store: BundledPlan.open(keeping: { _ in false }, in: "tasks.csv"))
    desk.type("!")
    let path = (0..<200).map { "thu-muc-\($0)" }.joined(separator: "/")
    desk.send(.failed(.system(path: path, errno: 13)))
    desk.type("<Up>")
    #expect(desk.canvas.text.contains("tasks.csv:1:1"), "\(desk.canvas.text)")
    var first = try Desk(
      .init(width: 100, height: 24), .english, store: Store.openDefinitions(at: .bundled(BundledPlan.files)))
    first.send(.failed(.system(path: "reports", errno: 13)))
    first.type("!")
    #expect(first.canvas.text.contains("no reports were read: reports") && !first.canvas.text.contains("old data"))
  }

  /// What is told twice takes the place of nothing new.
  @Test func toldOnce() throws {
    var desk = try Desk(store: BundledPlan.open())
    desk.send(.failed(.missing))
    desk.send(.exported(path: "/tmp/x.txt"))
    desk.send(.failed(.missing))
    #expect(desk.bottom.contains("đã ghi x.txt"))
  }

  @Test func inAMeeting() throws {
    let store = try BundledPlan.open()
    var desk = try Desk(store: store)
    desk.beginMeeting()
    desk.send(.failed(.missing))
    desk.send(.slideIsOver)
    #expect(desk.bottom.contains("số liệu cũ: chưa đọc lại được  2/"))
    desk.send(.loaded(store))
    #expect(!desk.canvas.text.contains("số liệu cũ"))
  }
}
