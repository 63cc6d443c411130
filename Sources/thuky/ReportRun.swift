import Dashboard
import Glibc
import PlanCore
import TerminalKit
import TextCore

/// A store that papers are made from, and where they go.
struct ReportRun {
  let store: Store
  let asOf: Day
  private let options: PaperOptions
  private let language: Language
  private let source: PaperSource

  /// - Throws: `UsageError`, `LocatedStoreError`.
  init(_ options: PaperOptions, asOf: DateChoice?) throws {
    self.options = options
    guard !options.demo || options.place.store == nil else { throw UsageError.demoWithStore }
    let choices = Choices(
      store: options.place.store, asOf: asOf, language: options.language.lang, isDemo: options.demo)
    let language = try choices.chosenLanguage()
    self.language = language
    let location = try choices.location()
    let opened = try LoadingLine.during(language) { progress throws(LocatedStoreError) in
      try choices.openWithFingerprint(at: location, progress: progress)
    }
    store = opened.store
    self.asOf = choices.asOfDay(in: store.plan)
    let assessment = Assessment(of: store.plan, reports: store.reports, journal: store.journal, asOf: self.asOf)
    source = PaperSource(
      store, assessment, language, version: Version.current, fingerprint: opened.fingerprint,
      measure: TerminalText.width)
  }

  func agency(_ name: String) throws(UsageError) -> Int {
    try find(.agency, name, example: store.plan.agencies.last?.id)
  }

  func pillar(_ name: String) throws(UsageError) -> Int {
    try find(.pillar, name, example: store.plan.pillars.last?.id)
  }

  private func find(_ kind: PlanNames.Kind, _ name: String, example: String?) throws(UsageError) -> Int {
    do throws(UnclearName) {
      return try store.names.one(kind, name)
    } catch {
      throw .unclearName(error, example: example ?? "")
    }
  }

  // MARK: One paper

  /// Prints it, or writes it where `--out` says. Where there is nothing to write about it says so and does nothing.
  func write(_ kind: PaperKind) throws {
    if let warning = source.warning { Output.error("thuky: " + warning[language]) }
    guard let text = text(kind) else {
      return Output.error(
        Localized(
          "không có việc quá hạn, không thiếu thông tin, số liệu: không lập công văn",
          "nothing is overdue and nothing missing: no letter is written")[language])
    }
    guard let out = options.out else { return try Output.text(text) }
    let path = try isFolder(out) ? put(text, kind, into: out) : putAt(out, text)
    try Output.line(Localized.exported(path)[language])
  }

  private func text(_ kind: PaperKind) -> String? { kind.paper(source).map { options.format.safeText(of: $0) } }

  private func isFolder(_ path: String) -> Bool {
    var status = stat()
    return path.hasSuffix("/") || stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private func put(_ text: String, _ kind: PaperKind, into folder: String) throws -> String {
    try refuseStore(folder)
    do {
      return try NewFile.write(
        Array(text.utf8), named: kind.fileName(store.plan, asOf: asOf), options.format.fileExtension, in: folder)
    } catch {
      throw LocatedStoreError(error: error, location: folder, isWriting: true)
    }
  }

  private func putAt(_ path: String, _ text: String) throws -> String {
    try refuseStore(PathText.parts(path).folder)
    do {
      try NewFile.write(Array(text.utf8), at: path)
      return path
    } catch {
      throw LocatedStoreError(error: error, location: path, isWriting: true)
    }
  }

  private func refuseStore(_ folder: String) throws(UsageError) {
    if ExportFolder(path: folder, store: store.location).isInStore { throw .intoStore(folder) }
  }

  // MARK: All letters

  /// Writes a letter to every agency that owes something into a folder, which is made where it is not there. A letter that
  /// is there already, word for word, stays; where one says something else nothing is written at all.
  ///
  /// - Throws: `UsageError.otherLetter`.
  func writeAllReminders(into folder: String) throws {
    try refuseStore(parent(of: folder))
    if let warning = source.warning { Output.error("thuky: " + warning[language]) }
    let letters = letters(into: folder)
    let new = try letters.filter { try !isThere($0) }
    if mkdir(folder, 0o777) != 0, errno != EEXIST {
      throw LocatedStoreError(error: .system(path: folder, errno: errno), location: folder, isWriting: true)
    }
    for letter in new { try Output.line(try putAt(letter.path, letter.text)) }
    try Output.line(written(new.count, unchanged: letters.count - new.count, into: folder)[language])
  }

  private typealias Letter = (path: String, text: String)

  private func letters(into folder: String) -> [Letter] {
    ReminderLetter.agencies(source.assessment).compactMap { agency in
      let kind = PaperKind.reminder(agency: agency)
      let name = kind.fileName(store.plan, asOf: asOf) + "." + options.format.fileExtension
      return text(kind).map { ("\(folder)\(folder.hasSuffix("/") ? "" : "/")\(name)", $0) }
    }
  }

  /// Whether just this letter is in its place; `false` where nothing is.
  private func isThere(_ letter: Letter) throws(UsageError) -> Bool {
    let bytes = Array(letter.text.utf8)
    switch UserFile.read(letter.path, limit: bytes.count) {
    case nil: return false
    case .success(bytes): return true
    default: throw .otherLetter(letter.path)
    }
  }

  private func written(_ count: Int, unchanged: Int, into folder: String) -> Localized {
    let others = store.plan.agencies.count { $0.kind != .national } - count - unchanged
    let same = Localized(
      unchanged == 0 ? "" : " (\(unchanged) công văn đã có, không đổi)",
      unchanged == 0 ? "" : " (\(unchanged) there already, unchanged)")
    return Localized(
      "đã ghi \(count) công văn vào \(folder)", "wrote \(count) \(count == 1 ? "letter" : "letters") into \(folder)")
      + same
      + Localized(
        "; \(others) đơn vị không có gì phải đôn đốc",
        "; \(others) \(others == 1 ? "agency owes" : "agencies owe") nothing")
  }

  private func parent(of folder: String) -> String {
    var status = stat()
    if stat(folder, &status) == 0 { return folder }
    return PathText.parts(folder).folder
  }
}

extension Choices {
  /// Reads the store that is meant, and what tells it from others. A store that is written meanwhile is read again.
  ///
  /// - Throws: `LocatedStoreError`; «try again» where it does not come to rest.
  func openWithFingerprint(
    at location: StoreLocation, progress: LoadingProgress?
  ) throws(LocatedStoreError) -> (store: Store, fingerprint: StoreFingerprint) {
    var store = try openStore(at: location, progress: progress)
    for _ in 0..<5 {
      if let fingerprint = store.fingerprint() { return (store, fingerprint) }
      usleep(200_000)
      store = try openStore(at: location)
    }
    throw LocatedStoreError(error: .system(path: location.path, errno: EAGAIN), location: location.path)
  }
}
