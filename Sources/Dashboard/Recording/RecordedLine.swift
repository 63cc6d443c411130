public import PlanCore
public import TextCore

/// What is said when something was written into the journal.
public enum RecordedLine {
  /// `đã lưu task/T07/ha-noi: hoàn thành`, and what was said there before.
  public static func text(_ recording: Recording, _ before: Store) -> Localized {
    let saved =
      Localized("đã lưu ", "saved ") + Localized(both: recording.work.text + ": ") + recording.words
      + before.aside(about: recording)
    guard let subject = before.plan.subject(recording.work),
      let last = before.journal.words(about: subject).last(where: { !$0.isTakenBack && $0.content != .undo })
    else { return saved }
    return saved + Localized("; trước đó: ", "; before that: ") + last.words
  }
}

extension Store {
  /// How many agencies a status counts for, and whether it counts at all; nothing where that goes without saying.
  func aside(about recording: Recording) -> Localized {
    guard recording.status != nil else { return Localized(both: "") }
    let reach =
      reach(of: recording.work, on: recording.effective ?? .last).words
      .map { Localized(both: "; ") + $0 } ?? Localized(both: "")
    guard plan.isPending(recording.work) else { return reach }
    return Localized("; chờ phụ lục, chưa tính", "; awaits the annex, does not count yet") + reach
  }
}

extension Update {
  /// `30/09/2023 lan: hoàn thành`.
  var words: Localized {
    let what: Localized =
      switch content {
      case .status(let status): status.name
      case .note(let text): Localized("ghi chú: ", "note: ") + Localized(both: text)
      case .undo: Localized("rút lại cập nhật trước", "took the one before back")
      }
    return Localized(both: day.slashed + " ") + authorName + Localized(both: ": ") + what
  }
}
