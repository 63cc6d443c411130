import PlanCore
import TerminalKit
import TextCore

/// A page as lines: what is drawn, and which rows a cursor can stand on. Built when something changes, not for every
/// frame; rows are drawn only while they are in view.
struct Document {
  /// Lines that stay above the scrolled ones, and below.
  var head: [Line] = []
  var lines: LazyRuns<Line> = []
  var foot: [Line] = []
  /// What the marks of the page mean, shown beside the hints where there is room.
  var legend: [Span] = []
  /// In the order in which the cursor passes over them.
  private(set) var rows: LazyRuns<Row> = []
  /// The numbers of rows that stand above their lists; few.
  private(set) var apart: [Int] = []
  /// Whether a line at the foot is kept for the words of the row under the cursor.
  private(set) var hasCaptions = false
  /// How many rows there would be without filters.
  var unfilteredCount = 0
  /// What the lists can be filtered by.
  var statusMenu = StatusMenu()
  /// The names of the columns that the list can be sorted by, and of its groupings.
  var sorts: [String] = []
  var groupings: [String] = []
  /// What the keys of the filter bar do here, where that is not what they do elsewhere.
  var filterHint: Localized?
  /// Columns of a matrix.
  var columnCount = 0
  /// Whether this is in place of a page whose reports have not been read.
  var awaitsReports = false
  /// Titles of columns that scroll away with their lists.
  private(set) var headers: [Header] = []
  /// The lists that have rows, in the order of the cursor.
  private(set) var lists: [List] = []
  /// How many of the lines an outline has taken down.
  var taken = (head: 0, lines: 0)
  /// Lines as they were drawn without the cursor. A movement draws two lines and copies the rest.
  let drawn = DrawnLines()
  /// The same of the lines above and below the scrolled ones, and of the window's rows around the page.
  let fixed = DrawnLines()
  let frame = DrawnLines()
  let hints = DrawnHints()

  struct Row {
    var key: RowKey
    /// Where Enter leads.
    var target: () -> Page?
    /// The line that it stands on.
    var line: Int
    /// The list that it belongs to; Tab goes to the next one.
    var list: Int
    /// The row's own words in full, shown at the foot while the cursor is on it.
    var caption: (() -> String)?
  }

  /// A list's number, and that of its first row.
  struct List {
    var number: Int
    var firstRow: Int
  }

  /// A line of column titles, and where the list under it ends.
  struct Header {
    var line: Int
    var end: Int
  }

  /// Notes that the lines from a line of column titles to the last one so far are one list.
  mutating func addHeader(at line: Int) { headers.append(Header(line: line, end: lines.count)) }

  /// The line whose titles belong to what is in view and which has scrolled off: it is shown in place of the first
  /// line of the view.
  func pinnedLine(top: Int) -> Int? { headers.last { $0.line < top && top + 1 < $0.end }?.line }

  /// Adds rows of one list to the order of the cursor, with their lines, one each.
  ///
  /// - Parameters:
  ///   - row: gives a row by its number among these, and the line that it stands on.
  ///   - line: gives its line, with the number that the row then has.
  mutating func addRows(
    count: Int, list: Int, isApart: Bool, hasCaptions: Bool, row: @escaping (_ number: Int, _ line: Int) -> Row,
    line: @escaping (_ number: Int, _ row: Int) -> Line
  ) {
    guard count > 0 else { return }
    let (firstLine, firstRow) = (lines.count, rows.count)
    self.hasCaptions = self.hasCaptions || hasCaptions
    addList(List(number: list, firstRow: firstRow))
    if isApart { apart += firstRow..<(firstRow + count) }
    rows.append(count: count) { row($0, firstLine + $0) }
    lines.append(count: count) { line($0, firstRow + $0) }
  }

  private mutating func addList(_ list: List) {
    if !lists.contains(where: { $0.number == list.number }) { lists.append(list) }
  }

  /// Puts two documents side by side below what is there; the cursor passes over the left one first.
  mutating func addSideBySide(_ left: Document, _ right: Document) {
    let firstLine = lines.count
    let firstRows = [rows.count, rows.count + left.rows.count]
    for (side, document) in zip(firstRows, [left, right]) {
      for list in document.lists { addList(List(number: list.number, firstRow: list.firstRow + side)) }
      apart += document.apart.map { $0 + side }
      hasCaptions = hasCaptions || document.hasCaptions
      rows.append(count: document.rows.count) { number in
        var row = document.rows[number]
        row.line += firstLine
        return row
      }
    }
    for header in left.headers + right.headers {
      headers.append(Header(line: header.line + firstLine, end: header.end + firstLine))
    }
    lines.append(count: Swift.max(left.lines.count, right.lines.count)) { index in
      var parts: [Part] = []
      for (side, document) in zip(firstRows, [left, right]) where index < document.lines.count {
        parts += document.lines[index].parts.map { part in
          var part = part
          part.row = part.row.map { $0 + side }
          return part
        }
      }
      return Line(parts)
    }
    unfilteredCount += left.unfilteredCount + right.unfilteredCount
  }

