internal import TextCore

/// A paper as a page of its own, ready to be printed on A4: nothing is fetched, nothing runs.
///
/// Letters and margins are those of the government's rules for documents (Decree 30/2020/NĐ-CP, Appendix I).
public struct PaperHTML: PaperExporter {
  /// There is nothing to choose.
  public init() {}

  public func text(of paper: Paper) -> String {
    let title = Markup.escaped(paper.title)
    let head = paper.showsTitle ? ["<h1>\(title)</h1>"] : []
    let body = head + paper.blocks.map { html($0, paper) } + foot(paper)
    return Markup.page(title: title, paper.language, style: Self.style, body: body.joined(separator: "\n"))
  }

  private static let style = """
    @page{size:A4;margin:20mm 20mm 20mm 30mm}
    body{max-width:48em;margin:1em auto;padding:0 1em;background:#fff;color:#000;font:13pt/1.35 "Times New Roman",Tinos,serif}
    h1{font-size:1.2em;text-align:center}
    h2{font-size:1em;margin:1.1em 0 .4em}
    p{margin:.4em 0;text-align:justify}
    ol,ul{margin:.4em 0;padding-left:1.6em}
    table{border-collapse:collapse;width:100%;margin:.5em 0}
    th,td{border:1px solid #555;padding:.15em .4em;text-align:left;vertical-align:top;font-size:.9em}
    th{background:#eee}
    td.n{text-align:right}
    table.halves td{border:0;text-align:center;width:50%;font-size:1em}
    table.halves td.l{text-align:left}
    .indented{margin-left:25%}
    footer{margin-top:1.5em;border-top:1px solid #555;font-size:.75em;overflow-wrap:anywhere}
    tr,h2{break-inside:avoid;break-after:auto}
    """

  private func html(_ block: Paper.Block, _ paper: Paper) -> String {
    switch block {
    case .heading(let text): "<h2>\(Markup.escaped(text))</h2>"
    case .text(let text): "<p>\(Markup.escaped(text))</p>"
    case .facts(let facts):
      "<ul>\n"
        + facts.map { "<li><b>\(Markup.escaped($0.label)):</b> \(Markup.escaped($0.text))</li>\n" }.joined() + "</ul>"
    case .list(let items): "<ol>\n" + items.map { "<li>\(Markup.escaped($0))</li>\n" }.joined() + "</ol>"
    case .table(let table): html(table, paper)
    case .halves(let left, let right):
      "<table class=\"halves\"><tr>\(cell(left))\(cell(right))</tr></table>"
    case .indented(let lines): "<p class=\"indented\">\(html(lines))</p>"
    }
  }

  private func html(_ table: DataTable, _ paper: Paper) -> String {
    let head = table.columns.map { "<th>\(Markup.escaped($0))</th>" }.joined()
    let rows = table.rows.map { row in
      let cells = row.map { value in
        "<td\(value.isNumber ? " class=\"n\"" : "")>\(Markup.escaped(value.text(paper.language)))</td>"
      }
      return "<tr>\(cells.joined())</tr>\n"
    }
    return "<table>\n<thead><tr>\(head)</tr></thead>\n<tbody>\n\(rows.joined())</tbody>\n</table>"
  }

  private func cell(_ lines: [Paper.Line]) -> String {
    let isLeading = lines.contains(where: \.isLeading)
    return "<td\(isLeading ? " class=\"l\"" : "")>\(html(lines))</td>"
  }

  private func html(_ lines: [Paper.Line]) -> String {
    lines.map { line in
      let text = Markup.escaped(line.text)
      return switch line.look {
      case .plain: text
      case .bold: "<b>\(text)</b>"
      case .italic: "<i>\(text)</i>"
      }
    }.joined(separator: "<br>\n")
  }

  private func foot(_ paper: Paper) -> [String] {
    if paper.foot.isEmpty { return [] }
    let lines = paper.foot.map { "\(Markup.escaped($0.label)): \(Markup.escaped($0.text))" }
    return ["<footer>\n\(lines.joined(separator: "<br>\n"))\n</footer>"]
  }
}
