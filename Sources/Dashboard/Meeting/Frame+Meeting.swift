import PlanCore
import TerminalKit
import TextCore

extension State {
  /// Draws the slide in view, and under it what keys do.
  func drawMeeting(_ meeting: Meeting, _ canvas: inout Canvas) {
    drawTitle(&canvas)
    let slides = slides ?? []
    let number = min(meeting.number, slides.count - 1)
    if let context {
      if slides.indices.contains(number) {
        let slide = SlideContent(slides[number], context)
        slide.draw(on: &canvas, rows: 1..<(size.height - 1), glyphs)
      } else {
        let text = context.word("kế hoạch chưa có trụ cột nào", "the plan has no pillars")
        canvas.put(text, x: 2, y: 2, role: .muted)
      }
    } else {
      canvas.put(Localized("Đang đọc bộ dữ liệu…", "Reading the store…")[language], x: 2, y: 2, role: .muted)
    }
    drawMeetingHints(meeting, of: slides.count, number, &canvas)
  }

  private func drawMeetingHints(_ meeting: Meeting, of count: Int, _ number: Int, _ canvas: inout Canvas) {
    let y = size.height - 1
    let standing = meeting.isStanding ? Localized("đang dừng  ", "standing still  ")[language] : ""
    let right = standing + (count == 0 ? "" : "\(number + 1)/\(count)")
    let mark = outdatedMark.map { $0 + "  " } ?? ""
    let start = size.width - TerminalText.width(mark + right) - 1
    let room = start - 2
    if let notice {
      let text = TerminalText.cut(notice.text[language], to: room, ellipsis: glyphs.ellipsis)
      canvas.put(text, x: 1, y: y, role: notice.isError ? .error : .notice)
    } else {
      let arrows = "\(Character(glyphs.arrowLeft))\(Character(glyphs.arrowRight))"
      let keys: [(String, Localized)] = [
        (arrows, Localized("trước, sau", "previous, next")),
        (
          Localized("Phím cách", "Space")[language],
          meeting.isStanding ? Localized("đi tiếp", "goes on") : Localized("dừng", "stands still")
        ),
        ("[ ]", Localized("tính đến", "as of")), ("L", Localized("ngôn ngữ", "language")),
        ("q", Localized("thoát", "leaves")),
      ]
      var x = 1
      for (key, text) in keys where x + TerminalText.width(key + text[language]) < room {
        x += canvas.put(key, x: x, y: y, role: .hintKey) + 1
        x += canvas.put(text[language], x: x, y: y, role: .hint) + 2
      }
    }
    let end = start + canvas.put(mark, x: start, y: y, role: .error)
    canvas.put(right, x: end, y: y, role: .hint)
  }
}

/// What a slide says, from above to below.
struct SlideContent {
  /// Small letters over the name.
  private let place: String
  private let name: String
  private let figure: String
  private let role: Role
  private let gauge: (done: Double, unknown: Double, tick: Double)
  private let lines: [[Span]]

  init(_ slide: Meeting.Slide, _ context: Context) {
    switch slide {
    case .pillar(let index): self.init(pillar: index, context)
    case .indicator(let index): self.init(indicator: index, context)
    }
  }

  private init(pillar index: Int, _ context: Context) {
    let assessed = context.assessment.pillars[index]
    place = context.word("TRỤ CỘT", "PILLAR")
    name = context[context.plan.pillars[index].name]
    // Nothing read yet is not nothing reached.
    figure = context.store.hasReports ? PercentText.text(assessed.attainment, context.language) : "–"
    role = .gaugeFill
    gauge = (assessed.attainment, assessed.unknownShare, context.assessment.elapsed)
    let count = Status.allCases.reduce(0) { $0 + assessed.count(of: $1) }
    lines = [
      [
        Span(
          context.word("mức độ hoàn thành của ", "attainment of ")
            + context[.count(count, "chỉ tiêu", "indicator")], .muted)
      ],
      Status.allCases.filter { assessed.count(of: $0) > 0 }.map { status in
        Span(
          "\(Character(status.glyph(context.glyphs))) \(assessed.count(of: status)) \(context[status.shortName])   ",
          status.role)
      },
    ]
  }

