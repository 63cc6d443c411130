import PlanCore
import TerminalKit
import TextCore

/// Which keys ask for what, and where. The one table that dispatches keys, fills the hint line and writes the help.
enum KeyTable {
  struct Binding: Sendable {
    let keys: [Key]
    /// The keys as people read them.
    let label: String
    /// A word or two for the hint line; `nil` keeps it out of there.
    var hint: Localized?
    var meaning: Localized
    let command: Command
    /// Whether it does something on this page.
    var applies: @Sendable (Surroundings) -> Bool = { _ in true }
    /// Where the hint line has it: only there it is what its reader came for.
    var isHinted: @Sendable (Surroundings) -> Bool = { _ in true }
    /// Why it does nothing where it does not apply.
    var refusal = Localized("ở đây phím này không dùng", "this key does nothing here")
    /// The same in the matrix, where that is another reason.
    var refusalInMatrix: Localized?
    /// Whether it is there to write into the store.
    var writes = false

    func refusal(in place: Surroundings) -> Localized {
      if writes, let why = place.access.refusal { return why }
      return place.page == .matrix && place.hasRows ? refusalInMatrix ?? refusal : refusal
    }

    /// Whether it would do something here if the reader's store could be written.
    func isGreyed(in place: Surroundings) -> Bool {
      if place.isKiosk { return false }
      return switch place.access {
      case .readOnly, .noPermission, .notPlain: writes && place.canRecord
      case .allowed, .bundled, .simulated: false
      }
    }

    /// The keys as people read them, the arrows by their names where the font has none.
    func label(_ glyphs: GlyphSet) -> String {
      guard glyphs == .ascii else { return label }
      let names = ["↑": "Up", "↓": "Down", "←": "Left", "→": "Right", "–": "-"]
      return label.map { names[String($0)] ?? String($0) }.joined()
    }

    var isSideways: Bool {
      if case .sideways = command { return true }
      return false
    }
  }

  /// What decides whether a key does something.
  struct Surroundings: Hashable {
    var page: Page
    var hasRows = true
    var canOpen = true
    var canExplain = true
    /// Whether there is work here of which something can be said.
    var canRecord = false
    var access = WriteAccess.bundled
    var listCount = 1
    /// Whether another page stands beside this one.
    var hasPanes = false
    var sortCount = 0
    var groupingCount = 0
    var statusCount = 0
    var isDeep = false
    var isFiltered = false
    var isKiosk = false
  }

  static func binding(for key: Key, in place: Surroundings) -> (binding: Binding, applies: Bool)? {
    let candidates = all.filter { $0.keys.contains(key) }
    if let binding = candidates.first(where: { $0.applies(place) }) { return (binding, true) }
    return candidates.first.map { ($0, false) }
  }

  /// The movement along a page that a key asks for on every page.
  static func movement(of key: Key) -> Command.Movement? {
    guard case .move(let movement) = movement.first(where: { $0.keys.contains(key) })?.command else { return nil }
    return movement
  }

  /// A key that asks for a movement.
  static func key(for movement: Command.Movement) -> Key? {
    Self.movement.first { $0.command == .move(movement) }?.keys.first
  }

  private static func letters(_ text: String) -> [Key] { text.unicodeScalars.map(Key.character) }

  private static func sideways(_ page: Page, _ step: Int, _ meaning: Localized, hint: Localized? = nil) -> Binding {
    Binding(
      keys: step < 0 ? [.left] + letters("h") : [.right] + letters("l"), label: step < 0 ? "← h" : "→ l", hint: hint,
      meaning: meaning, command: .sideways(step), applies: { $0.page == page })
  }

  static let all: [Binding] = movement + drilling + recording + lists + dates + general

  private static let movement: [Binding] = [
    Binding(
      keys: [.down] + letters("j"), label: "↓ j", meaning: Localized("dòng dưới", "the next row"),
      command: .move(.down)),
    Binding(
      keys: [.up] + letters("k"), label: "↑ k", hint: Localized("chọn", "select"),
      meaning: Localized("dòng trên", "the previous row"), command: .move(.up)),
    Binding(
      keys: [.pageDown], label: "PgDn", meaning: Localized("trang sau", "the next page"), command: .move(.pageDown)),
    Binding(
      keys: [.pageUp], label: "PgUp", meaning: Localized("trang trước", "the previous page"), command: .move(.pageUp)),
    Binding(
      keys: [.control("d")], label: "Ctrl-D", meaning: Localized("nửa trang sau", "half a page on"),
      command: .move(.halfPageDown)),
    Binding(
      keys: [.control("u")], label: "Ctrl-U", meaning: Localized("nửa trang trước", "half a page back"),
      command: .move(.halfPageUp)),
    Binding(
      keys: [.home] + letters("g"), label: "Home g", meaning: Localized("đầu danh sách", "the top"),
      command: .move(.first)),
    Binding(
      keys: [.end] + letters("G"), label: "End G", meaning: Localized("cuối danh sách", "the end"),
      command: .move(.last)),
  ]

