import TestSupport
import Testing
import TextCore

@testable import PlanCore

/// A plan that changes under reports that have been read: they are read again where they would read otherwise, and in
/// any case all is as a fresh start finds it.
@Suite struct PlanReloadTests {
  /// Changes to the plan's files that keep them readable.
  private static let edits: [(file: String, old: String, new: String)] = [
    ("plan.conf", "end = 2023-12-31", "end = 2023-03-31"), ("plan.conf", "start = 2023-01-01", "start = 2022-06-01"),
    ("plan.conf", "id = p", "id = p\nrollup_completeness = 0.2"), ("plan.conf", "id = p", "id = q\nat_risk = 0.1"),
    ("sources.csv", "s1,Quyết định,decision", "s1,Quyết định,simulated"), ("sources.csv", "s2,Báo,public\n", ""),
    ("sources.csv", "s1,", "s0,Mới,public\ns1,"), ("agencies.csv", "mic,ministry", "mic,national"),
    ("agencies.csv", "sbv,ministerial-agency,,NHNN,Ngân hàng Nhà nước,,State Bank\n", ""),
    ("agencies.csv", "vn,national", "new,ministry,,Mới,Mới,,\nvn,national"),
    ("agencies.csv", "Hà Nội,Thành phố", "Thăng Long,Thành phố"),
    ("indicators.csv", "KT3,economy,Thời gian chờ,phút", "KT3,economy,Thời gian chờ,%"),
    ("indicators.csv", "ratio,@provinces", "mean,@provinces"), ("indicators.csv", "mean,mic sbv", "mean,mic ha-noi"),
    ("indicators.csv", ",agency-share,@all", ",mean,@all"), ("indicators.csv", "KT2,economy", "KT9,economy"),
    ("indicators.csv", ">=,100", ">=,10"), ("regions.csv", "Miền Bắc", "Phía Bắc"), ("tasks.csv", "T01,mic", "T01,sbv"),
  ]

  private func answers(_ store: Store) -> [String] {
    let days = [Day(iso: "2023-02-28") ?? .first, store.plan.settings.end]
    let texts = days.map { day in
      let assessment = Assessment(of: store.plan, reports: store.reports, journal: store.journal, asOf: day)
      return StatusJSON.text(of: assessment, plan: store.plan, findings: store.findings)
    }
    return texts + store.findings.kept.map { $0.text(in: .english) }
  }

  private func edit(_ files: ReportFiles, _ maker: inout ReportsMaker) {
    guard let edit = Self.edits.randomElement(using: &maker.random), let bytes = files[edit.file] else { return }
    let text = String(decoding: bytes, as: UTF8.self)
    let back = edit.new.isEmpty ? text + edit.old : text.replacing(edit.new, with: edit.old)
    files[edit.file] = Array((text.contains(edit.old) ? text.replacing(edit.old, with: edit.new) : back).utf8)
  }

  @Test func changesAreAsAFreshStart() throws {
    for seed in 0..<UInt64(20) {
      var maker = ReportsMaker(seed: seed)
      var contents = MarkedStore.sound
      for name in ["a", "b"] { contents["reports/\(name).csv"] = maker.file(rows: 20) }
      let files = ReportFiles(contents, pretending: 0)
      var store = try Store(.folder("memory"), files)
      for step in 0..<8 {
        edit(files, &maker)
        if maker.once(in: 3) {
          files["reports/b.csv"] = (files["reports/b.csv"] ?? []) + maker.file(rows: 2).suffix(60)
        }
        store = try Store(.folder("memory"), files, previous: store)
        let fresh = try Store(.folder("memory"), files)
        let (mine, others) = (answers(store), answers(fresh))
        if mine != others || ReadReports(store.loaded) != ReadReports(fresh.loaded) {
          Issue.record("seed \(seed), step \(step): \(mine.filter { !others.contains($0) })")
        }
      }
    }
  }

  /// What is shown in the meantime: the reports of a file that is being written are neither lost nor read otherwise
  /// than the plan has it.
  @Test func unsettledFileUnderAChangedPlan() throws {
    let header = "period,agency,indicator,value\n"
    var contents = MarkedStore.sound
    contents["reports/a.csv"] = Array((header + "2023-05,vn,KT1,14\n2023-05,mic,KT3,7\n").utf8)
    let files = ReportFiles(contents, pretending: 0)
    let store = try Store(.folder("memory"), files)
    files["reports/a.csv"] = (files["reports/a.csv"] ?? []) + Array("2023-06,vn,KT1,15\n".utf8)
    let agencies = String(decoding: files["agencies.csv"] ?? [], as: UTF8.self)
    files["agencies.csv"] = Array(agencies.replacing("vn,national", with: "new,ministry,,Mới,Mới,,\nvn,national").utf8)
    let next = try Store(.folder("memory"), files, previous: store, unsettled: ["reports/a.csv"])
    #expect(next.reports.history(indicator: 1, agency: 1).first?.value == 14)
    let last = try Store(.folder("memory"), files, previous: next)
    #expect(last.reports.history(indicator: 1, agency: 1).map(\.value) == [14, 15])
    #expect(last.reports.history(indicator: 3, agency: 2).map(\.value) == [7])
  }
}
