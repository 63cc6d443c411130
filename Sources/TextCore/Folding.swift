extension Unicode.Scalar {
  /// The letter without its Vietnamese marks, in its own case: `Ộ` gives `O`, `đ` gives `d`.
  public var withoutMarks: Unicode.Scalar {
    if isASCII { return self }
    switch value {
    case 0x0110: return "D"
    case 0x0111: return "d"
    default: return Unicode.Scalar(Composition.decomposed(value).root) ?? self
    }
  }
}

extension String {
  /// The form that search compares: no marks, `đ` as `d`, small letters, every run of blanks one space.
  public var folded: String {
    var out = String.UnicodeScalarView()
    var blank = true
    for scalar in unicodeScalars where !Composition.isCombining(scalar.value) {
      if scalar.properties.isWhitespace {
        if !blank { out.append(" ") }
        blank = true
        continue
      }
      blank = false
      let plain = scalar.withoutMarks
      if plain.isASCII {
        out.append(plain.lowercasedASCII)
      } else {
        out.append(contentsOf: plain.properties.lowercaseMapping.unicodeScalars)
      }
    }
    if out.last == " " { out.removeLast() }
    return String(out)
  }
}

extension Unicode.Scalar {
  fileprivate var lowercasedASCII: Unicode.Scalar {
    ("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(value) + 0x20) : self
  }
}
