import PlanCore
import TestSupport
import Testing
import TextCore

/// What the palette puts first.
@Suite struct SearchFitTests {
  @Test(arguments: [
    ("mic", SearchFit.Rank.exact), ("Bộ Thông tin và Truyền thông", .exact), ("bo tttt", .exact), ("MIC", .exact),
    ("bộ", .prefix), ("bo t", .prefix), ("ministry of", .prefix), ("bott", .prefix),
    ("btttt", .initials), ("bttvtt", .initials), ("btt", .initials), ("moi", .initials),
    ("thong", .word), ("t", .word), ("truyền", .word), ("info", .word), ("tt&tt", .word),
    ("tttt", .word), ("ttvtt", .laterInitials), ("iac", .laterInitials),
    ("uyen", .inside), ("nistry", .inside), ("ong tin", .inside),
    ("bothtin", .scattered), ("botruyen", .scattered), ("mincom", .scattered), ("thgtin", .scattered),
    ("tin thong", .scattered),
    ("u", nil), ("x", nil), ("zz", nil), ("nt", nil), ("", nil), (" ", nil),
    ("truyenbo", nil), ("bthggtt", nil),
  ])
  func ministry(_ typed: String, _ rank: SearchFit.Rank?) {
    let fit = SearchQuery(typed).fit(SearchQueryTests.mic)
    #expect(fit?.rank == rank, "\(typed): \(String(describing: fit))")
  }

  /// The nearer the letters, the better.
  @Test func scatteredLetters() throws {
    let query = SearchQuery("mtrn")
    let near = try #require(query.fit(SearchKey(["Ma trận"])))
    let far = try #require(query.fit(SearchKey(["Ma xa trận"])))
    #expect(near.rank == .scattered && far.rank == .scattered && near < far)
  }

  /// Over every thing of the plan and everything that can be typed of three letters: what fits may fit, what a longer
  /// query finds the shorter may find, what a filter finds from two letters on fits.
  @Test func narrowingLosesNothing() throws {
    let plan = try BundledPlan.open().plan
    let keys =
      plan.agencies.map { SearchKey([$0.name.vietnamese, $0.id], shortNames: [$0.shortName.vietnamese]) }
      + plan.indicators.map { SearchKey([$0.title.vietnamese, $0.id]) }
    let letters = "abcdeghiklmnostuvx1 &".map(String.init)
    var checked = 0
    for first in letters {
      for second in letters {
        let (one, two) = (SearchQuery(first), SearchQuery(first + second))
        #expect(two.isNarrower(than: one))
        for third in letters {
          let three = SearchQuery(first + second + third)
          for key in keys where three.fit(key) != nil {
            #expect(two.mayFit(key) && one.mayFit(key), "\(first)\(second)\(third)")
            checked += 1
          }
        }
        for key in keys where two.matches(key) && !two.isEmpty {
          #expect(
            two.mayFit(key) && (two.fit(key) != nil || (first + second).contains(" ") || (first + second).contains("&"))
          )
        }
      }
    }
    #expect(checked > 10_000)
  }

  /// Letters of a text that are lit, as a line of `^` under it.
  @Test(arguments: [
    ("Bộ Thông tin và Truyền thông", "thông", "   ^^^^^"),
    ("Bộ Thông tin và Truyền thông", "btttt", "^  ^     ^      ^      ^"),
    ("Bộ Thông tin và Truyền thông", "bttvtt", "^  ^     ^   ^  ^      ^"), ("Đà Nẵng", "dnang", "^  ^^^^"),
    ("Đà Nẵng", "da n", "^^^^"), ("Ma trận", "mtrn", "^  ^^ ^"), ("XH2", "xh", "^^"), ("XH2", "dl", ""),
    ("Hồ sơ sức khỏe điện tử", "hsskdt", "^  ^  ^   ^    ^    ^"), ("Tô\u{0323} Hiệu", "to h", "^^^^^"), ("", "a", ""),
  ])
  func litLetters(_ text: String, _ typed: String, _ expected: String) {
    let places = Set(SearchQuery(typed).places(in: text))
    var marks = text.unicodeScalars.indices.enumerated().map { places.contains($0.offset) ? "^" : " " }.joined()
    while marks.last == " " { marks.removeLast() }
    #expect(marks == expected, "\(typed)")
  }
}
