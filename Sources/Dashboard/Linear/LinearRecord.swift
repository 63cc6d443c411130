import PlanCore
import TerminalKit
import TextCore

/// What is said at the prompt about a piece of work: `hoàn thành; căn cứ CV 12; ngày 30/6`.
struct LinearRecord: Hashable, Sendable {
  var status: WorkStatus?
  var note = ""
  var evidence = ""
  /// As typed.
  var effective = ""
  var takesBack = false

  init(takesBack: Bool) { self.takesBack = takesBack }

  /// - Parameter other: is given what begins with none of the words.
  private init(more parts: some Sequence<Substring>, other: inout [String]) {
    takesBack = false
    for part in parts {
      let text = String(part).squeezed
      let found = Self.parts.lazy.compactMap { names, path in Self.rest(of: text, after: names).map { (path, $0) } }
      if let (path, rest) = found.first {
        self[keyPath: path] = rest
      } else if !text.isEmpty {
        other.append(text)
      }
    }
  }

  /// `nil` where no status is meant.
  static func status(_ text: String) -> LinearRecord? {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false)
    let name = (parts.first.map(String.init) ?? "").squeezed.folded
    let status = WorkStatus.allCases.first { status in
      status.rawValue == name || status.name.both.contains { $0.folded == name }
    }
    var other: [String] = []
    var record = LinearRecord(more: parts.dropFirst(), other: &other)
    guard let status, other.isEmpty else { return nil }
    record.status = status
    return record
  }

  /// `nil` where there is no note.
  static func note(_ text: String) -> LinearRecord? {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false)
    let note = (parts.first.map(String.init) ?? "").squeezed
    guard !note.isEmpty else { return nil }
    var other: [String] = []
    var record = LinearRecord(more: parts.dropFirst(), other: &other)
    record.note = ([note] + other).joined(separator: "; ")
    return record
  }

  private static var parts: [(names: [String], path: WritableKeyPath<LinearRecord, String>)] {
    [
      (["can cu", "evidence"], \.evidence), (["ghi chu", "note"], \.note),
      (["ngay", "date", "effective"], \.effective),
    ]
  }

  /// What follows one of some names, which count without accents.
  private static func rest(of text: String, after names: [String]) -> String? {
    for name in names {
      let count = name.split(separator: " ").count
      let words = text.split(separator: " ")
      guard words.count > count, words.prefix(count).joined(separator: " ").folded == name else { continue }
      return words.dropFirst(count).joined(separator: " ")
    }
    return nil
  }
}

extension State {
  /// Does what a form would do, at once.
  mutating func record(
    _ words: LinearRecord, row number: Int?, _ perform: (inout State, [Effect]) -> Void
  ) -> LinearReply {
    if let number {
      guard document.rows.indices.contains(number - 1) else {
        return .lines([Localized("trang này không có dòng số \(number)", "this page has no row \(number)")[language]])
      }
      select(number - 1)
      guard row?.target()?.work != nil else { return .lines([refusal(ofRecording: words)]) }
    } else if page.page.work == nil {
      return .lines([refusal(ofRecording: words)])
    } else {
      select(-1)
    }
    if let why = access.refusal { return .lines([why[language]]) }
    let kind: RecordForm.Kind = words.takesBack ? .takeBack : words.status == nil ? .note : .status
    let last = drafts.last
    drafts = []
    openForm(kind)
    guard case .recording(var form) = mode else { return .lines(notice.map { [$0.text[language]] } ?? []) }
    if let status = words.status { form.answers.status = status }
    form.answers.note = LineField(words.note, limit: Recording.longestNote)
    form.answers.evidence = LineField(words.evidence, limit: Recording.longestEvidence)
    if !words.effective.isEmpty { form.answers.effective = LineField(words.effective) }
    if last?.work == form.work { form.askedFor = last?.askedFor }
    let effects = fillIn(.enter, form)
    var message: Localized?
    if case .recording(let form) = mode {
      message = form.message
      if form.message == nil, form.isAsking, let reach = reach(of: form)?.words {
        // The same command once more is the answer.
        drafts = [form]
        message = reach + Localized("; lặp lại lệnh để ghi", "; give the command again to save it")
      }
    }
    mode = .browsing
    if effects.isEmpty { return .lines([(message ?? .init(both: ""))[language]]) }
    perform(&self, effects)
    return .lines(notice.map { [$0.text[language]] } ?? [])
  }

  private func refusal(ofRecording words: LinearRecord) -> String {
    let letter: Unicode.Scalar = words.takesBack ? "U" : words.status == nil ? "n" : "u"
    return refusal(of: .character(letter))
  }
}
