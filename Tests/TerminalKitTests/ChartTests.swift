import TerminalKit
import Testing

@Suite struct ChartTests {
  /// A year with nine reports: the first month said by too few, the plan's end foreseen.
  private static var year: Chart {
    var chart = Chart(scale: ChartScale([70, 85, 80.5]))
    chart.expected = [Chart.Point(x: 0, y: 70), Chart.Point(x: 1, y: 85)]
    chart.uncertain = [Chart.Point(x: 1.0 / 12, y: 72)]
    chart.reported = (2...9).map { Chart.Point(x: Double($0) / 12, y: 70 + Double($0) * 0.9) }
    chart.forecast = [chart.reported[7], Chart.Point(x: 1, y: 80.5)]
    chart.now = 0.75
    chart.yLabels = [Chart.Label("85 %", at: 85), Chart.Label("70 %", at: 70), Chart.Label("80 %", at: 80)]
    chart.xLabels = (1...12).map { Chart.Label("Th\($0)", at: Double($0) / 12) }
    return chart
  }

  private func canvas(_ chart: Chart, _ width: Int, _ height: Int, _ glyphs: GlyphSet = .blocks) -> Canvas {
    var canvas = Canvas(size: Size(width: width, height: height))
    chart.draw(on: &canvas, x: 0, y: 0, size: canvas.size, glyphs: glyphs)
    return canvas
  }