  private static let drilling: [Binding] = [
    sideways(
      .calendar, -1, Localized("trong lịch: tháng trước", "in the calendar: the previous month"),
      hint: Localized("tháng", "month")),
    sideways(.calendar, 1, Localized("trong lịch: tháng sau", "in the calendar: the next month")),
    sideways(
      .matrix, -1, Localized("trong ma trận: cột bên trái", "in the matrix: the column to the left"),
      hint: Localized("cột", "column")),
    sideways(.matrix, 1, Localized("trong ma trận: cột bên phải", "in the matrix: the column to the right")),
    Binding(
      keys: [.enter, .right] + letters("l"), label: "Enter → l", hint: Localized("mở", "open"),
      meaning: Localized("mở dòng đang chọn", "open the selected row"), command: .open, applies: { $0.canOpen },
      refusal: Localized("dòng này không có chi tiết để mở", "there is nothing more to open here"),
      refusalInMatrix: Localized(
        "đơn vị này ngoài phạm vi của chỉ tiêu", "this agency is outside the indicator's scope")),
    Binding(
      keys: [.escape], label: "Esc", hint: Localized("quay lại", "back"),
      meaning: Localized("bỏ lọc, rồi quay lại", "clear the filter, then go back"), command: .back,
      applies: { $0.isDeep || $0.isFiltered },
      refusal: Localized("đang ở màn hình gốc; q để thoát", "this is the top level; q leaves")),
    // A letter that an input method lets through must not take a filter away.
    Binding(
      keys: [.left] + letters("h"), label: "← h", meaning: Localized("quay lại", "go back"), command: .leave,
      applies: { $0.isDeep },
      refusal: Localized("đang ở màn hình gốc; q để thoát", "this is the top level; q leaves")),
    Binding(
      keys: letters("123456"), label: "1–6", meaning: Localized("sáu màn hình", "the six screens"),
      command: .screen(0)),
    Binding(
      keys: [.tab], label: "Tab", hint: Localized("mục khác", "next list"),
      meaning: Localized("danh sách hoặc khung tiếp theo", "the next list or pane"),
      command: .list(1), applies: { $0.listCount > 1 || $0.hasPanes },
      refusal: Localized("màn hình này chỉ có một danh sách", "this page has one list only")),
    Binding(
      keys: [.backTab], label: "Shift-Tab",
      meaning: Localized("danh sách hoặc khung trước", "the previous list or pane"),
      command: .list(-1), applies: { $0.listCount > 1 || $0.hasPanes },
      refusal: Localized("màn hình này chỉ có một danh sách", "this page has one list only")),
  ]

  private static let recording: [Binding] = [
    record(
      .status, "u", hint: Localized("cập nhật", "update"),
      Localized("cập nhật trạng thái của việc đang chọn", "update the status of the selected work")),
    record(
      .note, "n", hint: Localized("ghi chú", "note"),
      Localized("thêm ghi chú cho việc đang chọn", "add a note to the selected work")),
    record(
      .takeBack, "U",
      Localized("rút lại lần ghi cuối của mình ở việc đang chọn", "take back your last word on the selected work")),
  ]

  private static func record(
    _ kind: RecordForm.Kind, _ key: String, hint: Localized? = nil, _ meaning: Localized
  ) -> Binding {
    Binding(
      keys: letters(key), label: key, hint: hint, meaning: meaning, command: .record(kind),
      applies: { $0.canRecord && $0.access == .allowed },
      refusal: Localized(
        "chọn một nhiệm vụ hoặc hoạt động trước", "select a task or an action first"), writes: true)
  }

  private static let lists: [Binding] = [
    Binding(
      keys: letters("/"), label: "/", hint: Localized("lọc", "filter"),
      meaning: Localized(
        "lọc khi gõ, không cần dấu, gõ tắt chữ đầu được", "filter as you type, accents optional, initials will do"),
      command: .filter, applies: { $0.hasRows },
      refusal: Localized("màn hình này không có danh sách để lọc", "this page has no list to filter")),
    // Letters that are meant for a filter must not act as keys.
    Binding(
      keys: letters("/"), label: "/",
      meaning: Localized("không có danh sách: tìm trong cả kế hoạch", "without a list: find in the whole plan"),
      command: .find, applies: { !$0.hasRows },
      refusal: Localized("màn hình này không có danh sách để lọc", "this page has no list to filter")),
    Binding(
      keys: letters("f"), label: "f", hint: Localized("trạng thái", "status"),
      meaning: Localized("lọc theo trạng thái", "filter by status"), command: .status,
      applies: { $0.statusCount > 0 },
      refusal: Localized("danh sách này không lọc theo trạng thái được", "this list has no statuses to filter by")),
    Binding(
      keys: letters("s"), label: "s", hint: Localized("sắp xếp", "sort"),
      meaning: Localized("sắp xếp theo cột kế tiếp", "sort by the next column"), command: .sort,
      applies: { $0.sortCount > 0 },
      refusal: Localized("danh sách này giữ thứ tự của kế hoạch", "this list keeps the plan's order")),
    Binding(
      keys: letters("S"), label: "S", meaning: Localized("đảo thứ tự", "reverse the order"), command: .reverse,
      applies: { $0.sortCount > 0 },
      refusal: Localized("danh sách này giữ thứ tự của kế hoạch", "this list keeps the plan's order")),
    Binding(
      keys: letters("b"), label: "b", hint: Localized("nộp báo cáo", "reporting"),
      meaning: Localized(
        "bảng nộp báo cáo: đúng hạn, muộn, thiếu theo tháng", "the reporting board: in time, late, missing by month"),
      command: .board, applies: { $0.page != .board }, isHinted: { $0.page == .agencies },
      refusal: Localized("đây là bảng nộp báo cáo", "this is the reporting board")),
    Binding(
      keys: letters("v"), label: "v", hint: Localized("nhóm", "group"),
      meaning: Localized("nhóm theo cách khác", "group in another way"), command: .regroup,
      applies: { $0.groupingCount > 1 },
      refusal: Localized("danh sách này chỉ có một cách nhóm", "this list is grouped in one way only")),
  ]

