import TerminalKit

extension KeyDecoder {
  /// What follows an ESC where ncurses did not know the whole: `ESC [ 1 ~` of a terminal that is not what `TERM` says,
  /// or an answer that nobody asked for. It is one key, and its letters are none: `[` would step a month.
  ///
  /// `nil` where no sequence follows, and then nothing is taken.
  static func takeSequence(_ rest: inout ArraySlice<Int32>) -> Key? {
    var left = rest
    guard let introducer = left.popFirst(), let first = left.first else { return nil }
    switch introducer {
    case 0x4F where letters[first] != nil:  // ESC O: keypad and cursor keys
      left.removeFirst()
      rest = left
      return letters[first]
    case 0x5B:
      let parameters = left.prefix { (0x20...0x3F).contains($0) }
      left = left.dropFirst(parameters.count)
      guard let final = left.popFirst(), (0x40...0x7E).contains(final) else { return nil }
      rest = left
      // The first parameter; others say what was held down with the key.
      let number = parameters.prefix { (0x30...0x39).contains($0) }.prefix(3).reduce(0) { $0 * 10 + $1 - 0x30 }
      return (final == 0x7E ? numbers[number] : parameters.isEmpty ? letters[final] : nil) ?? .other
    default: return nil
    }
  }

  /// `A` of `ESC [ A` and `ESC O A`.
  private static let letters: [Int32: Key] = [
    0x41: .up, 0x42: .down, 0x43: .right, 0x44: .left, 0x46: .end, 0x48: .home, 0x4D: .enter, 0x50: .function(1),
    0x51: .function(2), 0x52: .function(3), 0x53: .function(4), 0x5A: .backTab,
  ]

  /// `1` of `ESC [ 1 ~`.
  private static let numbers: [Int32: Key] = [
    1: .home, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end, 11: .function(1), 12: .function(2),
    13: .function(3), 14: .function(4), 15: .function(5), 17: .function(6), 18: .function(7), 19: .function(8),
    20: .function(9), 21: .function(10), 23: .function(11), 24: .function(12),
  ]
}