  /// - Parameter guess: where it may well be.
  func index(of key: RowKey, guess: Int? = nil) -> Int? {
    if let guess, rows.indices.contains(guess), rows[guess].key == key { return guess }
    return rows.firstIndex { $0.key == key } ?? rows.firstIndex { $0.key.id == key.id }
  }
}

/// The cells of lines, by number.
final class DrawnLines {
  private var rows: [[Cell]?] = []

  subscript(number: Int) -> [Cell]? {
    get { rows.indices.contains(number) ? rows[number] : nil }
    set {
      while rows.count <= number { rows.append(nil) }
      rows[number] = newValue
    }
  }
}

/// The hint line as it was drawn, and what it was drawn for.
final class DrawnHints {
  var row: [Cell]?
  var place: KeyTable.Surroundings?
  var room = 0
}

/// One line of a document.
struct Line {
  var parts: [Part] = []

  static var blank: Line { Line() }

  init(_ parts: [Part] = []) { self.parts = parts }

  /// Text from a column on.
  init(_ spans: [Span], x: Int = 1) { parts = [Part(x: x, width: .max, content: .spans(spans))] }

  init(_ text: String, _ role: Role = .text, x: Int = 1) { self.init([Span(text, role)], x: x) }

  /// Puts text after that of the last part.
  mutating func append(_ span: Span) {
    guard let last = parts.indices.last, case .spans(let spans) = parts[last].content else { return }
    parts[last].content = .spans(spans + [span])
  }
}

/// A piece of a line.
struct Part {
  var x: Int
  var width: Int
  /// The number of the row that it shows: drawn as selected while the cursor is there.
  var row: Int?
  /// How much of it is lit while the cursor is there.
  var highlight: Int
  var content: Content

  init(x: Int, width: Int, row: Int? = nil, highlight: Int = .max, content: Content) {
    self.x = x
    self.width = width
    self.row = row
    self.highlight = highlight
    self.content = content
  }
}

/// What is drawn into a given width.
enum Content {
  case spans([Span])
  /// Spans that end at the right edge.
  case trailing([Span])
  /// The first of several wordings that finds room whole, else the last one.
  indirect case fitting([Content])
  case custom((_ canvas: inout Canvas, _ place: Place) -> Void)

  struct Place {
    var x: Int
    var y: Int
    var width: Int
    /// The column under the cursor, in the matrix.
    var column: Int
    var isSelected: Bool
  }

  static func text(_ text: String, _ role: Role = .text) -> Content { .spans([Span(text, role)]) }
  static func right(_ text: String, _ role: Role = .text) -> Content { .trailing([Span(text, role)]) }
}

/// Text in one role.
struct Span {
  var text: String
  var role: Role

  init(_ text: String, _ role: Role = .text) {
    self.text = text
    self.role = role
  }
}

extension Content {
  /// Columns that it would take; none for what is not text.
  var width: Int {
    switch self {
    case .spans(let spans), .trailing(let spans): spans.reduce(0) { $0 + TerminalText.width($1.text) }
    case .fitting(let wordings): wordings.first?.width ?? 0
    case .custom: 0
    }
  }

  func draw(on canvas: inout Canvas, at place: Place, ellipsis: String) {
    let right = min(canvas.size.width, place.x + min(place.width, canvas.size.width))
    switch self {
    case .custom(let draw): draw(&canvas, place)
    case .fitting(let wordings):
      let wording = wordings.first { $0.width <= place.width } ?? wordings.last
      wording?.draw(on: &canvas, at: place, ellipsis: ellipsis)
    case .spans(let spans):
      var x = place.x
      for (index, span) in spans.enumerated() where x < right {
        let isLast = index == spans.count - 1
        let text = isLast ? TerminalText.cut(span.text, to: right - x, ellipsis: ellipsis) : span.text
        x += canvas.put(text, x: x, y: place.y, role: span.role, width: right - x)
      }
    case .trailing(let spans):
      Content.spans(spans).draw(
        on: &canvas,
        at: Place(
          x: max(place.x, right - width), y: place.y, width: min(width, place.width), column: place.column,
          isSelected: place.isSelected),
        ellipsis: ellipsis)
    }
  }
}
