internal import CSystem

/// Goes from mark to mark (quote, comma, newline) through bytes, 64 at a time.
@safe struct MarkCursor {
  /// How marks are found; both find the same.
  enum Path: Sendable, CaseIterable {
    /// With what the processor has for it.
    case fastest
    /// Byte by byte.
    case portable
  }

  private let bytes: UnsafePointer<UInt8>
  private let count: Int
  private let path: Path
  private var block = 0
  /// Marks in the block that have not been given yet.
  private var marks: UInt64 = 0

  /// - Parameter bytes: followed by 64 more that hold no mark and may be read, where `count` is no multiple of 64.
  init(_ bytes: UnsafePointer<UInt8>, count: Int, path: Path) {
    unsafe self.bytes = bytes
    self.count = count
    self.path = path
  }

  /// Goes to a place: the next mark is the first one there or after.
  @inline(__always)
  mutating func seek(_ place: Int) {
    block = place & ~63
    marks = block < count ? marks(at: block) & (~0 << UInt64(place & 63)) : 0
  }

  /// The place of the next mark; `count` where there is none.
  @inline(__always)
  mutating func next() -> Int {
    while marks == 0 {
      block &+= 64
      if block >= count {
        block = count & ~63
        return count
      }
      marks = marks(at: block)
    }
    let place = block &+ marks.trailingZeroBitCount
    marks &= marks &- 1
    return min(place, count)
  }

  @inline(__always)
  private func marks(at place: Int) -> UInt64 {
    switch path {
    case .fastest: unsafe csystem_marks(bytes + place)
    case .portable: unsafe csystem_marks_portable(bytes + place)
    }
  }
}
