/// A row of levels, the latest last: how a figure went in a few columns.
public struct Sparkline: Hashable, Sendable {
  /// 0…7, one a column, `nil` where nothing was reported; anything outside counts as the nearer end.
  public var levels: [Int?]

  /// Levels of 0…7, oldest first; `nil` where there is none.
  public init(_ levels: [Int?]) { self.levels = levels }

  /// Draws the latest that fit.
  public func draw(on canvas: inout Canvas, x: Int, y: Int, width: Int, glyphs: GlyphSet) {
    let shapes = glyphs.spark
    for (column, level) in levels.suffix(max(0, width)).enumerated() {
      let shape = level.map { shapes[min(max(0, $0), shapes.count - 1)] }
      canvas.fill(
        shape ?? glyphs.sparkNone, x: x + column, y: y, width: 1, role: shape == nil ? .gaugeUnknown : .gaugeFill)
    }
  }
}
