import ArgumentParser
import Dashboard
import Glibc
import PlanCore
import TerminalKit
import TextCore

/// `thuky report`: papers to hand out.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a paper: the session's briefing, an agency's page, letters of reminder, a pillar, what changed.",
    discussion: """
      At the foot stands the SHA-256 of the store, by which «thuky verify» tells later whether the paper still holds. A \
      file is never overwritten, and nothing is written into the store.
      """,
    subcommands: [
      SessionReport.self, AgencyReport.self, ReminderReport.self, PillarReport.self, ChangesReport.self,
    ])
}

/// What all papers take.
struct PaperOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The form of the paper.", valueName: "format")) var format = PaperFormat.markdown
  @Option(
    help: ArgumentHelp(
      "A file that is not there yet, or a folder to put the paper into (else standard output).", valueName: "path"))
  var out: String?

  @OptionGroup var place: StoreOptions
  @Flag(help: "Of the made-up year of «thuky demo» instead of a store.") var demo = false
  @OptionGroup var language: LanguageOptions
}

/// `thuky report session`.
struct SessionReport: ParsableCommand, SpeaksALanguage {
  static let configuration = CommandConfiguration(
    commandName: "session", abstract: "What a session has to decide and know, on at most a hundred lines.")

  @Option(
    help: ArgumentHelp(
      "The day of the last session, since which changes are told (else the month end before).", valueName: "date"))
  var since: DateChoice?

  @OptionGroup var date: DateOptions
  @OptionGroup var paper: PaperOptions

  var language: LanguageOptions { paper.language }

  func run() throws {
    let run = try ReportRun(paper, asOf: date.asOf)
    try run.write(.session(since: since?.day(run.store.plan.settings, today: Clock.today)))
  }
}

/// `thuky report agency`.
struct AgencyReport: ParsableCommand, SpeaksALanguage {
  static let configuration = CommandConfiguration(
    commandName: "agency", abstract: "One agency's work and indicators, on a page.")

  @Argument(help: ArgumentHelp("The agency, as in agencies.csv.", valueName: "id")) var id: String
  @OptionGroup var date: DateOptions
  @OptionGroup var paper: PaperOptions

  var language: LanguageOptions { paper.language }

  func run() throws {
    let run = try ReportRun(paper, asOf: date.asOf)
    try run.write(.agency(run.agency(id)))
  }
}

/// `thuky report reminder`.
struct ReminderReport: ParsableCommand, SpeaksALanguage {
  static let configuration = CommandConfiguration(
    commandName: "reminder",
    abstract: """
      A letter to an agency with something overdue or missing, or with --all to each of them into the folder of --out.
      """)

  @Argument(help: ArgumentHelp("The agency, as in agencies.csv.", valueName: "id")) var id: String?
  @Flag(help: "A letter to every agency with something overdue or missing, each in a file of its own.") var all = false
  @OptionGroup var date: DateOptions
  @OptionGroup var paper: PaperOptions

  var language: LanguageOptions { paper.language }

  func run() throws {
    guard all == (id == nil) else { throw UsageError.reminderOfWhom }
    guard !all || paper.out != nil else { throw UsageError.allWithoutFolder }
    let run = try ReportRun(paper, asOf: date.asOf)
    if let id { return try run.write(.reminder(agency: run.agency(id))) }
    try run.writeAllReminders(into: paper.out ?? "")
  }
}

/// `thuky report pillar`.
struct PillarReport: ParsableCommand, SpeaksALanguage {
  static let configuration = CommandConfiguration(
    commandName: "pillar", abstract: "One pillar: its indicators, what they still need, its tasks.")

  @Argument(help: ArgumentHelp("The pillar, as in pillars.csv.", valueName: "id")) var id: String
  @OptionGroup var date: DateOptions
  @OptionGroup var paper: PaperOptions

  var language: LanguageOptions { paper.language }

  func run() throws {
    let run = try ReportRun(paper, asOf: date.asOf)
    try run.write(.pillar(run.pillar(id)))
  }
}

/// `thuky report changes`.
struct ChangesReport: ParsableCommand, SpeaksALanguage {
  static let configuration = CommandConfiguration(
    commandName: "changes", abstract: "Everything that moved between two days.")

  @Option(help: ArgumentHelp("The earlier day.", valueName: "date")) var from: DateChoice
  @Option(help: ArgumentHelp("The later day (else today, at most the plan's last).", valueName: "date")) var to:
    DateChoice?
  @OptionGroup var paper: PaperOptions

  var language: LanguageOptions { paper.language }

  func run() throws {
    let run = try ReportRun(paper, asOf: to)
    let from = from.day(run.store.plan.settings, today: Clock.today)
    guard from < run.asOf else { throw UsageError.daysOutOfOrder(from: from, to: run.asOf) }
    try run.write(.changes(from: from))
  }
}
