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
    var lines: [String] = []
    func add(_ line: String) {
      if !line.isEmpty, !lines.contains(line) { lines.append(line) }
    }
    for text in texts { add(text.folded) }
    for name in shortNames {
      let folded = name.folded
      let plain = folded.withoutJoiners
      add(folded)
      add(plain)
      add(plain.filter { $0 != " " })
    }
    let names = lines.count
    for text in texts {
      let words = Self.words(text)
      add(Self.initials(words))
      add(Self.initials(words.filter { !Self.littleWords.contains($0.lowercased()) }))
    }
    let joined = lines.map { Array($0.utf8) + [UInt8(ascii: "\n")] }
    initialsStart = joined[..<names].reduce(0) { $0 + $1.count }
    bytes = Array(joined.joined())
  }

  /// Words that people leave out of initials.
  private static let littleWords: Set = ["và", "của", "về", "cho"]

  private static func words(_ text: String) -> [String] {
    text.precomposed.unicodeScalars.split { !$0.isInWord }.map { String($0) }
  }

  /// Empty for less than two words: a first letter alone finds nothing that its word does not.
  private static func initials(_ words: [String]) -> String {
    guard words.count > 1 else { return "" }
    var initials = String.UnicodeScalarView()
    for word in words { initials.append(contentsOf: word.unicodeScalars.prefix(1)) }
    return String(initials).folded
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

extension String {
  /// Without what joins the parts of a short name.
  var withoutJoiners: String { filter { $0 != "&" && $0 != "-" } }
}
