import TestSupport
import Testing

@testable import PlanCore

/// Rows are put in order the same way by one thread and by many, of many rows and few.
@Suite struct ReportsBuilderTests {
  private static let slots = Reports.Slots(indicators: 3, agencies: 7)

  /// Parts of rows as several files would give them; some numbers are wide, and some ends are the same.
  private static func parts(_ count: Int, _ random: inout SeededRandom) -> [ReportsBuilder.Part] {
    var line: UInt32 = 0
    return (0..<3).map { number in
      var part = ReportsBuilder.Part(blocks: [], wide: [], line: line)
      var blocks = ReportBlocks()
      for row in 0..<(count / 3) {
        // Most in a few slots, so that some have many rows and some have none.
        let slot = min(random.next() % 21, random.next() % 21)
        var packed = PackedNumber(units: Int32(row), decimals: 1)
        if random.next() % 50 == 0 {
          packed = PackedNumber(form: PackedNumber.wide, bits: UInt32(part.wide.count))
          part.wide.append(WideNumber(value: Double(number * count + row) + 0.123456789, decimals: 9))
        }
        let end = Day(number: 19_000 + Int(random.next() % (number == 0 ? 40_000 : 300)))
        let report = PackedReport(
          end: end, isMonth: false, isSimulated: false, receipt: .unknown, place: UInt32(row), value: packed,
          numerator: .none,
          denominator: .none)
        blocks.append(UnsortedReport(slot: UInt32(slot), row: report))
      }
      part.blocks = blocks.blocks
      line += UInt32(count)
      return part
    }
  }

  /// What tells one output from another.
  private static func summary(_ output: ReportsBuilder.Output) -> [UInt64] {
    var summary = output.starts.map(UInt64.init)
    for row in output.rows {
      summary += [UInt64(row.endOrder) << 32 | UInt64(row.place), row.value(output.wide)?.bitPattern ?? 0]
    }
    for duplicate in output.duplicates { summary.append(UInt64(duplicate.earlier) << 32 | UInt64(duplicate.later)) }
    return summary + [UInt64(output.duplicateCount)]
  }

  @Test func threadsMakeNoDifference() {
    var random = SeededRandom(seed: 1)
    // So many that more threads than one are taken.
    let parts = Self.parts(100_002, &random)
    var expected: [UInt64] = []
    for threads in [1, 2, 7] {
      var builder = ReportsBuilder(slots: Self.slots)
      builder.parts = parts
      let summary = Self.summary(builder.build(threads: threads))
      if expected.isEmpty { expected = summary }
      #expect(summary == expected, "\(threads) threads")
    }
  }

  @Test func rowsAreInOrder() {
    for seed in 0..<UInt64(20) {
      var random = SeededRandom(seed: seed)
      let parts = Self.parts(Int(random.next() % 900), &random)
      var builder = ReportsBuilder(slots: Self.slots)
      builder.parts = parts
      let output = builder.build(threads: 1)
      var rows = parts.flatMap { part in
        part.blocks.joined().map { report in
          (
            slot: report.slot, end: report.row.endOrder, line: report.row.place + part.line,
            value: report.row.value(part.wide)
          )
        }
      }
      rows.sort { ($0.slot, $0.end, $0.line) < ($1.slot, $1.end, $1.line) }
      #expect(rows.map(\.line) == output.rows.map(\.place), "seed \(seed)")
      #expect(rows.map(\.value) == output.rows.map { $0.value(output.wide) }, "seed \(seed)")
      let starts = (0...UInt32(Self.slots.count)).map { slot in UInt32(rows.filter { $0.slot < slot }.count) }
      #expect(output.starts == starts, "seed \(seed)")
    }
  }
}
