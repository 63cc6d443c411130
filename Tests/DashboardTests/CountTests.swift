import TerminalKit
import TestSupport
import Testing

/// The same number wherever it stands.
@Suite struct CountTests {
  /// How much an agency is late with: in the list of agencies, among those to be pressed and in its dossier. The
  /// action is led by the ministry, so the ministry is late with it.
  @Test func overdueIsOneNumber() throws {
    let store = try BundledPlan.open(keeping: { !$0.contains("action/A01-01") }, in: "updates.csv")
    var desk = try Desk(store: store)
    #expect(desk.lines.contains { $0.contains("Bộ CA") && $0.contains("4 (3 □?)") }, "\(desk.canvas.text)")
    desk.type("5/bca<Enter>")
    #expect(desk.selected?.contains("4 (3 □?)") == true, "\(desk.selected ?? "")")
    desk.type("<Enter>")
    #expect(desk.canvas.text.contains("4 việc, 3 chưa có thông tin"))
  }
}
