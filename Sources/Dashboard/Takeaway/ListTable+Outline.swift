import PlanCore
import TerminalKit
import TextCore

extension ListTable {
  /// The rows in words and values, as the page's reader has arranged them.
  func outlineList(
    _ groups: [Group], number: Int, _ state: PageState, _ context: Context
  ) -> OutlineList {
    let data = columns.map { column in
      column.data ?? [Datum(title: column.title) { .init(reading: column.cell($0).words(context)) }]
    }
    let grouping = groupings.indices.contains(state.grouping) ? groupings[state.grouping] : nil
    let hasGroups = groups.contains { $0.place != nil && !$0.items.isEmpty }
    let rows = groups.flatMap { group in
      let summary = group.place.flatMap { grouping?.summary?($0, group.items) } ?? []
      return group.items.map { item in
        OutlineList.Row(
          group: group.place.map { TerminalText.safe($0.title) },
          groupSummary: Content.spans(summary).words(context),
          said: zip(columns, data).flatMap { said(item, $0, $1, context) },
          values: data.flatMap(\.self).map { $0.value(item).safe })
      }
    }
    return OutlineList(
      number: number, emptyText: emptyWords(context), grouping: hasGroups ? grouping?.name.capitalizedFirst : nil,
      columns: data.flatMap(\.self).map(\.title.capitalizedFirst), rows: rows)
  }

  /// What a row says in a column: its text, or where that is shapes the values that they stand for.
  private func said(
    _ item: Item, _ column: Column<Item>, _ data: [Datum<Item>], _ context: Context
  ) -> [(label: String, text: String)] {
    let text = column.cell(item).words(context)
    if column.data == nil || text.hasWords && !text.hasShapes && !column.isPicture(item) {
      let label = data.count == 1 ? data[0].title : column.title
      return text.hasWords ? [(label.capitalizedFirst, text)] : []
    }
    return data.map { ($0.title, $0.value(item).safe.text(context.language)) }.filter { !$0.1.isEmpty }
  }
}

extension Column {
  /// Whether what it draws is no text.
  fileprivate func isPicture(_ item: Item) -> Bool {
    if case .custom = cell(item) { return true }
    return false
  }
}

extension DataTable.Value {
  /// The same with nothing in it that a terminal acts on.
  var safe: Self {
    if case .text(let text) = self { return .text(TerminalText.safe(text)) }
    return self
  }
}

extension String {
  /// With a capital at its beginning.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// Whether it has signs that stand for words: marks beside figures, boxes, circles.
  fileprivate var hasShapes: Bool {
    unicodeScalars.contains { $0.value >= 0x2500 || $0.value == 0x221A || "°½†§".unicodeScalars.contains($0) }
  }
}
