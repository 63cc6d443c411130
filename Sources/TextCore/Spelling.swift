extension String {
  /// Of folded text the one spelling of syllables that are spelled in two ways: `kỳ` and `kì`, `tỷ lệ` and `tỉ lệ`, `quý`
  /// and `quí` end in `i`. Where the mark of a tone stands, as in `hóa` and `hoá`, is of no matter in folded text.
  public var inOneSpelling: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    var start = 0
    for byte in utf8 {
      if byte == 0x20 {
        Self.endSyllable(&bytes, from: start)
        start = bytes.count + 1
      }
      bytes.append(byte)
    }
    Self.endSyllable(&bytes, from: start)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A `y` is written `i` where it is the syllable's only vowel: after consonants, and after `qu`.
  private static func endSyllable(_ bytes: inout [UInt8], from start: Int) {
    guard bytes.count > start + 1, bytes.last == UInt8(ascii: "y") else { return }
    let head = bytes[start..<(bytes.count - 1)]
    guard head.elementsEqual("qu".utf8) || !head.contains(where: "aeiouy".utf8.contains) else { return }
    bytes[bytes.count - 1] = UInt8(ascii: "i")
  }
}
