import TestSupport
import Testing

@testable import PlanCore

/// Both ways of finding quotes, commas and newlines find the same, which is what is there.
@Suite struct MarkCursorTests {
  private static let marks: Set<UInt8> = [UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: "\n")]

  /// Bytes that are next to a mark or differ from one by their highest bit, and any others.
  private static func bytes(_ count: Int, _ random: inout SeededRandom) -> [UInt8] {
    let near: [UInt8] = [0x22, 0x2C, 0x0A, 0xA2, 0xAC, 0x8A, 0x21, 0x23, 0x2B, 0x2D, 0x09, 0x0B, 0, 0xFF]
    let isDense = Bool.random(using: &random)
    return (0..<count).map { _ in
      isDense || Int.random(in: 0..<8, using: &random) == 0
        ? near.randomElement(using: &random) ?? 0 : UInt8.random(in: 0...255, using: &random)
    }
  }

  /// The marks that a cursor finds from a place on, and where it says that they end.
  private static func found(_ bytes: [UInt8], from place: Int, _ path: MarkCursor.Path) -> [Int] {
    (bytes + [UInt8](repeating: 0, count: 64)).withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return [] }
      var cursor = MarkCursor(base, count: bytes.count, path: path)
      // From anywhere, and twice.
      cursor.seek(bytes.count - place)
      _ = cursor.next()
      cursor.seek(place)
      var places: [Int] = []
      repeat { places.append(cursor.next()) } while places.last != bytes.count && places.count <= bytes.count
      // It stays at the end.
      places.append(cursor.next())
      return places
    }
  }

  @Test func bothFindWhatIsThere() {
    for seed in 0..<UInt64(300) {
      var random = SeededRandom(seed: seed)
      let bytes = Self.bytes(Int.random(in: 0...300, using: &random), &random)
      let place = Int.random(in: 0...bytes.count, using: &random)
      let expected =
        bytes.indices.filter { $0 >= place && Self.marks.contains(bytes[$0]) } + [bytes.count, bytes.count]
      for path in MarkCursor.Path.allCases {
        let found = Self.found(bytes, from: place, path)
        if found != expected { Issue.record("seed \(seed), \(path), from \(place) of \(bytes): \(found)") }
      }
    }
  }

  @Test func everyByteAtEveryPlace() {
    for place in 0..<130 {
      for byte in UInt8.min...UInt8.max where byte < 0x30 || byte & 0x7F < 0x30 {
        var bytes = [UInt8](repeating: UInt8(ascii: "x"), count: 130)
        bytes[place] = byte
        let expected = (Self.marks.contains(byte) ? [place] : []) + [130, 130]
        for path in MarkCursor.Path.allCases where Self.found(bytes, from: 0, path) != expected {
          Issue.record("\(path) misreads \(byte) at \(place)")
        }
      }
    }
  }
}
