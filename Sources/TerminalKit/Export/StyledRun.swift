/// A stretch of a row that looks the same from end to end.
struct StyledRun: Hashable {
  /// Its first column.
  var x: Int
  /// Columns.
  var width = 0
  var text = ""
  var style: Style
}

extension Canvas {
  /// A row in stretches of one style each, blanks and all.
  func runs(inRow y: Int, _ theme: Theme) -> [StyledRun] {
    var runs: [StyledRun] = []
    for (x, cell) in row(y).enumerated() {
      let style = theme[cell.role]
      if runs.last?.style != style { runs.append(StyledRun(x: x, style: style)) }
      runs[runs.count - 1].width += 1
      runs[runs.count - 1].text.unicodeScalars.append(contentsOf: cell.scalars)
    }
    return runs
  }
}

extension Cell {
  /// The letter and its marks; none in the second column of a wide letter.
  var scalars: [Unicode.Scalar] {
    [scalar, marks.0, marks.1].filter { $0 != 0 }.compactMap(Unicode.Scalar.init)
  }
}
