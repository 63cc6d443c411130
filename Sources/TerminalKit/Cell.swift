/// One column of a canvas.
public struct Cell: Hashable, Sendable {
  /// The letter; 0 in the second column of a wide one.
  public var scalar: UInt32
  /// Up to two combining marks, 0 where there is none.
  public var marks: (UInt32, UInt32)
  /// What it is, for the theme to say how it looks.
  public var role: Role

  /// A letter one column wide, without marks.
  public init(_ scalar: Unicode.Scalar, role: Role) {
    self.scalar = scalar.value
    marks = (0, 0)
    self.role = role
  }

  /// The second column of a wide letter.
  public static func continuation(role: Role) -> Cell {
    var cell = Cell(" ", role: role)
    cell.scalar = 0
    return cell
  }

  /// Whether it is the right half of a wide letter.
  public var isContinuation: Bool { scalar == 0 }
  /// Whether nothing is drawn in it.
  public var isBlank: Bool { scalar == 0x20 && marks.0 == 0 }

  public static func == (a: Cell, b: Cell) -> Bool {
    a.scalar == b.scalar && a.role == b.role && a.marks == b.marks
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(scalar)
    hasher.combine(marks.0)
    hasher.combine(marks.1)
    hasher.combine(role)
  }
}
