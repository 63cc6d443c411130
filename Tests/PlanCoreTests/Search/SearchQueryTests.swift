import PlanCore
import TestSupport
import Testing
import TextCore

@Suite struct SearchQueryTests {
  static let mic = SearchKey(
    ["mic", "Bộ Thông tin và Truyền thông", "Ministry of Information and Communications"],
    shortNames: ["Bộ TT&TT", "MIC"])
  static let mpi = SearchKey(["mpi", "Bộ Kế hoạch và Đầu tư"], shortNames: ["Bộ KH&ĐT"])
  static let health = SearchKey(["XH3", "Dân số trưởng thành có hồ sơ sức khỏe điện tử"])
  static let province = SearchKey(["ba-ria-vung-tau", "Tỉnh Bà Rịa - Vũng Tàu"], shortNames: ["Bà Rịa - Vũng Tàu"])

  @Test(arguments: [
    ("", true), ("   ", true), ("bo thong tin", true), ("BỘ THÔNG", true), ("  tin   va ", true),
    ("btttt", true), ("bttvtt", true), ("BTTTT", true), ("ttvtt", true), ("tttt", true), ("bt", true),
    ("bo tt&tt", true), ("tt&tt", true), ("bo tttt", true), ("botttt", true), ("TT-TT", true),
    ("mic", true), ("communications", true), ("moi", true),
    ("thông tin", true), ("Bo\u{0323}\u{0302} Tho\u{0302}ng", true),
    ("btvtt", false), ("bo truyen", false), ("tin thong", false), ("x", false), ("thôngg", false),
    ("b t", false), ("bộ\nthông", true), ("&", true), ("--", false),
  ])
  func ministry(query: String, isFound: Bool) {
    #expect(SearchQuery(query).matches(Self.mic) == isFound)
  }

  @Test(arguments: [
    ("khdt", true), ("bo khdt", true), ("bokhdt", true), ("kh&đt", true), ("KHĐT", true), ("bkhdt", true),
    ("bkhvdt", true), ("đầu tư", true), ("dau tu", true), ("đ", true), ("kd", false), ("bkdt", false),
  ])
  func planningMinistry(query: String, isFound: Bool) {
    #expect(SearchQuery(query).matches(Self.mpi) == isFound)
  }

  @Test(arguments: [
    ("ho so", true), ("hsskdt", true), ("hssk", true), ("skdt", true), ("dst", true), ("xh3", true), ("hsdt", false),
    ("hssskdt", false),
  ])
  func healthRecords(query: String, isFound: Bool) {
    #expect(SearchQuery(query).matches(Self.health) == isFound)
  }

  @Test(arguments: [
    ("vung tau", true), ("brvt", true), ("tbrvt", true), ("ba ria vung", true), ("ria-vung", true),
    ("bariavungtau", true), ("ria - vung", true), ("Bà Rịa – Vũng", false),
  ])
  func province(query: String, isFound: Bool) {
    #expect(SearchQuery(query).matches(Self.province) == isFound)
  }

  /// One letter is looked for in the texts and not among the initials.
  @Test func oneLetterIsNoInitial() {
    let key = SearchKey(["Ấ 1", "số liệu"])
    #expect(SearchQuery("l").matches(key))
    #expect(!SearchQuery("x").matches(key))
    #expect(SearchQuery("a1").matches(key))
    #expect(SearchQuery("sl").matches(key))
  }

  /// `chợ` folds to the little word `cho` and is none.
  @Test func littleWordsAreKnownByTheirAccents() {
    let key = SearchKey(["Quản lý chợ đầu mối"])
    #expect(SearchQuery("qlcdm").matches(key))
    #expect(!SearchQuery("qldm").matches(key))
    #expect(SearchQuery("qldm").matches(SearchKey(["Quản lý cho đầu mối"])))
  }

  @Test func noMatchRunsAcrossTwoTexts() {
    let key = SearchKey(["Hà Nội", "Đà Nẵng"])
    #expect(!SearchQuery("noi da").matches(key))
    #expect(!SearchQuery("noida").matches(key))
    #expect(!SearchQuery("hndn").matches(key))
    #expect(SearchQuery("dn").matches(key))
  }

  @Test func nothingMatchesAnEmptyKeyButNothing() {
    #expect(SearchQuery("").matches(SearchKey([])))
    #expect(!SearchQuery("a").matches(SearchKey([])))
    #expect(!SearchQuery("ab").matches(SearchKey(["", " "], shortNames: ["&"])))
  }

  @Test(arguments: [
    ("bo cong an", ["mps"]), ("bca", ["mps"]), ("btttt", ["mic"]), ("bttvtt", ["mic"]), ("da nang", ["da-nang"]),
    ("tphcm", ["ho-chi-minh"]), ("nhnn", ["sbv"]), ("ha noi", ["ha-noi"]), ("bokhdt", ["mpi"]),
  ])
  func agenciesOfThePlan(query: String, ids: [String]) throws {
    let plan = try BundledPlan.open().plan
    let query = SearchQuery(query)
    let found = plan.agencies.filter { agency in
      query.matches(
        SearchKey(
          [agency.id, agency.name.vietnamese, agency.name.english],
          shortNames: [agency.shortName.vietnamese, agency.shortName.english]))
    }
    #expect(found.map(\.id) == ids)
  }
}
