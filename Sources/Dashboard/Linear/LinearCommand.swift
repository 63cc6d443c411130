import PlanCore
import TerminalKit
import TextCore

/// What somebody asks for at the prompt: the keys' own words in either language, accents optional, or the keys.
enum LinearCommand: Hashable, Sendable {
  /// Go on with what has not been printed yet.
  case more
  /// Print the page again.
  case again
  /// What changed since a day as typed; since the month end before where nothing is.
  case compare(String)
  /// Explain the number of a row, from 1, or of the page.
  case explain(Int?)
  case screen(Int)
  /// The row of this number.
  case open(Int)
  case filter(String)
  case status(Int?)
  case find(String)
  case day(Day)
  case export(Takeaway.Format)
  /// A paper about the page, by its name, folded.
  case paper(String, PaperFormat)
  /// Name what can be taken away.
  case exports
  /// Say something about a row, from 1, or about the page.
  case record(Int?, LinearRecord)
  case key(Key)
  case help
  case quit
  case unknown(String)

  /// A word or two, what they do, and what may follow them.
  struct Word: Sendable {
    enum Meaning: Sendable {
      case plain(LinearCommand)
      /// Takes what follows; `nil` where that makes no sense.
      case taking(@Sendable (_ rest: String) -> LinearCommand?)
    }

    /// The words, the first one for the help.
    var vietnamese: [String]
    var english: [String]
    /// What follows them, as the help writes it.
    var argument = Localized(both: "")
    var help: Localized
    var meaning: Meaning
  }

  init(_ line: String) {
    let text = line.precomposed.squeezed
    let folded = text.folded
    if folded.isEmpty {
      self = .more
      return
    }
    if let number = Int(folded), (1...Page.screens.count).contains(number) {
      self = .screen(number - 1)
      return
    }
    if text.hasPrefix("/") {
      self = .filter(String(text.dropFirst()).squeezed)
      return
    }
    // A key is its letter, large or small.
    if text.unicodeScalars.count == 1, let letter = text.unicodeScalars.first, let command = Self.keys[letter] {
      self = command
      return
    }
    self = Self.words(folded, text) ?? .unknown(text)
  }

  private static func words(_ folded: String, _ text: String) -> LinearCommand? {
    let count = text.split(separator: " ").count
    for word in table {
      for name in (word.vietnamese + word.english).map(\.folded) {
        switch word.meaning {
        case .plain(let command): if folded == name { return command }
        case .taking(let take):
          guard folded == name || folded.hasPrefix(name + " ") else { continue }
          let own = name.split(separator: " ").count
          let rest = text.split(separator: " ").suffix(max(0, count - own)).joined(separator: " ")
          if let command = take(rest) { return command }
        }
      }
    }
    return nil
  }

  private static let keys: [Unicode.Scalar: LinearCommand] = [
    "?": .help, "q": .quit, "Q": .quit, "[": .key(.character("[")), "]": .key(.character("]")),
    "t": .key(.character("t")), "s": .key(.character("s")), "S": .key(.character("S")), "v": .key(.character("v")),
    "L": .key(.character("L")), "b": .key(.character("b")), "!": .key(.character("!")), "h": .key(.left),
    "l": .key(.right), "f": .status(nil),
  ]
}
