import PlanCore
import TerminalKit
import TextCore

extension Page {
  /// The work that the page is about, or that of a row that leads to it.
  var work: WorkID? {
    switch self {
    case .task(let id), .explanation(.task(let id)): .task(id)
    case .assignment(let task, let agency), .explanation(.assignment(let task, let agency)):
      .assignment(task: task, agency: agency)
    case .action(let id), .explanation(.action(let id)): .action(id)
    default: nil
    }
  }
}

extension State {
  /// The work under the cursor; where the cursor is out of view, that of the page.
  var work: WorkID? {
    if let row, row.line < page.top + view.scrolledHeight, let work = row.target()?.work { return work }
    return page.page.work
  }

  /// Opens a form about that work. A task with one agency is spoken of as a whole, unless somebody has spoken of its
  /// agency before.
  mutating func openForm(_ kind: RecordForm.Kind) {
    guard let context, var work else { return }
    if case .assignment(let task, _) = work, let index = context.plan.taskIndex(task),
      context.plan.tasks[index].assignees.count == 1, !context.store.journal.speaksOfAssignments(of: index)
    {
      work = .task(task)
    }
    if case .task(let task) = work, let index = context.plan.taskIndex(task),
      context.plan.tasks[index].assignees.count == 1, context.store.journal.speaksOfAssignments(of: index)
    {
      work = .assignment(task: task, agency: context.plan.agencies[context.plan.tasks[index].assignees[0]].id)
    }
    guard let subject = context.plan.subject(work) else { return }
    let journal = context.store.journal
    if kind == .takeBack, journal.lastStanding(of: subject, by: author) == nil {
      notice = Notice(
        text: RecordingFault.nothingToTakeBack.message + Localized(" (\(author))", " (\(author))"))
      return
    }
    let status = context.status(of: subject)
    var form = RecordForm(
      kind, work, status: status, effective: min(today, context.assessment.asOf),
      known: journal.words(about: subject) + said)
    if let draft = drafts.first(where: { $0.kind == kind && $0.work == work }) {
      (form.answers, form.focus) = (draft.answers, draft.focus)
    }
    mode = .recording(form)
  }

  /// Takes a key while a form is open: Tab goes from field to field, Enter saves, Esc leaves and loses nothing.
  mutating func fillIn(_ key: Key, _ form: RecordForm) -> [Effect] {
    switch key {
    case .control("c"): return [.quit]
    case .control("z"): return [.suspend]
    default: if form.isSaving { return [] }
    }
    var form = form
    form.message = nil
    switch key {
    case .enter: return save(form)
    case .escape:
      leave(form)
      return []
    case .tab, .down: form.move(by: 1)
    case .backTab, .up: form.move(by: -1)
    case .left where form.field == .status: form.choose(by: -1)
    case .right where form.field == .status: form.choose(by: 1)
    default: form.edit(key)
    }
    mode = .recording(form)
    return []
  }

  private mutating func leave(_ form: RecordForm) {
    drafts.removeAll { $0.kind == form.kind && $0.work == form.work }
    mode = .browsing
    guard form.isTouched else { return }
    drafts.append(form)
    let key = form.kind == .status ? "u" : "n"
    notice = Notice(
      text: Localized(
        "chưa lưu; phím \(key) mở lại với những gì đã gõ", "not saved; \(key) opens it again with what was typed"))
  }

  private mutating func save(_ form: RecordForm) -> [Effect] {
    var form = form
    do throws(RecordingFault) {
      if let outdated { throw .refused(Localized("chưa lưu: ", "not saved: ") + outdated) }
      let recording = try recording(of: form)
      if let reach = reach(of: form), reach.agencies > 1, !form.isAsking {
        form.askedFor = form.answers
        mode = .recording(form)
        return []
      }
      form.isSaving = true
      mode = .recording(form)
      return [.record(recording)]
    } catch {
      form.message = error.message
      mode = .recording(form)
      return []
    }
  }

  /// Whom the status of a form would count for; `nil` where it says none.
  func reach(of form: RecordForm) -> RecordingReach? {
    guard form.kind == .status else { return nil }
    return context?.store.reach(of: form.work, on: (try? effectiveDay(of: form)) ?? today)
  }

  private func recording(of form: RecordForm) throws(RecordingFault) -> Recording {
    var recording = Recording(form.work)
    recording.known = form.known
    guard let context else { return recording }
    if form.kind == .takeBack {
      recording.takesBack = true
      return recording
    }
    recording.effective = try effectiveDay(of: form)
    recording.evidence = form.answers.evidence.text
    recording.note = form.answers.note.text
    if form.kind == .status { recording.status = form.answers.status }
    recording = try recording.checked(context.plan.settings, today: today)
    if let status = recording.status, recording.note.isEmpty, recording.evidence.isEmpty,
      let subject = context.plan.subject(form.work),
      context.store.journal.statuses(of: subject, upTo: recording.effective ?? today).last?.status == status
    {
      throw .invalid(
        Localized(
          "trạng thái chưa đổi; chọn trạng thái khác, hoặc ghi căn cứ, ghi chú",
          "the status is as it was; choose another one, or give evidence or a note"))
    }
    return recording
  }

  /// `nil` where the field is empty: today.
  func effectiveDay(of form: RecordForm) throws(RecordingFault) -> Day? {
    let text = form.answers.effective.text
    guard text.contains(where: { $0 != " " }) else { return nil }
    let year = context?.assessment.asOf.year ?? today.year
    if let day = TypedDay.day(text, in: year) { return day }
    throw .invalid(
      Localized(
        "ngày hiệu lực không hợp lệ; viết 30/06/2023 hoặc 30/6", "the day is not understood; write 30/06/2023 or 30/6"))
  }

