import PlanCore
import TerminalKit
import TextCore

/// What a paper is about, by ids: between the menu and the file the store may have been read again.
enum PaperSubject: Hashable {
  case session
  case agency(String)
  case reminder(String)
  case pillar(String)
  /// Since that day.
  case changes(Day)

  /// For a menu.
  var name: Localized {
    switch self {
    case .session: Localized("phiên họp", "session")
    case .agency: Localized("đơn vị", "agency")
    case .reminder: Localized("công văn", "reminder")
    case .pillar: Localized("trụ cột", "pillar")
    case .changes: Localized("thay đổi", "changes")
    }
  }

  /// `nil` where the plan no longer has it.
  func kind(_ plan: Plan) -> PaperKind? {
    switch self {
    case .session: .session(since: nil)
    case .agency(let id): plan.agencyIndex(id).map(PaperKind.agency)
    case .reminder(let id): plan.agencyIndex(id).map { .reminder(agency: $0) }
    case .pillar(let id): plan.pillarIndex(id).map(PaperKind.pillar)
    case .changes(let day): .changes(from: day)
    }
  }
}

extension PaperFormat {
  var takeaway: Takeaway.Format {
    switch self {
    case .markdown: .markdown
    case .text: .text
    case .html: .html
    case .csv: .csv
    }
  }
}

extension State {
  /// The papers about the page in view and the row under the cursor: the row first.
  var paperSubjects: [PaperSubject] {
    guard let context else { return [] }
    var subjects: [PaperSubject] = []
    switch page.page {
    case .overview: subjects.append(.session)
    case .comparison: subjects.append(.changes(page.otherDay ?? context.derived.usualOtherDay))
    default: break
    }
    for target in [row?.target(), page.page].compactMap(\.self) {
      for subject in target.paperSubjects(context.assessment, context.plan) where !subjects.contains(subject) {
        subjects.append(subject)
      }
    }
    return subjects
  }

  /// Asks for what stands at a paper's foot.
  mutating func askForPaper(_ choice: ExportMenu.Choice) -> [Effect] {
    guard case .paper(let subject, let format) = choice else { return [] }
    awaitedPaper = (subject, format)
    return [.fingerprint]
  }

  /// Writes the paper that waited for the fingerprint.
  mutating func exportPaper(_ fingerprint: StoreFingerprint?, _ version: String) -> [Effect] {
    guard let (subject, format) = awaitedPaper, let context else { return [] }
    awaitedPaper = nil
    guard let fingerprint else {
      notice = Notice(
        text: Localized("dữ liệu vừa thay đổi; xin xuất lại", "the data have just changed; please try again"))
      return []
    }
    let (assessment, kind) = subject.made(from: context.assessment)
    let source = PaperSource(
      context.store, assessment, language, version: version, fingerprint: fingerprint, measure: TerminalText.width)
    guard let kind = kind(context.plan), let paper = kind.paper(source) else {
      notice = Notice(text: Localized("không còn gì để lập văn bản", "there is nothing left to write about"))
      return []
    }
    return [
      .export(
        Takeaway(
          name: kind.fileName(context.plan, asOf: assessment.asOf), format: format.takeaway, title: paper.title,
          language: language, content: .text(format.safeText(of: paper))))
    ]
  }
}

extension PaperSubject {
  /// The day that the paper is of, and what it then is: changes are told from the earlier day to the later.
  fileprivate func made(from assessment: Assessment) -> (Assessment, (Plan) -> PaperKind?) {
    guard case .changes(let day) = self, day > assessment.asOf else { return (assessment, kind) }
    return (assessment.on(day), PaperSubject.changes(assessment.asOf).kind)
  }
}

extension Page {
  /// The papers about what a page is of.
  fileprivate func paperSubjects(_ assessment: Assessment, _ plan: Plan) -> [PaperSubject] {
    switch self {
    case .pillar(let id): return [.pillar(id)]
    case .agency(let id), .figure(let id, _), .report(let id, _, _, _), .assignment(_, let id):
      guard let index = plan.agencyIndex(id), plan.agencies[index].kind != .national else { return [] }
      return [.agency(id)] + (ReminderLetter.isDue(to: index, assessment) ? [.reminder(id)] : [])
    default: return []
    }
  }
}
