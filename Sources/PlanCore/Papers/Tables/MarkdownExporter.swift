public import TextCore

/// A table of GitHub's Markdown, its columns of numbers on the right.
public struct MarkdownExporter: TableExporter {
  private let language: Language

  /// - Parameter language: whose decimal sign numbers have.
  public init(_ language: Language) { self.language = language }

  public func text(of table: DataTable) -> String {
    let marks = table.columns.indices.map { column in
      table.rows.contains { $0[column].isNumber } ? "---:" : "---"
    }
    let lines =
      [table.columns.map(Self.escaped), marks] + table.rows.map { $0.map { Self.escaped($0.text(language)) } }
    return lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }

  /// The text on one line, with nothing in it that Markdown or HTML would act on.
  public static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "|", "#", "~", "$", "!": out += "\\" + String(Character(scalar))
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "&": out += "&amp;"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: out += " "
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// A line of text as a paragraph, whatever it begins with.
  public static func paragraph(_ text: String) -> String {
    let escaped = escaped(text)
    let digits = escaped.prefix { ("0"..."9").contains($0) }
    let rest = escaped.dropFirst(digits.count)
    // What would begin a list, a rule or a heading.
    if !digits.isEmpty, let mark = rest.first, ".)".contains(mark) { return digits + "\\" + rest }
    return escaped.first.map { "-+=:".contains($0) } == true ? "\\" + escaped : escaped
  }
}

extension DataTable.Value {
  /// As people read it.
  public func text(_ language: Language) -> String {
    switch self {
    case .none: ""
    case .text(let text): text
    case .number(let digits): language == .vietnamese ? String(digits.map { $0 == "." ? "," : $0 }) : digits
    case .day(let day): day.slashed
    }
  }

  var isNumber: Bool {
    if case .number = self { return true }
    return false
  }
}
