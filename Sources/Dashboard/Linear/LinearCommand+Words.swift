import PlanCore
import TerminalKit
import TextCore

extension LinearCommand {
  /// All words, in the order of the help. Longer ones stand before those that they begin with.
  static let table: [Word] =
    zip(Page.screens, 0...).map { page, number in
      Word(
        vietnamese: [page.name.vietnamese], english: [page.name.english],
        help: Localized("màn hình \(number + 1)", "screen \(number + 1)"), meaning: .plain(.screen(number)))
    } + [
      Word(
        vietnamese: ["mở"], english: ["open"], argument: Localized(both: "3"),
        help: Localized("mở dòng số 3", "open row 3"), meaning: .taking { rowNumber($0).map(LinearCommand.open) }),
      Word(
        vietnamese: ["quay lại"], english: ["back"],
        help: Localized("bỏ lọc, rồi quay lại", "clear the filter, then go back"),
        meaning: .plain(.key(.escape))),
      Word(
        vietnamese: ["bỏ lọc"], english: ["clear"], help: Localized("bỏ lọc", "clear the filter"),
        meaning: .plain(.filter(""))),
      Word(
        vietnamese: ["lọc"], english: ["filter"], argument: Localized(both: "da nang"),
        help: Localized("chỉ giữ dòng có chữ này", "keep only rows with these letters"),
        meaning: .taking { $0.isEmpty ? nil : .filter($0) }),
      Word(
        vietnamese: ["trạng thái"], english: ["status"], argument: Localized(both: "2"),
        help: Localized("lọc theo trạng thái; không có số: liệt kê", "filter by status; without a number: list them"),
        meaning: .taking { $0.isEmpty ? .status(nil) : rowNumber($0).map { .status($0) } }),
      Word(
        vietnamese: ["tìm"], english: ["find"], argument: Localized(both: "btttt"),
        help: Localized("mở đơn vị, chỉ tiêu, nhiệm vụ khớp nhất", "open the agency, indicator or task that fits best"),
        meaning: .taking { $0.isEmpty ? nil : .find($0) }),
      Word(
        vietnamese: ["so sánh"], english: ["compare"], argument: Localized(both: "30/06/2023"),
        help: Localized(
          "những gì đã thay đổi từ ngày này; không có ngày: từ cuối tháng trước",
          "what changed since this day; without one since the month end before"),
        meaning: .taking { .compare($0) }),
      Word(
        vietnamese: ["vì sao"], english: ["why"], argument: Localized(both: "3"),
        help: Localized(
          "giải thích con số ở dòng số 3; không có số: của trang",
          "explain the number of row 3; without one that of the page"),
        meaning: .taking { $0.isEmpty ? .explain(nil) : rowNumber($0).map { .explain($0) } }),
      record(
        ["cập nhật"], ["update"], Localized("3 hoàn thành; căn cứ CV 12", "3 done; evidence CV 12"),
        Localized(
          "cập nhật trạng thái của dòng số 3, không có số: của trang; sau dấu «;» có thể thêm căn cứ, ghi chú, ngày",
          "the status of row 3, without a number of the page; evidence, note and date may follow after «;»"),
        LinearRecord.status),
      record(
        ["ghi chú"], ["note"], Localized("3 đã gọi; căn cứ CV 12", "3 called; evidence CV 12"),
        Localized(
          "thêm ghi chú cho dòng số 3, không có số: cho trang", "a note about row 3, without a number the page"),
        LinearRecord.note),
      Word(
        vietnamese: ["rút lại"], english: ["take back"], argument: Localized(both: "3"),
        help: Localized(
          "rút lại lần ghi cuối của mình ở dòng số 3, không có số: ở trang",
          "take back your last word on row 3, without a number on the page"),
        meaning: .taking {
          $0.isEmpty
            ? .record(nil, LinearRecord(takesBack: true))
            : rowNumber($0).map { .record($0, LinearRecord(takesBack: true)) }
        }),
      key("s", ["sắp xếp"], ["sort"], Localized("sắp xếp theo cột kế tiếp", "sort by the next column")),
      key("S", ["đảo thứ tự", "đảo"], ["reverse"], Localized("đảo thứ tự", "reverse the order")),
      key("v", ["nhóm"], ["group"], Localized("nhóm theo cách khác", "group in another way")),
      key(
        "[", ["tháng trước"], ["previous month"], Localized("tính đến cuối tháng trước", "as of the previous month end")
      ),
      key("]", ["tháng sau"], ["next month"], Localized("tính đến cuối tháng sau", "as of the next month end")),
      key("t", ["hôm nay"], ["today"], Localized("tính đến hôm nay", "as of today")),
      Word(
        vietnamese: ["ngày"], english: ["date"], argument: Localized(both: "30/06/2023"),
        help: Localized("tính đến ngày này", "as of this day"),
        meaning: .taking { (Day(slashed: $0) ?? Day(iso: $0)).map(LinearCommand.day) }),
      Word(
        vietnamese: ["trái"], english: ["left"],
        help: Localized(
          "trong lịch: tháng trước; trong ma trận: cột bên trái",
          "in the calendar: the month before; in the matrix: the column to the left"),
        meaning: .plain(.key(.left))),
      Word(
        vietnamese: ["phải"], english: ["right"],
        help: Localized(
          "trong lịch: tháng sau; trong ma trận: cột bên phải",
          "in the calendar: the month after; in the matrix: the column to the right"),
        meaning: .plain(.key(.right))),
      key("!", ["vấn đề", "vấn đề dữ liệu"], ["findings"], Localized("vấn đề dữ liệu", "data findings")),
      key(
        "b", ["nộp báo cáo"], ["reporting"],
        Localized("báo cáo đúng hạn, muộn, thiếu theo tháng", "reports in time, late, missing by month")),
      key(
        "L", ["ngôn ngữ", "tiếng anh"], ["language", "vietnamese"], Localized("đổi ngôn ngữ", "the other language")),
      Word(
        vietnamese: ["xuất"], english: ["export"], argument: Localized("phiên họp html", "session html"),
        help: Localized(
          "ghi ra tệp trang này (\(formats)) hoặc văn bản về trang (phiên họp, đơn vị…: \(paperFormats)); không có gì: liệt kê",
          "write this page (\(formats)) or a paper about it (session, agency…: \(paperFormats)); with nothing: list them"
        ),
        meaning: .taking(export)),
      Word(
        vietnamese: ["xem lại"], english: ["again"], help: Localized("đọc lại trang này", "print this page again"),
        meaning: .plain(.again)),
      Word(
        vietnamese: ["trợ giúp"], english: ["help"], help: Localized("các lệnh", "these words"), meaning: .plain(.help)),
      Word(
        vietnamese: ["thoát"], english: ["quit", "exit"], help: Localized("kết thúc", "leave"), meaning: .plain(.quit)),
    ]

