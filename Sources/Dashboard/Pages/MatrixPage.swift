import PlanCore
import TerminalKit
import TextCore

extension PageBuilder {
  /// *Ma trận*: agencies down, indicators across; who lags where.
  func matrix(_ document: inout Document) {
    let layout = MatrixLayout(width: width, pillars: plan.indicators.map(\.pillar), chosen: state.column)
    document.columnCount = plan.indicators.count
    document.head.append(Line([Part(x: 1, width: width - 2, content: chosenTitle)]))
    addHeads(layout, to: &document)
    // What names a column takes the cursor there, and leaves the rows alone.
    var arrangement = state
    if let column = context.matrixColumn(namedBy: state.filter, search) {
      arrangement.filter = ""
      let id = plan.indicators[column].id
      document.filterHint = Localized("Enter đến cột \(id), Esc bỏ", "Enter goes to column \(id), Esc clears")
    }
    let frame = TableFrame(width: width)
    matrixTable(layout).add(to: &document, in: frame, as: arrangement, context, search)
    document.foot += legend
  }

  private func matrixTable(_ layout: MatrixLayout) -> ListTable<Int> {
    let columns = [
      Column<Int>(
        title: "", width: .fixed(layout.nameWidth), cell: { .text(context.shortName(of: $0)) },
        data: [Datum(title: word("Đơn vị", "Agency")) { .text(context.name(of: $0)) }]),
      Column(title: "", width: .fixed(layout.room), cell: { cells(of: $0, layout) }, data: matrixData),
      countsColumn,
    ]
    var table = ListTable<Int>(
      items: plan.agencies.indices.filter { plan.agencies[$0].kind != .national }, columns: columns,
      key: { .agency(plan.agencies[$0].id) },
      target: { agency in
        guard context.derived.status(of: agency, on: state.column) != nil else { return nil }
        return .figure(agency: plan.agencies[agency].id, indicator: plan.indicators[state.column].id)
      },
      searchTexts: plan.searchTexts(ofAgency:), searchKey: searchKey(ofAgency:), alsoMatches: inRegion { $0 },
      emptyText: emptyText(word("không có đơn vị nào", "there are no agencies"), plan.agencies))
    table.statuses = { context.derived.status(of: $0, on: state.column).map { [.figure($0)] } ?? [] }
    table.unit = Unit.agencies
    table.highlightWidth = layout.nameWidth + 1
    table.orders = matrixOrders
    table.groupings = matrixGroupings(layout)
    return table
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

  /// `12/27`: twelve targets met, figures reported for twenty-seven.
  private var countsColumn: Column<Int> {
    let standings = context.derived.standings
    return Column(
      title: "", width: .fixed(MatrixLayout.countsWidth), isTrailing: true, dispensability: 1,
      cell: { agency in
        let (met, reported) = (standings[agency].figures[.met], standings[agency].reported)
        return .trailing([Span("\(met)", met > 0 ? .statusMet : .muted), Span("/\(reported)", .muted)])
      },
      data: countData(word("Chỉ tiêu đạt", "Targets met"), word("Chỉ tiêu đã báo cáo", "Indicators reported")) {
        (standings[$0].figures[.met], standings[$0].reported)
      })
  }

  // MARK: Heads

  /// The title of the indicator under the cursor, since a column has room for its id only; where the window is wide
  /// its figure and its target too.
  private var chosenTitle: Content {
    let (plan, context) = (plan, context)
    return .custom { canvas, place in
      guard plan.indicators.indices.contains(place.column) else { return }
      let indicator = plan.indicators[place.column]
      var spans = [Span(indicator.id + "  ", .title), Span(context[indicator.title])]
      if place.width >= 100 {
        let assessed = context.assessment.indicators[place.column]
        let figure = assessed.headline.map { context.text($0.figure, of: indicator) } ?? context.none
        spans.append(Span("  \(figure) (\(context.target(of: indicator)))", assessed.status.role))
      }
      Content.spans(spans).draw(on: &canvas, at: place, ellipsis: context.glyphs.ellipsis)
    }
  }

  /// The pillars over their indicators, whose ids are written whole where there is room; else only what an id adds to
  /// its pillar's code. Under them how the nation stands on each.
  private func addHeads(_ layout: MatrixLayout, to document: inout Document) {
    let nation = context[Agency.Kind.national.name]
    let status = { (index: Int) -> Status? in assessment.indicators[index].status }
    if let outline = context.outline {
      return outline.add(.facts([(label: nation, text: statusWords(status))]), &document, context)
    }
    document.head.append(pillarLine(layout))
    document.head.append(headLine(layout))
    document.head.append(band([Span(nation, .title)], layout, status))
  }

  /// `DL1 đạt, DL2 chậm tiến độ`: the shapes of a line in words.
  func statusWords(_ status: (Int) -> Status?) -> String {
    plan.indicators.indices.compactMap { index in
      status(index).map { plan.indicators[index].id + " " + context[$0.name] }
    }.joined(separator: ", ")
  }

  private func pillarLine(_ layout: MatrixLayout) -> Line {
    var parts: [Part] = []
    var first = layout.visible.lowerBound
    while first < layout.visible.upperBound {
      let pillar = plan.indicators[first].pillar
      let next = layout.visible[first...].first { plan.indicators[$0].pillar != pillar } ?? layout.visible.upperBound
      let start = layout.start(of: first) ?? 0
      let end = layout.start(of: next).map { $0 - 1 } ?? layout.room
      let (code, name) = (plan.pillars[pillar].code, context[plan.pillars[pillar].name])
      let wordings = ["\(code) \(name)", layout.writesIDs ? name : code, code].map { Content.text($0, .header) }
      parts.append(
        Part(x: layout.nameWidth + 2 + start, width: max(1, end - start), content: .fitting(wordings)))
      first = next
    }
    return Line(parts)
  }

  private func headLine(_ layout: MatrixLayout) -> Line {
    let glyphs = context.glyphs
    let texts = plan.indicators.indices.map { layout.writesIDs ? plan.indicators[$0].id : shortID($0) }
    let sorted = state.sort.map { $0 - Self.matrixColumns - 1 }
    let arrow = String(Character(state.isReversed ? glyphs.arrowDown : glyphs.arrowUp))
    let counts = layout.hasCounts ? word("đạt/BC", "met/rep") : ""
    return Line([
      Part(
        x: layout.nameWidth + 2, width: width - layout.nameWidth - 2,
        content: .custom { canvas, place in
          if layout.visible.lowerBound > 0 {
            canvas.fill(glyphs.earlier, x: place.x - 1, y: place.y, width: 1, role: .notice)
          }
          if layout.visible.upperBound < layout.count {
            canvas.fill(glyphs.later, x: place.x + layout.room + 1, y: place.y, width: 1, role: .notice)
          }
          for index in layout.visible {
            let x = place.x + (layout.start(of: index) ?? 0)
            let text = texts[index] + (index == sorted ? arrow : "")
            let used = canvas.put(text, x: x, y: place.y, role: .header, width: layout.pitch)
            if index == place.column { canvas.paint(.selection, x: x, y: place.y, width: max(1, used)) }
          }
          let right = place.x + layout.room + 1 + MatrixLayout.countsWidth
          canvas.put(counts, x: right - TerminalText.width(counts), y: place.y, role: .header)
        })
    ])
  }

  /// Columns of the table; its orders are numbered after them, the one by targets met first.
  private static var matrixColumns: Int { 3 }

  /// What an id adds to its pillar's code.
  private func shortID(_ index: Int) -> String {
    let (id, code) = (plan.indicators[index].id, plan.pillars[plan.indicators[index].pillar].code)
    return id.hasPrefix(code) && id != code ? String(id.dropFirst(code.count)) : id
  }

  // MARK: Cells

  private func cells(of agency: Int, _ layout: MatrixLayout) -> Content {
    let derived = context.derived
    return shapes(layout) { derived.status(of: agency, on: $0) }
  }

  /// A shape for each column in view; nothing where there is no status. Of the selected row the one under the cursor
  /// is lit.
  func shapes(_ layout: MatrixLayout, _ status: @escaping (Int) -> Status?) -> Content {
    let glyphs = context.glyphs
    return .custom { canvas, place in
      for index in layout.visible {
        guard let start = layout.start(of: index) else { continue }
        let x = place.x + start
        if let status = status(index) {
          canvas.fill(status.glyph(glyphs), x: x + layout.shapeOffset, y: place.y, width: 1, role: status.role)
        }
        if place.isSelected, index == place.column {
          canvas.paint(.selection, x: x, y: place.y, width: 1 + 2 * layout.shapeOffset)
        }
      }
    }
  }

  /// A line of shapes under a name: how many agencies stand together.
  func band(_ name: [Span], _ layout: MatrixLayout, _ status: @escaping (Int) -> Status?) -> Line {
    Line([
      Part(x: 1, width: layout.nameWidth, content: .spans(name)),
      Part(x: layout.nameWidth + 2, width: layout.room, content: shapes(layout, status)),
    ])
  }

  // MARK: Below

  private var legend: [Line] {
    var spans = Status.allCases.map { status in
      Span("\(Character(status.glyph(context.glyphs))) \(context[status.shortName])  ", status.role)
    }
    let blank = Span(word("trống: ngoài phạm vi", "blank: out of scope"), .muted)
    if Content.spans(spans + [blank]).width <= width - 2 { spans.append(blank) }
    return wrapped(Span(""), spans)
  }
}
