/// A table as its file has it, written row by row.
struct CSVText {
  private(set) var bytes: [UInt8] = []
  private var isInRow = false
  private let lineEnd: String

  /// Rows to be put below others.
  init(lineEnd: String = "\n") { self.lineEnd = lineEnd }

  /// A file that begins with its header.
  init(header: [String]) {
    self.init()
    add(header)
  }

  mutating func add(_ cells: [String]) {
    for cell in cells { add(cell) }
    endRow()
  }

  /// Adds a cell to the row that is being written.
  mutating func add(_ cell: String) {
    guard cell.utf8.contains(where: Self.isSpecial) else { return addPlain(cell) }
    beginCell()
    bytes.append(UInt8(ascii: "\""))
    for byte in cell.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Adds one that is known to need no quotes, as ids, numbers and days are.
  mutating func addPlain(_ cell: String) {
    beginCell()
    bytes.append(contentsOf: cell.utf8)
  }

  private mutating func beginCell() {
    if isInRow { bytes.append(UInt8(ascii: ",")) }
    isInRow = true
  }

  mutating func endRow() {
    bytes.append(contentsOf: lineEnd.utf8)
    isInRow = false
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
  }

  /// Adds what may be no row at all.
  mutating func addRaw(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
