/// A bar that says how much is done, where it should be, and how much nobody has reported.
///
/// `██▎░░░╱╱╱│╱╱`: done from the left, unreported from the right, the tick over both. Done is never hidden, and is
/// drawn full only when all is done: a gauge that rounds up lies.
public struct Gauge: Hashable, Sendable {
  /// 0…1; anything outside counts as the nearer end, what is no number as 0.
  public let fraction: Double
  /// Where it should be, 0…1, or `nil` for no tick.
  public let tick: Double?
  /// The share without data, 0…1.
  public let unknown: Double

  /// Shares of 0…1; what lies outside is held to that, and what is no number counts as 0.
  public init(_ fraction: Double, tick: Double? = nil, unknown: Double = 0) {
    self.fraction = Self.share(fraction)
    self.tick = tick.map(Self.share)
    self.unknown = Self.share(unknown)
  }

  /// Draws from a column on; a width below 1 draws nothing.
  public func draw(on canvas: inout Canvas, x: Int, y: Int, width: Int, glyphs: GlyphSet) {
    guard width > 0 else { return }
    let parts = glyphs.gaugeParts
    let steps = Self.steps(fraction, of: width * (parts.count + 1))
    let full = steps / (parts.count + 1)
    let part = steps % (parts.count + 1)
    canvas.fill(glyphs.gaugeFull, x: x, y: y, width: full, role: .gaugeFill)
    if part > 0 { canvas.fill(parts[part - 1], x: x + full, y: y, width: 1, role: .gaugeFill) }
    let filled = full + (part > 0 ? 1 : 0)
    let hatched = min(Self.steps(unknown, of: width), width - filled)
    let empty = width - filled - hatched
    canvas.fill(glyphs.gaugeEmpty, x: x + filled, y: y, width: empty, role: .gaugeEmpty)
    canvas.fill(glyphs.gaugeUnknown, x: x + filled + empty, y: y, width: hatched, role: .gaugeUnknown)
    if let tick {
      let column = min(width - 1, Int(tick * Double(width)))
      canvas.fill(glyphs.gaugeTick, x: x + column, y: y, width: 1, role: .gaugeTick)
    }
  }

  /// The nearest number of steps; something is at least one, less than all is less than all of them.
  private static func steps(_ share: Double, of count: Int) -> Int {
    let nearest = Int((share * Double(count)).rounded())
    let least = share > 0 ? max(1, nearest) : 0
    return share < 1 ? min(least, count - 1) : count
  }

  private static func share(_ value: Double) -> Double { value > 0 ? min(value, 1) : 0 }
}
