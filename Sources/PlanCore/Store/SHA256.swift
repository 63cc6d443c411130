internal import CSystem

/// The SHA-256 of bytes that come in parts (FIPS 180-4).
struct SHA256 {
  private var state = csystem_sha256()

  init() { unsafe csystem_sha256_begin(&state) }

  /// Takes the bytes of a buffer.
  mutating func add(_ buffer: UnsafeRawBufferPointer) {
    guard let start = buffer.baseAddress else { return }
    unsafe csystem_sha256_add(&state, start.assumingMemoryBound(to: UInt8.self), buffer.count)
  }

  /// 64 hexadecimal digits, small letters.
  consuming func hex() -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    unsafe csystem_sha256_end(&state, &digest)
    let digits = Array("0123456789abcdef".unicodeScalars)
    var text = String.UnicodeScalarView()
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(text)
  }

  /// Of bytes that are there at once.
  static func hex(_ bytes: [UInt8]) -> String {
    var hash = SHA256()
    unsafe bytes.withUnsafeBytes { unsafe hash.add($0) }
    return hash.hex()
  }
}
