/// A paper as GitHub's Markdown: titles, facts and tables.
public struct PaperMarkdown: PaperExporter {
  /// There is nothing to choose.
  public init() {}

  public func text(of paper: Paper) -> String {
    var parts = paper.showsTitle ? ["# \(escaped(paper.title))\n"] : []
    parts += paper.blocks.map { text($0, paper) }
    if !paper.foot.isEmpty {
      parts.append("---\n")
      parts.append(paper.foot.map { "*\(escaped($0.label)): \(escaped($0.text))*  \n" }.joined())
    }
    return parts.joined(separator: "\n")
  }

  private func text(_ block: Paper.Block, _ paper: Paper) -> String {
    switch block {
    case .heading(let title): "## \(escaped(title))\n"
    case .text(let text): MarkdownExporter.paragraph(text) + "\n"
    case .facts(let facts): facts.map { "- **\(escaped($0.label)):** \(escaped($0.text))\n" }.joined()
    case .list(let items): zip(1..., items).map { "\($0). \(escaped($1))\n" }.joined()
    case .table(let table): MarkdownExporter(paper.language).text(of: table)
    case .halves(let left, let right): halves(left, right)
    case .indented(let lines): lines.map { looking($0) + "  \n" }.joined()
    }
  }

  /// A table of two columns, the first line of each its heading.
  private func halves(_ left: [Paper.Line], _ right: [Paper.Line]) -> String {
    let count = max(left.count, right.count)
    func cell(_ lines: [Paper.Line], _ number: Int) -> String { number < lines.count ? looking(lines[number]) : "" }
    let rows = (0..<count).map { "| \(cell(left, $0)) | \(cell(right, $0)) |\n" }
    return (rows.prefix(1) + ["| :---: | :---: |\n"] + rows.dropFirst()).joined()
  }

  private func looking(_ line: Paper.Line) -> String {
    let text = escaped(line.text)
    if text.isEmpty { return "" }
    return switch line.look {
    case .plain: text
    case .bold: "**\(text)**"
    case .italic: "*\(text)*"
    }
  }

  private func escaped(_ text: String) -> String { MarkdownExporter.escaped(text) }
}