  // MARK: What came of it

  mutating func wasSaved(_ recording: Recording) {
    if case .recording(let form) = mode, form.work == recording.work {
      drafts.removeAll { $0.kind == form.kind && $0.work == form.work }
      mode = .browsing
    }
    guard let context else { return }
    let day = recording.effective ?? today
    let isOfMany = recording.status != nil && context.store.reach(of: recording.work, on: day).words != nil
    let reservation = recording.takesBack ? nil : context.plan.settings.reservation(about: day)
    // The end of a long line is cut: what nobody would see comes before what he knows.
    var text =
      reservation.map { Localized("đã lưu, hiệu lực ", "saved, it counts ") + $0 + Localized(both: ": ") }
      ?? Localized("đã lưu: ", "saved: ")
    text =
      text + (isOfMany ? Localized(both: recording.work.text) : context.name(of: recording.work))
      + Localized(both: ": ") + recording.words + context.store.aside(about: recording)
    if !recording.takesBack, reservation == nil, day > context.assessment.asOf {
      text =
        text
        + Localized("; từ \(day.slashed), sau ngày đang xem", "; from \(day.slashed), after the day in view")
    }
    notice = Notice(text: text, outlivesReload: true)
  }

  mutating func wasNotSaved(_ fault: RecordingFault) {
    guard case .recording(var form) = mode else {
      notice = Notice(text: context.map { fault.whole($0) } ?? fault.message, isError: true)
      return
    }
    form.isSaving = false
    form.message = fault.message
    if case .saidMeanwhile(let new) = fault {
      form.news = (form.news + new.since(form.news))
      form.known += new
      form.message = Localized(
        "chưa lưu: xem cập nhật mới ở dưới; Enter lần nữa để vẫn lưu, Esc để thôi",
        "not saved: read what is new below; Enter again saves all the same, Esc leaves")
    }
    mode = .recording(form)
  }

  /// Shows in an open form what others have said since it was opened.
  mutating func lookForNews() {
    guard case .recording(var form) = mode, let context, let subject = context.plan.subject(form.work) else { return }
    let new = context.store.journal.words(about: subject).since(form.known)
    form.news += new.since(form.news)
    mode = .recording(form)
  }
}

extension Context {
  /// How a piece of work stands on the day in view; of a task with several agencies what was said of it as a whole.
  func status(of subject: Update.Subject) -> WorkStatus {
    switch subject {
    case .action(let action): return assessment.actions[action].status
    case .assignment(let task, let agency):
      return assessment.tasks[task].assignments.first { $0.agency == agency }?.status ?? .notStarted
    case .task(let task):
      let assignments = assessment.tasks[task].assignments
      if assignments.count == 1 { return assignments[0].status }
      return store.journal.statuses(of: subject, upTo: assessment.asOf).last?.status ?? plan.tasks[task].status
        ?? .notStarted
    }
  }

  /// The same in words; of a task with several agencies how many are in which status.
  func standing(of subject: Update.Subject) -> Localized {
    guard case .task(let task) = subject, assessment.tasks[task].assignments.count > 1 else {
      return status(of: subject).name
    }
    let assignments = assessment.tasks[task].assignments
    let counts = WorkStatus.allCases.compactMap { status -> Localized? in
      let count = assignments.count { $0.status == status }
      return count == 0 ? nil : status.name + Localized(both: " \(count)")
    }
    return counts.dropFirst().reduce(counts.first ?? Localized(both: "")) { $0 + Localized(both: ", ") + $1 }
  }

  /// `T19 · Bộ Y tế`; of a task with several agencies that it is the whole of it.
  func name(of work: WorkID) -> Localized {
    let dot = " \(Character(glyphs.dot)) "
    switch work {
    case .action(let id): return Localized(both: id)
    case .assignment(let task, let agency):
      let name = plan.agencyIndex(agency).map { plan.agencies[$0].shortName } ?? Localized(both: agency)
      return Localized(both: task + dot) + name
    case .task(let id):
      guard let index = plan.taskIndex(id) else { return Localized(both: id) }
      let agencies = plan.tasks[index].assignees
      if agencies.count == 1 { return Localized(both: id + dot) + plan.agencies[agencies[0]].shortName }
      return Localized("cả nhiệm vụ \(id)", "the whole task \(id)")
        + Localized(" (\(agencies.count) đơn vị)", " (\(agencies.count) agencies)")
    }
  }

  /// `30/09/2023 lan: hoàn thành`.
  func line(of update: Update) -> String {
    let evidence = update.evidence.isEmpty ? "" : " \(Character(glyphs.dot)) \(update.evidence)"
    return self[update.words] + evidence
  }
}

extension Recording {
  /// What it says, in few words.
  var words: Localized {
    if takesBack { return Localized("đã rút lại", "taken back") }
    guard let status else { return Localized("ghi chú", "a note") }
    return status.name + (note.isEmpty ? Localized(both: "") : Localized(", có ghi chú", ", with a note"))
  }
}

extension RecordingFault {
  /// With all that others have said, for who has no form to read it in.
  fileprivate func whole(_ context: Context) -> Localized {
    guard case .saidMeanwhile(let new) = self else { return message }
    return Localized("chưa lưu, vừa có cập nhật mới: ", "not saved, something new was said: ")
      + Localized(both: new.map(context.line(of:)).joined(separator: "; "))
      + Localized("; lặp lại lệnh để vẫn lưu", "; give the command again to save all the same")
  }
}
