import TerminalKit
import TextCore

/// A line that somebody types into. Input methods send a letter, Backspace and a letter: both belong here.
struct LineField: Hashable {
  /// Composed as NFC is.
  private(set) var text = ""
  /// Longest text, in Unicode scalars.
  private let limit: Int
  /// The same where nothing else is said.
  static let longest = 60

  init(_ text: String = "", limit: Int = Self.longest) {
    self.text = text
    self.limit = limit
  }

  /// Takes a letter or a key that takes letters away; whether it was one of these.
  mutating func edit(_ key: Key) -> Bool {
    var letters = text.unicodeScalars
    switch key {
    case .character(let letter), .pasted(let letter): if letters.count < limit { letters.append(letter) }
    case .backspace, .delete: if !letters.isEmpty { letters.removeLast() }
    case .control("u"): letters.removeAll()
    case .control("w"): Self.removeWord(&letters)
    default: return false
    }
    text = String(letters).precomposed
    return true
  }

  private static func removeWord(_ letters: inout String.UnicodeScalarView) {
    while letters.last == " " { letters.removeLast() }
    while let last = letters.last, last != " " { letters.removeLast() }
  }
}
