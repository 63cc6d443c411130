internal import TextCore

/// How the letters of a table are written.
public enum ImportEncoding: String, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  case utf8WithMark = "UTF-8 (BOM)"
  case utf16LittleEndian = "UTF-16 LE"
  case utf16BigEndian = "UTF-16 BE"

  /// The text as UTF-8 without a byte order mark, its lines ended by LF or CRLF.
  static func decode(_ bytes: [UInt8]) throws(ImportRefusal) -> (text: [UInt8], encoding: ImportEncoding) {
    if let workbook = Workbook(bytes) { throw .workbook(workbook) }
    let (text, encoding) = try decodeLetters(bytes)
    if text.contains(0) { throw notText(text, at: text.firstIndex(of: 0) ?? 0) }
    if let workbook = Workbook(text) { throw .workbook(workbook) }
    if let legacy = LegacyEncoding(savedAsUnicode: text) { throw .legacy(legacy) }
    return (withNewlines(text), encoding)
  }

  private static func decodeLetters(
    _ bytes: [UInt8]
  ) throws(ImportRefusal) -> (text: [UInt8], encoding: ImportEncoding) {
    if bytes.starts(with: [0xFF, 0xFE]) {
      return (try decode16(bytes[2...], isBig: false), .utf16LittleEndian)
    }
    if bytes.starts(with: [0xFE, 0xFF]) { return (try decode16(bytes[2...], isBig: true), .utf16BigEndian) }
    if let isBig = looksLike16(bytes) {
      return (try decode16(bytes[...], isBig: isBig), isBig ? .utf16BigEndian : .utf16LittleEndian)
    }
    let mark = ByteText.byteOrderMarkLength(bytes.span)
    let text = Array(bytes[mark...])
    guard let fault = firstFault(text) else { return (text, mark > 0 ? .utf8WithMark : .utf8) }
    if let legacy = LegacyEncoding(text) { throw .legacy(legacy) }
    throw notText(text, at: fault)
  }

  /// Where the first byte stands that is no part of a letter.
  private static func firstFault(_ text: [UInt8]) -> Int? {
    if (try? UTF8Span(validating: text.span)) != nil { return nil }
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = text.makeIterator()
    var count = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): count += scalar.count
      case .error: return count
      case .emptyInput: return nil
      }
    }
  }

  private static func notText(_ text: [UInt8], at offset: Int) -> ImportRefusal {
    let before = text[..<offset]
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return .notText(
      line: before.lazy.filter { $0 == UInt8(ascii: "\n") }.count + 1,
      column: ByteText.columns(in: text[start..<offset]) + 1)
  }

  /// Old Macs end lines with CR alone.
  private static func withNewlines(_ text: [UInt8]) -> [UInt8] {
    let (newline, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    guard text.contains(carriageReturn), !text.contains(newline) else { return text }
    return text.map { $0 == carriageReturn ? newline : $0 }
  }

  // MARK: UTF-16

  /// Whether two bytes a letter, the greater first, without a mark that says so: commas, digits, blanks and most
  /// letters have a zero beside them, always on the same side.
  private static func looksLike16(_ bytes: [UInt8]) -> Bool? {
    guard bytes.count >= 4, bytes.count.isMultiple(of: 2) else { return nil }
    let pairs = min(bytes.count, 8_192) / 2
    var zeros = (even: 0, odd: 0)
    for pair in 0..<pairs {
      if bytes[pair * 2] == 0 { zeros.even += 1 }
      if bytes[pair * 2 + 1] == 0 { zeros.odd += 1 }
    }
    if zeros.odd * 3 >= pairs, zeros.even * 20 <= pairs { return false }
    if zeros.even * 3 >= pairs, zeros.odd * 20 <= pairs { return true }
    return nil
  }

  private static func decode16(_ bytes: ArraySlice<UInt8>, isBig: Bool) throws(ImportRefusal) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var iterator = bytes.makeIterator()
    func unit() -> (UInt16, isWhole: Bool)? {
      guard let first = iterator.next() else { return nil }
      guard let second = iterator.next() else { return (0, false) }
      return (isBig ? UInt16(first) << 8 | UInt16(second) : UInt16(second) << 8 | UInt16(first), true)
    }
    while let (first, isWhole) = unit() {
      var value = UInt32(first)
      if UTF16.isLeadSurrogate(first), let (second, _) = unit(), UTF16.isTrailSurrogate(second) {
        value = 0x10000 + (value - 0xD800) << 10 + UInt32(second) - 0xDC00
      }
      guard isWhole, let scalar = Unicode.Scalar(value) else { throw notText(text, at: text.count) }
      text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    return text
  }
}
