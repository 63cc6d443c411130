import PlanCore
import TerminalKit
import TextCore

extension PageBuilder {
  /// *Ma trận*: agencies down, indicators across; who lags where.
  func matrix(_ document: inout Document) {
    let layout = MatrixLayout(width: width, columns: plan.indicators.count, chosen: state.column)
    document.columnCount = plan.indicators.count
    document.head.append(Line([Part(x: 1, width: width - 2, content: chosenTitle)]))
    addHeads(layout, to: &document)
    var table = ListTable<Int>(
      items: plan.agencies.indices.filter { plan.agencies[$0].kind != .national },
      columns: [
        Column(
          title: "", width: .fixed(layout.nameWidth), cell: { .text(context.shortName(of: $0)) },
          data: [Datum(title: word("Đơn vị", "Agency")) { .text(context.name(of: $0)) }]),
        Column(title: "", width: .fixed(layout.room), cell: { cells(of: $0, layout) }, data: matrixData),
      ],
      key: { .agency(plan.agencies[$0].id) },
      target: { agency in
        guard context.derived.status(of: agency, on: state.column) != nil else { return nil }
        return .figure(agency: plan.agencies[agency].id, indicator: plan.indicators[state.column].id)
      },
      searchTexts: plan.searchTexts(ofAgency:), searchKey: searchKey(ofAgency:),
      emptyText: word("không có đơn vị nào", "there are no agencies"))
    table.statuses = { context.derived.status(of: $0, on: state.column).map { [.figure($0)] } ?? [] }
    table.unit = Unit.agencies
    table.highlightWidth = layout.nameWidth + 1
    table.orders = matrixOrders
    add(table, to: &document)
    document.foot += wrapped(
      Span(""),
      Status.allCases.map { status in
        Span("\(Character(status.glyph(context.glyphs))) \(context[status.shortName])  ", status.role)
      })
  }

  /// By how many targets are met, then by each column: who is best stands first.
  private var matrixOrders: [(title: String, order: (Int, Int) -> Bool)] {
    let derived = context.derived
    let byMet = { (a: Int, b: Int) in
      let (first, second) = (derived.standings[a], derived.standings[b])
      return (first.figures[.met], first.reported) > (second.figures[.met], second.reported)
    }
    let byColumn = plan.indicators.indices.map { column in
      let rank = { (agency: Int) in
        derived.status(of: agency, on: column).map { StatusOption.figure($0).order } ?? .max
      }
      return (title: plan.indicators[column].id, order: { (a: Int, b: Int) in rank(a) < rank(b) })
    }
    return [(word("số chỉ tiêu đạt", "indicators met"), byMet)] + byColumn
  }

  /// How each agency stands on each indicator, in words; none where it is outside the scope.
  private var matrixData: [Datum<Int>] {
    plan.indicators.indices.map { index in
      Datum(title: plan.indicators[index].id) { agency in
        context.derived.status(of: agency, on: index).map { .text(context[$0.name]) } ?? .none
      }
    }
  }

  /// The title of the indicator under the cursor, since a column has room for its id only.
  private var chosenTitle: Content {
    let plan = plan
    let context = context
    return .custom { canvas, place in
      guard plan.indicators.indices.contains(place.column) else { return }
      let indicator = plan.indicators[place.column]
      Content.spans([Span(indicator.id + "  ", .title), Span(context[indicator.title])])
        .draw(on: &canvas, at: place, ellipsis: context.glyphs.ellipsis)
    }
  }

  /// The ids of the indicators: whole where there is room, else the pillar's code over what the id adds to it.
  private func addHeads(_ layout: MatrixLayout, to document: inout Document) {
    let indicators = plan.indicators.map { indicator in
      let code = plan.pillars[indicator.pillar].code
      return indicator.id.hasPrefix(code) && indicator.id != code
        ? (code, String(indicator.id.dropFirst(code.count))) : ("", indicator.id)
    }
    if layout.pitch >= 4 {
      document.head.append(headLine(layout) { indicators[$0].0 + indicators[$0].1 })
      return
    }
    document.head.append(
      headLine(layout, isHighlighted: false) { index in
        index == layout.first || indicators[index - 1].0 != indicators[index].0 ? indicators[index].0 : ""
      })
    document.head.append(headLine(layout) { indicators[$0].1 })
  }

  private func headLine(
    _ layout: MatrixLayout, isHighlighted: Bool = true, _ text: @escaping (Int) -> String
  ) -> Line {
    let glyphs = context.glyphs
    return Line([
      Part(
        x: layout.nameWidth + 2, width: layout.room,
        content: .custom { canvas, place in
          if isHighlighted, layout.first > 0 {
            canvas.put(String(Character(glyphs.earlier)), x: place.x - 1, y: place.y, role: .notice)
          }
          if isHighlighted, layout.visible.upperBound < layout.count {
            canvas.put(String(Character(glyphs.later)), x: place.x + layout.room + 1, y: place.y, role: .notice)
          }
          for index in layout.visible {
            let x = place.x + (index - layout.first) * layout.pitch
            canvas.put(text(index), x: x, y: place.y, role: .header, width: layout.pitch)
            if isHighlighted, index == place.column {
              canvas.paint(.selection, x: x, y: place.y, width: min(layout.pitch, max(1, text(index).count)))
            }
          }
        })
    ])
  }

  private func cells(of agency: Int, _ layout: MatrixLayout) -> Content {
    let derived = context.derived
    let glyphs = context.glyphs
    return .custom { canvas, place in
      for index in layout.visible {
        guard let status = derived.status(of: agency, on: index) else { continue }
        let x = place.x + (index - layout.first) * layout.pitch
        canvas.put(String(Character(status.glyph(glyphs))), x: x, y: place.y, role: status.role)
        if place.isSelected, index == place.column { canvas.paint(.selection, x: x, y: place.y, width: 1) }
      }
    }
  }
}

/// Which columns of the matrix find room, and where.
struct MatrixLayout {
  /// Columns from one indicator to the next: 4, 3 or 2.
  let pitch: Int
  let nameWidth: Int
  /// How many indicators there are.
  let count: Int
  /// The first indicator in view.
  let first: Int
  let visible: Range<Int>

  var room: Int { max(0, visible.count * pitch - (pitch - 1)) }

  init(width: Int, columns: Int, chosen: Int) {
    let leastName = 12
    // The mark of the selected row and a blank after the name; after the last column nothing.
    let margins = 2
    func need(_ columns: Int, _ pitch: Int) -> Int { margins + columns * pitch - (pitch - 1) }
    let pitch = [4, 3].first { leastName + need(columns, $0) <= width } ?? 2
    self.pitch = pitch
    // Where not all columns fit, a sign beside the heads says so.
    let sign = leastName + need(columns, pitch) <= width ? 0 : 2
    let fitting = max(1, min(columns, (width - leastName - margins - sign + pitch - 1) / pitch))
    nameWidth = min(28, max(leastName, width - need(fitting, pitch) - sign))
    count = columns
    // The view moves by half its width, so that most steps change two columns only.
    let block = max(1, fitting / 2)
    first = chosen < fitting ? 0 : max(0, min(columns - fitting, ((chosen - fitting) / block + 1) * block))
    visible = first..<min(max(first, columns), first + fitting)
  }
}
