import Glibc
import TerminalKit
import TextCore

/// What `thuky.conf` says: the user's own file, then the system's. Read, never written.
struct Configuration {
  enum Key: String, CaseIterable {
    case store, lang, theme, glyphs, mouse
    case exportDir = "export-dir"
  }

  static let fileName = "thuky.conf"
  static let systemFile = "/etc/thuky/" + fileName

  /// What is wrong in the files, whether it is used or not.
  private(set) var findings = Findings()
  private var settings: [(key: Key, setting: Setting)] = []

  /// - Parameter userFolder: where the user's own file is; `nil` where that does not count.
  init(userFolder: String?, systemFile: String = Configuration.systemFile) {
    if let userFolder { read("\(userFolder)/\(Self.fileName)", named: Self.fileName) }
    read(systemFile, named: systemFile)
  }

  /// `nil` where neither file names it.
  subscript(key: Key) -> Setting? { settings.first { $0.key == key }?.setting }

  private mutating func read(_ path: String, named name: String) {
    switch UserFile.read(path) {
    case nil: return
    case .failure(let fault)?: findings.add(fault.finding(in: name))
    case .success(let bytes)?:
      for entry in KeyValueFile(bytes, name: name, findings: &findings).entries { add(entry, in: name) }
    }
  }

  private mutating func add(_ entry: KeyValueFile.Entry, in name: String) {
    guard let key = Key(rawValue: entry.key) else {
      return findings.add(
        Finding(
          .warning, file: name, line: entry.line, column: entry.keyColumn,
          message: Localized("khóa «\(entry.key)» không dùng đến", "key «\(entry.key)» is not used")
            + .suggestion(for: entry.key, among: Key.allCases.map(\.rawValue))))
    }
    let place = Finding(.error, file: name, line: entry.line, column: entry.valueColumn, message: Localized(both: ""))
    let text = key.isPath ? UserFolders.expanded(entry.value) : entry.value
    if settings.allSatisfy({ $0.key != key }) { settings.append((key, Setting(text: text, origin: .file(place)))) }
    guard let message = key.fault(in: text) else { return }
    findings.add(place.saying(message))
  }
}

extension Configuration.Key {
  fileprivate var isPath: Bool { self == .store || self == .exportDir }

  /// What is wrong with a value as such; themes are looked for when they are needed.
  fileprivate func fault(in text: String) -> Localized? {
    switch self {
    case .store, .exportDir: text.hasPrefix("/") ? nil : .notAbsolute
    case .lang: Language(rawValue: text) == nil ? Setting.unknown(text, Language.allCases.map(\.rawValue)) : nil
    case .glyphs: GlyphSet(rawValue: text) == nil ? Setting.unknown(text, GlyphSet.allCases.map(\.rawValue)) : nil
    case .mouse: ["on", "off"].contains(text) ? nil : Setting.unknown(text, ["on", "off"])
    case .theme: nil
    }
  }
}

/// What the environment or a file says of one thing.
struct Setting {
  enum Origin {
    case environment(String)
    /// A finding at its place, still without a message.
    case file(Finding)
  }

  let text: String
  let origin: Origin

  /// One of several words.
  ///
  /// - Throws: `UsageError` where it is none of them.
  func choice<Choice: RawRepresentable<String> & CaseIterable>() throws(UsageError) -> Choice {
    if let choice = Choice(rawValue: text) { return choice }
    let known = Choice.allCases.map(\.rawValue)
    throw fault(Self.unknown(text, known), inEnvironment: { .environment(name: $0, value: text, choices: known) })
  }

  /// What is wrong with it as an error: of a file at its place.
  func fault(_ message: Localized, inEnvironment error: (_ name: String) -> UsageError) -> UsageError {
    switch origin {
    case .environment(let name): error(name)
    case .file(let place): .configuration(place.saying(message))
    }
  }

  static func unknown(_ text: String, _ known: [String]) -> Localized {
    Localized(
      "«\(text)» không hợp lệ; chọn: \(known.joined(separator: ", "))",
      "«\(text)» is not known; one of: \(known.joined(separator: ", "))")
  }
}

extension Localized {
  static func otherStore(_ store: String) -> Localized {
    Localized(
      "trong --kiosk tệp này quyết định, không mở bộ dữ liệu khác: «\(store)»",
      "in --kiosk this file decides; another store is not opened: «\(store)»")
  }

  static let notAbsolute = Localized(
    "phải là đường dẫn đầy đủ, bắt đầu bằng «/» hoặc «~/»", "must be a whole path, beginning with «/» or «~/»")
}

extension Finding {
  /// The same place with something to say.
  func saying(_ message: Localized) -> Finding {
    Finding(severity, file: file, line: line, column: column, message: message)
  }
}