  private static let dates: [Binding] = [
    Binding(
      keys: letters("["), label: "[", hint: Localized("tính đến", "as of"),
      meaning: Localized("tính đến cuối tháng trước", "as of the previous month end"), command: .earlier),
    Binding(
      keys: letters("]"), label: "]", meaning: Localized("tính đến cuối tháng sau", "as of the next month end"),
      command: .later),
    Binding(
      keys: letters("t"), label: "t",
      meaning: Localized("tính đến hôm nay (muộn nhất là ngày cuối kế hoạch)", "as of today (at most the plan's end)"),
      command: .today),
  ]

  private static let general: [Binding] = [
    Binding(
      keys: [.control("p")] + letters(":"), label: ": Ctrl-P", hint: Localized("tìm", "find"),
      meaning: Localized(
        "bảng lệnh: tìm mọi thứ, đến một ngày như :30/06/2023", "the palette: find anything, go to a day as :30/06/2023"
      ),
      command: .palette),
    Binding(
      keys: letters("c"), label: "c", hint: Localized("so sánh", "compare"),
      meaning: Localized(
        "những gì đã thay đổi từ cuối tháng trước; bấm lần nữa để chọn ngày khác",
        "what changed since the month end before; once more for another day"), command: .compare),
    Binding(
      keys: letters("="), label: "=", hint: Localized("vì sao", "why"),
      meaning: Localized("giải thích con số dưới con trỏ", "explain the number under the cursor"), command: .explain,
      applies: { $0.canExplain },
      refusal: Localized("ở đây không có con số nào để giải thích", "there is no number here to explain")),
    Binding(
      keys: letters("L"), label: "L",
      meaning: Localized("ngôn ngữ: tiếng Việt, tiếng Anh", "language: Vietnamese, English"), command: .language),
    Binding(
      keys: letters("T"), label: "T",
      meaning: Localized("giao diện màu, xem thử ngay khi chọn", "theme, shown at once while you choose"),
      command: .theme),
    Binding(
      keys: letters("e"), label: "e",
      meaning: Localized(
        "xuất màn hình hoặc văn bản ra tệp: chọn, Enter ghi",
        "take the screen or a paper away: choose, Enter writes"),
      command: .export, applies: { !$0.isKiosk },
      refusal: Localized("màn hình khách chỉ để xem, không xuất ra tệp", "a kiosk is for looking: no file is written")),
    Binding(
      keys: letters("m"), label: "m", meaning: Localized("bật, tắt chuột", "the mouse on and off"), command: .mouse),
    Binding(
      keys: letters("!"), label: "!", meaning: Localized("vấn đề dữ liệu", "data findings"), command: .findings),
    Binding(
      keys: [.function(1)] + letters("?"), label: "? F1", hint: Localized("trợ giúp", "help"),
      meaning: Localized("mọi phím dùng được ở đây", "every key that works here"), command: .help),
    Binding(
      keys: letters("q"), label: "q", meaning: Localized("lên một cấp, rồi thoát", "one level up, then out"),
      command: .up),
    Binding(
      keys: [.control("c")] + letters("Q"), label: "Q Ctrl-C",
      meaning: Localized("thoát từ bất cứ đâu", "out from anywhere"), command: .quit),
    Binding(
      keys: [.control("z")], label: "Ctrl-Z", meaning: Localized("tạm dừng; fg để trở lại", "suspend; fg comes back"),
      command: .suspend, applies: { !$0.isKiosk },
      refusal: Localized("màn hình khách không tạm dừng; q để thoát", "a kiosk is not suspended; q leaves")),
    Binding(
      keys: [redraw], label: "Ctrl-L",
      meaning: Localized("vẽ lại khi chữ lạ chèn vào màn hình", "draw anew where others wrote on the screen"),
      command: .redraw),
  ]

  /// Works whatever the reader is doing.
  static let redraw = Key.control("l")

  /// The table for a reader of the documentation.
  public static func markdown(_ language: Language) -> String {
    let header = language == .vietnamese ? "| Phím | Tác dụng |" : "| Keys | What they do |"
    let rows = all.map { "| \($0.label) | \($0.meaning[language]) |" }
    return ([header, "|---|---|"] + rows).joined(separator: "\n")
  }
}