  private init(indicator index: Int, _ context: Context) {
    let indicator = context.plan.indicators[index]
    let assessed = context.assessment.indicators[index]
    place = "\(context[context.plan.pillars[indicator.pillar].name]) \(Character(context.glyphs.crumb)) \(indicator.id)"
    name = context[indicator.title]
    role = assessed.status.role
    gauge = (assessed.attainment, assessed.status == .noData ? 1 : 0, context.assessment.elapsed)
    let target = context.word("mục tiêu ", "target ") + context.target(of: indicator)
    let reported = context.word("đã báo cáo ", "reported ") + "\(assessed.reported)/\(assessed.inScope)"
    guard let headline = assessed.headline else {
      figure = "–"
      lines = [[context.span(assessed.status), Span("   " + target)], [Span(reported, .muted)]]
      return
    }
    figure = context.text(headline.figure, of: indicator)
    let marks = headline.marks(of: indicator).map { context[$0.shortName] }
    let day = context.word("đến ngày ", "as of ") + headline.figure.period.slashed
    lines = [
      [context.span(assessed.status), Span("   " + target)],
      [Span(([reported, day] + marks).joined(separator: " \(Character(context.glyphs.dot)) "), .muted)],
    ]
  }

  /// Points that the figure is high at least, and rows that the gaps, the gauge and the place take at least.
  private static let (figureHeight, fixedHeight) = (7, 4)

  /// The name in as many lines as leave the figure room.
  private func names(width: Int, rows: Int, _ ellipsis: String) -> [String] {
    let room = max(20, min(width - 8, 100))
    let most = max(1, min(3, rows - Self.figureHeight - Self.fixedHeight - lines.count))
    let wrapped = TerminalText.wrap(name, to: room)
    let kept = wrapped.prefix(most)
    guard let last = kept.last, wrapped.count > most else { return Array(kept) }
    return kept.dropLast() + [TerminalText.cut("\(last) \(wrapped[most])", to: room, ellipsis: ellipsis)]
  }

  private func drawGauge(on canvas: inout Canvas, y: Int, _ glyphs: GlyphSet) {
    let width = min(canvas.size.width - 8, 100)
    Gauge(gauge.done, tick: gauge.tick, unknown: gauge.unknown)
      .draw(on: &canvas, x: (canvas.size.width - width) / 2, y: y, width: width, glyphs: glyphs)
  }

  /// Draws it in the middle of some rows.
  func draw(on canvas: inout Canvas, rows: Range<Int>, _ glyphs: GlyphSet) {
    let width = canvas.size.width
    let names = names(width: width, rows: rows.count, glyphs.ellipsis)
    // What a unit has of letters stands beside the number, small.
    let number = figure.prefix { $0.isNumber || ",.-–% ".contains($0) }
    let unit = figure.dropFirst(number.count)
    let big = BigText(String(number).squeezed)
    let rest = names.count + lines.count + Self.fixedHeight
    let scale = big.scale(width: width - 6 - TerminalText.width(String(unit)), height: rows.count - rest)
    let least = rest + (scale.map(big.height) ?? 1)
    // Two more rows around the figure, one for the gauge and one under it.
    let isRoomy = rows.count >= least + 4
    let gap = isRoomy ? 2 : 1
    var y = rows.lowerBound + max(0, (rows.count - least - (isRoomy ? 4 : 0)) / 2)
    func center(_ spans: [Span]) {
      let total = spans.reduce(0) { $0 + TerminalText.width($1.text) }
      var x = max(1, (width - total) / 2)
      for span in spans { x += canvas.put(span.text, x: x, y: y, role: span.role, width: max(0, width - 1 - x)) }
      y += 1
    }
    center([Span(place, .muted)])
    for line in names { center([Span(line, .title)]) }
    y += gap
    if let scale {
      let x = max(1, (width - big.width(at: scale) - TerminalText.width(String(unit))) / 2)
      big.draw(on: &canvas, x: x, y: y, at: scale, role: role, glyphs: glyphs)
      y += big.height(at: scale)
      canvas.put(String(unit), x: x + big.width(at: scale) + 1, y: y - 1, role: role)
    } else {
      center([Span(figure, role)])
    }
    y += gap
    for _ in 0..<(isRoomy ? 2 : 1) {
      drawGauge(on: &canvas, y: y, glyphs)
      y += 1
    }
    y += gap - 1
    for line in lines { center(line) }
  }
}
