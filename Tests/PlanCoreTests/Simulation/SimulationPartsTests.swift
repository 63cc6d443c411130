import TestSupport
import Testing

@testable import PlanCore

/// What the made-up year is put together from.
@Suite struct SimulationPartsTests {
  /// The first numbers of SplitMix64 for this seed, as they are published.
  @Test func numbersAreSplitMix64() {
    var numbers = SeededNumbers(state: 1_234_567)
    let first = (0..<5).map { _ in numbers.next() }
    #expect(
      first == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
        16_408_922_859_458_223_821,
      ])
  }

  @Test func streamsDiffer() {
    var seen: Set<UInt64> = []
    for first in 0..<40 {
      for second in 0..<40 {
        for purpose in [SeededNumbers.Purpose.lead, .role] {
          var numbers = SeededNumbers(purpose, first, second)
          seen.insert(numbers.next())
        }
      }
    }
    #expect(seen.count == 3_200)
  }

  @Test func numbersStayInTheirRange() {
    var numbers = SeededNumbers(.note)
    for _ in 0..<2_000 {
      #expect((0..<1).contains(numbers.unit()))
      #expect((-1...1).contains(numbers.spread()))
      #expect((0..<7).contains(numbers.below(7)))
    }
    #expect(numbers.below(0) == 0)
    #expect(numbers.pick([Int]()) == nil)
  }

  @Test(arguments: [
    (["a", "b"], "a,b\n"), (["", ""], ",\n"), (["a,b", "c"], "\"a,b\",c\n"), (["say \"x\""], "\"say \"\"x\"\"\"\n"),
    (["hai\ndòng", "đ"], "\"hai\ndòng\",đ\n"),
  ])
  func cellsAreQuotedWhereTheyMust(_ cells: [String], _ line: String) {
    var text = CSVText(header: ["h"])
    text.add(cells)
    #expect(String(decoding: text.bytes, as: UTF8.self) == "h\n" + line)
  }

  /// More of the year, or more of a lead, is never less of the figure.
  @Test func coursesRise() throws {
    for indicator in try BundledPlan.open().plan.indicators {
      let course = Course.of(indicator)
      for lead in stride(from: -1.5, through: 1.5, by: 0.25) {
        let year = (0...12).map { course.share(month: Double($0), lead: lead) }
        #expect(year == year.sorted(), "\(indicator.id)")
        #expect(year.allSatisfy { (0...100).contains($0) })
        #expect((course.share(month: 6, lead: lead + 0.1)) >= year[6])
      }
    }
  }

  /// Nothing is made up for what the plan does not have, and nothing is forgotten.
  @Test func namesAreThePlans() throws {
    let plan = try BundledPlan.open().plan
    let counted = plan.indicators.filter { $0.aggregation != .national }.map(\.id)
    #expect(Set(Course.known.keys) == Set(counted))
    #expect(Set(Course.published.keys).isSubset(of: plan.indicators.map(\.id)))
    let national = plan.indicators.filter { $0.aggregation == .national }.map(\.id)
    #expect(Set(national).isSubset(of: Course.published.keys))
    #expect(Set(JournalSimulation.fates.keys).isSubset(of: plan.actions.map(\.id)))
    #expect(Set(Population.thousands.keys) == Set(plan.agencies.filter { $0.kind == .province }.map(\.id)))
    #expect((95_000...105_000).contains(Population.thousands.values.reduce(0, +)))
  }

  /// A province counts people by their thousands, and as many in each indicator of the same kind.
  @Test func denominatorsAreOfTheSizeOfTheirAgency() throws {
    let store = try SimulatedPlan.open()
    let plan = store.plan
    func denominator(_ indicator: String, _ agency: String) throws -> Double {
      let index = try #require(plan.indicators.firstIndex { $0.id == indicator })
      let agency = try #require(plan.agencies.firstIndex { $0.id == agency })
      return try #require(store.reports.history(indicator: index, agency: agency).last?.denominator)
    }
    #expect((7_500_000...9_500_000).contains(try denominator("XH5", "ha-noi")))
    #expect((280_000...370_000).contains(try denominator("XH5", "bac-kan")))
    let (identities, signatures) = (try denominator("XH3", "da-nang"), try denominator("XH4", "da-nang"))
    #expect(identities == signatures)
    #expect((18...145).contains(try denominator("AT1", "moh")))
  }

  /// A store that is no plan is not made up either; whoever opens it is told why.
  @Test func noPlanNoYear() {
    let year = SimulatedYear(of: [])
    #expect(year.files.map(\.path) == ["updates.csv"])
    #expect(throws: StoreError.missing) { try Store.open(at: .simulated(year)) }
  }
}
