import Foundation
import TextCore

@testable import PlanCore

/// Imports into the small store of the tests.
enum Importing {
  static let today = Day(year: 2023, month: 7, day: 5) ?? .first
  static let path = "reports/nhap-2023-07-05-001"

  static func read(
    _ bytes: [UInt8], into store: Store? = nil, agency: String? = nil, period: String? = nil, map: [String] = [],
    decimal: DecimalSign? = nil, at path: String = path
  ) throws -> Import {
    try Import.read(
      bytes, named: "f.csv", into: store ?? MarkedStore().open(), at: path,
      ImportOptions(agency: agency, period: period, map: map, decimal: decimal, received: today))
  }

  /// The rows without their header and without the day on which they came in.
  static func rows(_ found: Import) -> [String] {
    String(decoding: found.bytes, as: UTF8.self).split(separator: "\n").dropFirst().map {
      $0.replacingOccurrences(of: ",2023-07-05,", with: ",*,")
    }
  }

  static func texts(_ found: Import) -> [String] { found.findings.kept.map { $0.text(in: .english) } }
}

/// The letters of a table in some encoding.
enum Letters: CaseIterable {
  case utf8, utf8WithMark, decomposed, littleEndian, bigEndian, littleEndianWithoutMark, bigEndianWithoutMark

  func bytes(_ text: String) -> [UInt8] {
    switch self {
    case .utf8: Array(text.utf8)
    case .utf8WithMark: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case .decomposed: Array(text.decomposedStringWithCanonicalMapping.utf8)
    case .littleEndian: [0xFF, 0xFE] + Self.units(text, isBig: false)
    case .bigEndian: [0xFE, 0xFF] + Self.units(text, isBig: true)
    case .littleEndianWithoutMark: Self.units(text, isBig: false)
    case .bigEndianWithoutMark: Self.units(text, isBig: true)
    }
  }

  private static func units(_ text: String, isBig: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return isBig ? [high, low] : [low, high]
    }
  }

  var encoding: ImportEncoding {
    switch self {
    case .utf8, .decomposed: .utf8
    case .utf8WithMark: .utf8WithMark
    case .littleEndian, .littleEndianWithoutMark: .utf16LittleEndian
    case .bigEndian, .bigEndianWithoutMark: .utf16BigEndian
    }
  }
}
