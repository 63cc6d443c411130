import PlanCore
import TerminalKit
import TestSupport
import Testing
import TextCore

@testable import Dashboard

/// What is wrong in the data: a list, and each finding with the line that it is about.
@Suite struct FindingsPageTests {
  private func store(_ report: String) throws -> Store {
    let file = StoreLocation.File(path: "reports/tinh/bao-cao-thang-chin-cua-so.csv", bytes: Array(report.utf8))
    return try Store.open(at: .bundled(BundledPlan.files + [file]))
  }

  private static let header = "period,agency,indicator,value\n"

  private func desk(
    _ row: String, _ size: Size = Size(width: 80, height: 24), _ language: Language = .vietnamese,
    glyphs: GlyphSet = .blocks
  ) throws -> Desk {
    try Desk(size, language, glyphs: glyphs, store: try store(Self.header + row + "\n"))
  }

  @Test func theLineIsShown() throws {
    for language in [Language.vietnamese, .english] {
      for size in [Size(width: 60, height: 16), Size(width: 80, height: 24), Size(width: 120, height: 36)] {
        var desk = try desk("2023-06,nowhere,DL1,1", size, language, glyphs: .ascii)
        desk.type("!<Enter>")
        let lines = desk.lines
        #expect(desk.canvas.text.contains("reports/tinh/bao-cao-thang-chin-cua-so.csv:2:9"))
        let number = try #require(lines.firstIndex { $0.contains("2023-06,nowhere,DL1,1") }, "\(desk.canvas.text)")
        let column = try #require(lines[number].firstRange(of: "nowhere")).lowerBound
        #expect(lines[number + 1][column] == "^")
        #expect(desk.canvas.text.contains("nowhere"))
      }
    }
  }

  /// A list that is empty because its table could not be read says where to look.
  @Test(arguments: [
    ("agencies.csv", "5", "there are no agencies"), ("agencies.csv", "6", "there are no agencies"),
    ("indicators.csv", "2", "there are no indicators"), ("tasks.csv", "3", "there are no tasks"),
    ("pillars.csv", "1", "the plan has no pillars"),
  ])
  func emptyForAReason(_ file: String, _ keys: String, _ says: String) throws {
    var desk = try Desk(
      Size(width: 80, height: 24), .english, store: BundledPlan.open(keeping: { _ in false }, in: file))
    desk.type(keys)
    #expect(desk.canvas.text.contains("\(says); why: press !"), "\(desk.canvas.text)")
    desk.type("!")
    #expect(desk.canvas.text.contains(file))
    var sound = try Desk(Size(width: 80, height: 24), .english, store: BundledPlan.open())
    sound.type(keys)
    #expect(!sound.canvas.text.contains("why: press"))
  }

  /// What a terminal acts on stays a mark, and a line that is long shows the place that is meant.
  @Test func linesThatAreNotHarmless() throws {
    var desk = try desk("2023-06,nowh\u{1B}[31mere,DL1,1")
    desk.type("!<Enter>")
    #expect(!desk.canvas.text.unicodeScalars.contains("\u{1B}") && desk.canvas.text.contains("nowh"))
    let long = String(repeating: "x", count: 400)
    var other = try self.desk("\(long),moh,DL1,1")
    other.type("!<Enter>")
    #expect(other.canvas.text.contains("xxx") && other.lines.allSatisfy { TerminalText.width($0) <= 80 })
    var late = try self.desk("2023-06,moh,DL1,1,\(long),\(long)")
    late.type("!<Enter>")
    #expect(late.canvas.text.contains("2023-06,moh,DL1,1,xxx"))
  }

  @Test func whereItCannotBeRead() throws {
    var desk = try desk("2023-06,nowhere,DL1,1")
    var findings = Findings()
    findings.add(Finding(.error, file: "/none.conf", line: 3, column: 1, message: Localized("sai", "wrong")))
    desk.send(.ownFindings(findings))
    desk.type("!<Enter>")
    #expect(desk.canvas.text.contains("không đọc lại được dòng này"))
  }

  /// Line and column are what a place is for: of a long one the beginning is cut.
  @Test(arguments: [60, 80]) func thePlaceKeepsItsEnd(_ width: Int) throws {
    var desk = try desk("2023-06,nowhere,DL1,1", Size(width: width, height: 24))
    desk.type("!")
    #expect(desk.selected?.contains("-so.csv:2:9") == true, "\(desk.canvas.text)")
  }

  @Test func oneOfThem() throws {
    var desk = try desk("2023-06,nowhere,DL1,1", Size(width: 80, height: 24), .english)
    desk.type("!")
    #expect(desk.canvas.text.contains("1 error, 0 warnings in the store"))
    #expect(Localized.count(1, "đơn vị", "agency", "agencies").english == "1 agency")
    #expect(Localized.count(2, "đơn vị", "agency", "agencies").english == "2 agencies")
    #expect(Unit.of(1, Unit.agencies).english == "agency" && Unit.of(1, Unit.rows).english == "row")
    #expect(Unit.of(1, Unit.assignments).english == "assignment" && Unit.of(2, Unit.rows).english == "rows")
  }
}
