/// Numbers that look random and are the same for the same seed on every machine: SplitMix64 (Steele, Lea, Flood: «Fast
/// Splittable Pseudorandom Number Generators», OOPSLA 2014, with the constants of Vigna's public-domain splitmix64.c).
///
/// Each thing that is made up draws from a stream of its own, so that one more agency changes nothing about the others.
struct SeededNumbers {
  /// What a stream is for.
  enum Purpose: UInt64 {
    case lead, role, size, rank, denominator, jitter, receipt, silence, action, task, note
  }

  /// The year 2023, once and for all.
  private static let seed: UInt64 = 2_023

  private var state: UInt64

  init(state: UInt64) { self.state = state }

  init(_ purpose: Purpose, _ first: Int = 0, _ second: Int = 0) {
    state = Self.seed
    stir(purpose.rawValue)
    stir(UInt64(bitPattern: Int64(first)))
    stir(UInt64(bitPattern: Int64(second)))
  }

  private mutating func stir(_ part: UInt64) { state = next() ^ (part &* 0xD6E8_FEB8_6659_FD93) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// 0..<1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// −1…1, mostly near 0.
  mutating func spread() -> Double {
    let first = unit()
    return first - unit()
  }

  mutating func chance(_ share: Double) -> Bool { unit() < share }

  /// 0..<limit; 0 where there is nothing below it.
  mutating func below(_ limit: Int) -> Int { limit > 1 ? Int(next() % UInt64(limit)) : 0 }

  mutating func pick<Element>(_ list: [Element]) -> Element? { list.isEmpty ? nil : list[below(list.count)] }
}
