import TestSupport
import Testing

@testable import PlanCore

@Suite struct ByteSearchTests {
  /// What looking at byte after byte finds, from every place on; bytes that differ in one bit among them.
  @Test func findsTheFirst() {
    let search = ByteSearch(0x2C, 0x0A, 0x22)
    let morsels: [UInt8] = [0x2C, 0x2D, 0xAC, 0x0A, 0x0B, 0x8A, 0x22, 0x23, 0xA2, 0x00, 0xFF, 0x61]
    for seed in 0..<UInt64(2_000) {
      var random = SeededRandom(seed: seed)
      let rare = Int.random(in: 1...20, using: &random)
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ -> UInt8 in
        Int.random(in: 0..<rare, using: &random) == 0 ? morsels.randomElement(using: &random) ?? 0 : 0x61
      }
      for start in 0...bytes.count {
        let expected = bytes[start...].firstIndex { [0x2C, 0x0A, 0x22].contains($0) } ?? bytes.count
        #expect(search.place(in: bytes.span, from: start) == expected, "seed \(seed), from \(start)")
      }
    }
  }
}
