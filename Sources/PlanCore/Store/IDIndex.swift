/// The ids of one table and where their rows stand.
struct IDIndex {
  /// The table's file, for findings.
  let file: String
  private(set) var ids: [String] = []
  private var places: [String: Int] = [:]

  init(file: String) { self.file = file }

  subscript(id: String) -> Int? { places[id] }

  mutating func add(_ id: String) {
    places[id] = ids.count
    ids.append(id)
  }

  static func isIDByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}
