internal import TextCore

/// What a cell says. It takes the bytes of the file rather than their reader, which would be copied for each cell.
extension CSVReader.Cell {
  /// The bytes without the blanks around them, doubled quotes made single.
  func value(in bytes: [UInt8]) -> ArraySlice<UInt8> {
    guard hasDoubledQuotes else { return bytes[ByteText.trimmed(content, in: bytes.span)] }
    var single: [UInt8] = []
    single.reserveCapacity(content.count)
    var isSecond = false
    for byte in bytes[content] {
      isSecond = byte == CSVReader.quote && !isSecond
      if !isSecond || byte != CSVReader.quote { single.append(byte) }
    }
    return ByteText.trimmed(single[...])
  }

  /// The same as NFC, or `nil` where a byte is not UTF-8.
  func text(in bytes: [UInt8]) -> String? {
    if hasDoubledQuotes { return ByteText.string(value(in: bytes)) }
    let span = bytes.span
    return ByteText.string(span.extracting(ByteText.trimmed(content, in: span)))
  }

  func isBlank(in bytes: [UInt8]) -> Bool {
    hasDoubledQuotes ? value(in: bytes).isEmpty : ByteText.trimmed(content, in: bytes.span).isEmpty
  }

  /// Whether another cell holds the same bytes, written in the same way.
  func saysTheSame(as other: Self, in bytes: [UInt8]) -> Bool {
    guard content.count == other.content.count, hasDoubledQuotes == other.hasDoubledQuotes else { return false }
    return unsafe bytes.withUnsafeBytes { all in
      unsafe UnsafeRawBufferPointer(rebasing: all[content])
        .holdsTheSame(as: UnsafeRawBufferPointer(rebasing: all[other.content]))
    }
  }
}
