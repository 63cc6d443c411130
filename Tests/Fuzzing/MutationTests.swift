import Foundation
import TestSupport
import Testing

/// Every parser on what the fuzzer has kept, and on a few thousand mutations that are the same in every run.
@Suite struct MutationTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  /// Bytes that mean something to one of the readers, and some that mean nothing to anybody.
  private static let morsels: [[UInt8]] =
    [
      ",", ";", "\t", "\"", "\"\"", "\n", "\r\n", "\r", " ", "\u{FEFF}", "\u{0}", "=", "#", "@all", "/", "-", ".",
      "1e9",
      "1.234", "16,5", "9999999999999999999999", "vn", "2023-06", "Quý II/2023", "sep=;", "chưa có", "đ", "\u{323}",
      "👨‍👩‍👧", "\u{202E}", "undo", "\u{1B}[2J", "\u{1B}[200~", "inherits = ", "palette.", " on ", "<html",
    ].map { Array($0.utf8) } + [
      [0xFF], [0xFE], [0xC3], [0xE1, 0xBB], [0xF0, 0x9F], [0xED, 0xA0, 0x80], [0xC0, 0x80],
    ]

  private static func mutated(_ bytes: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
    var bytes = bytes
    for _ in 0...Int.random(in: 0...3, using: &random) {
      let first = Int.random(in: 0...bytes.count, using: &random)
      let last = min(bytes.count, first + Int.random(in: 0...12, using: &random))
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes.insert(contentsOf: morsels.randomElement(using: &random) ?? [], at: first)
      case 1: bytes.replaceSubrange(first..<last, with: morsels.randomElement(using: &random) ?? [])
      case 2: bytes.removeSubrange(first..<last)
      case 3: bytes.insert(contentsOf: bytes[first..<last], at: Int.random(in: 0...bytes.count, using: &random))
      default: if first < bytes.count { bytes[first] = UInt8.random(in: 0...255, using: &random) }
      }
    }
    return bytes
  }

  @Test(arguments: FuzzedParser.allCases) func soundInputs(_ parser: FuzzedParser) {
    for seed in parser.seeds { #expect(parser.fault(in: seed) == nil) }
    #expect(parser.fault(in: []) == nil)
  }

  @Test(arguments: FuzzedParser.allCases) func mutations(_ parser: FuzzedParser) {
    let seeds = parser.seeds
    for number in 0..<UInt64(1_500) {
      var random = SeededRandom(seed: number)
      let bytes = Self.mutated(seeds[Int(number) % seeds.count], &random)
      if let fault = parser.fault(in: bytes) { Issue.record("\(parser.rawValue), mutation \(number): \(fault)") }
    }
  }

  /// What the fuzzer found worth keeping, `Corpus/PARSER/`: inputs that lead everywhere, and every fault that it found.
  @Test(arguments: FuzzedParser.allCases) func corpus(_ parser: FuzzedParser) throws {
    let folder = Self.folder.appendingPathComponent("Corpus/" + parser.rawValue)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(!names.isEmpty)
    for name in names {
      let bytes = Array(try Data(contentsOf: folder.appendingPathComponent(name)))
      let time = ContinuousClock().measure {
        if let fault = parser.fault(in: bytes) { Issue.record("\(parser.rawValue)/\(name): \(fault)") }
      }
      #expect(time < .seconds(10), "\(parser.rawValue)/\(name): \(time)")
    }
  }
}