  private static var formats: String { Takeaway.Format.allCases.map(\.rawValue).joined(separator: ", ") }

  private static var paperFormats: String { PaperFormat.allCases.map(\.rawValue).joined(separator: ", ") }

  /// `excel`; `session html`; `session`, as text.
  private static func export(_ rest: String) -> LinearCommand? {
    var words = rest.folded.split(separator: " ").map(String.init)
    guard let last = words.last else { return .exports }
    if words.count == 1, let format = Takeaway.Format(rawValue: last) { return .export(format) }
    let format = PaperFormat(rawValue: last)
    if format != nil { words.removeLast() }
    let name = words.joined(separator: " ")
    return paperNames.contains(name) ? .paper(name, format ?? .text) : nil
  }

  /// What papers are called, in both languages, folded.
  private static let paperNames: [String] = {
    let one: [PaperSubject] = [.session, .agency(""), .reminder(""), .pillar(""), .changes(.first)]
    return one.flatMap { $0.name.both.map(\.folded) }
  }()

  private static func record(
    _ vietnamese: [String], _ english: [String], _ argument: Localized, _ help: Localized,
    _ read: @escaping @Sendable (_ text: String) -> LinearRecord?
  ) -> Word {
    Word(
      vietnamese: vietnamese, english: english, argument: argument, help: help,
      meaning: .taking { rest in
        let words = rest.split(separator: " ", maxSplits: 1)
        if words.count == 2, let number = Int(words[0]), number >= 0 {
          return read(String(words[1])).map { .record(number, $0) }
        }
        return read(rest).map { .record(nil, $0) }
      })
  }

  private static func key(
    _ letter: Unicode.Scalar, _ vietnamese: [String], _ english: [String], _ help: Localized
  ) -> Word {
    Word(vietnamese: vietnamese, english: english, help: help, meaning: .plain(.key(.character(letter))))
  }

  /// The words, one a line.
  static func help(_ language: Language) -> [String] {
    let lines = table.map { word in
      let name = (language == .vietnamese ? word.vietnamese : word.english).first ?? ""
      return "\([name, word.argument[language]].filter { !$0.isEmpty }.joined(separator: " ")): \(word.help[language])"
    }
    let enter = Localized("Enter: phần tiếp theo của trang", "Enter: the next part of the page")
    return [Localized("== Các lệnh ==", "== What you can type ==")[language]] + lines + [enter[language]]
  }

  /// Rows and statuses are numbered from 1; 0 has an answer of its own.
  private static func rowNumber(_ text: String) -> Int? { Int(text).flatMap { $0 >= 0 ? $0 : nil } }
}
