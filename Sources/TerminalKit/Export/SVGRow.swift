import TextCore

/// One row of a picture: what is behind the letters, then shapes, then letters.
struct SVGRow {
  private let cells: [Cell]
  private let inks: [Ink]
  private let top: Int
  private let page: Ink

  /// - Parameters:
  ///   - top: pixels above it.
  ///   - page: what the picture is painted with already.
  init(cells: [Cell], top: Int, page: Ink, ink: (Role) -> Ink) {
    self.cells = cells
    self.top = top
    self.page = page
    inks = cells.map { ink($0.role) }
  }

  var elements: [String] { grounds + shapes + words }

  // MARK: Behind the letters

  private var grounds: [String] {
    stretches { inks[$0].ground == inks[$1].ground }.compactMap { stretch in
      let ground = inks[stretch.lowerBound].ground
      return ground == page.ground ? nil : block(stretch, .block(x: 0, y: 0, width: 1, height: 1, opacity: 1), ground)
    }
  }

  /// Runs of columns of which each belongs with the one before it.
  private func stretches(_ belong: (_ column: Int, _ next: Int) -> Bool) -> [Range<Int>] {
    var stretches: [Range<Int>] = []
    for column in cells.indices {
      if let last = stretches.last, belong(column - 1, column) {
        stretches[stretches.count - 1] = last.lowerBound..<(column + 1)
      } else {
        stretches.append(column..<(column + 1))
      }
    }
    return stretches
  }

  // MARK: Shapes

  private var shapes: [String] {
    let shapes = cells.map { CellShape($0.scalar) }
    let runs = stretches { column, next in
      shapes[column]?.isContinuous == true && shapes[column] == shapes[next]
        && inks[column].color == inks[next].color
    }
    return runs.compactMap { run in
      guard let shape = shapes[run.lowerBound] else { return nil }
      let color = inks[run.lowerBound].color
      switch shape {
      case .block: return block(run, shape, color)
      case .lines(let arms): return lines(run, arms, color)
      case .rising:
        let (left, right) = (run.lowerBound * SVGCell.width, run.upperBound * SVGCell.width)
        return stroke("M\(left) \(top + SVGCell.height - 2)L\(right) \(top + 2)", color, width: "1")
      }
    }
  }

  private func block(_ run: Range<Int>, _ shape: CellShape, _ color: Ink.RGB) -> String {
    guard case .block(let x, let y, let width, let height, let opacity) = shape else { return "" }
    let left = Double(run.lowerBound * SVGCell.width) + x * Double(SVGCell.width)
    let upper = Double(top) + y * Double(SVGCell.height)
    let shade = opacity < 1 ? " fill-opacity=\"\(number(opacity))\"" : ""
    return "<rect x=\"\(number(left))\" y=\"\(number(upper))\" "
      + "width=\"\(number(Double(run.count * SVGCell.width) * width))\" "
      + "height=\"\(number(Double(SVGCell.height) * height))\" fill=\"\(color.hex)\"\(shade)/>"
  }

  private func lines(_ run: Range<Int>, _ arms: CellShape.Arms, _ color: Ink.RGB) -> String {
    let (left, right, bottom) = (run.lowerBound * SVGCell.width, run.upperBound * SVGCell.width, top + SVGCell.height)
    let x = number(Double(left) + Double(SVGCell.width) / 2)
    let y = number(Double(top) + Double(SVGCell.height) / 2)
    var path = ""
    if arms.contains([.left, .right]) {
      path += "M\(left) \(y)H\(right)"
    } else if arms.contains(.left) {
      path += "M\(left) \(y)H\(x)"
    } else if arms.contains(.right) {
      path += "M\(x) \(y)H\(right)"
    }
    if arms.contains([.up, .down]) {
      path += "M\(x) \(top)V\(bottom)"
    } else if arms.contains(.up) {
      path += "M\(x) \(top)V\(y)"
    } else if arms.contains(.down) {
      path += "M\(x) \(y)V\(bottom)"
    }
    return stroke(path, color, width: "1.25")
  }

  private func stroke(_ path: String, _ color: Ink.RGB, width: String) -> String {
    "<path d=\"\(path)\" stroke=\"\(color.hex)\" stroke-width=\"\(width)\"/>"
  }

  /// Two decimals at most.
  private func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = (hundredths / 100, hundredths % 100)
    if rest == 0 { return "\(whole)" }
    return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole)." + (rest < 10 ? "0\(rest)" : "\(rest)")
  }

  // MARK: Letters

  /// A run of letters goes on over one blank and ends at two. A symbol stands alone, in the middle of its cell: a font
  /// that has to borrow it from another gives it any width.
  private var words: [String] {
    let runs = stretches { column, next in
      if cells[next].isContinuation { return true }
      let isBreak = isEmpty(column) && isEmpty(next) || isSymbol(column) || isSymbol(next)
      return !isBreak && inks[column] == inks[next] && CellShape(cells[column].scalar) == nil
        && CellShape(cells[next].scalar) == nil
    }
    return runs.compactMap(word)
  }

  private func isEmpty(_ column: Int) -> Bool { cells[column].isBlank && !inks[column].isUnderlined }

  /// Arrows, marks and whatever is two columns wide.
  private func isSymbol(_ column: Int) -> Bool {
    (0x2190...0x2BFF).contains(cells[column].scalar) || cells[column].scalar > 0x2E80 || cells[column].isContinuation
  }

  private func word(_ run: Range<Int>) -> String? {
    var columns = run
    while let first = columns.first, isEmpty(first) { columns.removeFirst() }
    while let last = columns.last, isEmpty(last) { columns.removeLast() }
    guard let first = columns.first, CellShape(cells[first].scalar) == nil else { return nil }
    var text = String.UnicodeScalarView()
    for column in columns { text.append(contentsOf: cells[column].scalars) }
    let ink = inks[first]
    let (left, width) = (first * SVGCell.width, columns.count * SVGCell.width)
    let place =
      isSymbol(first)
      ? "x=\"\(number(Double(left) + Double(width) / 2))\" text-anchor=\"middle\""
      : "x=\"\(left)\" textLength=\"\(width)\" lengthAdjust=\"spacingAndGlyphs\""
    let weight = ink.isBold ? " font-weight=\"bold\"" : ""
    let line = ink.isUnderlined ? " text-decoration=\"underline\" xml:space=\"preserve\"" : ""
    return "<text \(place) y=\"\(top + SVGCell.baseline)\" fill=\"\(ink.color.hex)\"\(weight)\(line)>"
      + Markup.escaped(String(text)) + "</text>"
  }
}
