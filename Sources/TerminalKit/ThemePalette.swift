import TextCore

/// The colours that a theme gives names.
struct ThemePalette {
  private var entries: [String: (entry: KeyValueFile.Entry, file: String)] = [:]
  private var colors: [String: Color] = [:]

  /// Names a colour; of a name given by a theme and its base the theme's stands, so the base comes first.
  mutating func define(_ name: String, _ entry: KeyValueFile.Entry, in file: String) {
    entries[name] = (entry, file)
  }

  /// Follows names that stand for other names. One that leads nowhere, or back to itself, stays undefined.
  mutating func resolve(_ findings: inout Findings) {
    for (name, start) in entries.sorted(by: {
      ($0.value.file, $0.value.entry.line) < ($1.value.file, $1.value.entry.line)
    }) {
      var seen: Set = [name]
      var value = start.entry.value
      while let next = entries[value]?.entry.value, seen.insert(value).inserted { value = next }
      if let color = Color(text: value) {
        colors[name] = color
      } else if seen.contains(value) {
        findings.add(.themeFault(start.entry, in: start.file, .namesItself(name)))
      } else if entries[start.entry.value] == nil {
        findings.add(.themeFault(start.entry, in: start.file, noColor(start.entry.value)))
      }
    }
  }

  /// The colour of a word in a style.
  func color(_ word: String) -> Color? { colors[word] ?? Color(text: word) }

  /// Whether the palette names it, though its colour could not be read: that has been reported.
  func defines(_ word: String) -> Bool { entries[word] != nil }

  func noColor(_ word: String) -> Localized {
    Localized(
      "không có màu «\(word)»; viết #rrggbb, 0–255, default hoặc một tên trong palette",
      "no colour «\(word)»; write #rrggbb, 0–255, default or a name of the palette")
      + .suggestion(for: word, among: entries.keys.sorted() + ["default"])
  }
}

extension Localized {
  fileprivate static func namesItself(_ name: String) -> Localized {
    Localized("màu «\(name)» chỉ về chính nó", "colour «\(name)» stands for itself")
  }
}
