internal import TextCore

extension SearchQuery {
  /// The places of a text's scalars that answer to the query, ascending: a part of it, else initials, else letters
  /// one after another; none where it was found by something else.
  public func places(in text: String) -> [Int] {
    guard !isEmpty else { return [] }
    // Every folded byte with the scalar that it came from.
    var bytes: [UInt8] = []
    var origins: [Int] = []
    for (place, scalar) in text.unicodeScalars.enumerated() {
      let count = bytes.count
      if scalar == " " { bytes.append(0x20) } else { scalar.appendFolded(to: &bytes) }
      origins += repeatElement(place, count: bytes.count - count)
    }
    let found = part(of: bytes) ?? initials(of: bytes) ?? scattered(in: bytes) ?? []
    var places: [Int] = []
    for byte in found where places.last != origins[byte] { places.append(origins[byte]) }
    // Marks go with their letter.
    let own = Set(origins)
    let marks = text.unicodeScalars.indices.enumerated().map(\.offset).filter { !own.contains($0) }
    for mark in marks where places.contains(mark - 1) { places.append(mark) }
    return places.sorted()
  }

  private func part(of bytes: [UInt8]) -> [Int]? {
    guard needle.count <= bytes.count else { return nil }
    let starts = (0...(bytes.count - needle.count)).filter { Array(bytes[$0..<($0 + needle.count)]) == needle }
    let best = starts.first { Self.beginsWord(at: $0, bytes) } ?? starts.first
    return best.map { Array($0..<($0 + needle.count)) }
  }

  /// The first letters of words in a row, little words left out where the query leaves them out.
  private func initials(of bytes: [UInt8]) -> [Int]? {
    guard letters.count > 1 else { return nil }
    let starts = bytes.indices.filter { Self.beginsWord(at: $0, bytes) && Self.isLetter(bytes[$0]) }
    for first in starts.indices {
      var places: [Int] = []
      var word = first
      while word < starts.count, places.count < letters.count {
        if bytes[starts[word]] == letters[places.count] {
          places.append(starts[word])
        } else if places.isEmpty || !Self.isLittle(at: starts[word], bytes) {
          break
        }
        word += 1
      }
      if places.count == letters.count { return places }
    }
    return nil
  }

  private func scattered(in bytes: [UInt8]) -> [Int]? {
    guard letters.count > 2 else { return nil }
    return bytes.indices.lazy.filter { bytes[$0] == letters[0] && Self.beginsWord(at: $0, bytes) }
      .compactMap { scattered(from: $0, in: bytes[...]) }.first
  }

  static func beginsWord(at place: Int, _ bytes: [UInt8]) -> Bool { place == 0 || !isLetter(bytes[place - 1]) }

  static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }

  private static func isLittle(at start: Int, _ bytes: [UInt8]) -> Bool {
    let word = Array(bytes[start...].prefix { isLetter($0) })
    return ["va", "cua", "ve", "cho"].contains { Array($0.utf8) == word }
  }
}
