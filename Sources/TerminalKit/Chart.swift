/// A figure over time: the way that it should go, what was reported, and where that leads.
///
/// ```
///  85 % ┤                        _
///       │             │     ___──   ·
///       │         ___──■──·· ·  ·
///       │ ___──■■     │
/// 74,5 %┤─   ■        │
///       └─── Th3 ── Th6 ── Th9 ─ Th12
/// ```
/// Lines are drawn in thirds of a row. What lies outside the scale is drawn at its edge; what is no number is left out.
public struct Chart: Hashable, Sendable {
  /// A place in the picture.
  public struct Point: Hashable, Sendable {
    /// 0 at the left edge … 1 at the right one.
    public var x: Double
    /// In the unit of the scale.
    public var y: Double

    /// A figure at a share of the time.
    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// What an axis says at one place.
  public struct Label: Hashable, Sendable {
    /// A figure on the vertical axis, a share of 0…1 on the other.
    public var place: Double
    public var text: String

    /// A text and where it stands.
    public init(_ text: String, at place: Double) {
      self.place = place
      self.text = text
    }
  }

  /// What lies between the lowest and the highest row.
  public var scale: ChartScale
  /// Joined by straight lines, in the order of `x`.
  public var expected: [Point] = []
  public var reported: [Point] = []
  /// Reported, but by too few to count.
  public var uncertain: [Point] = []
  /// Joined by a dotted line, in the order of `x`; its first point is where it leaves from and is not drawn.
  public var forecast: [Point] = []
  /// A line down, 0…1.
  public var now: Double?
  /// The first ones matter most: two do not share a row.
  public var yLabels: [Label] = []
  /// Room for the labels of the left axis, so that charts of different figures stand alike.
  public var leastLabelWidth = 0
  /// In the order of their places, evenly spaced; as many of them are shown as find room. Each ends at its place.
  public var xLabels: [Label] = []

  /// A chart with nothing in it yet.
  public init(scale: ChartScale) { self.scale = scale }

  /// Draws into a part of a canvas. Axes that find no room are left out, the left one first.
  public func draw(on canvas: inout Canvas, x: Int, y: Int, size: Size, glyphs: GlyphSet) {
    guard size.width > 0, size.height > 0 else { return }
    let hasBottom = size.height > Self.leastHeight
    let widest = yLabels.map { TerminalText.width($0.text) }.max() ?? 0
    let labelWidth = widest > 0 ? max(widest, leastLabelWidth) : 0
    let axis = labelWidth + 2 + Self.leastWidth <= size.width ? labelWidth + 1 : 0
    let left = axis == 0 ? 0 : axis + 1
    let plot = Plot(
      x: x + left, y: y, size: Size(width: size.width - left, height: size.height - (hasBottom ? 1 : 0)), scale: scale,
      glyphs: glyphs)
    if axis > 0 { drawLeftAxis(plot, at: x + axis, hasBottom: hasBottom, &canvas) }
    if hasBottom { drawBottomAxis(plot, &canvas) }
    drawSeries(plot, &canvas)
  }

  private static let leastHeight = 2
  private static let leastWidth = 8

  // MARK: Axes

  private func drawLeftAxis(_ plot: Plot, at column: Int, hasBottom: Bool, _ canvas: inout Canvas) {
    let glyphs = plot.glyphs
    for row in 0..<plot.size.height {
      canvas.fill(glyphs.vertical, x: column, y: plot.y + row, width: 1, role: .chartAxis)
    }
    if hasBottom {
      canvas.fill(glyphs.axisCorner, x: column, y: plot.y + plot.size.height, width: 1, role: .chartAxis)
    }
    var taken: [Int] = []
    for label in yLabels {
      guard let row = plot.level(label.place)?.row, !taken.contains(row) else { continue }
      taken.append(row)
      canvas.fill(glyphs.axisTick, x: column, y: plot.y + row, width: 1, role: .chartAxis)
      let width = TerminalText.width(label.text)
      canvas.put(label.text, x: column - 1 - width, y: plot.y + row, role: .chartAxis)
    }
  }

