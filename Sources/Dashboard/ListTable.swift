import PlanCore
import TerminalKit
import TextCore

/// A column of a list: how wide, what each row says in it, how to sort by it.
struct Column<Item> {
  enum Width {
    case fixed(Int)
    /// Takes a share of what is left, within these bounds; up to `comfortable` as readily as a main column does.
    case flexible(least: Int, comfortable: Int = 0, most: Int)
    /// Takes what is left before the others do, until a line of it is comfortable to read.
    case main(least: Int, most: Int)

    var least: Int {
      switch self {
      case .fixed(let width), .flexible(let width, _, _), .main(let width, _): width
      }
    }

    var most: Int {
      switch self {
      case .fixed(let width), .flexible(_, _, let width), .main(_, let width): width
      }
    }

    /// How wide it may get while others still want room.
    var comfortable: Int {
      switch self {
      case .fixed(let width): width
      case .flexible(let least, let comfortable, _): max(least, comfortable)
      case .main(_, let most): min(most, 72)
      }
    }
  }

  let title: String
  /// A shorter title for where the column is too narrow for the other.
  var narrowTitle: String?
  let width: Width
  var isTrailing = false
  /// Columns with higher numbers leave first where the window is narrow; 0 always stays.
  var dispensability = 0
  /// Whether it leaves already where names would be cut short; the most dispensable one of its list.
  var isAside = false
  let cell: (Item) -> Content
  /// Whether one item stands before another when the list is sorted by this column.
  var order: ((Item, Item) -> Bool)?
  /// What that order is called; the title where nothing else is given.
  var orderName: String?
  /// What it says to other programs; `nil`: what its cells say, as a day or a whole number where they are one.
  var data: [Datum<Item>]?
}

extension Column {
  fileprivate func header(_ title: String) -> Content { isTrailing ? .right(title, .header) : .text(title, .header) }
}

/// A way to put the rows of a list together.
struct Grouping<Item> {
  struct Group: Hashable {
    /// Groups stand in this order.
    var order: Int
    var title: String
  }

  let name: String
  /// The groups that an item stands in; none: it stands above all of them.
  let groups: (Item) -> [Group]
  /// The item as it stands in one of several groups, where it has another side there.
  var side: ((Item, Group) -> Item)?
  /// What stands after the title; the number of rows where there is nothing better to say.
  var summary: ((Group, [Item]) -> [Span])?
  /// What stands over the group instead of its title and summary.
  var headings: ((Group, [Item]) -> [Line])?
}

/// A list of things of one kind: columns, groups, filters and order.
struct ListTable<Item> {
  var items: [Item]
  let columns: [Column<Item>]
  let key: (Item) -> RowID
  let target: (Item) -> Page?
  /// What a filter looks into.
  let searchTexts: (Item) -> SearchTexts
  /// What a filter finds an item by, where that has been folded before.
  var searchKey: ((Item) -> SearchKey)?
  /// What else a filter finds, worked out once for what was typed.
  var alsoMatches: ((SearchQuery) -> (Item) -> Bool)?
  /// Whether an item stands above the others and is no one of them: neither sorted, grouped nor counted.
  var isApart: ((Item) -> Bool)?
  var statuses: ((Item) -> [StatusOption])?
  /// What is counted where the list is filtered by status.
  var unit = Unit.rows
  /// How many of these an item stands for: in one status, or in all.
  var weight: (Item, StatusOption?) -> Int = { _, _ in 1 }
  var groupings: [Grouping<Item>] = []
  /// Orders that no column of their own stands for; numbered after the columns.
  var orders: [(title: String, order: (Item, Item) -> Bool)] = []
  /// How much of the selected row is lit; `nil`: up to the end of its name. The rest of the row keeps its colours, and
  /// a step of the cursor costs half as much on the wire.
  var highlightWidth: Int?
  /// What is said where there is nothing to list.
  var emptyText: String
  /// Rows of it in a preview, the one included that says that there are more.
  var previewRows = 7
  /// What a row says in full, where its columns may have cut it.
  var caption: ((Item) -> String)?
}