  @Test(arguments: [
    (
      GlyphSet.blocks,
      """
      85 % ┤                                        │         ▁▁▁─
           │                                        │ ▁▁▁───▔▔
      80 % ┤                                   ▁▁───▔▔       . . ·
           │                           ▁▁▁──▔▔▔     ■· · ˙ ˙
           │                   ▁▁▁──▔▔▔■   ■   ■    │
           │            ▁▁───▔■   ■                 │
           │    ½▁───■▔▔ ■                          │
      70 % ┤─▔▔▔                                    │
           └────── Th2 ──── Th4 ──── Th6 ─── Th8 ─── Th10 ─── Th12
      """
    ),
    (
      .box,
      """
      85 % ┤                                        │         ___─
           │                                        │ ___───¯¯
      80 % ┤                                   __───¯¯       . . ·
           │                           ___──¯¯¯     ■· · ˙ ˙
           │                   ___──¯¯¯■   ■   ■    │
           │            __───¯■   ■                 │
           │    ½_───■¯¯ ■                          │
      70 % ┤─¯¯¯                                    │
           └────── Th2 ──── Th4 ──── Th6 ─── Th8 ─── Th10 ─── Th12
      """
    ),
    (
      .ascii,
      """
      85 % +                                        |         ___-
           |                                        | ___---''
      80 % +                                   __---''       . . .
           |                           ___--'''     *. . ` `
           |                   ___--'''*   *   *    |
           |            __---'*   *                 |
           |    /_---*'' *                          |
      70 % +-'''                                    |
           +------ Th2 ---- Th4 ---- Th6 --- Th8 --- Th10 --- Th12
      """
    ),
  ]) func threeLevels(_ glyphs: GlyphSet, _ picture: String) {
    let canvas = canvas(Self.year, 60, 9, glyphs)
    #expect(canvas.text == picture, "\n\(canvas.text)")
    if glyphs == .ascii { #expect(canvas.asciiOnly == canvas) }
  }

  /// Each series keeps its role, so that a theme tells them apart as their shapes do.
  @Test func roles() {
    let canvas = canvas(Self.year, 60, 9)
    let expected: [(shape: String, role: Role)] = [
      ("■", .chartReported), ("½", .chartReported), ("˙", .chartForecast), ("▔", .chartExpected), ("│", .chartAxis),
      ("┤", .chartAxis), ("└", .chartAxis),
    ]
    for (shape, role) in expected {
      let roles = Set(canvas.cells.filter { $0.scalar == shape.unicodeScalars.first?.value }.map(\.role))
      #expect(roles == [role], "\(shape)")
    }
  }

  /// Where there is little room the axes leave before the figures do.
  @Test func smallSizes() {
    let low = """
      85 % ┤     ▁─▔
      80 % ┤   ■■■ ˙
      70 % ┤▁■■  │
           └─── Th12
      """
    #expect(canvas(Self.year, 14, 4).text == low, "\n\(canvas(Self.year, 14, 4).text)")
    let lowest = """
           ▁▁■─.
      ▁½■■■■■│
      """
    #expect(canvas(Self.year, 10, 2).text == lowest, "\n\(canvas(Self.year, 10, 2).text)")
  }

  private static let strange: [Double] = [
    .nan, .infinity, -.infinity, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, .leastNonzeroMagnitude, 0, -0.0,
    1, 1e300, -5,
  ]

  /// Whatever the size and the figures: nothing traps, and nothing is drawn outside.
  @Test(arguments: GlyphSet.allCases) func exhaustive(_ glyphs: GlyphSet) {
    for figure in Self.strange {
      for other in Self.strange {
        var chart = Chart(scale: ChartScale([figure, other]))
        chart.expected = [Chart.Point(x: 0, y: figure), Chart.Point(x: 1, y: other)]
        chart.reported = [Chart.Point(x: figure, y: other), Chart.Point(x: 0.5, y: 3)]
        chart.uncertain = [Chart.Point(x: other, y: figure)]
        chart.forecast = [Chart.Point(x: figure, y: figure), Chart.Point(x: other, y: other)]
        chart.now = figure
        chart.yLabels = [Chart.Label("a", at: figure), Chart.Label("bcd", at: other)]
        chart.xLabels = [Chart.Label("x", at: figure), Chart.Label("yz", at: other)]
        for width in 0...16 {
          for height in 0...5 {
            var canvas = Canvas(size: Size(width: width + 4, height: height + 2))
            chart.draw(on: &canvas, x: 2, y: 1, size: Size(width: width, height: height), glyphs: glyphs)
            for y in 0..<(height + 2) {
              let row = canvas.row(y)
              let isInside = (1...max(1, height)).contains(y) && height > 0
              let outside = isInside ? Array(row.prefix(2) + row.suffix(2)) : row
              let isClean = outside.allSatisfy { $0.isBlank }
              #expect(isClean, "\(figure) \(other) \(width)×\(height)")
            }
          }
        }
      }
    }
  }

  @Test func outsideTheCanvas() {
    for x in [-70, -3, 0, 7, 70] {
      for y in [-20, -1, 0, 5] {
        var canvas = Canvas(size: Size(width: 12, height: 4))
        Self.year.draw(on: &canvas, x: x, y: y, size: Size(width: 60, height: 9), glyphs: .blocks)
        #expect(canvas.cells.count == 48)
      }
    }
  }

  /// What is over the target is in view above it, and the line is flat where nothing is to be done.
  @Test func overAchievement() {
    var chart = Chart(scale: ChartScale([100, 100, 240]))
    chart.expected = [Chart.Point(x: 0, y: 100), Chart.Point(x: 1, y: 100)]
    chart.reported = [Chart.Point(x: 0.5, y: 240)]
    let lines = canvas(chart, 9, 3).text.split(separator: "\n")
    #expect(lines == ["    ■", "▁▁▁▁▁▁▁▁▁", "─────────"], "\(lines)")
  }
}

@Suite struct ChartScaleTests {
  @Test(
    arguments: [
      // Headroom on both sides.
      ([74.5, 85], 73.87, 85.63), ([0, 100], -6, 106), ([-10, 50], -13.6, 53.6), ([20, 120, 40], 14, 126),
      // All equal, one, none, and what is no number.
      ([50, 50], 47, 53), ([0], -1, 1), ([], 0, 1), ([.nan, .infinity], 0, 1), ([.nan, 10, .infinity], 9, 11),
    ] as [([Double], Double, Double)]) func ends(_ values: [Double], _ least: Double, _ greatest: Double)
  {
    let scale = ChartScale(values)
    #expect(abs(scale.least - least) < 1e-9 && abs(scale.greatest - greatest) < 1e-9, "\(scale)")
  }

  @Test func hugeFigures() {
    let scale = ChartScale([-.greatestFiniteMagnitude, .greatestFiniteMagnitude])
    #expect(scale.share(of: 0) == 0.5)
    #expect(scale.share(of: .infinity) == 1 && scale.share(of: -.infinity) == 0)
    #expect(scale.roundValues(atMost: 5).values.isEmpty)
  }

  @Test(
    arguments: [
      ([74.5, 85], 5, [75, 80, 85], 0), ([74.5, 85], 2, [80], 0),
      ([0, 1], 6, [0, 0.2, 0.4, 0.6, 0.8, 1], 1),
      ([0, 100], 3, [0, 50, 100], 0), ([0, 100], 1, [0], 0), ([0, 100], 0, [], 0),
      ([14.26, 16], 4, [14.5, 15, 15.5, 16], 1),
    ] as [([Double], Int, [Double], Int)]) func roundValues(
      _ values: [Double], _ count: Int, _ expected: [Double], _ decimals: Int
    )
  {
    let round = ChartScale(values).roundValues(atMost: count)
    #expect(round.values.count <= count && round.decimals == decimals, "\(round)")
    #expect(
      zip(round.values, expected).allSatisfy { abs($0 - $1) < 1e-9 } && round.values.count == expected.count, "\(round)"
    )
  }
}
