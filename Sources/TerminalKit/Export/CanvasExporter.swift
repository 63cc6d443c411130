/// A way to write a canvas down for somewhere else than this terminal.
///
/// - ``TextExporter``: letters alone.
/// - ``ANSIExporter``: letters in colours, for a terminal or a pager.
/// - ``HTMLExporter``: a page of its own.
/// - ``SVGExporter``: a picture.
public protocol CanvasExporter: Sendable {
  /// The whole file; it ends with a newline.
  func text(of canvas: Canvas) -> String
}
