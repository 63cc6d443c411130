import Foundation
import TestSupport
import Testing
import TextCore

@testable import PlanCore

/// What is no table that can be read: recognised, and said what to do.
@Suite struct ImportRefusalTests {
  private func refusal(_ bytes: [UInt8]) throws -> ImportRefusal? {
    do {
      _ = try Importing.read(bytes)
      return nil
    } catch let refusal as ImportRefusal { return refusal }
  }

  @Test(
    arguments: [
      ([0x50, 0x4B, 3, 4] + Array("....[Content_Types].xml".utf8), Workbook.xlsx),
      ([0x50, 0x4B, 3, 4] + Array("mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8), .ods),
      ([0x50, 0x4B, 3, 4] + Array("bao-cao.csv".utf8), .zip), ([0x50, 0x4B, 5, 6], .zip),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], .xls), ([0x1F, 0x8B, 8], .gzip),
      (Array("%PDF-1.7".utf8), .pdf), (Array("{\\rtf1".utf8), .rtf), (Array("<html><table>".utf8), .html),
      (Array(" \r\n<!DOCTYPE HTML>".utf8), .html), ([0xEF, 0xBB, 0xBF] + Array("<table>".utf8), .html),
      (Array("<?xml version=\"1.0\"?><Workbook>".utf8), .xml), (Array("<?xml?><html>".utf8), .html),
      ([0xFF, 0xFE] + "<html>".utf8.flatMap { [$0, 0] }, .html),
    ] as [([UInt8], Workbook)])
  func workbooks(_ bytes: [UInt8], _ kind: Workbook) throws {
    let refusal = try #require(try refusal(bytes))
    #expect(refusal == .workbook(kind))
    #expect(refusal.message.vietnamese.contains("CSV UTF-8") && refusal.message.english.contains("Save As"))
  }

  /// The same heading and row in the three old ways.
  private static let legacy: [(LegacyEncoding, [UInt8])] = [
    // Đơn vị;Chỉ tiêu;Giá trị / Bộ Công an;DL1;1
    (
      .tcvn3,
      [0xA7, 0xAC] + Array("n v".utf8) + [0xDE] + Array(";Ch".utf8) + [0xD8] + Array(" ti".utf8) + [0xAA]
        + Array("u;Gi".utf8) + [0xB8] + Array(" tr".utf8) + [0xDE] + Array("\nB".utf8) + [0xE9] + Array(" C".utf8) + [
          0xAB
        ]
        + Array("ng an;DL1;1\n".utf8)
    ),
    (
      .vni,
      [0xD1, 0xF4] + Array("n v".utf8) + [0xF2] + Array(";Ch".utf8) + [0xE6] + Array(" tie".utf8) + [0xE2]
        + Array("u;Gia".utf8) + [0xF9] + Array(" tr".utf8) + [0xF2] + Array("\nBo".utf8) + [0xE4] + Array(" Co".utf8)
        + [0xE2] + Array("ng an;DL1;1\n".utf8)
    ),
    (
      .windows1258,
      [0xD0, 0xF5] + Array("n vi".utf8) + [0xF2] + Array(";Chi".utf8) + [0xD2] + Array(" ti".utf8) + [0xEA]
        + Array("u;Gi".utf8) + [0xE1] + Array(" tri".utf8) + [0xF2] + Array("\nB".utf8) + [0xF4, 0xF2]
        + Array(" C".utf8)
        + [0xF4] + Array("ng an;DL1;1\n".utf8)
    ),
  ]

  @Test func oldEncodings() throws {
    for (encoding, bytes) in Self.legacy {
      #expect(try refusal(bytes) == .legacy(encoding))
      #expect(try #require(try refusal(bytes)).message.vietnamese.contains("Unicode"))
      // Opened as Western text and saved as Unicode, in which Windows-1258 cannot be told from that.
      guard encoding != .windows1258 else { continue }
      let western = String(bytes.map { Character(Unicode.Scalar($0)) })
      #expect(try refusal(Array(western.utf8)) == .legacy(encoding))
    }
  }

  /// Sound Vietnamese is taken for nothing else, in whatever form and however little of it there is.
  @Test func soundTextIsNoOldEncoding() throws {
    let names = BundledPlan.files.filter { $0.path.hasSuffix("s.csv") }.flatMap {
      String(decoding: $0.bytes, as: UTF8.self).split { "\n,;".contains($0) }.map(String.init)
    }
    #expect(names.count > 1_000)
    // Tones on the second vowel, as many write them.
    let other = ["Thanh Hoá, Khánh Hoà, Hoà Bình", "tài khoản hoá, Xoài, hoãn, hoãn", "KHÁNH HOÀ, THANH HOÁ"]
    for name in names + other {
      for text in [name, name.decomposedStringWithCanonicalMapping] {
        #expect(LegacyEncoding(savedAsUnicode: Array(text.utf8)) == nil, "\(text)")
        #expect(try ImportEncoding.decode(Array(text.utf8)).encoding == .utf8)
      }
    }
  }

