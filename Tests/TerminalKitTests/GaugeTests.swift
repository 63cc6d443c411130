import TerminalKit
import Testing

@Suite struct GaugeTests {
  @Test(
    arguments: [
      (0.074, 6.0 / 7, GlyphSet.blocks, "█▌░╱╱╱╱╱╱╱╱╱╱╱│╱╱╱╱╱"),
      (0.074, 6.0 / 7, .box, "█▌░▒▒▒▒▒▒▒▒▒▒▒│▒▒▒▒▒"),
      (0.074, 6.0 / 7, .ascii, "#--???????????|?????"),
      (0.1111, 8.0 / 9, .blocks, "██▎╱╱╱╱╱╱╱╱╱╱╱│╱╱╱╱╱"),
      (0.2, 0.7, .blocks, "████░░╱╱╱╱╱╱╱╱│╱╱╱╱╱"),
      (0.2, 0, .ascii, "####----------|-----"),
      (1, 0, .blocks, "██████████████│█████"),
      (0.999, 0, .blocks, "██████████████│████▉"),
      (0.0001, 1, .blocks, "▏╱╱╱╱╱╱╱╱╱╱╱╱╱│╱╱╱╱╱"),
      (0, 1, .blocks, "╱╱╱╱╱╱╱╱╱╱╱╱╱╱│╱╱╱╱╱"),
    ] as [(Double, Double, GlyphSet, String)]) func drawing(
      fraction: Double, unknown: Double, glyphs: GlyphSet, expected: String
    )
  {
    var canvas = Canvas(size: Size(width: 20, height: 1))
    Gauge(fraction, tick: 273.0 / 365, unknown: unknown).draw(on: &canvas, x: 0, y: 0, width: 20, glyphs: glyphs)
    #expect(canvas.text == expected)
  }

  @Test func valuesOutsideCountAsTheNearerEnd() {
    for (value, expected) in [
      (Double.nan, 0.0), (-.infinity, 0), (-0.5, 0), (0, 0), (0.25, 0.25), (1, 1), (1.5, 1), (.infinity, 1),
    ] {
      let gauge = Gauge(value, tick: value, unknown: value)
      #expect(gauge.fraction == expected && gauge.tick == expected && gauge.unknown == expected, "\(value)")
    }
  }

  /// Every width with every hundredth of each share: within its columns, never full too early, never empty too late.
  @Test(arguments: GlyphSet.allCases) func exhaustive(glyphs: GlyphSet) {
    for width in 0...12 {
      for hundredths in stride(from: 0, through: 100, by: 2) {
        for unknown in [0, 0.3, 0.99, 1] {
          let fraction = Double(hundredths) / 100
          var canvas = Canvas(size: Size(width: width + 4, height: 1))
          Gauge(fraction, unknown: unknown).draw(on: &canvas, x: 2, y: 0, width: width, glyphs: glyphs)
          let row = Array(canvas.row(0))
          let bar = row[2..<(2 + width)]
          #expect(row.prefix(2).allSatisfy { $0.scalar == 0x20 } && row.suffix(2).allSatisfy { $0.scalar == 0x20 })
          #expect(bar.allSatisfy { $0.scalar != 0x20 })
          let full = bar.count { $0.scalar == glyphs.gaugeFull.value }
          #expect((full == width) == (fraction == 1 || width == 0), "\(width) \(fraction)")
          let filled = bar.count { $0.role == .gaugeFill }
          if fraction > 0, width > 1 { #expect(filled > 0) }
          if fraction == 0 { #expect(filled == 0) }
          if unknown == 0 { #expect(bar.allSatisfy { $0.role != .gaugeUnknown }) }
        }
      }
    }
  }

  @Test func outsideTheCanvas() {
    for x in [Int.min, -30, -3, 0, 3, 30, Int.max - 40] {
      for y in [-1, 0, 1] {
        var canvas = Canvas(size: Size(width: 6, height: 1))
        Gauge(0.5, tick: 0.5, unknown: 0.2).draw(on: &canvas, x: x, y: y, width: 10, glyphs: .blocks)
        #expect(canvas.cells.count == 6)
      }
    }
  }
}

@Suite struct SparklineTests {
  @Test(
    arguments: [
      ([0, 1, 2, 3, 4, 5, 6, 7], 8, GlyphSet.blocks, "▁▂▃▄▅▆▇█"),
      ([0, 1, 2, 3, 4, 5, 6, 7], 8, .box, "___▄▄▄██"),
      ([0, nil, 2, nil], 4, .ascii, "0.2."),
      ([nil, nil, nil, nil, 0, 0], 6, .blocks, "····▁▁"),
      ([-5, 99, 3], 3, .ascii, "073"),
      ([1, 2, 3], 2, .ascii, "23"),
      ([1, 2, 3], 0, .ascii, ""),
      ([1, 2, 3], -1, .ascii, ""),
    ] as [([Int?], Int, GlyphSet, String)]) func drawing(levels: [Int?], width: Int, glyphs: GlyphSet, expected: String)
  {
    var canvas = Canvas(size: Size(width: 10, height: 1))
    Sparkline(levels).draw(on: &canvas, x: 0, y: 0, width: width, glyphs: glyphs)
    #expect(canvas.text == expected)
  }
}
