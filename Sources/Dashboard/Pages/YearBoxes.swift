import PlanCore
import TerminalKit
import TextCore

/// The year as twelve boxes, 4×3: how many actions a month has, how each of them stands, which tasks fall due.
struct YearBoxes {
  private let page: PageBuilder
  private let months: [Day]
  private let chosen: Int?

  /// - Parameter months: twelve, in their order.
  init(_ page: PageBuilder, _ months: [Day], chosen: Day) {
    self.page = page
    self.months = months
    self.chosen = months.firstIndex(of: chosen)
  }

  private static let across = 4
  private static let leastSize = Size(width: 88, height: 30)
  /// Pages as high as this have a line for the tasks.
  private static let heightForTasks = 44

  func fit(_ size: Size) -> Bool { size.width >= Self.leastSize.width && size.height >= Self.leastSize.height }

  private var context: Context { page.context }
  private var pitch: Int { min(50, (page.width - 3) / Self.across) }
  private var hasTaskLine: Bool { context.size.height >= Self.heightForTasks }

  var lines: [Line] {
    let rows = months.count / Self.across
    return (0..<rows).flatMap { row in
      [border(above: row)] + (0..<(hasTaskLine ? 3 : 2)).map { inside(row, $0) }
    } + [border(above: rows)]
  }

  // MARK: Lines across

  /// The line over a row of boxes, with their names, or under the last one.
  private func border(above row: Int) -> Line {
    let joints = context.glyphs.joints[row == 0 ? 0 : row * Self.across == months.count ? 2 : 1]
    let (glyphs, pitch) = (context.glyphs, pitch)
    let names = (0..<Self.across).map { name(of: row * Self.across + $0) }
    let lit = litColumns(of: [row - 1, row])
    return Line([
      Part(
        x: 1, width: Self.across * pitch + 1,
        content: .custom { canvas, place in
          canvas.fill(glyphs.horizontal, x: place.x, y: place.y, width: place.width, role: .border)
          for column in 0...Self.across {
            let joint = column == 0 ? joints[0] : column == Self.across ? joints[2] : joints[1]
            canvas.fill(joint, x: place.x + column * pitch, y: place.y, width: 1, role: .border)
          }
          if let lit { canvas.paint(.notice, x: place.x + lit * pitch, y: place.y, width: pitch + 1) }
          for (column, name) in names.enumerated() {
            guard let name else { continue }
            canvas.put(name.text, x: place.x + column * pitch + 2, y: place.y, role: name.role, width: pitch - 2)
          }
        })
    ])
  }

  private func name(of month: Int) -> Span? {
    guard months.indices.contains(month) else { return nil }
    let glyphs = context.glyphs
    let number = months[month].month
    let name = context.word("Tháng \(number)", context.monthName(number, isShort: false))
    guard month == chosen else { return Span(" \(name) ", .header) }
    return Span("\(Character(glyphs.chosenLeft))\(name)\(Character(glyphs.chosenRight))", .notice)
  }

  /// The column of the chosen month, where it is in one of some rows.
  private func litColumns(of rows: [Int]) -> Int? {
    chosen.flatMap { rows.contains($0 / Self.across) ? $0 % Self.across : nil }
  }

  // MARK: Inside

  private func inside(_ row: Int, _ line: Int) -> Line {
    let (glyphs, pitch, lit) = (context.glyphs, pitch, litColumns(of: [row]))
    let frame = Part(
      x: 1, width: Self.across * pitch + 1,
      content: .custom { canvas, place in
        for column in 0...Self.across {
          let isLit = lit == column || lit.map { $0 + 1 } == column
          canvas.fill(
            glyphs.vertical, x: place.x + column * pitch, y: place.y, width: 1, role: isLit ? .notice : .border)
        }
      })
    let boxes = (0..<Self.across).flatMap { column in
      let (left, right) = contents(of: months[row * Self.across + column], line)
      let (x, width) = (1 + column * pitch + 2, pitch - 3)
      return [
        Part(x: x, width: width - right.width - (right.width > 0 ? 1 : 0), content: left),
        Part(x: x, width: width, content: right),
      ]
    }
    return Line([frame] + boxes)
  }

