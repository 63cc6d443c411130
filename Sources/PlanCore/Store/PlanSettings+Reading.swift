internal import Glibc
internal import TextCore

extension PlanSettings {
  /// The format of the store that this program reads.
  static let format = 1

  /// Reads `plan.conf`, whether it is there or not.
  ///
  /// - Throws: `StoreError.missing` where it is not there, and what the reading of its bytes throws.
  static func read(_ file: StoredFile?, findings: inout Findings) throws(StoreError) -> PlanSettings {
    switch file?.content {
    case nil, .failure(.system(ENOENT)): throw .missing
    case .failure(.system(let code)): throw .system(path: StoreLocation.planFile, errno: code)
    case .failure(let fault): throw .unreadablePlan(fault.message)
    case .success(let bytes): return try read(bytes, findings: &findings)
    }
  }

  fileprivate static let keys = [
    "format", "id", "start", "end", "title.vi", "title.en", "short.vi", "short.en", "decision", "issued", "theme.vi",
    "theme.en", "note.vi", "note.en", "simulated", "on_track", "at_risk", "stale_months", "due_soon_days",
    "rollup_completeness", "report_due_days",
  ]

  /// Reads `plan.conf`.
  ///
  /// - Throws: `StoreError.unreadablePlan` where a required key is missing or cannot be read, where `end` is before
  ///   `start`, or where the format is newer than this program's.
  static func read(_ bytes: [UInt8], findings: inout Findings) throws(StoreError) -> PlanSettings {
    do throws(StoreError) {
      return try readText(bytes, findings: &findings)
    } catch {
      guard let form = TableForm(ofSettings: bytes) else { throw error }
      throw .unreadablePlan(form.wrong.followed(by: Localized("lưu lại theo UTF-8", "save it in UTF-8")))
    }
  }

  private static func readText(_ bytes: [UInt8], findings: inout Findings) throws(StoreError) -> PlanSettings {
    var file = SettingsFile(KeyValueFile(bytes, name: StoreLocation.planFile, findings: &findings))
    try checkFormat(file)
    let id = try file.required("id")
    let start = try file.requiredDay("start")
    let end = try file.requiredDay("end")
    let title = try file.required("title.vi")
    guard end >= start else {
      throw .unreadablePlan(
        Localized(
          "ngày kết thúc \(end.slashed) trước ngày bắt đầu \(start.slashed)",
          "the end \(end.slashed) is before the start \(start.slashed)"))
    }
    var settings = PlanSettings(id: id, start: start, end: end, title: file.localized("title", or: title))
    settings.shortTitle = file.localized("short", or: "")
    if settings.shortTitle.vietnamese.isEmpty { settings.shortTitle.vietnamese = settings.title.vietnamese }
    if settings.shortTitle.english.isEmpty { settings.shortTitle.english = settings.title.english }
    settings.decision = file.text("decision")
    settings.issued = file.day("issued")
    settings.theme = file.localized("theme", or: "")
    settings.note = file.localized("note", or: "")
    settings.isSimulated = file.flag("simulated")
    settings.thresholds = file.thresholds()
    file.reportUnknownKeys(besides: keys)
    findings.add(file.findings)
    return settings
  }

  private static func checkFormat(_ file: SettingsFile) throws(StoreError) {
    let text = try file.required("format")
    guard let format = Int(text), format >= 1 else {
      throw .unreadablePlan(
        Localized(
          "«format» phải là số, như 1; không phải «\(text.brief)»",
          "«format» must be a number, as 1; not «\(text.brief)»"))
    }
    guard format <= Self.format else {
      throw .unreadablePlan(
        Localized(
          "bộ dữ liệu có định dạng \(format), chương trình này đọc đến định dạng \(Self.format); cần bản mới hơn",
          "the store has format \(format), this program reads up to \(Self.format); a newer one is needed"))
    }
  }
}

/// `plan.conf` while its values are read.
private struct SettingsFile {
  let file: KeyValueFile
  private(set) var findings = Findings()

