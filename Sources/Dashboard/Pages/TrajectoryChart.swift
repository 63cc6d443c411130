import PlanCore
import TerminalKit
import TextCore

/// A figure on its way to its target, as a picture and as words.
struct TrajectoryChart {
  let trajectory: Trajectory
  let indicator: Indicator
  let context: Context

  private var settings: PlanSettings { context.plan.settings }
  private var measuredTo: Day { context.assessment.measuredTo }
  private var spoken: [Trajectory.Point] { trajectory.points.filter(\.speaks) }
  private var unspoken: [Trajectory.Point] { trajectory.points.filter { !$0.speaks } }

  // MARK: The picture

  /// So many lines from a column on, the last of them the legend.
  func lines(x: Int, size: Size) -> [Line] {
    let legend = legend(width: size.width)
    let picture = Picture(
      chart(rows: size.height - 2), Size(width: size.width, height: max(0, size.height - 1)), context)
    let drawn = (0..<max(0, size.height - 1)).map { row in
      Line([
        Part(
          x: x, width: size.width,
          content: .custom { canvas, place in canvas.put(picture.row(row), x: place.x, y: place.y) })
      ])
    }
    return drawn + [Line(legend, x: x)]
  }

  /// Drawn once, when the first of its rows comes into view.
  private final class Picture {
    private let draw: () -> Canvas
    private lazy var canvas = draw()

    init(_ chart: Chart, _ size: Size, _ context: Context) {
      draw = {
        var canvas = Canvas(size: size)
        chart.draw(on: &canvas, x: 0, y: 0, size: size, glyphs: context.glyphs)
        return canvas
      }
    }

    func row(_ y: Int) -> [Cell] { canvas.row(y) }
  }

  /// - Parameter rows: that the series have, between the axes.
  private func chart(rows: Int) -> Chart {
    let ends = [trajectory.baseline.value, indicator.target]
    let figures = trajectory.points.map(\.figure.value) + [trajectory.forecast].compactMap(\.self)
    let scale = ChartScale(ends + figures)
    var chart = Chart(scale: scale)
    chart.leastLabelWidth = 7
    chart.expected = [Chart.Point(x: 0, y: ends[0]), Chart.Point(x: 1, y: ends[1])]
    chart.reported = spoken.map(point)
    chart.uncertain = unspoken.map(point)
    if let last = chart.reported.last, let forecast = trajectory.forecast {
      chart.forecast = [last, Chart.Point(x: 1, y: forecast)]
    }
    if measuredTo >= settings.start { chart.now = share(of: measuredTo) }
    chart.yLabels = figureLabels(scale, rows: rows)
    chart.xLabels = monthLabels
    return chart
  }

  private func point(_ point: Trajectory.Point) -> Chart.Point {
    Chart.Point(x: share(of: point.figure.period), y: point.figure.value)
  }

  /// The part of the plan's days that is over when a day ends.
  private func share(of day: Day) -> Double {
    Double(day - settings.start + 1) / Double(settings.end - settings.start + 1)
  }

  /// The target and the baseline as they are, and round figures where there is room between.
  private func figureLabels(_ scale: ChartScale, rows: Int) -> [Chart.Label] {
    func withUnit(_ number: String) -> String { hasShortUnit ? context.withUnit(number, indicator.unit) : number }
    func text(_ value: Double, _ decimals: Int) -> String {
      withUnit(NumberText.text(value, decimals: decimals, context.language))
    }
    var labels = [
      Chart.Label(text(indicator.target, indicator.targetDecimals), at: indicator.target),
      Chart.Label(withUnit(baselineText), at: trajectory.baseline.value),
    ]
    let (values, decimals) = scale.roundValues(atMost: rows / 3)
    let taken = labels.compactMap { scale.share(of: $0.place) }
    for value in values {
      guard let share = scale.share(of: value), taken.allSatisfy({ abs($0 - share) * Double(rows) >= 1.5 }) else {
        continue
      }
      labels.append(Chart.Label(text(value, decimals), at: value))
    }
    return labels
  }

  /// Whether figures on the axis carry their unit; a long one is said in the legend.
  private var hasShortUnit: Bool { TerminalText.width(indicator.unit) <= 6 }

  /// Every month of the plan, at its end.
  private var monthLabels: [Chart.Label] {
    let isOneYear = settings.end <= settings.start.advanced(byMonths: 12)
    var labels: [Chart.Label] = []
    var day = settings.start.monthEnd
    while day <= settings.end, labels.count < Self.mostMonths {
      let text = isOneYear ? context.monthName(day.month, isShort: false) : day.monthAndYear
      labels.append(Chart.Label(text, at: share(of: day)))
      day = day.nextMonthEnd
    }
    return labels
  }

  private static let mostMonths = 600

  // MARK: The legend

  /// Where there is no room for all of it, the date is left to the title bar.
  private func legend(width: Int) -> [Span] {
    let short = legendItems(isShort: true)
    func line(_ items: [Span], _ gap: String) -> [Span] {
      items.enumerated().map { Span(($0 == 0 ? "" : gap) + $1.text, $1.role) }
    }
    let wordings = [line(legendItems(isShort: false), "  "), line(short, "  "), line(short, " ")]
    return wordings.first { Content.spans($0).width <= width } ?? line(short.dropLast(), " ")
  }

