import CSystem
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

  /// What this process was started with, without its own name.
  static var words: [String] {
    (0..<csystem_argument_count()).dropFirst().compactMap { csystem_argument($0).map { String(cString: $0) } }
  }

  /// `nil` where the argument parser has to read them.
  ///
  /// - Parameter words: without the name of the program.
  init?(_ words: some Collection<String>) {
    var words = Array(words)[...]
    let isStatus = words.first == "status"
    if isStatus { words.removeFirst() }
    var values: [String: String] = [:]
    while let name = words.popFirst() {
      guard values[name] == nil else { return nil }
      if Self.flag(isStatus) == name {
        values[name] = ""
        continue
      }
      guard Self.options(isStatus).contains(name), let value = words.popFirst(), !value.isEmpty,
        !value.hasPrefix("-")
      else { return nil }
      values[name] = value
    }
    // Not before: to make choices is to read the user's files, which a kiosk does not.
    var choices = Choices()
    let isFlagged = values.removeValue(forKey: Self.flag(isStatus)) != nil
    for (name, value) in values {
      guard choices.take(value, of: name) else { return nil }
    }
    choices.isReadOnly = isFlagged && !isStatus
    self.choices = choices
    statusIsJSON = isStatus ? isFlagged : nil
  }

  private static func flag(_ isStatus: Bool) -> String { isStatus ? "--json" : "--read-only" }

  private static func options(_ isStatus: Bool) -> [String] {
    ["--store", "--as-of", "--lang"] + (isStatus ? [] : ["--theme", "--glyphs", "--export-dir"])
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
  /// Takes the value of an option; false where it has no such value.
  fileprivate mutating func take(_ value: String, of option: String) -> Bool {
    switch option {
    case "--as-of":
      asOf = DateChoice(argument: value)
      return asOf != nil
    case "--lang":
      language = Language(rawValue: value)
      return language != nil
    case "--glyphs":
      glyphs = GlyphSet(rawValue: value)
      return glyphs != nil
    case "--theme": theme = value
    case "--export-dir": exportFolder = value
    default: store = value
    }
    return true
  }
}
