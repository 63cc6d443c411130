/// Figures as large as a room needs them, drawn from whole blocks: digits, `,` `.` `-` and `%`.
public struct BigText: Hashable, Sendable {
  /// Columns and rows that one point of a letter takes.
  public struct Scale: Hashable, Sendable {
    /// Columns.
    public var width: Int
    /// Rows.
    public var height: Int

    /// Columns and rows.
    public init(width: Int, height: Int) {
      self.width = width
      self.height = height
    }

    /// From the largest to the smallest; cells are about twice as high as they are wide.
    static let all = [(6, 3), (5, 3), (4, 2), (3, 2), (2, 1), (1, 1)].map { Scale(width: $0.0, height: $0.1) }
  }

  private let letters: [[String]]

  /// Points that a letter is high.
  private static let height = 7

  /// What it has no shape for is a blank.
  public init(_ text: String) { letters = text.map { Self.shapes[$0] ?? Self.blank } }

  /// The largest scale at which it finds room; `nil` where none does.
  public func scale(width: Int, height: Int) -> Scale? {
    Scale.all.first { self.width(at: $0) <= width && Self.height * $0.height <= height }
  }

  /// Columns that it takes.
  public func width(at scale: Scale) -> Int {
    let points = letters.reduce(0) { $0 + ($1.first?.count ?? 0) } + max(0, letters.count - 1)
    return points * scale.width
  }

  /// Rows that it takes.
  public func height(at scale: Scale) -> Int { Self.height * scale.height }

  /// Draws it with its left upper corner there.
  public func draw(on canvas: inout Canvas, x: Int, y: Int, at scale: Scale, role: Role, glyphs: GlyphSet) {
    var left = x
    for letter in letters {
      for (row, points) in letter.enumerated() {
        for (column, point) in points.enumerated() where point == "#" {
          for line in 0..<scale.height {
            canvas.fill(
              glyphs.gaugeFull, x: left + column * scale.width, y: y + row * scale.height + line, width: scale.width,
              role: role)
          }
        }
      }
      left += ((letter.first?.count ?? 0) + 1) * scale.width
    }
  }

  private static let blank = Array(repeating: "  ", count: height)

  private static let shapes: [Character: [String]] = [
    "0": [" ### ", "#   #", "#   #", "#   #", "#   #", "#   #", " ### "],
    "1": ["  #  ", " ##  ", "  #  ", "  #  ", "  #  ", "  #  ", " ### "],
    "2": [" ### ", "#   #", "    #", "  ## ", " #   ", "#    ", "#####"],
    "3": [" ### ", "#   #", "    #", "  ## ", "    #", "#   #", " ### "],
    "4": ["   # ", "  ## ", " # # ", "#  # ", "#####", "   # ", "   # "],
    "5": ["#####", "#    ", "#### ", "    #", "    #", "#   #", " ### "],
    "6": [" ### ", "#    ", "#    ", "#### ", "#   #", "#   #", " ### "],
    "7": ["#####", "    #", "   # ", "  #  ", "  #  ", " #   ", " #   "],
    "8": [" ### ", "#   #", "#   #", " ### ", "#   #", "#   #", " ### "],
    "9": [" ### ", "#   #", "#   #", " ####", "    #", "    #", " ### "],
    ",": ["  ", "  ", "  ", "  ", "  ", " #", "# "],
    ".": [" ", " ", " ", " ", " ", " ", "#"],
    "-": ["    ", "    ", "    ", "####", "    ", "    ", "    "],
    "–": ["    ", "    ", "    ", "####", "    ", "    ", "    "],
    "%": ["##  #", "##  #", "   # ", "  #  ", " #   ", "#  ##", "#  ##"],
  ]
}
