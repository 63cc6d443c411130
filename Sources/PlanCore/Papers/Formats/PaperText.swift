/// A paper as plain lines of at most ``width`` columns, for terminals, mail and a printer without a driver.
public struct PaperText: PaperExporter {
  /// What A4 has room for in the type of a typewriter, and a small terminal too.
  public static let width = 80
  private static let gap = 2
  /// Columns of a table are never made narrower.
  private static let least = 4

  private let measure: @Sendable (String) -> Int

  /// - Parameter measure: how many columns a text takes.
  public init(_ measure: @escaping @Sendable (String) -> Int) { self.measure = measure }

  public func text(of paper: Paper) -> String { lines(of: paper).map { $0.trimmedAtEnd + "\n" }.joined() }

  /// The lines, without their ends.
  public func lines(of paper: Paper) -> [String] {
    var lines = paper.showsTitle ? wrapped(paper.title) : []
    var isUnderHeading = false
    for block in paper.blocks {
      if !lines.isEmpty, !isUnderHeading { lines.append("") }
      lines += self.lines(of: block, paper)
      if case .heading = block { isUnderHeading = true } else { isUnderHeading = false }
    }
    if !paper.foot.isEmpty {
      lines += ["", String(repeating: "_", count: 24)]
      lines += paper.foot.flatMap { wrapped("\($0.label): \($0.text)", hanging: 2) }
    }
    return lines
  }

  private func lines(of block: Paper.Block, _ paper: Paper) -> [String] {
    switch block {
    case .heading(let text): wrapped(text)
    case .text(let text): wrapped(text)
    case .facts(let facts): facts.flatMap { wrapped("\($0.label): \($0.text)", hanging: 2) }
    case .list(let items):
      zip(1..., items).flatMap { number, item in
        let label = "\(number). "
        return wrapped(label + item, hanging: label.count)
      }
    case .table(let table): lines(of: table, paper)
    case .halves(let left, let right): halves(left, right)
    case .indented(let lines): lines.map { String(repeating: " ", count: Self.width / 4) + $0.text }
    }
  }

  private func halves(_ left: [Paper.Line], _ right: [Paper.Line]) -> [String] {
    let half = (Self.width - Self.gap) / 2
    func column(_ lines: [Paper.Line]) -> [String] {
      lines.flatMap { line in wrapped(line.text, to: half).map { line.isLeading ? $0 : centred($0, half) } }
    }
    let (a, b) = (column(left), column(right))
    return (0..<max(a.count, b.count)).map { number in
      let first = number < a.count ? a[number] : ""
      let pad = String(repeating: " ", count: max(0, half - measure(first)) + Self.gap)
      return first + pad + (number < b.count ? b[number] : "")
    }
  }

  private func centred(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, (width - measure(text)) / 2)) + text
  }

  // MARK: Tables

  private func lines(of table: DataTable, _ paper: Paper) -> [String] {
    let cells = [table.columns] + table.rows.map { $0.map { $0.text(paper.language) } }
    let widths = widths(cells)
    let isRight = table.columns.indices.map { column in table.rows.contains { $0[column].isNumber } }
    let rule = widths.map { String(repeating: "-", count: $0) }.joined(
      separator: String(repeating: " ", count: Self.gap))
    var lines = cells.flatMap { row(of: $0, widths, isRight) }
    lines.insert(rule, at: row(of: table.columns, widths, isRight).count)
    return lines
  }

  /// As wide as what is in it; where that is too much, column by column what costs the fewest lines gives way. A word is
  /// broken only where nothing else is left.
  private func widths(_ cells: [[String]]) -> [Int] {
    let columns = 0..<(cells.first?.count ?? 0)
    let wide = cells.map { $0.map(measure) }
    var widths = columns.map { column in max(1, wide.map { $0[column] }.max() ?? 1) }
    let words = columns.map { column in
      cells.flatMap { Self.words($0[column]) }.map(measure).max() ?? 1
    }
    let room = Self.width - Self.gap * max(0, columns.count - 1)
    while widths.reduce(0, +) > room {
      let whole = columns.filter { widths[$0] > max(Self.least, words[$0]) }
      let open = whole.isEmpty ? columns.filter { widths[$0] > Self.least } : whole
      guard let column = open.min(by: { cost(of: $0, widths, wide) < cost(of: $1, widths, wide) }) else { break }
      widths[column] -= 1
    }
    return widths
  }

  /// About how many lines a table has with a column that is narrower by one; of equal ones the widest is the cheapest.
  private func cost(of column: Int, _ widths: [Int], _ wide: [[Int]]) -> (Int, Int) {
    let lines = wide.reduce(0) { lines, row in
      lines
        + (row.indices.map {
          ($0 == column ? (row[$0] + widths[$0] - 2) / max(1, widths[$0] - 1) : (row[$0] + widths[$0] - 1) / widths[$0])
        }
        .max() ?? 1)
    }
    return (lines, -widths[column])
  }

  private func row(of cells: [String], _ widths: [Int], _ isRight: [Bool]) -> [String] {
    let parts = zip(cells, widths).map { wrapped($0, to: $1) }
    let height = parts.map(\.count).max() ?? 1
    return (0..<max(1, height)).map { line in
      parts.indices.map { column in
        let text = line < parts[column].count ? parts[column][line] : ""
        let pad = String(repeating: " ", count: max(0, widths[column] - measure(text)))
        return isRight[column] ? pad + text : text + pad
      }.joined(separator: String(repeating: " ", count: Self.gap)).trimmedAtEnd
    }
  }

  // MARK: Lines

  /// The words of a text; what a number has before and after it stays with it: `≥ 100 %`.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    for part in text.split(separator: " ") {
      if let last = words.last, part.first == "%" || ["≥", "≤", ">", "<"].contains(last) {
        words[words.count - 1] = last + " " + part
      } else {
        words.append(String(part))
      }
    }
    return words
  }

  /// The text in lines of at most so many columns, broken between words; a word that is longer is broken too.
  private func wrapped(_ text: String, to width: Int = PaperText.width, hanging: Int = 0) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    func room() -> Int { width - (lines.isEmpty ? 0 : hanging) }
    func end() {
      lines.append((lines.isEmpty ? "" : String(repeating: " ", count: hanging)) + line)
      (line, used) = ("", 0)
    }
    for word in Self.words(text) {
      let wide = measure(word)
      if used > 0, used + 1 + wide > room() { end() }
      if used > 0 { (line, used) = (line + " ", used + 1) }
      if used + wide <= room() {
        (line, used) = (line + word, used + wide)
        continue
      }
      for letter in word {
        let own = measure(String(letter))
        if used > 0, used + own > room() { end() }
        line.append(letter)
        used += own
      }
    }
    if used > 0 || lines.isEmpty { end() }
    return lines
  }
}

extension String {
  fileprivate var trimmedAtEnd: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
