public import ArgumentParser
import Dashboard
public import PlanCore
import TextCore

/// `thuky record`: a row of the journal, for scripts and for who knows what to say.
struct RecordCommand: ParsableCommand, SpeaksALanguage {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Write a status or a note about a task or an action into updates.csv.",
    discussion: """
      It ends with 0 only when the row is on the disk. The author is the user who runs it. A status and a note together \
      are two rows in one write.
      """)

  @Argument(
    help: ArgumentHelp("task/T07, task/T07/ha-noi (one agency's share) or action/A06-01.", valueName: "subject"))
  var subject: String
  @Option(
    help: ArgumentHelp("not-started, in-progress, done, blocked or cancelled.", valueName: "status"))
  var status: WorkStatus?
  @Option(help: ArgumentHelp("A text of one line.", valueName: "text")) var note: String?
  @Option(
    help: ArgumentHelp("The day from which it counts: 2023-06-30 or 30/06/2023 (else today).", valueName: "date"))
  var effective: DayChoice?
  @Option(help: ArgumentHelp("The paper that shows it: a document's number.", valueName: "text")) var evidence: String?
  @Flag(help: "Take back your last status or note on the subject.") var undo = false

  @OptionGroup var place: StoreOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup(visibility: .hidden) var writing: WritingOptions

  func run() throws {
    let choices = Choices(store: place.store, language: language.lang, isReadOnly: writing.isReadOnly)
    let language = try choices.chosenLanguage()
    try checkWords()
    let location = try choices.location()
    let store: Store
    do throws(StoreError) {
      store = try Store.openDefinitions(at: location)
    } catch {
      throw LocatedStoreError(error: error, location: location.path)
    }
    if let why = choices.access(to: location).refusal {
      throw RecordingFault.refused(why)
    }
    let recording = try recording(in: store)
    try store.record(recording, by: Writer.author, at: Clock.seconds)
    // It is saved, whoever may read that.
    try? Output.line(RecordedLine.text(recording, store)[language])
    let day = recording.effective ?? Clock.today
    if !undo, let reservation = store.plan.settings.reservation(about: day) {
      let (start, end) = (store.plan.settings.start.slashed, store.plan.settings.end.slashed)
      let text =
        Localized("ngày hiệu lực \(day.slashed) ", "the day \(day.slashed) is ") + reservation
        + Localized(both: " (\(start) - \(end))") + .elsewhen
      Output.error("thuky: " + text[language])
    }
  }

  private func checkWords() throws(UsageError) {
    if undo {
      guard status == nil, note == nil, effective == nil, evidence == nil else {
        throw .recording(
          Localized("--undo không đi cùng tùy chọn khác", "--undo goes with none of the other options"))
      }
    } else if status == nil, note == nil {
      throw .recording(Localized("cần --status, --note hoặc --undo", "--status, --note or --undo is needed"))
    }
  }

  private func recording(in store: Store) throws(RecordingFault) -> Recording {
    var recording = Recording(try store.work(named: subject))
    recording.takesBack = undo
    recording.status = status
    recording.note = note ?? ""
    recording.evidence = evidence ?? ""
    recording.effective = effective?.day
    return try recording.checked(store.plan.settings, today: Clock.today)
  }
}

extension Localized {
  fileprivate static let elsewhen = Localized(
    "; màn hình trong thời gian kế hoạch chưa tính cập nhật này; dùng --effective để ghi ngày khác",
    "; screens of the plan's period do not count it; --effective names another day")
}

extension WorkStatus: ExpressibleByArgument {}

/// A day as the command line names it.
struct DayChoice: ExpressibleByArgument {
  let day: Day

  init?(argument: String) {
    guard let day = Day(iso: argument) ?? Day(slashed: argument) else { return nil }
    self.day = day
  }
}
