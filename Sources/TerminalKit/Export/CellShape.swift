/// A letter that is a picture: a block, a shade or a line. Drawn as such it fills its cell in every font.
///
/// Coordinates are of a cell, 0…1 from its left upper corner.
enum CellShape: Hashable {
  case block(x: Double, y: Double, width: Double, height: Double, opacity: Double)
  /// Arms from the middle to the edges.
  case lines(Arms)
  /// From the left lower corner to the right upper one.
  case rising

  struct Arms: OptionSet, Hashable {
    let rawValue: UInt8
    static let left = Arms(rawValue: 1)
    static let right = Arms(rawValue: 2)
    static let up = Arms(rawValue: 4)
    static let down = Arms(rawValue: 8)
  }

  /// `nil` for what a font draws.
  init?(_ scalar: UInt32) {
    switch scalar {
    case 0x2580: self = .block(x: 0, y: 0, width: 1, height: 0.5, opacity: 1)
    case 0x2581...0x2588:
      let height = Double(scalar - 0x2580) / 8
      self = .block(x: 0, y: 1 - height, width: 1, height: height, opacity: 1)
    case 0x2594: self = .block(x: 0, y: 0, width: 1, height: 0.125, opacity: 1)
    case 0x2589...0x258F: self = .block(x: 0, y: 0, width: Double(0x2590 - scalar) / 8, height: 1, opacity: 1)
    case 0x2590: self = .block(x: 0.5, y: 0, width: 0.5, height: 1, opacity: 1)
    case 0x2591...0x2593: self = .block(x: 0, y: 0, width: 1, height: 1, opacity: Double(scalar - 0x2590) / 4)
    case 0x2571: self = .rising
    default:
      guard let arms = Self.arms[scalar] else { return nil }
      self = .lines(arms)
    }
  }

  private static let arms: [UInt32: Arms] = [
    0x2500: [.left, .right], 0x2502: [.up, .down], 0x250C: [.right, .down], 0x2510: [.left, .down],
    0x2514: [.right, .up], 0x2518: [.left, .up], 0x251C: [.up, .down, .right], 0x2524: [.up, .down, .left],
    0x252C: [.left, .right, .down], 0x2534: [.left, .right, .up], 0x253C: [.left, .right, .up, .down],
  ]

  /// Whether it goes on in the next cell, so that several are one.
  var isContinuous: Bool {
    switch self {
    case .block(let x, _, let width, _, _): x == 0 && width == 1
    case .lines(let arms): arms == [.left, .right]
    case .rising: false
    }
  }
}
