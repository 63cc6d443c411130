import PlanCore
import TerminalKit
import TextCore

// Regions and kinds in the matrix: a heading each, and how its members stand together.

extension PageBuilder {
  func matrixGroupings(_ layout: MatrixLayout) -> [Grouping<Int>] {
    let region = byKindAndRegion { (agency: Int) in agency }
    let kind = Grouping<Int>(name: word("khối", "kind")) { agency in
      let kind = plan.agencies[agency].kind
      return [.init(order: Agency.Kind.allCases.firstIndex(of: kind) ?? 0, title: context[kind.name])]
    }
    let none = Grouping<Int>(name: word("không", "none")) { _ in [] }
    return [none]
      + [region, kind].enumerated().map { number, plain in
        var grouping = plain
        grouping.headings = { headings($0, $1, status(of: $0, by: plain, number), layout) }
        // What is not drawn but said has the shapes in words.
        grouping.summary = { group, agencies in
          [Span(" (\(agencies.count)): " + statusWords(status(of: group, by: plain, number)))]
        }
        return grouping
      }
  }

  /// How a group stands on an indicator. The whole group speaks, whatever a filter leaves of it in view.
  private func status(
    of group: Grouping<Int>.Group, by grouping: Grouping<Int>, _ number: Int
  ) -> (Int) -> Status? {
    let (derived, plan) = (context.derived, plan)
    let key = Derived.GroupKey(grouping: number, group: group.order)
    return { indicator in
      derived.status(of: key, on: indicator) {
        plan.agencies.indices.filter { plan.agencies[$0].kind != .national && grouping.groups($0).contains(group) }
      }
    }
  }

  /// Name, number and shapes in one line; where the name finds no room there in two.
  private func headings(
    _ group: Grouping<Int>.Group, _ agencies: [Int], _ status: @escaping (Int) -> Status?, _ layout: MatrixLayout
  ) -> [Line] {
    let name = [Span(group.title, .title), Span(" (\(agencies.count))", .muted)]
    if Content.spans(name).width <= layout.nameWidth { return [band(name, layout, status)] }
    let title = Line([Part(x: 1, width: width - 2, content: .spans(name))])
    return [title, band([Span(word("  cả nhóm", "  together"), .title)], layout, status)]
  }
}

extension Context {
  /// The column that somebody means who types this into the matrix's filter: an indicator by its id, or by its title
  /// where no agency is meant.
  func matrixColumn(namedBy filter: String, _ search: SearchCache) -> Int? {
    let query = SearchQuery(filter)
    guard !query.isEmpty else { return nil }
    let typed = filter.foldedUTF8
    if let exact = plan.indicators.firstIndex(where: { $0.id.foldedUTF8 == typed }) { return exact }
    let index = search.agencies(of: plan)
    let isAgency = plan.agencies.indices.contains {
      plan.agencies[$0].kind != .national && query.matches(index.searchKeys[$0])
    }
    if isAgency { return nil }
    return plan.indicators.firstIndex { $0.id.foldedUTF8.starts(with: typed) }
      ?? plan.indicators.indices.first { index in
        search.matches(query, .indicator(plan.indicators[index].id)) { plan.searchTexts(ofIndicator: index) }
      }
  }
}
