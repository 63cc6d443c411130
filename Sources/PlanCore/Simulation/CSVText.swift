/// A table as its file has it, written row by row.
struct CSVText {
  private(set) var bytes: [UInt8]

  /// A file that begins with its header.
  init(header: [String]) {
    bytes = []
    add(header)
  }

  mutating func add(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      add(cell)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func add(_ cell: String) {
    guard cell.utf8.contains(where: Self.isSpecial) else { return bytes.append(contentsOf: cell.utf8) }
    bytes.append(UInt8(ascii: "\""))
    for byte in cell.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
  }

  /// Adds what may be no row at all.
  mutating func addRaw(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
