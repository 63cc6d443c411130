import PlanCore
import TextCore

/// A page as Markdown: titles, facts and tables.
struct OutlineMarkdown {
  private let language: Language

  init(_ language: Language) { self.language = language }

  func text(of outline: Outline, title: String) -> String {
    let blocks = ["# \(MarkdownExporter.escaped(title))\n"] + outline.blocks.map(text)
    return blocks.joined(separator: "\n")
  }

  private func text(_ block: Outline.Block) -> String {
    switch block {
    case .title(let title): return "## \(MarkdownExporter.escaped(title))\n"
    case .text(let text): return MarkdownExporter.paragraph(text) + "\n"
    case .facts(let facts):
      return facts.map { label, text in
        "- **\(MarkdownExporter.escaped(label)):** \(MarkdownExporter.escaped(text))\n"
      }.joined()
    case .list(let list):
      if list.rows.isEmpty { return MarkdownExporter.paragraph(list.emptyText) + "\n" }
      return MarkdownExporter(language).text(of: list.table)
    }
  }
}
