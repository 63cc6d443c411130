import ArgumentParser
import Glibc
import PlanCore
import TextCore

/// `thuky import`: what an agency sent, read into a new report file.
struct ImportCommand: ParsableCommand, SpeaksALanguage {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read a table that an agency sent into a new file under reports/.",
    discussion: """
      The table is CSV with , ; or tabs between cells, in UTF-8 or UTF-16, with a row for each figure or with indicators \
      side by side. What was understood and the first rows are printed, what is wrong goes to standard error. Where a \
      row has an error nothing is written, unless --skip-faulty is given; no file that is there is ever changed, and what \
      the store has already is not written again.

      A column whose heading is not known: thuky import bao-cao.csv --map "value=Kết quả năm,agency=2"
      """)

  @Argument(help: ArgumentHelp("The table; - reads standard input.", valueName: "file")) var file: String
  @Option(help: ArgumentHelp("Whose figures they are, where no column says so: an id or a name.", valueName: "id"))
  var agency: String?
  @Option(
    help: ArgumentHelp(
      "The period, where no column says so: 2023-06, 30/06/2023, «Quý II/2023».", valueName: "period"))
  var period: String?
  @Option(
    help: ArgumentHelp(
      "Which column is which, by heading or number: value=Kết quả,agency=2.", valueName: "field=column"))
  var map: [String] = []
  @Option(help: ArgumentHelp("The decimal sign, where the cells do not tell.", valueName: "comma|point"))
  var decimal: DecimalSign?
  @Flag(help: "Leave rows with an error out and write the others.") var skipFaulty = false
  @Flag(help: "Write nothing.") var dryRun = false
  @OptionGroup var place: StoreOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup(visibility: .hidden) var writing: WritingOptions

  func run() throws {
    if writing.isReadOnly, !dryRun, let why = WriteAccess.readOnly.refusal { throw RecordingFault.refused(why) }
    let choices = Choices(store: place.store, language: language.lang)
    let language = try choices.chosenLanguage()
    let location = try choices.location()
    let target = try target(location)
    let bytes = try ImportInput.read(file)
    let store = try LoadingLine.during(language) { progress throws(LocatedStoreError) in
      try choices.openStore(at: location, progress: progress)
    }
    let name = ImportInput.name(file)
    let found = try read(bytes, name, store, target)
    let isWritten = found.repeated == nil && (found.findings.errorCount == 0 || skipFaulty)
    for line in ImportText.lines(found, name: name, isWritten: isWritten, language) { try Output.line(line) }
    for finding in found.findings.kept { Output.error(finding.text(in: language)) }
    if found.findings.omitted > 0 { Output.error(ImportText.omitted(found.findings.omitted)[language]) }
    if found.findings.errorCount > 0, !skipFaulty { throw ImportFailure.faulty(found.faultyCount) }
    guard found.rowCount > 0 else { throw ImportFailure.nothing }
    if let repeated = found.repeated { throw ImportFailure.repeated(repeated) }
    guard let target, !dryRun else { return try Output.line(ImportText.dryRun[language]) }
    let path: String
    do throws(StoreError) {
      path = try target.write(found.bytes, agency: found.agency, source: name)
    } catch .system(_, EEXIST) {
      throw ImportFailure.tooManyToday
    } catch {
      throw LocatedStoreError(error: error, location: location.path, isWriting: true)
    }
    try Output.line(ImportText.written(found.rowCount, location.path + "/" + path)[language])
  }

  /// Where the new file will be; `nil` where there is no folder, and nothing is to be written either.
  private func target(_ location: StoreLocation) throws -> NewReportFile? {
    guard case .folder(let path) = location else {
      guard dryRun else { throw ImportFailure.noFolder }
      return nil
    }
    do {
      return try NewReportFile(in: path, received: Clock.today)
    } catch {
      // That there is no store is said by whoever reads it.
      if error == .missing { return nil }
      throw LocatedStoreError(error: error, location: path, isWriting: true)
    }
  }

  private func read(
    _ bytes: [UInt8], _ name: String, _ store: Store, _ target: NewReportFile?
  ) throws(ImportFailure) -> Import {
    let options = ImportOptions(
      agency: agency, period: period, map: map, decimal: decimal, received: Clock.today)
    let path = target?.pathPrefix ?? NewReportFile.pathInNoFolder(received: Clock.today)
    do {
      return try Import.read(bytes, named: name, into: store, at: path, options)
    } catch {
      throw .refused(error, name)
    }
  }
}
