import Dashboard
import TerminalKit
import TextCore

/// The commonest command lines: the dashboard or `status` with long options, each given once and each value a word of
/// its own. Whatever else is said is the argument parser's, which takes three milliseconds of a start that is to take
/// seven.
struct PlainArguments {
  let choices: Choices
  /// `nil` opens the dashboard, else whether `status` is printed as JSON.
  let statusIsJSON: Bool?

  /// `nil` where the argument parser has to read them.
  ///
  /// - Parameter words: without the name of the program.
  init?(_ words: some Collection<String>) {
    var words = Array(words)[...]
    let isStatus = words.first == "status"
    if isStatus { words.removeFirst() }
    var choices = Choices()
    var isJSON = false
    var seen: [String] = []
    while let name = words.popFirst() {
      guard !seen.contains(name) else { return nil }
      seen.append(name)
      switch (name, isStatus) {
      case ("--json", true): isJSON = true
      case ("--read-only", false): choices.isReadOnly = true
      default:
        guard let value = words.popFirst(), !value.isEmpty, !value.hasPrefix("-") else { return nil }
        guard choices.take(value, of: name, isStatus: isStatus) else { return nil }
      }
    }
    self.choices = choices
    statusIsJSON = isStatus ? isJSON : nil
  }

  func run() throws {
    if let statusIsJSON {
      try StatusCommand.printStatus(choices, asJSON: statusIsJSON)
    } else {
      try Thuky.openDashboard(choices)
    }
  }
}

extension Choices {
  /// Takes the value of an option; false where there is no such option or no such value.
  fileprivate mutating func take(_ value: String, of option: String, isStatus: Bool) -> Bool {
    switch (option, isStatus) {
    case ("--store", _): store = value
    case ("--as-of", _): asOf = DateChoice(argument: value)
    case ("--lang", _): language = Language(rawValue: value)
    case ("--theme", false): theme = value
    case ("--glyphs", false): glyphs = GlyphSet(rawValue: value)
    case ("--export-dir", false): exportFolder = value
    default: return false
    }
    switch option {
    case "--as-of": return asOf != nil
    case "--lang": return language != nil
    case "--glyphs": return glyphs != nil
    default: return true
    }
  }
}