/// Where a table is put: left edge and width, and the number of its list on the page.
struct TableFrame {
  var x = 0
  var width: Int
  var list = 0
  /// Whether the column titles stay in view while the page scrolls.
  var keepsHeader = true
}

extension ListTable {
  /// Adds the table's lines to a document, arranged as the page's reader has it.
  func add(
    to document: inout Document, in frame: TableFrame, as page: PageState, _ context: Context,
    _ search: SearchCache
  ) {
    let state = frame.list == 0 ? page : page.withoutOrder
    if let outline = context.outline {
      return outline.add(
        .list(outlineList(arranged(state, search), number: frame.list, state, context)), &document, context)
    }
    let widths = layout(frame.width - Self.marker)
    document.unfilteredCount += isApart.map { isApart in items.count { !isApart($0) } } ?? items.count
    if !state.isPreview { countStatuses(&document) }
    if frame.list == 0 {
      document.sorts = columns.map { $0.order == nil ? "" : $0.orderName ?? $0.title } + orders.map(\.title)
      document.groupings = groupings.map(\.name)
    }
    let headerLine = addHeader(to: &document, widths, in: frame, as: state, context)
    defer { if let headerLine { document.addHeader(at: headerLine) } }
    let groups = arranged(state, search)
    if groups.allSatisfy({ $0.items.isEmpty }) {
      let text = emptyWords(context)
      document.lines.append(Line([Part(x: frame.x + Self.marker, width: frame.width, content: .text(text, .muted))]))
      return
    }
    if state.isPreview { return addBeginning(groups.flatMap(\.items), to: &document, widths, in: frame, context) }
    for (index, group) in groups.enumerated() {
      if let place = group.place {
        let own = groupings[state.grouping].headings?(place, group.items)
        document.lines += own ?? [headingLine(place, group.items, frame, state, context)]
      }
      addRows(of: group, to: &document, isApart: index == 0, widths, in: frame, context)
    }
  }

  /// Rows of a preview, in the table's own order, and how many more there are.
  private func addBeginning(
    _ items: [Item], to document: inout Document, _ widths: [(column: Int, x: Int, width: Int)], in frame: TableFrame,
    _ context: Context
  ) {
    let shown = items.count <= previewRows ? items : Array(items.prefix(previewRows - 1))
    addRows(of: Group(items: shown), to: &document, isApart: false, widths, in: frame, context)
    guard shown.count < items.count else { return }
    let rest = items.count - shown.count
    let text =
      context.glyphs.ellipsis + context.word(" còn \(rest) dòng; Enter để xem", " \(rest) more; Enter shows them")
    document.lines.append(
      Line([Part(x: frame.x + Self.marker, width: frame.width - Self.marker, content: .text(text, .muted))]))
  }

  private func addRows(
    of group: Group, to document: inout Document, isApart: Bool, _ widths: [(column: Int, x: Int, width: Int)],
    in frame: TableFrame, _ context: Context
  ) {
    let (items, number) = (group.items, group.number)
    document.addRows(count: items.count, list: frame.list, isApart: isApart, hasCaptions: caption != nil) {
      index, line in
      let item = items[index]
      return Document.Row(
        key: RowKey(id: key(item), group: number), target: { target(item) }, line: line, list: frame.list,
        caption: caption.map { caption in { isCut(item, widths) ? caption(item) : "" } })
    } line: { index, row in
      rowLine(items[index], row, widths, frame, context)
    }
  }

  /// The column that names the row: the main one, else the first that is no mark.
  private func nameColumn(_ widths: [(column: Int, x: Int, width: Int)]) -> (column: Int, x: Int, width: Int)? {
    widths.first { if case .main = columns[$0.column].width { true } else { false } } ?? widths.first { $0.width > 2 }
  }

  /// Whether a row's name finds no room.
  private func isCut(_ item: Item, _ widths: [(column: Int, x: Int, width: Int)]) -> Bool {
    nameColumn(widths).map { columns[$0.column].cell(item).width > $0.width } ?? false
  }

