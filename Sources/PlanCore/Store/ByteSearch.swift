/// Looks for the first of a few bytes, eight at a time: cells of tables are short, and for the masks of sixty-four
/// bytes that reports are read with (`CSystemMarks`) there is too little between two of them.
struct ByteSearch {
  private let first: UInt64
  private let second: UInt64
  private let third: UInt64

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// - Parameter third: `second` where only two are looked for.
  init(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
    self.first = UInt64(first) &* Self.ones
    self.second = UInt64(second) &* Self.ones
    self.third = UInt64(third) &* Self.ones
  }

  /// The place of the first of them, from `start` on; the end where there is none.
  @inline(__always)
  func place(in bytes: Span<UInt8>, from start: Int) -> Int {
    precondition(start >= 0)
    var place = start
    while place &+ 8 <= bytes.count {
      let word = unsafe bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self).littleEndian
      let found = Self.zeros(word ^ first) | Self.zeros(word ^ second) | Self.zeros(word ^ third)
      if found != 0 { return place &+ found.trailingZeroBitCount &>> 3 }
      place &+= 8
    }
    while place < bytes.count, !isWanted(bytes[place]) { place &+= 1 }
    return min(place, bytes.count)
  }

  private func isWanted(_ byte: UInt8) -> Bool {
    let word = UInt64(byte) &* Self.ones
    return word == first || word == second || word == third
  }

  /// The high bit of every byte that is 0. Those above the lowest may be wrong, for what is taken from one byte may be
  /// borrowed from the next.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highBits }
}
