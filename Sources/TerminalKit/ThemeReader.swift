import TextCore

/// Reads one theme and those it inherits from.
///
/// The palette is made of all of them first, so that a theme that only changes `palette.green` changes every style of
/// its base that is green.
struct ThemeReader {
  private let themes: ThemeLibrary
  var findings = Findings()
  private var palette = ThemePalette()
  private var styles: [String: StyleText] = [:]

  init(_ themes: ThemeLibrary) { self.themes = themes }

  mutating func read(_ id: String) -> Theme {
    let files = inheritance(of: id)
    for file in files.reversed() {
      for entry in file.entries where entry.key.hasPrefix(Self.palettePrefix) {
        palette.define(String(entry.key.dropFirst(Self.palettePrefix.count)), entry, in: file.name)
      }
    }
    palette.resolve(&findings)
    for file in files.reversed() {
      for entry in file.entries { readStyle(entry, in: file.name) }
    }
    let page = style(of: .text)
    return Theme(id: id, name: name(of: id, in: files.first)) { role in
      var style = style(of: role)
      // Whatever a theme forgets, the reader has to see where he is.
      if role == .selection || role == .tabActive, style == page { style.attributes.insert(.reverse) }
      return style
    }
  }

  static let palettePrefix = "palette."
  private static let otherKeys: Set = ["name.vi", "name.en", "inherits"]
  private static let styleKeys: [String] = {
    var keys: [String] = []
    for name in Role.allCases.flatMap(\.names) where !keys.contains(name) { keys.append(name) }
    return keys
  }()

  /// How long a line of bases is followed; no theme that is meant for people has more than two.
  static let mostBases = 8

  /// The theme's file first, then its base, the base's base, and so on.
  private mutating func inheritance(of id: String) -> [KeyValueFile] {
    var files: [KeyValueFile] = []
    var seen: Set<String> = []
    var next: String? = id
    while files.count < Self.mostBases, let name = next, let bytes = themes.bytes(of: name) {
      seen.insert(name)
      let file = KeyValueFile(bytes, name: themes.fileName(name), findings: &findings)
      files.append(file)
      next = file["inherits"]?.value
      guard let entry = file["inherits"] else { break }
      if seen.contains(entry.value) {
        findings.add(.themeFault(entry, in: file.name, .inheritsItself(entry.value)))
        break
      }
      if files.count == Self.mostBases {
        findings.add(.themeFault(entry, in: file.name, .tooManyBases))
      } else if themes.bytes(of: entry.value) == nil {
        findings.add(.themeFault(entry, in: file.name, .noTheme(entry.value, known: themes.names)))
      }
    }
    return files
  }

  private func name(of id: String, in file: KeyValueFile?) -> Localized {
    Localized(file?["name.vi"]?.value ?? id, file?["name.en"]?.value ?? id)
  }

  private mutating func readStyle(_ entry: KeyValueFile.Entry, in file: String) {
    guard !entry.key.hasPrefix(Self.palettePrefix), !Self.otherKeys.contains(entry.key) else { return }
    guard Self.styleKeys.contains(entry.key) else {
      let known = Self.styleKeys + Self.otherKeys.sorted()
      findings.add(
        Finding(
          .warning, file: file, line: entry.line, column: entry.keyColumn,
          message: .unknownKey(entry.key) + .suggestion(for: entry.key, among: known)))
      return
    }
    styles[entry.key] = StyleText(entry, in: file, palette: palette, findings: &findings)
  }

  /// Attributes are the role's own; a colour that it does not name is that of what it falls back to.
  private func style(of role: Role) -> Style {
    let chain = role.names.compactMap { styles[$0] }
    return Style(
      chain.lazy.compactMap(\.foreground).first ?? .standard,
      on: chain.lazy.compactMap(\.background).first ?? .standard,
      chain.first?.attributes ?? [])
  }
}

extension Finding {
  /// An error at a column of an entry's value, counted from 0.
  static func themeFault(
    _ entry: KeyValueFile.Entry, in file: String, offset: Int = 0, _ message: Localized
  ) -> Finding {
    Finding(.error, file: file, line: entry.line, column: entry.valueColumn + offset, message: message)
  }
}

extension Localized {
  fileprivate static func inheritsItself(_ name: String) -> Localized {
    Localized(
      "«\(name)» kế thừa chính nó; bỏ dòng này ở một trong các tệp", "«\(name)» inherits itself; drop one such line")
  }

  fileprivate static let tooManyBases = Localized(
    "kế thừa quá \(ThemeReader.mostBases) tệp; phần sau không đọc",
    "inherits from more than \(ThemeReader.mostBases) files; the rest is not read")

  fileprivate static func noTheme(_ name: String, known: [String]) -> Localized {
    Localized("không có giao diện «\(name)»", "no theme «\(name)»") + .suggestion(for: name, among: known)
  }

  fileprivate static func unknownKey(_ key: String) -> Localized {
    Localized("khóa «\(key)» không dùng đến", "key «\(key)» is not used")
  }
}
