/// Reading text out of untrusted bytes.
public enum ByteText {
  /// The length of a UTF-8 byte order mark at the beginning, else 0.
  public static func byteOrderMarkLength(_ bytes: some Collection<UInt8>) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The text as NFC, or `nil` where a byte is not UTF-8.
  public static func string(_ bytes: ArraySlice<UInt8>) -> String? {
    guard let valid = try? UTF8Span(validating: bytes.span) else { return nil }
    let text = String(copying: valid)
    return !valid.isKnownASCII && bytes.contains(where: isLeadOfCombiningMark) ? text.precomposed : text
  }

  /// How many columns the bytes take: Unicode scalars, and one for a byte that is not UTF-8.
  public static func columns(in bytes: ArraySlice<UInt8>) -> Int {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var count = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid: count += 1
      case .error(let length): count += length
      case .emptyInput: return count
      }
    }
  }

  /// The same in order: Unicode scalars, and U+FFFD for a byte that is not UTF-8.
  public static func scalars(in bytes: ArraySlice<UInt8>) -> [Unicode.Scalar] {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var scalars: [Unicode.Scalar] = []
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let encoded): scalars.append(Unicode.UTF8.decode(encoded))
      case .error(let length): scalars += repeatElement("\u{FFFD}", count: length)
      case .emptyInput: return scalars
      }
    }
  }

  /// The bytes without blanks at either end: space, tab, CR, LF and the no-break space that spreadsheets leave.
  public static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes
    if let first = rest.first, let last = rest.last, first > 0x20, last > 0x20, first != 0xC2, last != 0xA0 {
      return rest
    }
    while let first = rest.first {
      if first.isBlank {
        rest.removeFirst()
      } else if rest.starts(with: noBreakSpace) {
        rest.removeFirst(2)
      } else {
        break
      }
    }
    while let last = rest.last {
      if last.isBlank {
        rest.removeLast()
      } else if last == 0xA0, rest.suffix(2).elementsEqual(noBreakSpace) {
        rest.removeLast(2)
      } else {
        break
      }
    }
    return rest
  }

  private static let noBreakSpace: [UInt8] = [0xC2, 0xA0]

  /// U+0300…U+036F begin with one of these two bytes.
  private static func isLeadOfCombiningMark(_ byte: UInt8) -> Bool { byte == 0xCC || byte == 0xCD }
}

extension UInt8 {
  /// Whether it is a space, a tab or the end of a line.
  public var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}

extension String {
  /// The text for a message: cut where it is long, since a cell may be a whole file.
  public var brief: String {
    utf8.count <= 60 ? self : String(unicodeScalars.prefix(48)) + "…"
  }
}
