/// Letters in the colours of a theme, as a terminal or `less -R` shows them. No other sequence than SGR is written.
public struct ANSIExporter: CanvasExporter {
  private let theme: Theme

  /// - Parameter depth: how many colours whoever shows it has.
  public init(_ theme: Theme, depth: ColorDepth) { self.theme = theme.mapped(to: depth) }

  public func text(of canvas: Canvas) -> String {
    (0..<canvas.size.height).map { y in
      canvas.runs(inRow: y, theme).map { Self.sequence($0.style) + $0.text }.joined() + "\u{1B}[0m\n"
    }.joined()
  }

  private static func sequence(_ style: Style) -> String {
    let attributes: [(Style.Attributes, String)] = [(.bold, "1"), (.dim, "2"), (.underline, "4"), (.reverse, "7")]
    let codes =
      ["0"] + attributes.filter { style.attributes.contains($0.0) }.map(\.1)
      + code(style.foreground, 30) + code(style.background, 40)
    return "\u{1B}[" + codes.joined(separator: ";") + "m"
  }

  /// - Parameter base: 30 for letters, 40 for what is behind them.
  private static func code(_ color: Color, _ base: Int) -> [String] {
    switch color {
    case .standard: []
    case .indexed(let index) where index < 8: ["\(base + Int(index))"]
    case .indexed(let index) where index < 16: ["\(base + 52 + Int(index))"]
    case .indexed(let index): ["\(base + 8)", "5", "\(index)"]
    case .rgb(let red, let green, let blue): ["\(base + 8)", "2", "\(red)", "\(green)", "\(blue)"]
    }
  }
}
