import TestSupport
import Testing

@testable import PlanCore

/// A report that is kept in twenty bytes comes back as it was, to the last bit.
@Suite struct PackedReportTests {
  private func isSame(_ a: Double?, _ b: Double?) -> Bool { a?.bitPattern == b?.bitPattern }

  /// Numbers as files have them, near every border that a layout has.
  private static func text(_ random: inout SeededRandom) -> String {
    let borders = [
      "0", "-0", "0.0", "-0.00", "2147483647", "2147483648", "-2147483648", "-2147483649", "214748.3647", "214748.3648",
      "2147.483648", "0.000001", "0.0000001", "9007199254740993", "0.1", "0.3", "1.005", "99.999999", "4294967296",
      String(repeating: "9", count: 308), "0." + String(repeating: "0", count: 320) + "1",
    ]
    if Int.random(in: 0..<5, using: &random) == 0 { return borders.randomElement(using: &random) ?? "0" }
    func digits(_ range: ClosedRange<Int>) -> String {
      (0..<Int.random(in: range, using: &random)).map { _ in "\(Int.random(in: 0...9, using: &random))" }.joined()
    }
    let whole = digits(1...(Bool.random(using: &random) ? 4 : 12))
    let part = digits(0...(Bool.random(using: &random) ? 2 : 9))
    return (Bool.random(using: &random) ? "-" : "") + whole + (part.isEmpty ? "" : "." + part)
  }

  @Test func numbersComeBack() throws {
    #expect(MemoryLayout<PackedReport>.size == 20)
    var wide: [WideNumber] = []
    for seed in 0..<UInt64(5_000) {
      var random = SeededRandom(seed: seed)
      let text = Self.text(&random)
      let number = try DecimalNumber.parse(text).get()
      let value = PackedNumber(number.value, decimals: number.decimals, limit: 6, &wide)
      let part = PackedNumber(number.value, decimals: nil, limit: 2, &wide)
      let isRight =
        isSame(value.value(wide), number.value) && value.decimals(wide) == number.decimals
        && isSame(part.value(wide), number.value)
      if !isRight { Issue.record("seed \(seed): \(text) comes back as \(value) and \(part)") }
    }
  }

  /// Nine digits in any column, which is what is read without a detour.
  @Test func unitsAreTheNearestNumber() throws {
    for seed in 0..<UInt64(2_000) {
      var random = SeededRandom(seed: seed)
      let units = Int32.random(in: -999_999_999...999_999_999, using: &random)
      let decimals = Int.random(in: 0...6, using: &random)
      guard units != 0 else { continue }
      let digits = "\(units.magnitude)"
      let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
      let text =
        (units < 0 ? "-" : "") + padded.dropLast(decimals) + (decimals == 0 ? "" : "." + padded.suffix(decimals))
      let packed = PackedNumber(units: units, decimals: decimals)
      let number = try DecimalNumber.parse(String(text)).get()
      if !isSame(packed.value([]), number.value) || packed.decimals([]) != number.decimals {
        Issue.record("seed \(seed): \(text) is read as \(packed)")
      }
    }
  }

  private static func report(_ random: inout SeededRandom) -> Report {
    func number() -> DecimalNumber? {
      Bool.random(using: &random) ? try? DecimalNumber.parse(text(&random)).get() : nil
    }
    let value = number()
    let days = [Day.first, Day.last, Day(number: Int.random(in: 19_000...20_000, using: &random))]
    return Report(
      end: days.randomElement(using: &random) ?? .first, isMonth: Bool.random(using: &random), agency: 0, indicator: 0,
      value: value?.value, decimals: value?.decimals ?? 0, numerator: number()?.value, denominator: number()?.value,
      isSimulated: Bool.random(using: &random), place: Report.Place(file: 0, line: 0),
      receipt: [.unknown, .onTime, .late].randomElement(using: &random) ?? .unknown)
  }

  @Test func reportsComeBack() {
    for seed in 0..<UInt64(3_000) {
      var random = SeededRandom(seed: seed)
      let report = Self.report(&random)
      let place = UInt32.random(in: 0..<UInt32(PackedReport.mostLines), using: &random)
      var wide = [WideNumber(value: 7, decimals: 0)]
      let packed = PackedReport(report, isSimulated: report.isSimulated, place: place, wide: &wide)
      let isRight =
        packed.end == report.end && packed.isMonth == report.isMonth && packed.isSimulated == report.isSimulated
        && packed.place == place && packed.receipt == report.receipt && isSame(packed.value(wide), report.value)
        && packed.decimals(wide) == report.decimals && isSame(packed.numerator(wide), report.numerator)
        && isSame(packed.denominator(wide), report.denominator) && packed.hasValue == (report.value != nil)
        && packed.hasNumerator == (report.numerator != nil)
        && packed.endOrder == PackedReport.endOrder(of: report.end)
      if !isRight { Issue.record("seed \(seed): \(report) comes back as \(packed)") }
      var moved = packed
      moved.place = place ^ 1
      if moved.place != place ^ 1 || moved.receipt != report.receipt { Issue.record("seed \(seed): \(moved)") }
      moved.rewrite { UInt32(wide.count) - 1 - $0 }
      if !isSame(moved.value(wide.reversed()), report.value)
        || !isSame(moved.numerator(wide.reversed()), report.numerator)
      {
        Issue.record("seed \(seed): \(report) is another one when its wide numbers have moved")
      }
    }
  }
}
