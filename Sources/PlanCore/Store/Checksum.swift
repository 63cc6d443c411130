/// Sixty-four bits that tell whether bytes are still the same; made as fast as memory is read, not against somebody
/// who wants to be taken for another.
enum Checksum {
  private static let prime: UInt64 = 0x9E37_79B9_7F4A_7C15

  static func of(_ bytes: UnsafeRawBufferPointer, seed: UInt64 = 0) -> UInt64 {
    var lanes = (seed, seed ^ prime, seed &+ prime, ~seed)
    var place = 0
    while place &+ 32 <= bytes.count {
      unsafe lanes.0 = mix(lanes.0, bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      unsafe lanes.1 = mix(lanes.1, bytes.loadUnaligned(fromByteOffset: place &+ 8, as: UInt64.self))
      unsafe lanes.2 = mix(lanes.2, bytes.loadUnaligned(fromByteOffset: place &+ 16, as: UInt64.self))
      unsafe lanes.3 = mix(lanes.3, bytes.loadUnaligned(fromByteOffset: place &+ 24, as: UInt64.self))
      place &+= 32
    }
    while place &+ 8 <= bytes.count {
      unsafe lanes.0 = mix(lanes.0, bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place &+= 8
    }
    var rest = UInt64(truncatingIfNeeded: bytes.count)
    while place < bytes.count {
      unsafe rest = rest &<< 8 | UInt64(bytes[place])
      place &+= 1
    }
    return mix(mix(mix(mix(lanes.0, rest), lanes.1), lanes.2), lanes.3)
  }

  private static func mix(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let product = (state ^ word).multipliedFullWidth(by: prime)
    return product.high ^ product.low &+ word
  }
}