  private func contents(of month: Day, _ line: Int) -> (left: Content, right: Content) {
    let count = page.monthCount(inMonth: month)
    switch line {
    case 0:
      if count.load == 0 { return (.text(context.word("không có", "none"), .muted), .spans([])) }
      let share = Span(context.word("xong ", "done ") + count.share, count.total == 0 ? .muted : .text)
      let room = pitch - 4 - TerminalText.width(share.text)
      // What awaits the annex has a mark under it, and leaves first.
      let wordings = [
        asides(count, isShort: false), asides(count, isShort: false, withPending: false),
      ]
      let fitting = wordings.first { Content.spans($0).width <= room }
      return (.spans([share]), .trailing(fitting ?? asides(count, isShort: true, withPending: false)))
    case 1:
      let room = pitch - 3 - (hasTaskLine ? 0 : Content.spans(taskCount(month)).width + 1)
      return (.spans(marks(month, room: room)), .trailing(hasTaskLine ? [] : taskCount(month)))
    default: return (.fitting([.spans(taskNames(month)), .spans(taskCount(month))]), .spans([]))
    }
  }

  /// What the share does not say: what is late, and what is held open; in words, or as `1 □!` where they are too long.
  private func asides(_ count: MonthCount, isShort: Bool, withPending: Bool = true) -> [Span] {
    let kinds: [(number: Int, state: WorkState)] = [
      (count.overdue, .openOverdue), (count.late, .doneLate), (withPending ? count.pending : 0, .pending),
    ]
    let shown = kinds.filter { $0.number > 0 }
    return shown.enumerated().map { index, kind in
      let name = isShort ? kind.state.glyph(context.glyphs) : context[kind.state.shortName]
      return Span((index == 0 ? "" : isShort ? "  " : ", ") + "\(kind.number) \(name)", kind.state.role)
    }
  }

  /// A mark for each action, in the order of their days; how many there are beyond those that find room.
  private func marks(_ month: Day, room: Int) -> [Span] {
    let states = page.actions(inMonth: month).map { context.assessment.actions[$0].state }
    let pitch = 3
    var fitting = max(0, (room + 1) / pitch)
    if fitting < states.count { fitting = max(0, (room - 2) / pitch) }
    let marks = states.prefix(fitting).enumerated().map { index, state in
      let glyph = state.glyph(context.glyphs)
      let gap = index == states.count - 1 ? 0 : max(0, pitch - TerminalText.width(glyph))
      return Span(glyph + String(repeating: " ", count: gap), state.role)
    }
    return states.count > fitting ? marks + [Span("+\(states.count - fitting)", .muted)] : marks
  }

  private func taskCount(_ month: Day) -> [Span] {
    let tasks = page.tasksDue(inMonth: month)
    guard !tasks.isEmpty else { return [] }
    let late = tasks.compactMap(page.mostPressing).first(where: \.isOverdue)
    let mark = late.map { $0.glyph(context.glyphs) + " " } ?? ""
    let text = context.word("\(tasks.count) hạn NV", tasks.count == 1 ? "1 task" : "\(tasks.count) tasks")
    return [Span(mark + text, late?.role ?? .text)]
  }

  private func taskNames(_ month: Day) -> [Span] {
    let tasks = page.tasksDue(inMonth: month)
    guard !tasks.isEmpty else { return [] }
    return [Span(context.word("hạn NV: ", "tasks: "), .muted)]
      + tasks.map { task in
        let state = page.mostPressing(in: task)
        return Span((state?.glyph(context.glyphs) ?? "") + " \(context.plan.tasks[task].id)  ", state?.role ?? .text)
      }
  }
}
