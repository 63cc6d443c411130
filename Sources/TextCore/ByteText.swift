/// Reading text out of untrusted bytes.
public enum ByteText {
  /// The length of a UTF-8 byte order mark at the beginning, else 0.
  public static func byteOrderMarkLength(_ bytes: Span<UInt8>) -> Int {
    bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
  }

  /// The text as NFC, or `nil` where a byte is not UTF-8.
  public static func string(_ bytes: ArraySlice<UInt8>) -> String? { string(bytes.span) }

  /// The text as NFC, or `nil` where a byte is not UTF-8.
  public static func string(_ bytes: Span<UInt8>) -> String? {
    guard let valid = try? UTF8Span(validating: bytes) else { return nil }
    let text = String(copying: valid)
    return !valid.isKnownASCII && mayHaveCombiningMarks(bytes) ? text.precomposed : text
  }

  /// Whether `string` takes the bytes over as they are.
  public static func isComposed(_ bytes: Span<UInt8>) -> Bool {
    if isPlain(bytes) { return true }
    guard let valid = try? UTF8Span(validating: bytes) else { return false }
    return valid.isKnownASCII || !mayHaveCombiningMarks(bytes)
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
    let range = trimmed(0..<bytes.count, in: bytes.span)
    return bytes[(bytes.startIndex + range.lowerBound)..<(bytes.startIndex + range.upperBound)]
  }

  /// A range of bytes without the blanks at either end.
  public static func trimmed(_ range: Range<Int>, in bytes: Span<UInt8>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end {
      if bytes[start].isBlank {
        start += 1
      } else if bytes[start] == 0xC2, start + 1 < end, bytes[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while start < end {
      if bytes[end - 1].isBlank {
        end -= 1
      } else if bytes[end - 1] == 0xA0, end - 1 > start, bytes[end - 2] == 0xC2 {
        end -= 2
      } else {
        break
      }
    }
    return start..<end
  }

  /// Whether all letters are of U+0000…U+02FF and U+1E80…U+1EFF, where all of Vietnamese is.
  private static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    var place = 0
    func isContinued(_ place: Int) -> Bool { place < bytes.count && bytes[place] & 0xC0 == 0x80 }
    while place < bytes.count {
      if place &+ 8 <= bytes.count {
        let word = unsafe bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self).littleEndian
        let others = word & 0x8080_8080_8080_8080
        place &+= others.trailingZeroBitCount &>> 3
        if others == 0 { continue }
      }
      switch bytes[place] {
      case 0x00...0x7F: place &+= 1
      case 0xC2...0xCB where isContinued(place &+ 1): place &+= 2
      case 0xE1 where place &+ 1 < bytes.count && bytes[place &+ 1] & 0xFE == 0xBA && isContinued(place &+ 2):
        place &+= 3
      default: return false
      }
    }
    return true
  }

  /// U+0300…U+036F begin with 0xCC or 0xCD.
  private static func mayHaveCombiningMarks(_ bytes: Span<UInt8>) -> Bool {
    // To the end in any case: so it takes many bytes at once.
    unsafe bytes.withUnsafeBufferPointer { unsafe $0.reduce(0 as UInt8) { $0 | ($1 & 0xFE == 0xCC ? 1 : 0) } != 0 }
  }
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
