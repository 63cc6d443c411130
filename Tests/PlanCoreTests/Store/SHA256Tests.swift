import Foundation
import TestSupport
import Testing

@testable import PlanCore

/// The vectors of NIST (FIPS 180-4 examples, CAVP SHA256ShortMsg), and every way to cut a message.
@Suite struct SHA256Tests {
  private static let vectors: [(String, String)] = [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ]

  @Test(arguments: vectors) func ofNIST(_ text: String, _ digest: String) {
    #expect(SHA256.hex(Array(text.utf8)) == digest)
  }

  @Test func ofSingleBytes() {
    #expect(SHA256.hex([0xD3]) == "28969cdfa74a12c82f3bad960b0b000aca2ac329deea5c2328ebc6f2ba9802c1")
    #expect(SHA256.hex([0x11, 0xAF]) == "5ca7133fa735326081558ac312c620eeca9970d1e70a4b95533d956f072d1f98")
  }

  @Test func ofAMillionLetters() {
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
    #expect(SHA256.hex(bytes) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  /// Lengths about the ends of blocks, cut in two at every place.
  @Test func inParts() {
    var random = SeededRandom(seed: 256)
    for length in [0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 127, 128, 129] {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      let whole = SHA256.hex(bytes)
      for cut in 0...length {
        var hash = SHA256()
        bytes[..<cut].withUnsafeBytes { hash.add($0) }
        bytes[cut...].withUnsafeBytes { hash.add($0) }
        #expect(hash.hex() == whole, "\(length) cut at \(cut)")
      }
    }
  }
}
