import TestSupport
import Testing
import TextCore

@testable import PlanCore

/// The made-up year: the same every time, told apart from real figures, and with everything in it that a year has.
@Suite struct SimulatedYearTests {
  // MARK: The same bytes

  /// FNV-1a over paths and bytes.
  private static func checksum(_ files: [StoreLocation.File]) -> UInt64 {
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325
    for file in files {
      for byte in Array(file.path.utf8) + [0] + file.bytes { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    return sum
  }

  /// Whoever changes the year changes this number too.
  @Test func sameBytesEveryTime() {
    let files = SimulatedPlan.year.files
    let again = SimulatedYear(of: BundledPlan.files).files
    #expect(files == again)
    #expect(Self.checksum(files) == Self.expected, "\(Self.checksum(files))")
  }

  private static let expected: UInt64 = 10_485_438_844_856_880_612

  @Test func filesStandInOrder() {
    let paths = SimulatedPlan.year.files.map(\.path)
    #expect(paths == paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(Set(paths).count == paths.count)
    #expect(Set(paths).isSuperset(of: Store.definitionFiles))
  }

  /// What is read from memory is what is written as files.
  @Test func sameAsItsFiles() throws {
    let store = try SimulatedPlan.open()
    let written = try Store.open(at: .bundled(SimulatedPlan.year.files))
    for day in ["2023-06-30", "2023-09-30", "2023-12-31"] {
      let (made, read) = (try json(store, day), try json(written, day))
      #expect(made == read)
    }
    #expect(store.findings.kept == written.findings.kept)
  }

  private func json(_ store: Store, _ day: String) throws -> String {
    StatusJSON.text(of: try assessment(store, day), plan: store.plan, findings: store.findings)
  }

  private func assessment(_ store: Store, _ day: String) throws -> Assessment {
    Assessment(of: store.plan, reports: store.reports, journal: store.journal, asOf: try #require(Day(iso: day)))
  }

  // MARK: Real and made up

  @Test func saysThatItIsMadeUp() throws {
    let (real, made) = (try BundledPlan.open(), try SimulatedPlan.open())
    #expect(made.plan.settings.isSimulated && !real.plan.settings.isSimulated)
    #expect(made.plan.settings.id != real.plan.settings.id)
    #expect(made.plan.agencies == real.plan.agencies)
    #expect(made.plan.indicators == real.plan.indicators)
    #expect(made.plan.tasks == real.plan.tasks)
    #expect(made.plan.actions == real.plan.actions)
  }

  private static func rows(_ store: Store) -> [Report] {
    store.plan.indicators.indices.flatMap { index in
      store.plan.agencies.indices.flatMap { store.reports.history(indicator: index, agency: $0) }
    }
  }

  /// All reports of the year, read once for all tests.
  private static let made = Result { rows(try SimulatedPlan.open()) }

  @Test func onlyEarlierFiguresAreReal() throws {
    let (real, made) = (try BundledPlan.open(), try SimulatedPlan.open())
    let start = made.plan.settings.start
    struct Key: Hashable {
      var indicator: Int
      var agency: Int
      var end: Day
      var value: Double?
    }
    func key(_ report: Report) -> Key {
      Key(indicator: report.indicator, agency: report.agency, end: report.end, value: report.value)
    }
    let rows = try Self.made.get()
    #expect(rows.count > 20_000)
    #expect(rows.allSatisfy { $0.isSimulated || $0.end < start })
    let kept = Set(rows.filter { !$0.isSimulated }.map(key))
    #expect(kept == Set(Self.rows(real).filter { $0.end < start }.map(key)))
    // No published figure of the year is one that was really published.
    let published = Set(Self.rows(real).filter { $0.end >= start }.map(key))
    let national = made.plan.nationalAgency
    #expect(rows.filter { $0.isSimulated && $0.agency == national }.allSatisfy { !published.contains(key($0)) })
    for update in made.journal.updates {
      #expect(update.author.hasPrefix("can-bo-"))
      #expect(update.evidence.isEmpty || update.evidence.hasSuffix(" (mô phỏng)"))
    }
  }

  /// What the year is measured from is what it was in fact.
  @Test func baselinesStay() throws {
    let (real, made) = (try BundledPlan.open(), try SimulatedPlan.open())
    for day in ["2022-12-31", "2023-09-30"] {
      let (a, b) = (try assessment(real, day), try assessment(made, day))
      for index in real.plan.indicators.indices {
        #expect(a.indicators[index].baseline == b.indicators[index].baseline, "\(real.plan.indicators[index].id)")
      }
    }
  }

  // MARK: How the year goes

  private func statuses(_ day: String) throws -> [String: Status] {
    let store = try SimulatedPlan.open()
    let assessed = try assessment(store, day)
    return Dictionary(uniqueKeysWithValues: zip(store.plan.indicators.map(\.id), assessed.indicators.map(\.status)))
  }

  @Test func everyStatusOnItsDay() throws {
    let september = try statuses("2023-09-30")
    #expect(Set(september.values) == Set(Status.allCases).subtracting([.missed]))
    #expect(september["XH2"] == .offTrack)
    let december = try statuses("2023-12-31")
    #expect(december.values.contains(.missed) && december.values.contains(.met))
    #expect(december["XH2"] == .missed)
    // A figure that only equals what it must exceed does not meet it.
    #expect(december["KT1"] == .missed)
  }

  @Test func everyStateOfWork() throws {
    let assessed = try assessment(try SimulatedPlan.open(), "2023-09-30")
    for tally in [assessed.taskTally, assessed.actionTally] {
      #expect(tally.doneOnTime > 0 && tally.doneLate > 0 && tally.openInTime > 0 && tally.cancelled > 0)
      #expect(tally.openOverdue > tally.unreported && tally.unreported > 0 && tally.pending > 0)
    }
    let statuses = Set(assessed.tasks.flatMap { $0.assignments.map(\.status) })
    #expect(statuses == Set(WorkStatus.allCases))
  }

  @Test func journalIsInOrder() throws {
    let journal = try SimulatedPlan.open().journal
    let moments = journal.updates.map(\.at)
    #expect(moments == moments.sorted())
    #expect(journal.updates.count > 1_000)
    #expect(journal.updates.contains { $0.content == .undo } && journal.idleUndos.isEmpty)
    #expect(journal.updates.contains { $0.isTakenBack })
    #expect(journal.updates.allSatisfy { $0.day <= Day(iso: "2023-12-31") ?? .first })
    // Nobody writes of what is still to come.
    #expect(journal.updates.allSatisfy { $0.day.iso <= $0.at.prefix(10) })
  }

  // MARK: Who is behind

  private func share(_ indicator: String, of region: String, _ day: String) throws -> Double {
    let store = try SimulatedPlan.open()
    let plan = store.plan
    let index = try #require(plan.indicators.firstIndex { $0.id == indicator })
    let regionIndex = try #require(plan.regions.firstIndex { $0.id == region })
    let day = try #require(Day(iso: day))
    var (above, below) = (0.0, 0.0)
    for report in try Self.made.get() where report.indicator == index && report.end == day {
      guard plan.agencies[report.agency].region == regionIndex else { continue }
      above += report.numerator ?? report.value ?? 0
      below += report.denominator ?? 1
    }
    return below > 0 ? above / below : 0
  }

  @Test(arguments: ["XH2", "XH5", "KT3", "CP2", "AT1", "DL1", "DL3"])
  func highlandsLag(_ indicator: String) throws {
    let highlands = try share(indicator, of: "tay-nguyen", "2023-09-30")
    for region in ["dong-bang-song-hong", "dong-nam-bo"] {
      let ahead = try share(indicator, of: region, "2023-09-30")
      #expect(ahead > highlands + 0.03, "\(region)")
    }
  }

  @Test func silentLateAndFading() throws {
    let store = try SimulatedPlan.open()
    let cast = Cast(store.plan)
    let agencies = store.plan.agencies.indices.filter { $0 != store.plan.nationalAgency }
    #expect(agencies.count == 93)
    let rows = try Self.made.get().filter(\.isSimulated)
    let year = rows.filter { $0.end >= store.plan.settings.start }
    let reporting = Set(year.map(\.agency))
    let silent = agencies.filter { !reporting.contains($0) }
    #expect(silent.count == 1 && silent.allSatisfy { cast.roles[$0].habit == .silent })
    #expect(!store.journal.updates.contains { if case .assignment(_, silent[0]) = $0.subject { true } else { false } })
    let last = Dictionary(year.map { ($0.agency, $0.end) }, uniquingKeysWith: max)
    #expect(last.values.contains { $0 < Day(iso: "2023-06-30") ?? .first })
    // Late is what comes in more than fifteen days after its period; one row of each agency says so.
    let august = year.filter { $0.end.iso == "2023-08-31" && $0.agency != store.plan.nationalAgency }
    let sample = Dictionary(august.map { ($0.agency, $0) }, uniquingKeysWith: { first, _ in first })
    let details = store.details(of: Array(sample.values))
    let late = sample.values.filter { report in
      details[report.place]?.received.map { $0 - report.end > store.plan.settings.thresholds.reportDueDays } ?? false
    }.map(\.agency)
    #expect((3...12).contains(late.count), "\(late.count)")
    #expect(late.allSatisfy { cast.roles[$0].habit == .late })
  }

  @Test func backwardsAndFarAhead() throws {
    let store = try SimulatedPlan.open()
    var (isLost, isAbove) = (false, false)
    var said: [[Int]: Double] = [:]
    for report in try Self.made.get().filter(\.isSimulated).sorted(by: { $0.end < $1.end }) {
      let indicator = store.plan.indicators[report.indicator]
      if let value = report.value, indicator.aggregation == .agencyShare {
        isLost = isLost || value == 0 && said[[report.indicator, report.agency]] == 1
        said[[report.indicator, report.agency]] = value
      }
      if let above = report.numerator, let below = report.denominator, below > 0 {
        #expect(above <= below || store.plan.agencies[report.agency].id == "kon-tum" && report.end.month == 8)
        isAbove = isAbove || 100 * above / below > indicator.target * 1.5
      }
    }
    #expect(isLost && isAbove)
  }

  // MARK: The file with faults

  @Test func onlyOneFileHasFaults() throws {
    let store = try SimulatedPlan.open()
    let files = Set(store.findings.kept.map(\.file))
    #expect(files == ["reports/2023-08-kon-tum.csv"])
    #expect(store.findings.kept.map { $0.text(in: .english) } == Self.findings)
    #expect(store.findings.errorCount == 7 && store.findings.warningCount == 1)
    // Its other rows are read.
    let agency = store.plan.agencies.firstIndex { $0.id == "kon-tum" }
    let rows = try Self.made.get()
    #expect(rows.count { $0.agency == agency && $0.end.iso == "2023-08-31" } > 15)
  }

  private static let findings = [
    "3:21: error: a value of «DL2» is 1 (yes) or 0 (no)",
    "6:1: error: «31/08/2023» is not a period; write a month 2023-06 or a day 2023-06-30",
    "8:1: error: cells in this row: 8, in the header: 9; a cell with a comma in it must stand in quotes",
    "9:22: error: «26800,5» has a decimal comma; write 26800.5",
    "11:22: warning: the numerator is above its denominator",
    "15:17: error: no id «CP70» in indicators.csv; did you mean «CP7»?",
    "18:9: error: no id «tinh-kon-tum» in agencies.csv; did you mean «kon-tum»?",
    "21:64: error: a quote is opened and never closed; close it at the cell's end",
  ].map { "reports/2023-08-kon-tum.csv:" + $0 }
}
