import ArgumentParser
import Glibc
import PlanCore
import TextCore

/// `thuky verify`: whether a store still is what a paper was made from.
struct VerifyCommand: ParsableCommand, SpeaksALanguage {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Say whether the store still has the SHA-256 at the foot of a paper; exit 1 if it has not.")

  @Argument(
    help: ArgumentHelp(
      "The SHA-256, at least its first \(StoreFingerprint.leastDigits) digits, or a file of a paper.", valueName: "hash"
    ))
  var hash: String

  @OptionGroup var place: StoreOptions
  @Flag(help: "Of the made-up year of «thuky demo» instead of a store.") var demo = false
  @OptionGroup var language: LanguageOptions

  func run() throws {
    guard !demo || place.store == nil else { throw UsageError.demoWithStore }
    let choices = Choices(store: place.store, language: language.lang, isDemo: demo)
    let language = try choices.chosenLanguage()
    let wanted = try digits()
    let location = try choices.location()
    let now = try LoadingLine.during(language) { progress throws(LocatedStoreError) in
      try choices.openWithFingerprint(at: location, progress: progress).fingerprint
    }
    if now.matches(wanted) {
      return try Output.line(
        Localized("khớp: bộ dữ liệu vẫn như khi lập văn bản", "it holds: the store is what the paper was made from")[
          language])
    }
    try Output.line(
      Localized(
        "không khớp: bộ dữ liệu đã khác, nay là \(now.hex)",
        "it does not hold: the store is another one now, \(now.hex)")[
          language])
    throw ExitCode(Failure.findingsStatus)
  }

  /// What was typed, or what stands in the file of that name.
  private func digits() throws -> String {
    if StoreFingerprint.isDigits(hash) { return hash }
    switch UserFile.read(hash, limit: Self.longestPaper) {
    case .failure(let fault)?: throw UsageError.unreadablePaper(path: hash, fault)
    case .success(let bytes)?:
      if let found = StoreFingerprint.digits(in: bytes) { return found }
    case nil: break
    }
    throw UsageError.noHash(hash)
  }

  /// Bytes of a paper that is looked through.
  private static let longestPaper = 1 << 24
}
