import TestSupport
import Testing
import TextCore

@testable import PlanCore

/// What a name on the command line leads to, whatever the command.
@Suite struct PlanNamesTests {
  private static func ids(_ kind: PlanNames.Kind, _ plan: Plan) -> [String] {
    switch kind {
    case .pillar: plan.pillars.map(\.id)
    case .indicator: plan.indicators.map(\.id)
    case .task: plan.tasks.map(\.id)
    case .action: plan.actions.map(\.id)
    case .agency: plan.agencies.map(\.id)
    }
  }

  @Test(arguments: [
    (PlanNames.Kind.agency, "moh", "moh"), (.agency, "MOH", "moh"), (.agency, "byt", "moh"),
    (.agency, "Bộ Y tế", "moh"),
    (.agency, "UBND tỉnh Hà Giang", "ha-giang"), (.pillar, "society", "society"), (.pillar, "XH", "society"),
    (.pillar, "xh", "society"), (.task, "t19", "T19"), (.action, "a06-01", "A06-01"), (.indicator, "dl1", "DL1"),
  ])
  func found(_ kind: PlanNames.Kind, _ text: String, _ id: String) throws {
    let store = try BundledPlan.open()
    #expect(Self.ids(kind, store.plan)[try store.names.one(kind, text)] == id)
  }

  @Test(arguments: [
    (PlanNames.Kind.agency, "mohh", "có phải «moh"), (.agency, "", "không có mã «»"),
    (.pillar, "socety", "có phải «society»?"), (.task, "T91", "có phải «T"),
    (.agency, "Bộ Y tếe", "có phải «Bộ Y tế»?"),
  ])
  func unclear(_ kind: PlanNames.Kind, _ text: String, _ says: String) throws {
    let names = try BundledPlan.open().names
    #expect { _ = try names.one(kind, text) } throws: { error in
      (error as? UnclearName)?.message.vietnamese.contains(says) == true
    }
  }

  /// Ids that differ in case only are each found as written; else the one in small letters, else it is asked about.
  @Test func twoCases() throws {
    let files = BundledPlan.files.map { file in
      guard file.path == "pillars.csv" else { return file }
      return StoreLocation.File(path: file.path, bytes: file.bytes + Array("Data,D2,Dữ liệu hai,\nDAta,d2,Ba,\n".utf8))
    }
    let store = try Store.open(at: .bundled(files))
    for id in ["Data", "data", "DAta"] { #expect(store.plan.pillars[try store.names.one(.pillar, id)].id == id) }
    #expect(store.plan.pillars[try store.names.one(.pillar, "dAtA")].id == "data")
    #expect { _ = try store.names.one(.pillar, "D2") } throws: { error in
      (error as? UnclearName)?.message.english == "«D2» may be several: Data, DAta; write the id"
    }
  }

  @Test(arguments: [
    ("task/t19", "task/T19"), ("TASK/T19/BYT", "task/T19/moh"), ("action/a06-01", "action/A06-01"),
    ("task/T19/Bộ Y tế", "task/T19/moh"),
  ])
  func work(_ text: String, _ id: String) throws {
    #expect(try BundledPlan.open().work(named: text).text == id)
  }
}
