import TextCore

/// A style as a theme writes it: `FG on BG ATTRIBUTES`, each part as one likes.
struct StyleText {
  var foreground: Color?
  var background: Color?
  var attributes: Style.Attributes = []

  /// Reads what can be read and reports the rest at its column.
  init(_ entry: KeyValueFile.Entry, in file: String, palette: ThemePalette, findings: inout Findings) {
    var wantsBackground = false
    var end = 0
    for (word, offset) in Self.words(entry.value) {
      func fault(_ message: Localized) { findings.add(.themeFault(entry, in: file, offset: offset, message)) }
      end = offset + word.unicodeScalars.count
      if wantsBackground {
        wantsBackground = false
        background = palette.color(word)
        if background == nil, !palette.defines(word) { fault(palette.noColor(word)) }
      } else if word == "on", background == nil {
        wantsBackground = true
      } else if let attribute = Style.Attributes.named.first(where: { $0.name == word })?.attribute {
        attributes.insert(attribute)
      } else if offset == 0 {
        foreground = palette.color(word)
        if foreground == nil, !palette.defines(word) { fault(Self.unknown(word, palette)) }
      } else {
        fault(palette.color(word) == nil ? Self.unknown(word, palette) : .secondColor(word))
      }
    }
    if wantsBackground || end == 0 { findings.add(.themeFault(entry, in: file, offset: end, .missingColor)) }
  }

  /// The words with their offsets in scalars.
  private static func words(_ text: String) -> [(String, Int)] {
    var words: [(String, Int)] = []
    var word = ""
    var start = 0
    for (offset, scalar) in text.unicodeScalars.enumerated() {
      if scalar == " " || scalar == "\t" {
        if !word.isEmpty { words.append((word, start)) }
        word = ""
      } else {
        if word.isEmpty { start = offset }
        word.unicodeScalars.append(scalar)
      }
    }
    return word.isEmpty ? words : words + [(word, start)]
  }

  private static func unknown(_ word: String, _ palette: ThemePalette) -> Localized {
    let attributes = Style.Attributes.named.map(\.name)
    return NearestName.find(word, in: attributes) == nil
      ? palette.noColor(word)
      : Localized("không có «\(word)»", "no «\(word)»") + .suggestion(for: word, among: attributes)
  }
}

extension Localized {
  fileprivate static let missingColor = Localized(
    "thiếu màu; viết «CHỮ on NỀN thuộc-tính»", "a colour is missing; write «FG on BG attributes»")

  fileprivate static func secondColor(_ word: String) -> Localized {
    Localized(
      "«\(word)» là màu chữ thứ hai; màu nền đứng sau «on»",
      "«\(word)» is a second colour; «on» goes before a background")
  }
}
