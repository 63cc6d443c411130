import PlanCore
import TestSupport
import Testing
import TextCore

@Suite struct StoreTests {
  @Test func bundledPlanHasNoFindings() throws {
    let store = try BundledPlan.open()
    #expect(store.findings.kept.map { $0.text(in: .english) } == [])
    #expect(store.plan.pillars.count == 5)
    #expect(store.plan.agencies.count == 94)
    #expect(store.plan.regions.count == 6)
    #expect(store.plan.members.count == 15)
    #expect(store.plan.indicators.count == 33)
    #expect(store.plan.tasks.count == 31)
    #expect(store.plan.actions.count == 47)
    #expect(store.plan.sources.count == 85)
    #expect(store.journal.updates.count == 44)
    #expect(store.reports.count == 73)
  }
}
