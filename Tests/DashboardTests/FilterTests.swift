import TerminalKit
import Testing
import TextCore

/// What a filter finds, whoever typed what before.
@Suite struct FilterTests {
  /// Work is found by who leads it, under every name that the agency has.
  @Test(arguments: ["bca", "bo cong an", "Bộ Công an", "ministry of public", "mps", "Bộ CA"], Language.allCases)
  func workOfAnAgency(_ name: String, _ language: Language) throws {
    for (keys, rows) in [("3", ["T04", "T25", "T26", "T27"]), ("", ["30/10 ", "▸"])] {
      var desk = try Desk(Size(width: 120, height: 36), language)
      desk.type("\(keys)/\(name)<Enter>")
      for row in rows { #expect(desk.canvas.text.contains(row), "\(keys)/\(name): \(row)") }
      #expect(!desk.canvas.text.contains("T19"))
    }
    var desk = try Desk(asOf: "2023-10-31", language)
    desk.type("4/\(name)<Enter>")
    #expect(desk.selected?.contains("30/10") == true, "\(name): \(desk.selected ?? "nothing")")
  }

  @Test func workOfAGroup() throws {
    for name in ["các bộ, ngành, địa phương", "all ministries"] {
      var desk = try Desk()
      desk.type("3/\(name)")
      #expect(desk.bottom.hasSuffix("7/31"), "\(name): \(desk.bottom)")
    }
  }

  /// Each page gives the same rows whatever was filtered before, and in which language.
  @Test func nothingDependsOnWhatWasFilteredBefore() throws {
    let pages = ["1", "2", "3", "4", "5", "6", "5/bca<Enter><Enter>", "2/DL1<Enter><Enter>", "3/T19<Enter><Enter>"]
    let home = "<Esc><Esc><Esc><Esc>"
    for query in ["bca", "mps", "so lieu", "digital", "T2", "2023"] {
      let fresh = try pages.map { page in
        var desk = try Desk()
        desk.type(page + "/" + query + "<Home>")
        return desk.lines
      }
      for order in [Array(pages.indices), pages.indices.reversed()] {
        var desk = try Desk()
        desk.type("L")
        for page in pages { desk.type(page + "/" + query + home) }
        desk.type("L")
        for index in order {
          desk.type(pages[index] + "/" + query + "<Home>")
          #expect(desk.lines == fresh[index], "\(pages[index])/\(query)")
          desk.type(home)
        }
      }
    }
  }
}
