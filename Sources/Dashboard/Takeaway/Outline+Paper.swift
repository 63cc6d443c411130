import PlanCore
import TextCore

extension Outline {
  /// The page as a paper: titles, facts and tables.
  func paper(title: String, _ language: Language) -> Paper {
    var paper = Paper(title: title, language)
    paper.blocks = blocks.map { block in
      switch block {
      case .title(let title): .heading(title)
      case .text(let text): .text(text)
      case .facts(let facts): .facts(facts.map { Paper.Fact($0.label, $0.text) })
      case .list(let list): list.rows.isEmpty ? .text(list.emptyText) : .table(list.table)
      }
    }
    return paper
  }
}
