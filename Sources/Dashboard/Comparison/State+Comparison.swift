import PlanCore
import TerminalKit
import TextCore

extension State {
  /// The first time shows what changed since the month end before; there it asks for another day.
  mutating func compare() {
    if page.page == .comparison {
      mode = .typingDay(LineField())
    } else {
      push(.comparison)
    }
  }

  /// Takes a key while a day is typed: Enter compares with it, Esc leaves everything as it was.
  mutating func typeDay(_ key: Key, _ field: LineField) -> [Effect] {
    var field = field
    switch key {
    case .enter: compare(withTyped: field)
    case .escape: mode = .browsing
    case .backspace where field.text.isEmpty: mode = .browsing
    case .control("c"): return [.quit]
    case .control("z"): return [.suspend]
    default: if field.edit(key) { mode = .typingDay(field) }
    }
    return []
  }

  private mutating func compare(withTyped field: LineField) {
    if let why = compare(withDay: field.text) {
      notice = Notice(text: why)
    } else {
      mode = .browsing
    }
  }

  /// Compares with a day as typed, with the month end before where nothing is; says why not.
  mutating func compare(withDay text: String) -> Localized? {
    guard !text.isEmpty else {
      arrange { $0.otherDay = nil }
      return nil
    }
    switch otherDay(text) {
    case .failure(let why): return why.text
    case .success(let day):
      page.top = 0
      arrange { $0.otherDay = day }
      return nil
    }
  }

  private struct Refusal: Error {
    var text: Localized
  }

  private func otherDay(_ text: String) -> Result<Day, Refusal> {
    guard let asOf = context?.assessment.asOf,
      let day = TypedDay.day(text, in: asOf.year, takesMonth: true)
    else {
      return .failure(
        Refusal(
          text: Localized(
            "chưa hiểu ngày này; viết 30/06/2023, 30/6, 6/2023 hoặc 6",
            "no such day; write 30/06/2023, 30/6, 6/2023 or 6")))
    }
    if day > today { return .failure(Refusal(text: Localized("chưa đến ngày này", "that day is still to come"))) }
    if day == asOf {
      return .failure(Refusal(text: Localized("trùng với ngày đang xem", "that is the day that is shown")))
    }
    return .success(day)
  }

  /// In the place of the hints.
  func drawDayField(_ field: LineField, _ room: Int, _ canvas: inout Canvas) {
    let y = size.height - 1
    let label = Localized("So với ngày: ", "Compare with: ")[language] + field.text
    let used = canvas.put(TerminalText.cut(label, to: room - 1, ellipsis: glyphs.ellipsis), x: 1, y: y, role: .notice)
    canvas.put("_", x: 1 + used, y: y, role: .notice)
    let hint: String
    if let notice {
      hint = notice.text[language]
    } else if case .success(let day) = otherDay(field.text) {
      hint = "= \(day.slashed)" + Localized("; Enter so sánh", "; Enter compares")[language]
    } else {
      hint =
        Localized("30/06/2023, 30/6, 6/2023 hoặc 6; Esc thôi", "30/06/2023, 30/6, 6/2023 or 6; Esc leaves")[language]
    }
    let left = used + 4
    canvas.put(
      TerminalText.cut(hint, to: max(0, room - left), ellipsis: glyphs.ellipsis), x: left, y: y,
      role: notice == nil ? .hint : .notice)
  }
}
