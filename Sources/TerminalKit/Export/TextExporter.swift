/// Letters alone, without blanks at the ends of lines.
public struct TextExporter: CanvasExporter {
  /// There is nothing to choose.
  public init() {}

  public func text(of canvas: Canvas) -> String { canvas.text + "\n" }
}
