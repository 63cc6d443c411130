import CNcurses
import TerminalKit

/// A blank of every role, ready to have its letter put in: ncurses' attributes and colour pair are looked up once for
/// a theme, not once for a cell.
struct RoleCells {
  private var cells: [cchar_t] = []
  /// What a blank of each role looks like: roles of one number cannot be told apart in it.
  private var blanks: [Int] = []

  /// Allocates the pairs. The theme must be mapped to the terminal's depth.
  init(theme: Theme, hasColors: Bool, hasDefaultColors: Bool) {
    var pairs: [(foreground: Int32, background: Int32)] = []
    for role in Role.allCases {
      let style = theme[role]
      var cell = cchar_t()
      cell.chars.0 = 0x20
      cell.attr = Self.attributes(style.attributes)
      if hasColors {
        let colors = (
          Self.number(style.foreground) ?? (hasDefaultColors ? -1 : 7),
          Self.number(style.background) ?? (hasDefaultColors ? -1 : 0)
        )
        let known = pairs.firstIndex { $0 == colors }
        if known == nil { pairs.append(colors) }
        let pair = Int32((known ?? pairs.count - 1) + 1)
        if known == nil { init_extended_pair(pair, colors.0, colors.1) }
        cell.ext_color = pair
        cell.attr |= attr_t(bitPattern: COLOR_PAIR(pair))
      }
      cells.append(cell)
      let isPlain = style.attributes.isDisjoint(with: [.underline, .reverse])
      let alike = cells.indices.first { other in
        let otherStyle = theme[Role.allCases[other]]
        return isPlain && otherStyle.attributes.isDisjoint(with: [.underline, .reverse])
          && otherStyle.background == style.background
      }
      blanks.append(alike ?? cells.count - 1)
    }
  }

  /// The role to draw a blank in: the one before it where nobody could see the difference, since a change of colours
  /// costs two dozen bytes on the wire.
  func roleOfBlank(_ role: Role, after previous: Role) -> Role {
    blanks[role.index] == blanks[previous.index] ? previous : role
  }

  subscript(role: Role) -> cchar_t { cells[role.index] }

  /// `nil` for the terminal's own.
  private static func number(_ color: Color) -> Int32? {
    switch color {
    case .standard: nil
    case .indexed(let index): Int32(index)
    // The first eight numbers are the terminal's palette: the nearest of the others stands for what is as good as black.
    case .rgb(let red, let green, let blue): max(8, Int32(red) << 16 | Int32(green) << 8 | Int32(blue))
    }
  }

  private static func attributes(_ attributes: Style.Attributes) -> attr_t {
    var value: attr_t = 0
    if attributes.contains(.bold) { value |= NC_BOLD }
    if attributes.contains(.dim) { value |= NC_DIM }
    if attributes.contains(.underline) { value |= NC_UNDERLINE }
    if attributes.contains(.reverse) { value |= NC_REVERSE }
    return value
  }
}
