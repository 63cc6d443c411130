import TestSupport
import Testing
import TextCore

@testable import PlanCore

/// Whatever the bytes, nothing crashes, and every finding has a place within the file.
@Suite struct DamageTests {
  /// Bytes that mean something to a reader, and some that mean nothing to anybody.
  private static let morsels: [[UInt8]] =
    [
      ",", "\"", "\"\"", "\n", "\r\n", "\r", " ", "\t", "\u{FEFF}", "\u{0}", "=", "#", "@all", "@", "/", "-", ".",
      "1e9",
      "9999999999999999999999", "vn", "2023-06", "2023-06-31", "đ", "\u{323}", "👨‍👩‍👧", "\u{202E}", "undo", "\u{1B}[2J",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xE1, 0xBB], [0xF0, 0x9F], [0xED, 0xA0, 0x80], [0xC0, 0x80]]

  static func damaged(_ bytes: [UInt8], with random: inout SeededRandom) -> [UInt8] {
    var bytes = bytes
    for _ in 0...Int.random(in: 0...3, using: &random) {
      let first = Int.random(in: 0...bytes.count, using: &random)
      let last = min(bytes.count, first + Int.random(in: 0...12, using: &random))
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes.insert(contentsOf: morsels.randomElement(using: &random) ?? [], at: first)
      case 1: bytes.replaceSubrange(first..<last, with: morsels.randomElement(using: &random) ?? [])
      case 2: bytes.removeSubrange(first..<last)
      case 3: bytes.insert(contentsOf: bytes[first..<last], at: Int.random(in: 0...bytes.count, using: &random))
      case 4: bytes.removeSubrange((Bool.random(using: &random) ? first : last)...)
      default: if first < bytes.count { bytes[first] = UInt8.random(in: 0...255, using: &random) }
      }
    }
    return bytes
  }

  static func randomBytes(with random: inout SeededRandom) -> [UInt8] {
    (0..<Int.random(in: 0...24, using: &random)).flatMap { _ in
      Bool.random(using: &random)
        ? morsels.randomElement(using: &random) ?? [] : [UInt8.random(in: 0...255, using: &random)]
    }
  }

  static let fixtures: [String: [UInt8]] = {
    var files = MarkedStore.sound
    files["updates.csv"] = Array(
      """
      at,author,subject,field,value,effective,evidence
      2023-06-30T17:00:00+07:00,lan,task/T01,status,done,2023-06-01,"CV ""1"", x"
      2023-06-30T17:00:00+07:00,lan,task/T02/ha-noi,note,"Đã
      gọi",,
      2023-06-30T17:00:00+07:00,lan,task/T01,undo,,,

      """.utf8)
    files["reports/a.csv"] = Array(
      """
      period,agency,indicator,value,numerator,denominator,received,source,note
      2023-06,mic,DL1,1,,,2023-07-01,s1,
      2023-06-30,vn,KT1,14.96,,,,s2,"Sơ bộ, chờ"
      2023-06,ha-noi,KT2,,3,10,,,

      """.utf8)
    return files
  }()

  private static func sound() throws -> Store { try Store(.folder(""), source(fixtures)) }

  private static func source(_ files: [String: [UInt8]]) -> BundledFiles {
    BundledFiles(files.map { StoreLocation.File(path: $0.key, bytes: $0.value) })
  }

  /// Opens a store with one file in place of another; what is not the plan is cheap to read again.
  private func check(_ name: String, _ bytes: [UInt8], sound: Store, _ case: String) {
    var files = Self.fixtures
    files[name] = bytes
    do {
      let store = try Store(.folder(""), Self.source(files), previous: sound)
      checkPlaces(store.findings, name, bytes, `case`)
    } catch {
      #expect(name == "plan.conf", "\(`case`): \(error)")
    }
  }

  private func checkPlaces(_ findings: Findings, _ name: String, _ bytes: [UInt8], _ case: String) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for finding in findings.kept where finding.file == name {
      let isInside =
        finding.line >= 1 && finding.column >= 1 && finding.line <= max(1, lines.count)
        && finding.column <= (lines.isEmpty ? 0 : lines[finding.line - 1].count) + 1
      if !isInside { Issue.record("\(`case`): \(finding.text(in: .english)) lies outside of \(bytes)") }
    }
  }

  @Test(arguments: fixtures.keys.sorted())
  func mutations(name: String) throws {
    let isCheap = name.hasPrefix("reports/") || name == "updates.csv"
    let fixture = Self.fixtures[name] ?? []
    let sound = try Self.sound()
    #expect(sound.findings.isEmpty)
    for seed in 0..<UInt64(isCheap ? 2_000 : 300) {
      var random = SeededRandom(seed: seed)
      check(name, Self.damaged(fixture, with: &random), sound: sound, "\(name), mutation of seed \(seed)")
    }
    for seed in 0..<UInt64(isCheap ? 500 : 50) {
      var random = SeededRandom(seed: seed)
      check(name, Self.randomBytes(with: &random), sound: sound, "\(name), bytes of seed \(seed)")
    }
  }

  @Test func everyTruncation() throws {
    let sound = try Self.sound()
    for name in ["reports/a.csv", "updates.csv", "pillars.csv"] {
      let fixture = Self.fixtures[name] ?? []
      for count in fixture.indices {
        check(name, Array(fixture[..<count]), sound: sound, "\(name) cut at \(count)")
      }
    }
  }

  /// The reader alone, which is cheap: every record's cells lie within the file and in order.
  @Test func records() {
    let fixture = Self.fixtures["updates.csv"] ?? []
    for seed in 0..<UInt64(10_000) {
      var random = SeededRandom(seed: seed)
      let bytes = seed % 3 == 0 ? Self.randomBytes(with: &random) : Self.damaged(fixture, with: &random)
      var reader = CSVReader(bytes)
      var end = 0
      while reader.next() {
        for cell in reader.cells {
          let isInside =
            cell.start >= end && cell.content.lowerBound >= cell.start && cell.content.upperBound <= bytes.count
          if !isInside { Issue.record("seed \(seed): a cell lies outside") }
          end = max(end, cell.start)
        }
      }
    }
  }

  /// What costs too much where work is done twice for every cell or line.
  @Test func hostileSizesCostBoundedTime() throws {
    let sound = try Self.sound()
    let header = "period,agency,indicator,value\n"
    let hostile = [
      String(repeating: "x,", count: 50_000),
      header + String(repeating: ",", count: 100_000),
      header + String(repeating: "2023-06,mc,KT9,1\n", count: 10_000),
      header + String(repeating: "\"\n", count: 50_000),
      header + String(repeating: "a,\"\"\"\"\n", count: 20_000) + "\"",
      header + "\"" + String(repeating: "\"\"", count: 100_000),
      header + "2023-06,vn,KT1," + String(repeating: "9", count: 200_000),
      header + "2023-06,\"" + String(repeating: "\n", count: 100_000) + "\",KT1,1",
    ]
    let clock = ContinuousClock()
    for (index, text) in hostile.enumerated() {
      let time = clock.measure { check("reports/a.csv", Array(text.utf8), sound: sound, "hostile \(index)") }
      #expect(time < .seconds(10), "hostile \(index)")
    }
  }

  /// A place is not counted anew from the row's beginning for every fault in it.
  @Test func manyFaultsInALongRow() throws {
    let long = String(repeating: "x", count: 500_000)
    let unknown = (0..<1_000).map { "no\($0)" }.joined(separator: " ")
    let store = MarkedStore([
      "tasks.csv": "id,title_vi,lead,coordinating,source\nT01,\"\(long)\nđ\",mic,\(unknown),s1\n",
      "actions.csv": "id,month,title_vi,source\n",
    ])
    let clock = ContinuousClock()
    let time = try clock.measure {
      let findings = try store.open().findings
      #expect(findings.kept.count == 1_000)
      #expect(findings.kept.allSatisfy { $0.line == 3 && $0.column == 8 })
    }
    #expect(time < .seconds(10), "\(time)")
  }

  /// In whatever order places are asked for, they are what counting from the beginning gives.
  @Test func placesInAnyOrder() {
    let bytes = Array("\u{FEFF}a,\"đ\nê\n\",x\u{301}".utf8) + [0xFF, 0xE1, 0xBB] + Array(",\"\n\",é,f\n".utf8)
    var reader = CSVReader(bytes)
    _ = reader.next()
    let expected = ["1:1", "1:3", "3:3", "3:9", "4:3", "4:5"]
    #expect(reader.cells.map(\.start).map { reader.place(of: $0) }.map { "\($0):\($1)" } == expected)
    var random = SeededRandom(seed: 1)
    for _ in 0..<100 {
      let number = Int.random(in: 0..<expected.count, using: &random)
      let (line, column) = reader.place(of: reader.cells[number].start)
      #expect("\(line):\(column)" == expected[number])
    }
  }
}