  /// Room for the mark of the selected row.
  private static var marker: Int { 1 }

  // MARK: Which rows

  /// The rows that stand apart, then the others in their groups.
  private func arranged(_ state: PageState, _ search: SearchCache) -> [Group] {
    let visible = filtered(state, search)
    guard let isApart else { return [Group(items: [])] + grouped(sorted(visible, state), state) }
    return [Group(items: visible.filter(isApart))] + grouped(sorted(visible.filter { !isApart($0) }, state), state)
  }

  /// What is said where there is no row.
  func emptyWords(_ context: Context) -> String {
    items.isEmpty ? emptyText : context.word("không có dòng nào khớp với bộ lọc", "no row matches the filter")
  }

  private func filtered(_ state: PageState, _ search: SearchCache) -> [Item] {
    let query = SearchQuery(state.filter)
    if query.isEmpty, state.status == nil { return items }
    let alsoMatches = query.isEmpty ? nil : alsoMatches?(query)
    return items.filter { item in
      if let status = state.status, statuses?(item).contains(status) != true { return false }
      if query.isEmpty || alsoMatches?(item) == true { return true }
      if let searchKey { return query.matches(searchKey(item)) }
      return search.matches(query, key(item)) { searchTexts(item) }
    }
  }

  private func sorted(_ items: [Item], _ state: PageState) -> [Item] {
    guard let order = state.sort.flatMap(order(at:)) else { return state.isReversed ? items.reversed() : items }
    let numbered = items.enumerated().sorted { a, b in
      let (first, second) = state.isReversed ? (b.element, a.element) : (a.element, b.element)
      if order(first, second) { return true }
      return !order(second, first) && a.offset < b.offset
    }
    return numbered.map(\.element)
  }

  /// By a column, or, behind the last of these, by one of the table's other orders.
  private func order(at sort: Int) -> ((Item, Item) -> Bool)? {
    if columns.indices.contains(sort) { return columns[sort].order }
    return orders.indices.contains(sort - columns.count) ? orders[sort - columns.count].order : nil
  }

  private func countStatuses(_ document: inout Document) {
    var counts: [(option: StatusOption, count: Int)] = []
    var total = 0
    for item in items where isApart?(item) != true {
      total += weight(item, nil)
      for status in statuses?(item) ?? [] {
        if let place = counts.firstIndex(where: { $0.option == status }) {
          counts[place].count += weight(item, status)
        } else {
          counts.append((status, weight(item, status)))
        }
      }
    }
    document.statusMenu.add(counts, total: total, unit: unit)
  }

  struct Group {
    var place: Grouping<Item>.Group?
    var items: [Item]

    fileprivate var number: Int { place?.order ?? 0 }
  }

  private func grouped(_ items: [Item], _ state: PageState) -> [Group] {
    guard groupings.indices.contains(state.grouping) else { return [Group(items: items)] }
    let grouping = groupings[state.grouping]
    var named: [Group] = []
    var first = Group(items: [])
    var last = 0
    for item in items {
      let places = grouping.groups(item)
      if places.isEmpty { first.items.append(item) }
      for place in places {
        // Neighbours are mostly of one group.
        if !named.indices.contains(last) || named[last].place != place {
          last = named.firstIndex { $0.place == place } ?? named.count
          if last == named.count { named.append(Group(place: place, items: [])) }
        }
        named[last].items.append(grouping.side?(item, place) ?? item)
      }
    }
    named.sort { ($0.number, $0.place?.title ?? "") < ($1.number, $1.place?.title ?? "") }
    return first.items.isEmpty ? named : [first] + named
  }

  // MARK: Lines

  /// What names have before a column aside has any room.
  private static var nameWidth: Int { 46 }

