internal import TextCore

/// Texts that people say, as the journal keeps them.
enum RecordedText {
  /// Composed and on one line: every blank, tab and end of line is a space, and no two of them stand together. What
  /// cannot be seen and says nothing is left out.
  ///
  /// - Throws: `RecordingFault.invalid` where a text is too long or holds what a terminal or a reader might act on.
  ///
  /// - Parameter name: what the text is called where it is.
  static func line(_ text: String, limit: Int, _ name: Localized) throws(RecordingFault) -> String {
    func fault(_ vietnamese: String, _ english: String) -> RecordingFault {
      .invalid(name + Localized(": " + vietnamese, ": " + english))
    }
    var line = String.UnicodeScalarView()
    for scalar in text.precomposed.unicodeScalars {
      switch kind(of: scalar) {
      case .letter: line.append(scalar)
      case .blank: if let last = line.last, last != " " { line.append(" ") }
      case .nothing: break
      case .strange:
        let number = String(scalar.value, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: max(0, 4 - number.utf8.count)) + number
        throw fault(
          "có ký tự không hiển thị được (\(code)); xin xóa đi", "has an invisible character (\(code)); remove it")
      }
    }
    if line.last == " " { line.removeLast() }
    if line.count > limit {
      throw fault("dài \(line.count) ký tự, tối đa \(limit)", "\(line.count) characters long, at most \(limit)")
    }
    // Below a quote that somebody forgot to close, such a cell would be taken for the end of his.
    if line.first(where: { $0 != "\"" }) == "," {
      throw fault("không được bắt đầu bằng dấu phẩy", "must not begin with a comma")
    }
    return String(line)
  }

  private enum Kind {
    case letter, blank, nothing, strange
  }

  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    switch scalar {
    case "\t", "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}": return .blank
    // What is copied from web pages and office programs: soft hyphen, zero-width space, word joiner, byte order mark.
    case "\u{AD}", "\u{200B}", "\u{2060}", "\u{FEFF}": return .nothing
    default: break
    }
    switch scalar.properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: return .blank
    case .control, .format, .privateUse, .unassigned, .surrogate: return .strange
    default: return .letter
    }
  }
}
