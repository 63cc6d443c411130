/// Finds what somebody may have meant.
public enum NearestName {
  /// The known name with the fewest letters to change, or `nil` where none is near: at most a third of the letters
  /// may differ. Case and Vietnamese marks count for nothing; of equally near ones the first.
  public static func find(_ name: String, in known: some Sequence<String>) -> String? {
    let wanted = Array(name.folded.unicodeScalars)
    guard !wanted.isEmpty, wanted.count <= longest else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in known {
      let letters = Array(candidate.folded.unicodeScalars)
      guard letters.count <= longest else { continue }
      let limit = min(best.map { $0.distance - 1 } ?? .max, max(1, max(wanted.count, letters.count) / 3))
      guard abs(letters.count - wanted.count) <= limit else { continue }
      let distance = editDistance(wanted, letters)
      if distance <= limit { best = (candidate, distance) }
      if distance == 0 { break }
    }
    return best?.name
  }

  /// Longer names are not compared: the cost grows with the product of the lengths.
  private static let longest = 64

  /// Letters to insert, delete, replace or swap with their neighbour (optimal string alignment).
  private static func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in b.indices {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
