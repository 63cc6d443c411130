import ArgumentParser
import TextCore

/// The argument parser speaks English; what it says most often is said in Vietnamese here.
enum ParserMessage {
  /// Texts of the parser's in which something stands between two words, and what is said instead.
  private static let texts: [(before: String, after: String, say: @Sendable (String) -> String)] = [
    ("Unknown option '", "'", { "không có tùy chọn «\($0)»" }),
    ("Missing value for '", "'", { "thiếu giá trị cho «\($0)»" }),
    ("Unexpected argument '", "'", { "thừa «\($0)»" + (command(like: $0).map { "; có phải lệnh «\($0)»?" } ?? "") }),
    ("Missing expected argument '", "'", { "thiếu «\($0)»" }),
    ("Missing one of: '", "'", { "thiếu một trong các mục: '\($0)'" }),
  ]

  /// How the values of options are written that are not one of some words.
  private static let forms = [
    ("--as-of ", "một ngày có thật như 2023-06-30, 30/06/2023, today hoặc end (ngày cuối của kế hoạch)"),
    ("--from ", days), ("--to ", days), ("--since ", days),
    ("--effective ", "một ngày có thật như 2023-06-30 hoặc 30/06/2023"),
    ("--size ", "120x36 (số cột x số dòng, ít nhất 60x16)"), ("--cycle ", "20s hoặc 2m"),
  ].map { (option: $0, form: $1) }

  private static let days = "một ngày có thật như 2023-06-30, 30/06/2023, today hoặc end"

  /// A line in a language; one that is not known stays as it is. `nil` where it would only say in English what an option
  /// is for.
  static func line(_ line: String, in language: Language) -> String? {
    guard language == .vietnamese else {
      return line
        + (line.inside("Error: Unexpected argument '", "'").flatMap(command(like:)).map { ". Did you mean '\($0)'?" }
          ?? "")
    }
    if let rest = line.dropping("Error: ") { return "Lỗi: " + (translated(rest) ?? rest) }
    if let help = line.dropping("Help:  ") {
      return forms.first { help.hasPrefix($0.option) }.map { "Cách ghi: " + $0.form }
    }
    if let rest = line.dropping("Usage: ") { return "Cách dùng: " + rest }
    if let command = line.inside("  See '", "' for more information.") { return "  Xem thêm: " + command }
    return line
  }

  /// The command that somebody may have meant by a word for which there is none.
  private static func command(like word: String) -> String? {
    NearestName.find(word, in: Thuky.configuration.subcommands.compactMap { $0.configuration.commandName })
  }

  private static func translated(_ text: String) -> String? {
    if let tail = text.dropping("The value '") { return invalidValue(tail) }
    if let (name, value) = text.inside("The option '", "' was specified.")?
      .parted("' does not take any value, but '")
    {
      return "«\(name)» không nhận giá trị («\(value)»)"
    }
    if let (count, list) = text.parted(" unexpected arguments: "), Int(count) != nil {
      return "thừa \(count) mục: \(list)"
    }
    let (known, guess) = text.inside("", "'?")?.parted(". Did you mean '") ?? (text, "")
    for (before, after, say) in texts {
      guard let inner = known.inside(before, after) else { continue }
      return say(inner) + (guess.isEmpty ? "" : "; có phải «\(guess)»?")
    }
    return nil
  }

  /// `x' is invalid for '--size <120x36>'`, and then perhaps what would be right.
  private static func invalidValue(_ text: String) -> String? {
    guard let (value, rest) = text.parted("' is invalid for '"), let (option, tail) = rest.parted("'") else {
      return nil
    }
    let said = "giá trị «\(value)» không hợp lệ cho «\(option)»"
    if tail == ". Please provide one of the following:" { return said + "; chọn một trong:" }
    if let choices = tail.inside(". Please provide one of ", ".") {
      return said + "; chọn: "
        + choices.replacing(" and ", with: ", ").replacing(" or ", with: ", ").filter { $0 != "'" }
    }
    return said + tail
  }
}

extension String {
  /// What follows a beginning.
  fileprivate func dropping(_ start: String) -> String? { hasPrefix(start) ? String(dropFirst(start.count)) : nil }

  /// What stands between a beginning and an end.
  fileprivate func inside(_ start: String, _ end: String) -> String? {
    guard count >= start.count + end.count, hasPrefix(start), hasSuffix(end) else { return nil }
    return String(dropFirst(start.count).dropLast(end.count))
  }

  /// What stands before and after the first place of some words.
  fileprivate func parted(_ words: String) -> (String, String)? {
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(words) { return (String(self[..<rest.startIndex]), String(rest.dropFirst(words.count))) }
      rest = rest.dropFirst()
    }
    return nil
  }
}