  private func legendItems(isShort: Bool) -> [Span] {
    let glyphs = context.glyphs
    func word(_ vietnamese: String, _ english: String) -> String { context.word(vietnamese, english) }
    func twice(_ scalar: Unicode.Scalar) -> String { "\(Character(scalar))\(Character(scalar))" }
    var items = [
      Span(
        twice(glyphs.chartLine[1]) + " "
          + (isShort ? word("phải đạt", "expected") : expectedName),
        .chartExpected)
    ]
    if !spoken.isEmpty {
      let unit = hasShortUnit ? "" : " (\(indicator.unit))"
      items.append(Span("\(Character(glyphs.chartPoint)) " + word("số liệu", "figure") + unit, .chartReported))
    }
    if !unspoken.isEmpty {
      let text = isShort ? word("thiếu", "partial") : context[FigureMark.partial.shortName]
      items.append(Span("\(Character(glyphs.partial)) " + text, .chartReported))
    }
    if trajectory.points.isEmpty { items.append(Span(word("chưa có số liệu", "no figures"), .muted)) }
    if trajectory.forecast != nil {
      items.append(Span(twice(glyphs.chartDots[1]) + " " + word("dự báo", "forecast"), .chartForecast))
    }
    if measuredTo >= settings.start {
      let day = isShort ? measuredTo.dayAndMonth : word("tính đến ", "as of ") + measuredTo.slashed
      items.append(Span("\(Character(glyphs.vertical)) " + day, .chartAxis))
    }
    return items
  }

  // MARK: In words

  /// What the picture says to whoever cannot see it: the way to go, and each figure with its day.
  var facts: [Fact] {
    guard !trajectory.points.isEmpty else { return [] }
    let ends = [baselineText, NumberText.text(indicator.target, decimals: indicator.targetDecimals, context.language)]
    let way = zip(ends, [settings.start, settings.end]).map { number, day in
      context.withUnit(number, indicator.unit) + " (\(day.slashed))"
    }
    return [Fact(expectedName, way.joined(separator: " \(Character(context.glyphs.arrowRight)) "))]
      + trajectory.points.map { point in
        let mark = point.speaks ? "" : " (\(context[FigureMark.partial.shortName]))"
        return Fact(point.figure.period.slashed, context.text(point.figure, of: indicator) + mark)
      }
  }

  private var expectedName: String { context.word("mức phải đạt theo thời gian", "expected by time") }

  private var baselineText: String {
    let baseline = trajectory.baseline
    return baseline.decimals.map { NumberText.text(baseline.value, decimals: $0, context.language) }
      ?? NumberText.cut(baseline.value, toward: indicator.comparator, context.language)
  }
}

extension PageBuilder {
  /// Facts, and a chart beside them; over or under them where the window is narrow.
  func addFacts(_ facts: [Fact], beside chart: TrajectoryChart, to document: inout Document) {
    if let outline = context.outline {
      addFacts(facts, to: &document)
      guard !chart.facts.isEmpty else { return }
      outline.add(.title(word("DIỄN BIẾN", "TRAJECTORY")), &document, context)
      return addFacts(chart.facts, to: &document)
    }
    guard hasRoomForTwo else {
      let height =
        state.isPreview ? Self.leastChart : max(Self.leastChart, min(Self.mostChart, context.size.height / 4))
      let lines = chart.lines(x: 1, size: Size(width: width - 2, height: height))
      // Over the facts, whose number changes, it keeps its place from one row of a list beside it to the next. In a low
      // window what is said comes first.
      if context.size.height >= 24 { document.lines += lines }
      addFacts(facts, to: &document)
      if context.size.height < 24 { document.lines += lines }
      return
    }
    let left = isRoomy ? width * 2 / 5 : Self.factColumn
    var builder = self
    builder.context.size.width = left
    var (facing, picture) = (Document(), Document())
    builder.addFacts(facts, to: &facing)
    // What follows a cursor is drawn anew with each step: small, and always of one height.
    let wanted = state.isPreview ? Self.previewChart : min(Self.mostChart, context.size.height / 3)
    let height = max(facing.lines.count, Self.leastChart, wanted)
    picture.lines += chart.lines(x: left + 1, size: Size(width: min(width - left - 2, 120), height: height))
    document.addSideBySide(facing, picture)
  }

  /// Whether there is room for everything that is said of an indicator on one side.
  var isRoomy: Bool { width >= 160 }

  /// Whether facts and a chart find room side by side.
  var hasRoomForTwo: Bool { width >= Self.leastForTwo }

  static let leastForTwo = 76

  private static var factColumn: Int { 40 }
  /// Rows of a chart, its axis and legend among them.
  private static var leastChart: Int { 8 }
  private static var mostChart: Int { 16 }
  private static var previewChart: Int { 13 }
}
