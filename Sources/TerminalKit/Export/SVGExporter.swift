public import TextCore

/// A picture that needs nothing else. Every run of letters stands at its own place and has its length written down, so
/// that columns are columns in any font; blocks and lines are drawn as such.
public struct SVGExporter: CanvasExporter {
  private let theme: Theme
  private let title: String
  private let language: Language

  private static let margin = 12

  /// - Parameters:
  ///   - title: what the picture is of, for those who do not see it.
  ///   - language: what it is in.
  public init(_ theme: Theme, title: String, _ language: Language) {
    self.theme = theme
    self.title = title
    self.language = language
  }

  public func text(of canvas: Canvas) -> String {
    let page = Ink(theme[.text])
    let width = canvas.size.width * SVGCell.width + 2 * Self.margin
    let height = canvas.size.height * SVGCell.height + 2 * Self.margin
    let title = Markup.escaped(TerminalText.safe(title))
    let language = language.rawValue
    let rows = (0..<canvas.size.height).map { y in
      let row = SVGRow(cells: Array(canvas.row(y)), top: y * SVGCell.height, page: page) { Ink(theme[$0]) }
      return row.elements.map { $0 + "\n" }.joined()
    }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)" \
      role="img" aria-label="\(title)" lang="\(language)" xml:lang="\(language)">
      <title>\(title)</title>
      <rect width="\(width)" height="\(height)" rx="8" fill="\(page.ground.hex)"/>
      <g transform="translate(\(Self.margin) \(Self.margin))" font-size="\(SVGCell.fontSize)" \
      font-family="'DejaVu Sans Mono',Menlo,Consolas,'Liberation Mono',monospace">
      \(rows.joined())</g>
      </svg>

      """
  }
}

/// A cell in pixels: that of most fonts of 15 pixels.
enum SVGCell {
  static let width = 9
  static let height = 19
  static let fontSize = 15
  /// From the cell's upper edge to where letters stand.
  static let baseline = 14
}
