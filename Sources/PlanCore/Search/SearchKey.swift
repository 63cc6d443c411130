internal import TextCore

/// What a search looks through for one item: everything that it is called by, folded once.
///
/// It is one run of UTF-8 bytes, so that a match is a search for bytes and allocates nothing.
public struct SearchKey: Sendable {
  /// Lines of folded texts, then lines of initials. No query has a newline, so that none matches across two lines.
  let bytes: [UInt8]
  /// Where the initials begin.
  let initialsStart: Int

  /// - Parameters:
  ///   - texts: names, titles, ids and codes; the initials of their words count too.
  ///   - shortNames: found without their `&`, hyphens and spaces too: `Bộ KH&ĐT` by `khdt`, `bo khdt` and `bokhdt`.
  public init(_ texts: [String], shortNames: [String] = []) {
    var lines: [[UInt8]] = []
    func add(_ line: [UInt8]) {
      if !line.isEmpty, !lines.contains(line) { lines.append(line) }
    }
    for text in texts { add(text.foldedUTF8) }
    for name in shortNames {
      let folded = name.foldedUTF8
      add(folded)
      let plain = folded.withoutJoiners
      add(plain)
      add(plain.filter { $0 != UInt8(ascii: " ") })
    }
    let names = lines.count
    for text in texts {
      let (all, great) = Self.initials(text)
      add(all)
      add(great)
    }
    let newline = [UInt8(ascii: "\n")]
    initialsStart = lines[..<names].reduce(0) { $0 + $1.count + newline.count }
    bytes = Array(lines.lazy.map { $0 + newline }.joined())
  }

  /// Words that people leave out of initials.
  private static let littleWords: Set = ["và", "của", "về", "cho"]
  private static let longestLittleWord = littleWords.lazy.map(\.utf8.count).max() ?? 0

  /// The initials of all words, and of all but the little ones.
  private static func initials(_ text: String) -> (all: [UInt8], great: [UInt8]) {
    var (all, great): ([UInt8], [UInt8]) = ([], [])
    for word in text.precomposed.unicodeScalars.split(whereSeparator: { !$0.isInWord }) {
      let start = all.count
      word.first?.appendFolded(to: &all)
      let letters = Substring(word)
      if letters.utf8.count > longestLittleWord || !littleWords.contains(letters.lowercased()) {
        great += all[start...]
      }
    }
    return (all, great)
  }
}

extension Unicode.Scalar {
  /// A letter or a digit.
  fileprivate var isInWord: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9": true
    default: !isASCII && (properties.isAlphabetic || properties.numericType != nil)
    }
  }
}

extension [UInt8] {
  /// A folded text without what joins the parts of a short name.
  var withoutJoiners: [UInt8] {
    let space = UInt8(ascii: " ")
    var rest: [UInt8] = []
    for byte in self where byte != UInt8(ascii: "&") && byte != UInt8(ascii: "-") {
      if byte != space || rest.last ?? space != space { rest.append(byte) }
    }
    if rest.last == space { rest.removeLast() }
    return rest
  }
}
