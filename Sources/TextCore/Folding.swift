extension Unicode.Scalar {
  /// The letter without its marks, in its own case: `Ộ` gives `O`, `đ` gives `d`.
  public var withoutMarks: Unicode.Scalar {
    if isASCII { return self }
    switch value {
    case 0x0110: return "D"
    case 0x0111: return "d"
    default: return Unicode.Scalar(Composition.root(of: value)) ?? self
    }
  }

  /// Appends the form that search compares as UTF-8; nothing for a mark.
  public func appendFolded(to bytes: inout [UInt8]) {
    let plain = withoutMarks
    if plain.isASCII {
      let byte = UInt8(plain.value)
      bytes.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    } else if !plain.isCombining {
      // The small letter of one may be two, the second a mark.
      for small in plain.properties.lowercaseMapping.unicodeScalars where !small.isCombining {
        bytes.append(contentsOf: UTF8.encode(small) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }

  fileprivate var isCombining: Bool { Composition.isCombining(value) }
  fileprivate var isBlank: Bool { isASCII ? UInt8(value).isBlank : properties.isWhitespace }
}

extension String {
  /// The form that search compares: no marks, `đ` as `d`, small letters, every run of blanks one space.
  public var folded: String { String(decoding: foldedUTF8, as: UTF8.self) }

  /// `folded` as bytes.
  public var foldedUTF8: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    var isAfterBlank = true
    for scalar in unicodeScalars {
      let isBlank = scalar.isBlank
      if !isBlank {
        scalar.appendFolded(to: &bytes)
      } else if !isAfterBlank {
        bytes.append(0x20)
      }
      isAfterBlank = isBlank
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    return bytes
  }
}