  @Test(
    arguments: [
      (Array("a;b\nc;\u{E9}".utf8) + [0xFF], ImportRefusal.notText(line: 2, column: 4)),
      ([0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8, 0x61, 0x00], .notText(line: 1, column: 2)),
      ([0xFE, 0xFF, 0x00, 0x0A, 0x00], .notText(line: 2, column: 1)),
      (Array("a;b\nc\u{0};d".utf8), .notText(line: 2, column: 2)),
      ([], .empty), (Array(" \r\n\t\n".utf8), .empty), ([0xEF, 0xBB, 0xBF], .empty), ([0xFF, 0xFE], .empty),
      (Array("sep=|\na|b\n".utf8), .separator("sep=|")),
      (Array("x;y\n1;2\n".utf8), .noHeader(["x;y"])),
      (Array("Giá trị;y\n1;2\n".utf8), .missing([.period, .agency, .indicator], headings: ["Giá trị", "y"])),
      (Array("period,agency,indicator\n".utf8), .missing([.value], headings: ["period", "agency", "indicator"])),
      ([UInt8](repeating: 0x61, count: Import.largest + 1), .tooLarge(mebibytes: 16)),
      (
        Array(("period,agency,indicator,value\n" + String(repeating: ",,,1\n", count: 100_001)).utf8),
        .tooManyRows(100_000)
      ),
    ] as [([UInt8], ImportRefusal)])
  func noTables(_ bytes: [UInt8], _ expected: ImportRefusal) throws {
    let found = try refusal(bytes)
    if case .noHeader = expected, case .noHeader = found { return }
    #expect(found == expected)
    for text in [expected.message.vietnamese, expected.message.english] { #expect(!text.isEmpty) }
  }

  // MARK: Hostile tables

  @Test(arguments: [
    String(repeating: "a;", count: 200_000), "Giá trị" + String(repeating: ";DL1", count: 200_000) + "\n1\n",
    "period,agency,indicator,value\n" + String(repeating: "\"\n", count: 200_000),
    "period,agency,indicator,value\n\"" + String(repeating: "\"\"", count: 600_000),
    "period,agency,indicator,value\n2023-06,mic,DL1," + String(repeating: "9", count: 1_000_000) + "\n",
    "period,agency,indicator,value\n" + String(repeating: "2023-06,bo thong tn,DL1 x,1.234\n", count: 15_000),
    "period,agency,indicator,value\n" + String(repeating: "2023-06,mic,DL1,1\n", count: 15_000),
    "Đơn vị;Kỳ" + String(repeating: ";DL1 tu so", count: 900) + "\n"
      + String(repeating: "mic;2023-06;1\n", count: 15_000),
    String(repeating: "\u{0301}", count: 300_000),
    "agency\n" + String(repeating: "e\u{0301}\u{0323}", count: 200_000),
  ])
  func boundedTime(_ text: String) throws {
    let bytes = Array(text.utf8)
    #expect(bytes.count <= Import.largest)
    let time = ContinuousClock().measure { _ = try? Importing.read(bytes, agency: "mic", period: "2023-06") }
    #expect(time < .seconds(30), "\(time)")
  }

  /// Whatever the bytes, nothing crashes, findings stand within the table, and the store reads what is made of it.
  @Test func damage() throws {
    let store = try MarkedStore().open()
    let tables = [
      "STT;Đơn vị;Chỉ tiêu;Kỳ báo cáo;Giá trị;Tử số;Mẫu số;Ghi chú\n1;Hà Nội;KT2;Tháng 6/2023;;1.234;2.345,0;\"a; b\"\n"
        + "2;Cả nước;KT1;Quý II/2023;14,96 %;;;\n",
      "sep=,\nagency,DL1,\"KT3\"\nmic,1,\"12.5\"\nsbv,N/A,5\n",
    ]
    for seed in 0..<UInt64(3_000) {
      var random = SeededRandom(seed: seed)
      let letters = Letters.allCases.randomElement(using: &random) ?? .utf8
      let bytes = DamageTests.damaged(letters.bytes(tables[Int(seed % 2)]), with: &random)
      guard let found = try? Importing.read(bytes, into: store, period: seed % 2 == 1 ? "2023-06" : nil) else {
        continue
      }
      for finding in found.findings.kept where finding.line < 1 || finding.column < 1 { Issue.record("\(seed)") }
      let read = try MarkedStore("reports/n.csv", bytes: found.bytes).open()
      #expect(read.findings.errorCount == 0, "seed \(seed): \(read.findings.kept)")
      #expect(read.reports.count == found.rowCount, "seed \(seed)")
    }
  }
}
