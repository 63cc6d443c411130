public import TextCore

/// A page of its own: nothing is fetched, nothing runs.
public struct HTMLExporter: CanvasExporter {
  private let theme: Theme
  private let title: String
  private let language: Language

  /// - Parameters:
  ///   - title: what the page is of.
  ///   - language: what it is in, for screen readers and hyphenation.
  public init(_ theme: Theme, title: String, _ language: Language) {
    self.theme = theme
    self.title = title
    self.language = language
  }

  public func text(of canvas: Canvas) -> String {
    let page = Ink(theme[.text])
    var known: [Ink] = []
    let lines = (0..<canvas.size.height).map { y in
      let runs = canvas.runs(inRow: y, theme)
      return runs.enumerated().map { span($0.element, page, isLast: $0.offset == runs.count - 1, &known) }.joined()
    }
    let rules = known.enumerated().map { ".s\($0.offset){\(Self.declarations($0.element, on: page))}" }
    let title = Markup.escaped(TerminalText.safe(title))
    return Markup.page(
      title: title, language,
      style: """
        body{margin:0;background:\(page.ground.hex);color:\(page.color.hex)}
        pre{margin:1em;font:15px/1.25 "DejaVu Sans Mono",Menlo,Consolas,"Liberation Mono",monospace;tab-size:8}
        \(rules.joined(separator: "\n"))
        """,
      body: """
        <pre aria-label="\(title)">
        \(lines.joined(separator: "\n"))
        </pre>
        """)
  }

  private func span(_ run: StyledRun, _ page: Ink, isLast: Bool, _ known: inout [Ink]) -> String {
    let ink = Ink(run.style)
    let isPlain = ink.ground == page.ground && !ink.isUnderlined
    let text = isLast && isPlain ? String(run.text.reversed().drop { $0 == " " }.reversed()) : run.text
    if ink == page || isPlain && text.allSatisfy({ $0 == " " }) { return Markup.escaped(text) }
    let number = known.firstIndex(of: ink) ?? known.count
    if number == known.count { known.append(ink) }
    return "<span class=\"s\(number)\">\(Markup.escaped(text))</span>"
  }

  private static func declarations(_ ink: Ink, on page: Ink) -> String {
    var parts = ["color:\(ink.color.hex)"]
    if ink.ground != page.ground { parts.append("background:\(ink.ground.hex)") }
    if ink.isBold { parts.append("font-weight:bold") }
    if ink.isUnderlined { parts.append("text-decoration:underline") }
    return parts.joined(separator: ";")
  }
}