  /// The columns that find room, with where each begins and how wide it is.
  private func layout(_ width: Int) -> [(column: Int, x: Int, width: Int)] {
    var shown = Array(columns.indices)
    func need() -> Int { shown.reduce(shown.count - 1) { $0 + columns[$1].width.least } }
    // A column aside has room only where the names have theirs.
    func isTight() -> Bool {
      guard shown.contains(where: { columns[$0].isAside }) else { return false }
      let names = shown.lazy.map { columns[$0].width }.reduce(0) { sum, width in
        if case .main(let least, _) = width { sum + max(0, Self.nameWidth - least) } else { sum }
      }
      return need() + names > width
    }
    while need() > width || isTight(), let most = shown.map({ columns[$0].dispensability }).max(), most > 0 {
      shown.removeAll { columns[$0].dispensability == most }
    }
    var widths = shown.map { columns[$0].width.least }
    var spare = width - need()
    func grow(to limit: (Column<Item>.Width) -> Int) {
      while spare > 0,
        let narrowest = shown.indices.filter({ widths[$0] < limit(columns[shown[$0]].width) })
          .min(by: { widths[$0] < widths[$1] })
      {
        widths[narrowest] += 1
        spare -= 1
      }
    }
    // Of a generic type a key path would be made at run time.
    grow { $0.comfortable }
    grow { $0.most }
    var x = 0
    return zip(shown, widths).map { column, width in
      defer { x += width + 1 }
      return (column, x, width)
    }
  }

  /// Adds the titles of the columns; their line, where they scroll with the list.
  private func addHeader(
    to document: inout Document, _ widths: [(column: Int, x: Int, width: Int)], in frame: TableFrame,
    as state: PageState, _ context: Context
  ) -> Int? {
    guard columns.contains(where: { !$0.title.isEmpty }) else { return nil }
    let line = headerLine(widths, frame, state, context)
    if frame.keepsHeader { document.head.append(line) } else { document.lines.append(line) }
    return frame.keepsHeader ? nil : document.lines.count - 1
  }

  private func headerLine(
    _ widths: [(column: Int, x: Int, width: Int)], _ frame: TableFrame, _ state: PageState, _ context: Context
  ) -> Line {
    Line(
      widths.map { index, x, width in
        let column = columns[index]
        let left = frame.x + Self.marker + x
        guard state.sort == index else {
          let titles = [column.title, column.narrowTitle].compactMap(\.self)
          return Part(x: left, width: width, content: .fitting(titles.map(column.header)))
        }
        let arrow = state.isReversed ? context.glyphs.arrowDown : context.glyphs.arrowUp
        // The arrow stands in the blank beside the column, so that its title is neither cut nor moved.
        let right = min(left + width + 1, frame.x + frame.width)
        let start = column.isTrailing ? max(0, left - 1) : left
        return Part(x: start, width: right - start, content: column.header(column.title + String(Character(arrow))))
      })
  }

  private func headingLine(
    _ group: Grouping<Item>.Group, _ items: [Item], _ frame: TableFrame, _ state: PageState, _ context: Context
  ) -> Line {
    let summary = groupings[state.grouping].summary?(group, items) ?? [Span(" (\(items.count))", .muted)]
    return Line([
      Part(
        x: frame.x + Self.marker, width: frame.width - Self.marker,
        content: .spans([Span(group.title, .title)] + summary))
    ])
  }

  private func rowLine(
    _ item: Item, _ row: Int, _ widths: [(column: Int, x: Int, width: Int)], _ frame: TableFrame, _ context: Context
  ) -> Line {
    let columns = columns
    let glyphs = context.glyphs
    let lit = highlightWidth ?? nameColumn(widths).map { Self.marker + $0.x + $0.width } ?? frame.width
    let draw = { (canvas: inout Canvas, place: Content.Place) in
      if place.isSelected { canvas.fill(glyphs.selected, x: place.x, y: place.y, width: 1) }
      for (index, x, width) in widths {
        columns[index].cell(item).draw(
          on: &canvas,
          at: Content.Place(
            x: place.x + Self.marker + x, y: place.y, width: width, column: place.column,
            isSelected: place.isSelected),
          ellipsis: glyphs.ellipsis)
      }
    }
    return Line([
      Part(x: frame.x, width: frame.width, row: row, highlight: lit, content: .custom(draw))
    ])
  }
}
