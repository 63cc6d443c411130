import PlanCore
import TerminalKit
import TextCore

/// *Phiếu cập nhật*: what somebody is about to say of a piece of work, until it is saved.
struct RecordForm: Hashable {
  enum Kind: Hashable {
    case status, note, takeBack
  }

  enum Field: Hashable {
    case status, effective, evidence, note
  }

  /// What is filled in.
  struct Answers: Hashable {
    var status: WorkStatus
    var effective: LineField
    var evidence = LineField(limit: Recording.longestEvidence)
    var note = LineField(limit: Recording.longestNote)
  }

  let kind: Kind
  let work: WorkID
  /// As it was opened, and as it is now.
  let opened: Answers
  var answers: Answers
  /// The number of the field that keys go to.
  var focus = 0
  /// Everything that had been said when the form was opened, or shown to its reader later.
  var known: [Update]
  /// What was said meanwhile.
  var news: [Update] = []
  /// Why it is not saved.
  var message: Localized?
  /// What was filled in when it was asked whether so many agencies are meant; another answer asks again.
  var askedFor: Answers?
  /// Whether it is being written: nothing can be changed.
  var isSaving = false

  init(_ kind: Kind, _ work: WorkID, status: WorkStatus, effective: Day, known: [Update]) {
    (self.kind, self.work, self.known) = (kind, work, known)
    opened = Answers(status: status, effective: LineField(effective.slashed))
    answers = opened
  }

  var fields: [Field] {
    switch kind {
    case .status: [.status, .effective, .evidence, .note]
    case .note: [.note, .effective, .evidence]
    case .takeBack: []
    }
  }

  var field: Field? { fields.indices.contains(focus) ? fields[focus] : nil }

  /// Whether the next Enter answers that question.
  var isAsking: Bool { askedFor == answers && !isSaving }

  /// Whether anything was filled in.
  var isTouched: Bool { answers != opened }

  mutating func move(by step: Int) {
    if !fields.isEmpty { focus = (focus + step + fields.count) % fields.count }
  }

  /// Chooses among the statuses.
  mutating func choose(by step: Int) {
    let all = WorkStatus.allCases
    let now = all.firstIndex(of: answers.status) ?? 0
    answers.status = all[(now + step + all.count) % all.count]
  }

  /// Takes a key into the field that has the focus.
  mutating func edit(_ key: Key) {
    switch field {
    case .status:
      if case .character(let digit) = key, let number = Int(String(digit)),
        WorkStatus.allCases.indices.contains(number - 1)
      {
        answers.status = WorkStatus.allCases[number - 1]
      }
    case .effective: _ = answers.effective.edit(key)
    case .evidence: _ = answers.evidence.edit(key)
    case .note: _ = answers.note.edit(key)
    case nil: break
    }
  }
}
