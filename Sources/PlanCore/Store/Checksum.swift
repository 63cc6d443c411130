/// Sixty-four bits that tell whether bytes are still the same; made as fast as memory is read, not against somebody
/// who wants to be taken for another.
enum Checksum {
  private static let prime: UInt64 = 0x9E37_79B9_7F4A_7C15

  static func of(_ bytes: UnsafeRawBufferPointer, seed: UInt64 = 0) -> UInt64 {
    guard let start = bytes.baseAddress else { return mix(seed, 0) }
    let end = bytes.count
    var (a, b, c, d) = (seed, seed ^ prime, seed &+ prime, ~seed)
    var place = 0
    // Four at once, none of which waits for another.
    while place &+ 32 <= end {
      unsafe a = mix(a, start.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      unsafe b = mix(b, start.loadUnaligned(fromByteOffset: place &+ 8, as: UInt64.self))
      unsafe c = mix(c, start.loadUnaligned(fromByteOffset: place &+ 16, as: UInt64.self))
      unsafe d = mix(d, start.loadUnaligned(fromByteOffset: place &+ 24, as: UInt64.self))
      place &+= 32
    }
    while place &+ 8 <= end {
      unsafe a = mix(a, start.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place &+= 8
    }
    var rest = UInt64(truncatingIfNeeded: end)
    while place < end {
      unsafe rest = rest &<< 8 | UInt64(start.load(fromByteOffset: place, as: UInt8.self))
      place &+= 1
    }
    return mix(mix(mix(mix(a, rest), b), c), d)
  }

  @inline(__always)
  static func of(_ bytes: ShortBytes, seed: UInt64) -> UInt64 {
    // Once more, so that the last letters reach the lowest bits, which choose a bucket.
    mix(mix(mix(seed ^ bytes.count, bytes.first), bytes.last), 0)
  }

  @inline(__always)
  private static func mix(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let product = (state ^ word) &* prime
    return product ^ product &>> 32
  }
}

/// At most sixteen bytes: how many, and two words that hold them all and may overlap.
struct ShortBytes: Equatable {
  let count: UInt64
  let first: UInt64
  let last: UInt64

  /// There were more than sixteen, and nothing is known of them.
  var isTooLong: Bool { count == .max }

  @inline(__always)
  init(_ bytes: UnsafeRawBufferPointer) {
    let count = bytes.count
    guard let start = bytes.baseAddress, count > 0, count <= 16 else {
      self.count = count > 16 ? .max : 0
      (first, last) = (0, 0)
      return
    }
    self.count = UInt64(truncatingIfNeeded: count)
    if count >= 8 {
      unsafe first = start.loadUnaligned(as: UInt64.self)
      unsafe last = start.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
    } else if count >= 4 {
      unsafe first = UInt64(start.loadUnaligned(as: UInt32.self))
      unsafe last = UInt64(start.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self))
    } else {
      // The first, the middle and the last of at most three.
      unsafe first = UInt64(bytes[0]) | UInt64(bytes[count / 2]) << 8 | UInt64(bytes[count - 1]) << 16
      last = 0
    }
  }
}
