/// Finds what somebody may have meant.
public enum NearestName {
  /// The known name with the fewest letters to insert, delete, replace or swap with their neighbour, or `nil` where
  /// none is near: at most a third of the letters may differ. Case and Vietnamese marks count for nothing; of equally
  /// near ones the first.
  public static func find(_ name: String, in known: some Sequence<String>) -> String? {
    guard let wanted = Pattern(name.brief.folded) else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in known {
      let text = candidate.utf8.allSatisfy { $0 < 0x80 } ? candidate : candidate.brief.folded
      let length = text.utf8.count
      let limit = min(best.map { $0.distance - 1 } ?? .max, max(1, max(wanted.length, length) / 3))
      guard abs(length - wanted.length) <= limit else { continue }
      let distance = wanted.distance(to: text.utf8)
      if distance <= limit { best = (candidate, distance) }
      if distance == 0 { break }
    }
    return best?.name
  }

  /// A name of at most 64 bytes to be held against others: the optimal string alignment distance with a bit a letter,
  /// after Hyyrö, *A bit-vector algorithm for computing Levenshtein and Damerau edit distances* (2003). A store may
  /// have ten thousand ids and a thousand unknown ones.
  private struct Pattern {
    let length: Int
    /// For each byte, where it stands in the name.
    private var places = [UInt64](repeating: 0, count: 256)

    init?(_ name: String) {
      length = name.utf8.count
      guard (1...64).contains(length) else { return nil }
      for (index, byte) in name.utf8.enumerated() { places[Int(byte)] |= 1 << UInt64(index) }
    }

    func distance(to text: String.UTF8View) -> Int {
      let last: UInt64 = 1 << UInt64(length - 1)
      var (increases, decreases, diagonal, before): (UInt64, UInt64, UInt64, UInt64) = (.max, 0, 0, 0)
      var distance = length
      for byte in text {
        let matches = places[Int((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)]
        let swapped = ((~diagonal & matches) << 1) & before
        diagonal = (((matches & increases) &+ increases) ^ increases) | matches | decreases | swapped
        let (up, down) = (decreases | ~(diagonal | increases), diagonal & increases)
        if up & last != 0 { distance += 1 }
        if down & last != 0 { distance -= 1 }
        let (shiftedUp, shiftedDown) = (up << 1 | 1, down << 1)
        increases = shiftedDown | ~(diagonal | shiftedUp)
        decreases = shiftedUp & diagonal
        before = matches
      }
      return distance
    }
  }
}
