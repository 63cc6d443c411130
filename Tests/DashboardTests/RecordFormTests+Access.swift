import PlanCore
import TerminalKit
import TestSupport
import Testing
import TextCore

@testable import Dashboard

extension RecordFormTests {
  // MARK: Where nothing can be written

  @Test(arguments: [
    (WriteAccess.bundled, "bản đi kèm không ghi được", false), (.simulated, "bản minh họa không ghi gì", false),
    (.readOnly, "chỉ đọc", true), (.noPermission(path: "/kho/updates.csv"), "không có quyền ghi", true),
    (.notPlain(path: "/kho/updates.csv"), "không phải là tệp thường", true),
  ])
  func readOnly(_ access: WriteAccess, _ says: String, _ isGreyed: Bool) throws {
    var desk = try desk(Size(width: 120, height: 36), access: access)
    desk.type(Self.toShare)
    #expect(desk.bottom.contains("u cập nhật") == isGreyed)
    for key in ["u", "n", "U"] {
      desk.type(key)
      #expect(desk.state.mode == .browsing && desk.bottom.contains(says))
    }
    desk.type("?")
    #expect(desk.takeaway(.markdown).map { "\($0)".contains(says) } == true)
    var state = desk.state
    state.go(to: 3)
    guard case .lines(let lines) = state.obey("cập nhật 1 hoàn thành", { _, _ in }) else {
      Issue.record("no lines")
      return
    }
    #expect(lines.count == 1 && lines[0].contains(says))
  }

  /// What says that nothing can be written takes nothing from the name of the store.
  @Test(arguments: [Language.vietnamese, .english])
  func nameOfAReadOnlyStore(_ language: Language) throws {
    let name = "/srv/uy-ban/ke-hoach-2023"
    let mark = language == .vietnamese ? "(chỉ đọc)" : "(read-only)"
    for width in [60, 80, 120] {
      let size = Size(width: width, height: 24)
      let desks = try [WriteAccess.allowed, .readOnly].map { access in
        try Desk(size, language, store: try store(), storeName: name, access: access)
      }
      #expect(desks[0].lines[0] == desks[1].lines[0] && desks[1].lines[2].trimmed.hasSuffix(mark))
      #expect(desks[1].canvas.text.contains(mark) && !desks[0].canvas.text.contains(mark))
    }
  }

  @Test func whereThereIsNoWork() throws {
    var desk = try desk()
    desk.type("u")
    #expect(desk.bottom.hasPrefix("chọn một nhiệm vụ hoặc hoạt động trước"))
    desk.type("5<Enter>")
    #expect(!desk.bottom.contains("u cập nhật"))
  }

  // MARK: At the prompt

  @Test(
    arguments: [
      ("cập nhật 1 đã hủy", WorkStatus.cancelled, "", "", "2023-09-30"),
      ("cap nhat 1 dang vuong mac; can cu CV 7; ngay 8/9; ghi chu chờ ký", .blocked, "chờ ký", "CV 7", "2023-09-08"),
      ("update 1 in-progress; note x", .inProgress, "x", "", "2023-09-30"),
      ("ghi chú 1 đã gọi; chờ", nil, "đã gọi; chờ", "", "2023-09-30"),
      ("note 1 called; evidence CV 8", nil, "called", "CV 8", "2023-09-30"),
    ] as [(String, WorkStatus?, String, String, String)])
  func linear(_ line: String, _ status: WorkStatus?, _ note: String, _ evidence: String, _ day: String) throws {
    var state = try desk().state
    _ = state.obey("4") { _, _ in }
    var effects: [Effect] = []
    let reply = state.obey(line) { state, new in
      effects += new
      for case .record(let recording) in new { _ = state.update(.recorded(recording, said: [])) }
    }
    guard case .record(let recording)? = effects.first, case .lines(let lines) = reply else {
      Issue.record("\(reply)")
      return
    }
    #expect(recording.work == .action("A09-01") && recording.status == status)
    #expect(recording.note == note && recording.evidence == evidence && recording.effective == Day(iso: day))
    #expect(lines.count == 1 && lines[0].hasPrefix("đã lưu: A09-01"))
    #expect(state.mode == .browsing)
  }

  @Test(arguments: [
    ("4", "cập nhật 1 xong", "không hiểu «cập nhật 1 xong»"), ("4", "cập nhật 999 hoàn thành", "không có dòng số 999"),
    ("1", "ghi chú 1 x", "chọn một nhiệm vụ"), ("5", "rút lại", "chọn một nhiệm vụ"), ("4", "rút lại 1", "để rút lại"),
    ("4", "cập nhật 1 hoàn thành; ngày mai", "ngày hiệu lực không hợp lệ"),
    ("4", "cập nhật 1 hoàn thành; gì đó", "không hiểu"),
  ])
  func linearRefusals(_ page: String, _ line: String, _ says: String) throws {
    var state = try desk().state
    _ = state.obey(page) { _, _ in }
    guard case .lines(let lines) = state.obey(line, { _, _ in Issue.record("asked for something") }) else {
      Issue.record("no lines")
      return
    }
    #expect(lines.first?.contains(says) == true, "\(lines)")
    #expect(state.mode == .browsing)
  }
}