  private func drawBottomAxis(_ plot: Plot, _ canvas: inout Canvas) {
    let row = plot.y + plot.size.height
    canvas.fill(plot.glyphs.horizontal, x: plot.x, y: row, width: plot.size.width, role: .chartAxis)
    let places = xLabels.compactMap { label -> (text: String, start: Int, end: Int)? in
      guard let column = plot.column(label.place) else { return nil }
      let start = column + 1 - TerminalText.width(label.text)
      return start < 0 ? nil : (label.text, start, column + 1)
    }
    guard let step = Self.steps.first(where: { fits(places, every: $0) }) else { return }
    for number in stride(from: places.count - 1, through: 0, by: -step).reversed() {
      // A blank on both sides: «Feb─Apr» would read as a span of time.
      let (start, end) = (max(0, places[number].start - 1), min(plot.size.width, places[number].end + 1))
      canvas.fill(" ", x: plot.x + start, y: row, width: end - start, role: .chartAxis)
      canvas.put(places[number].text, x: plot.x + places[number].start, y: row, role: .chartAxis)
    }
  }

  /// Every month, every second, every quarter, half or whole year, and so on.
  private static let steps = [1, 2, 3, 6, 12, 24, 60, 120, 600]

  /// Whether every n-th label, counted from the last, keeps clear of the next one.
  private func fits(_ places: [(text: String, start: Int, end: Int)], every step: Int) -> Bool {
    var next = Int.max
    for number in stride(from: places.count - 1, through: 0, by: -step) {
      if places[number].end >= next { return false }
      next = places[number].start
    }
    return true
  }

  // MARK: Series

  private func drawSeries(_ plot: Plot, _ canvas: inout Canvas) {
    let glyphs = plot.glyphs
    if let now, let column = plot.column(now) {
      for row in 0..<plot.size.height {
        canvas.fill(glyphs.vertical, x: plot.x + column, y: plot.y + row, width: 1, role: .chartAxis)
      }
    }
    for (column, level) in plot.line(expected) {
      canvas.fill(
        glyphs.chartLine[level.third], x: plot.x + column, y: plot.y + level.row, width: 1, role: .chartExpected)
    }
    let dotted = plot.line(forecast)
    for (column, level) in dotted.dropFirst() where (plot.size.width - 1 - column).isMultiple(of: 2) {
      canvas.fill(
        glyphs.chartDots[level.third], x: plot.x + column, y: plot.y + level.row, width: 1, role: .chartForecast)
    }
    let marks = uncertain.map { ($0, glyphs.partial) } + reported.map { ($0, glyphs.chartPoint) }
    for (point, mark) in marks {
      guard let column = plot.column(point.x), let level = plot.level(point.y) else { continue }
      canvas.fill(mark, x: plot.x + column, y: plot.y + level.row, width: 1, role: .chartReported)
    }
  }
}

/// The part of a chart between its axes.
private struct Plot {
  let x: Int
  let y: Int
  let size: Size
  let scale: ChartScale
  let glyphs: GlyphSet

  /// A row, and a third of it: 0 the lowest, 2 the highest.
  struct Level {
    var row: Int
    var third: Int
  }

  func level(_ value: Double) -> Level? { scale.share(of: value).flatMap(level(share:)) }

  func column(_ share: Double) -> Int? {
    guard size.width > 0, share.isFinite else { return nil }
    return Int((min(1, max(0, share)) * Double(size.width - 1)).rounded())
  }

  /// The columns that straight lines through some points run over, each once, with where they are there.
  func line(_ points: [Chart.Point]) -> [(column: Int, level: Level)] {
    var line: [(column: Int, level: Level)] = []
    for (point, next) in zip(points, points.dropFirst()) {
      guard let first = column(point.x), let last = column(next.x), first <= last, let from = scale.share(of: point.y),
        let to = scale.share(of: next.y)
      else { continue }
      for column in first...last where line.last.map({ $0.column < column }) ?? true {
        let way = last == first ? 1 : Double(column - first) / Double(last - first)
        if let level = level(share: from + (to - from) * way) { line.append((column, level)) }
      }
    }
    return line
  }

  private func level(share: Double) -> Level? {
    guard size.height > 0 else { return nil }
    let third = Int((min(1, max(0, share)) * Double(3 * size.height - 1)).rounded())
    return Level(row: size.height - 1 - third / 3, third: third % 3)
  }
}
