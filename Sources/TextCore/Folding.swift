extension Unicode.Scalar {
  /// The letter without its Vietnamese marks, in its own case: `Ộ` gives `O`, `đ` gives `d`.
  public var withoutMarks: Unicode.Scalar {
    if isASCII { return self }
    switch value {
    case 0x0110: return "D"
    case 0x0111: return "d"
    default: return Unicode.Scalar(Composition.root(of: value)) ?? self
    }
  }
}

extension String {
  /// The form that search compares: no marks, `đ` as `d`, small letters, every run of blanks one space.
  public var folded: String {
    var out = String.UnicodeScalarView()
    var blank = true
    for scalar in unicodeScalars where !scalar.isCombining {
      if scalar.isBlank {
        if !blank { out.append(" ") }
        blank = true
        continue
      }
      blank = false
      let plain = scalar.withoutMarks
      if plain.isASCII {
        out.append(plain.lowercasedASCII)
      } else {
        // The small letter of one may be two, the second a mark.
        out.append(contentsOf: plain.properties.lowercaseMapping.unicodeScalars.lazy.filter { !$0.isCombining })
      }
    }
    if out.last == " " { out.removeLast() }
    return String(out)
  }
}

extension Unicode.Scalar {
  fileprivate var isCombining: Bool { Composition.isCombining(value) }

  fileprivate var isBlank: Bool { isASCII ? UInt8(value).isBlank : properties.isWhitespace }

  fileprivate var lowercasedASCII: Unicode.Scalar {
    ("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(value) + 0x20) : self
  }
}