  init(_ file: KeyValueFile) { self.file = file }

  func text(_ key: String) -> String { file[key]?.value ?? "" }

  func required(_ key: String) throws(StoreError) -> String {
    let value = text(key)
    guard !value.isEmpty else {
      throw .unreadablePlan(
        Localized("thiếu khóa bắt buộc «\(key)»", "the required key «\(key)» is missing")
          + .suggestion(for: key, among: file.entries.prefix(100).map(\.key).filter { !PlanSettings.keys.contains($0) })
      )
    }
    return value
  }

  func requiredDay(_ key: String) throws(StoreError) -> Day {
    let text = try required(key)
    guard let day = Day(iso: text) else { throw .unreadablePlan(Localized(both: "\(key): ") + .notADay(text)) }
    return day
  }

  func localized(_ key: String, or fallback: String) -> Localized {
    let vietnamese = text("\(key).vi")
    let english = text("\(key).en")
    let first = vietnamese.isEmpty ? fallback : vietnamese
    return Localized(first, english.isEmpty ? first : english)
  }

  mutating func day(_ key: String) -> Day? {
    guard let entry = file[key], !entry.value.isEmpty else { return nil }
    if let day = Day(iso: entry.value) { return day }
    fault(entry, .notADay(entry.value))
    return nil
  }

  mutating func flag(_ key: String) -> Bool {
    guard let entry = file[key] else { return false }
    switch entry.value {
    case "true": return true
    case "false": return false
    default:
      fault(entry, Localized("«\(key)» phải là true hoặc false", "«\(key)» must be true or false"))
      return false
    }
  }

  mutating func thresholds() -> Thresholds {
    var thresholds = Thresholds()
    let anyShare = 0.0...1_000
    number("on_track", within: anyShare) { thresholds.onTrack = $0 }
    number("at_risk", within: anyShare) { thresholds.atRisk = $0 }
    number("rollup_completeness", within: 0...1) { thresholds.rollupCompleteness = $0 }
    whole("stale_months") { thresholds.staleMonths = $0 }
    whole("due_soon_days") { thresholds.dueSoonDays = $0 }
    whole("report_due_days") { thresholds.reportDueDays = $0 }
    return thresholds
  }

  private mutating func number(_ key: String, within range: ClosedRange<Double>, _ use: (Double) -> Void) {
    guard let entry = file[key] else { return }
    switch DecimalNumber.parse(entry.value) {
    case .success(let number) where range.contains(number.value): use(number.value)
    case .success:
      let (low, high) = (Int(range.lowerBound), Int(range.upperBound))
      fault(
        entry, Localized("«\(key)» phải từ \(low) đến \(high)", "«\(key)» must be between \(low) and \(high)"))
    case .failure(let kind): fault(entry, kind.message(for: entry.value, like: .number("0.9")))
    }
  }

  private mutating func whole(_ key: String, _ use: (Int) -> Void) {
    guard let entry = file[key] else { return }
    if let number = Int(entry.value), (0...100_000).contains(number) {
      use(number)
    } else {
      fault(
        entry,
        Localized("«\(key)» phải là số nguyên không âm", "«\(key)» must be a whole number, 0 or more"))
    }
  }

  mutating func reportUnknownKeys(besides known: [String]) {
    for entry in file.entries where !known.contains(entry.key) {
      guard findings.hasRoom else {
        findings.count(.warning)
        continue
      }
      let message =
        Localized("không có khóa «\(entry.key.brief)»", "no key «\(entry.key.brief)» is known")
        + .suggestion(for: entry.key, among: known)
      findings.add(
        Finding(.warning, file: file.name, line: entry.line, column: entry.keyColumn, message: message))
    }
  }

  private mutating func fault(_ entry: KeyValueFile.Entry, _ message: Localized) {
    findings.add(
      Finding(.error, file: file.name, line: entry.line, column: entry.valueColumn, message: message))
  }
}
