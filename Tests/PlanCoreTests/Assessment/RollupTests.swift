import TestSupport
import Testing
import TextCore

@testable import PlanCore

/// Roll-ups of many days in one pass, and those that are kept from one reading to the next.
@Suite struct RollupTests {
  private static let start = Day(year: 2022, month: 11, day: 20) ?? .first

  private func files(_ maker: inout ReportsMaker, rows: Int) -> ReportFiles {
    var contents = MarkedStore.sound
    contents["sources.csv", default: []] += Array("made-up,Giả định,simulated\n".utf8)
    for name in ["a", "b"] { contents["reports/\(name).csv"] = maker.file(rows: rows, isSound: true) }
    return ReportFiles(contents, pretending: 0)
  }

  private func assessor(_ store: Store, _ asOf: Day? = nil) -> Assessor {
    Assessor(plan: store.plan, reports: store.reports, journal: store.journal, asOf: asOf ?? store.plan.settings.end)
  }

  private func isSame(_ a: RollupCache.Entry, _ b: RollupCache.Entry) -> Bool {
    a.rollup == b.rollup && a.completeness == b.completeness
  }

  // MARK: Many days at once

  @Test func manyDaysAreAsOneAtATime() throws {
    for seed in 0..<UInt64(25) {
      var maker = ReportsMaker(seed: seed)
      let store = try Store(.folder("memory"), files(&maker, rows: 60))
      let assessor = assessor(store)
      for index in store.plan.indicators.indices {
        let members = store.plan.agencies.indices.filter { _ in !maker.once(in: 4) }
        let days = (0..<maker.number(0...9)).map { _ in Self.start.advanced(by: maker.number(0...500)) }.sorted()
        let together = assessor.rollups(index, of: members, on: days)
        #expect(together.count == days.count)
        for (day, entry) in zip(days, together) {
          let alone = assessor.rollups(index, of: members, on: [day])[0]
          if !isSame(entry, alone) {
            Issue.record("seed \(seed), indicator \(index), \(day.iso): \(entry) or \(alone)")
          }
          check(assessor, store, index, members, day, entry, "seed \(seed)")
        }
      }
    }
  }

  /// Against a sum over each member's last usable report.
  private func check(
    _ assessor: Assessor, _ store: Store, _ index: Int, _ members: [Int], _ day: Day, _ entry: RollupCache.Entry,
    _ name: String
  ) {
    let aggregation = store.plan.indicators[index].aggregation
    guard aggregation != .national else { return #expect(entry.rollup == nil) }
    let last = members.compactMap { agency in
      store.reports.history(indicator: index, agency: agency).last { $0.end <= day && isUsable($0, aggregation) }
    }
    let value: Double =
      switch aggregation {
      case .agencyShare: 100 * Double(last.filter { $0.value == 1 }.count) / Double(members.count)
      case .mean: last.reduce(0) { $0 + ($1.value ?? 0) } / Double(last.count)
      case .ratio: 100 * last.reduce(0) { $0 + ($1.numerator ?? 0) } / last.reduce(0) { $0 + ($1.denominator ?? 0) }
      case .national: .nan
      }
    let start = day < store.plan.settings.start ? .first : store.plan.settings.start
    let isRight =
      last.isEmpty == (entry.rollup == nil) && entry.completeness.inScope == members.count
      && entry.completeness.reported == last.filter { $0.end >= start }.count
      && (entry.rollup.map { near($0.figure.value, value) } ?? true)
      && (entry.rollup.map { $0.figure.isSimulated == last.contains(where: \.isSimulated) } ?? true)
    if !isRight { Issue.record("\(name), indicator \(index), \(day.iso): \(entry) of \(last)") }
  }

  private func isUsable(_ report: Report, _ aggregation: Indicator.Aggregation) -> Bool {
    aggregation == .ratio ? report.numerator != nil && (report.denominator ?? 0) > 0 : report.value != nil
  }

  // MARK: What is kept

  private func json(_ store: Store, _ iso: String) -> String {
    let asOf = Day(iso: iso) ?? .last
    let assessment = Assessment(of: store.plan, reports: store.reports, journal: store.journal, asOf: asOf)
    return StatusJSON.text(of: assessment, plan: store.plan, findings: store.findings)
  }

  private static let days = ["2022-12-31", "2023-01-31", "2023-02-15", "2023-04-30", "2023-12-31", "2024-03-01"]

  private func expectFresh(_ store: Store, _ files: ReportFiles, _ name: String) throws {
    let fresh = try Store(.folder("memory"), files)
    for day in Self.days where json(store, day) != json(fresh, day) {
      Issue.record("\(name), \(day): \(json(store, day)) instead of \(json(fresh, day))")
    }
  }

  @Test func keptOnesAreAsFreshOnes() throws {
    for seed in 0..<UInt64(12) {
      var maker = ReportsMaker(seed: seed)
      let files = files(&maker, rows: 40)
      var store = try Store(.folder("memory"), files)
      for step in 0..<5 {
        try expectFresh(store, files, "seed \(seed), step \(step)")
        let path = maker.once(in: 2) ? "reports/a.csv" : "reports/new.csv"
        let id = String(decoding: maker.pick(["DL1", "KT1", "KT2", "KT3"]), as: UTF8.self)
        let rows = "2023-02,mic,\(id),1,1,2\n2023-03,ha-noi,\(id),0,3,5\n"
        files[path] = Array(
          ("period,agency,indicator,value,numerator,denominator\n" + (maker.once(in: 3) ? "" : rows)).utf8)
        store = try Store(.folder("memory"), files, previous: store)
      }
    }
  }

  /// Those of indicators whose reports did not change stay, and no others.
  @Test func onlyWhatChangedIsForgotten() throws {
    var maker = ReportsMaker(seed: 9)
    let files = files(&maker, rows: 40)
    let store = try Store(.folder("memory"), files)
    _ = json(store, "2023-12-31")
    files["reports/c.csv"] = Array("period,agency,indicator,value\n2023-05,mic,KT3,4\n".utf8)
    let next = try Store(.folder("memory"), files, previous: store)
    let day = next.plan.settings.end
    #expect(
      next.plan.indicators.indices.map { next.reports.rollups.entry($0, on: day) != nil } == [true, true, true, false])
    #expect(store.plan.indicators.indices.allSatisfy { store.reports.rollups.entry($0, on: day) != nil })
  }

  /// A dashboard goes on with the old plan while the new one is read; neither may see the other's.
  @Test func anotherPlanHasItsOwn() throws {
    var maker = ReportsMaker(seed: 4)
    let files = files(&maker, rows: 30)
    let old = try Store(.folder("memory"), files)
    let before = Self.days.map { json(old, $0) }
    files["plan.conf"] = (files["plan.conf"] ?? []) + Array("rollup_completeness = 0.1\nat_risk = 0.2\n".utf8)
    let new = try Store(.folder("memory"), files, previous: old)
    #expect(Self.days.map { json(old, $0) } == before)
    try expectFresh(new, files, "new plan")
    #expect(Self.days.map { json(new, $0) } != before)
    #expect(Self.days.map { json(old, $0) } == before)
  }
}
