import TerminalKit

/// Which columns of the matrix find room, and where.
struct MatrixLayout {
  /// Columns from one indicator to the next.
  let pitch: Int
  let nameWidth: Int
  /// Whether each row ends with how many indicators are met and reported.
  let hasCounts: Bool
  /// How many indicators there are.
  let count: Int
  let visible: Range<Int>
  /// Where each of the visible ones begins, from the left edge of the first.
  private let starts: [Int]

  /// Columns of the cells.
  let room: Int

  static let countsWidth = 7

  /// From the widest to the closest way to show all: columns from one to the next, blanks between pillars, the least
  /// name, and whether there are counts.
  private static let ways: [(pitch: Int, gap: Int, leastName: Int, hasCounts: Bool)] = [
    (5, 1, 20, true), (4, 1, 14, true), (4, 0, 12, true), (3, 1, 12, true), (3, 0, 12, true), (2, 1, 12, true),
    (2, 0, 12, true), (2, 0, 12, false),
  ]

  /// - Parameters:
  ///   - pillars: of each indicator.
  ///   - chosen: the column under the cursor, which is always in view.
  init(width: Int, pillars: [Int], chosen: Int) {
    // The mark of the selected row and a blank after the name; after the last column nothing.
    let margins = 2
    func need(_ way: (pitch: Int, gap: Int, leastName: Int, hasCounts: Bool), _ columns: Range<Int>) -> Int {
      margins + Self.width(of: columns, pillars, way.pitch, way.gap) + (way.hasCounts ? Self.countsWidth + 1 : 0)
    }
    let all = pillars.indices
    let fitting = Self.ways.first { $0.leastName + need($0, all) <= width }
    let way = fitting ?? (2, 0, 12, false)
    pitch = way.pitch
    hasCounts = way.hasCounts
    count = pillars.count
    if fitting != nil {
      visible = all
    } else {
      // A sign beside the heads says that there are more.
      let most = max(1, min(count, (width - way.leastName - margins - 2 + pitch - 1) / pitch))
      // The view moves by half its width, so that most steps change two columns only.
      let block = max(1, most / 2)
      let first = chosen < most ? 0 : max(0, min(count - most, ((chosen - most) / block + 1) * block))
      visible = first..<min(max(first, count), first + most)
    }
    nameWidth = min(36, max(way.leastName, width - need(way, visible) - (fitting == nil ? 2 : 0)))
    room = Self.width(of: visible, pillars, way.pitch, way.gap)
    let (columns, gap) = (visible, way.gap)
    starts = columns.map { Self.start(of: $0, from: columns.lowerBound, pillars, way.pitch, gap) }
  }

  /// Where a visible column begins, from the left edge of the first.
  func start(of column: Int) -> Int? { visible.contains(column) ? starts[column - visible.lowerBound] : nil }

  /// Where a cell's shape stands in its column: under the middle of an id that is written out.
  var shapeOffset: Int { writesIDs ? 1 : 0 }

  /// Whether the heads have room for whole ids.
  var writesIDs: Bool { pitch >= 4 }

  private static func start(of column: Int, from first: Int, _ pillars: [Int], _ pitch: Int, _ gap: Int) -> Int {
    var x = 0
    for index in first..<column { x += pitch + (pillars[index] == pillars[index + 1] ? 0 : gap) }
    return x
  }

  private static func width(of columns: Range<Int>, _ pillars: [Int], _ pitch: Int, _ gap: Int) -> Int {
    guard let last = columns.last else { return 0 }
    return start(of: last, from: columns.lowerBound, pillars, pitch, gap) + (pitch >= 4 ? 3 : 1)
  }
}
