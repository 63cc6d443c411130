/// How well what somebody typed fits a thing; the better fit is the lesser.
public struct SearchFit: Comparable, Hashable, Sendable {
  /// What of the thing was typed, the best first.
  public enum Rank: Int, Comparable, Sendable, CaseIterable {
    /// All of a name, a code or an id.
    case exact
    /// The beginning of one.
    case prefix
    /// Its initials from the first on.
    case initials
    /// The beginning of one of its later words.
    case word
    /// The initials of some of its later words.
    case laterInitials
    /// A part of a word.
    case inside
    /// Its letters in order, with others between them.
    case scattered

    public static func < (a: Rank, b: Rank) -> Bool { a.rawValue < b.rawValue }
  }

  public var rank: Rank
  /// Of scattered letters how far they are apart, in bytes; else 0.
  public var spread = 0

  public static func < (a: SearchFit, b: SearchFit) -> Bool { (a.rank, a.spread) < (b.rank, b.spread) }
}

extension SearchQuery {
  /// How well the query fits; `nil` where it does not. Nothing typed fits nothing.
  ///
  /// One letter is looked for only where words begin: it is inside of almost everything.
  public func fit(_ key: SearchKey) -> SearchFit? {
    guard !isEmpty else { return nil }
    let own = Self.rank(needle, in: key, mayBeInitials: mayBeInitials)
    let plain = plainNeedle.isEmpty ? nil : Self.rank(plainNeedle, in: key, mayBeInitials: false)
    if let best = [own, plain].compactMap(\.self).min() { return SearchFit(rank: best) }
    return spread(in: key).map { SearchFit(rank: .scattered, spread: $0) }
  }

  /// Whether a longer query that begins with this one might fit: all of its letters are there, one after another.
  public func mayFit(_ key: SearchKey) -> Bool {
    let (bytes, letters) = (key.bytes.span, letters.span)
    if letters.isEmpty { return true }
    var found = 0
    for place in 0..<key.initialsStart {
      let byte = bytes[place]
      if byte == letters[found] {
        found += 1
        if found == letters.count { return true }
      } else if byte == UInt8(ascii: "\n") {
        found = 0
      }
    }
    return false
  }

  /// Whether everything that fits this query may fit the other one too.
  public func isNarrower(than other: SearchQuery) -> Bool { letters.starts(with: other.letters) }

  /// How the best occurrence counts.
  private static func rank(_ needle: [UInt8], in key: SearchKey, mayBeInitials: Bool) -> SearchFit.Rank? {
    let (needle, bytes) = (needle.span, key.bytes.span)
    let first = needle[0]
    let end = (mayBeInitials ? key.bytes.count : key.initialsStart) - needle.count
    var best: SearchFit.Rank?
    // The byte before the first line ends a line too.
    var before = UInt8(ascii: "\n")
    for start in 0..<max(0, end) {
      let byte = bytes[start]
      defer { before = byte }
      guard byte == first else { continue }
      var length = 1
      while length < needle.count, bytes[start + length] == needle[length] { length += 1 }
      guard length == needle.count else { continue }
      let areInitials = start >= key.initialsStart
      let rank: SearchFit.Rank
      if before == UInt8(ascii: "\n") {
        let isWhole = bytes[start + length] == UInt8(ascii: "\n")
        rank = areInitials ? .initials : isWhole ? .exact : .prefix
      } else if areInitials {
        rank = .laterInitials
      } else if !isLetter(before) {
        rank = .word
      } else {
        guard needle.count > 1 else { continue }
        rank = .inside
      }
      if rank == .exact { return rank }
      best = min(best ?? rank, rank)
    }
    return best
  }

  /// How far the letters are apart where they stand one after another, from the beginning of a word on; the least.
  private func spread(in key: SearchKey) -> Int? {
    guard letters.count > 2, mayFit(key) else { return nil }
    var least: Int?
    for line in key.bytes[..<key.initialsStart].split(separator: UInt8(ascii: "\n")) {
      for first in line.indices
      where line[first] == letters[0] && (first == line.startIndex || !Self.isLetter(line[first - 1])) {
        guard let places = scattered(from: first, in: line) else { continue }
        least = min(least ?? .max, (places.last ?? first) - first + 1)
      }
    }
    return least
  }

  /// Where the letters stand one after another from the first on, not too far apart: next to each other or at the
  /// beginning of a word, or else, for every third letter, anywhere.
  func scattered(from first: Int, in line: ArraySlice<UInt8>) -> [Int]? {
    scattered(from: first, in: line, jumps: 0) ?? scattered(from: first, in: line, jumps: letters.count / 3)
  }

  private func scattered(from first: Int, in line: ArraySlice<UInt8>, jumps: Int) -> [Int]? {
    var places = [first]
    var left = jumps
    var isNext = true
    for place in (first + 1)..<max(first + 1, min(line.endIndex, first + 8 * letters.count)) {
      let isStart = !Self.isLetter(line[place - 1])
      if line[place] == letters[places.count], isNext || isStart || left > 0 {
        if !isNext, !isStart { left -= 1 }
        places.append(place)
        if places.count == letters.count { return places }
        isNext = true
      } else {
        isNext = false
      }
    }
    return nil
  }
}
