import PlanCore
import TestSupport
import Testing
import TextCore

@testable import Dashboard

@Suite struct RegionFilterTests {
  /// A region's name finds its provinces, wherever agencies are listed.
  @Test(arguments: ["tây nguyên", "tay nguyen", "Tây Ng"], ["5", "5b", "6", "3/T19<Enter><Enter>"])
  func regions(_ typed: String, _ page: String) throws {
    let store = try BundledPlan.open()
    let region = try #require(store.plan.regions.firstIndex { $0.name.vietnamese == "Tây Nguyên" })
    let members = store.plan.agencies.filter { $0.region == region }.map(\.id)
    var desk = try Desk()
    desk.type(page + "/" + typed)
    let found = desk.state.document.rows.compactMap { row in
      if case .agency(let id) = row.key.id { id } else { nil }
    }
    #expect(members.count > 3 && Set(found) == Set(members), "\(found)")
    // Fewer letters are the beginning of a name or initials, as ever.
    desk.type("<C-u>tn")
    #expect(!desk.state.document.rows.contains { $0.key.id == .agency("gia-lai") })
  }
}
