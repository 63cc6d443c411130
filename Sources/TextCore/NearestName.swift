/// Finds what somebody may have meant.
public enum NearestName {
  /// The known name with the fewest letters to change, or `nil` where none is near: at most a third of the letters
  /// may differ. Case and Vietnamese marks count for nothing; of equally near ones the first.
  public static func find(_ name: String, in known: some Sequence<String>) -> String? {
    let wanted = Array(name.brief.folded.unicodeScalars)
    guard !wanted.isEmpty, wanted.count <= longest else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in known where candidate.utf8.count >= wanted.count / 2 {
      let letters = Array(candidate.brief.folded.unicodeScalars)
      let limit = min(best.map { $0.distance - 1 } ?? .max, max(1, max(wanted.count, letters.count) / 3))
      guard letters.count <= longest, abs(letters.count - wanted.count) <= limit else { continue }
      let distance = editDistance(wanted, letters, limit: limit)
      if distance <= limit { best = (candidate, distance) }
      if distance == 0 { break }
    }
    return best?.name
  }

  /// Longer names are not compared: the cost grows with the product of the lengths.
  private static let longest = 64

  /// Letters to insert, delete, replace or swap with their neighbour (optimal string alignment); more than `limit`
  /// where it is known to be more.
  private static func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], limit: Int) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    var row = last
    for i in a.indices {
      row[0] = i + 1
      var least = i + 1
      for j in b.indices {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
        row[j + 1] = cost
        least = min(least, cost)
      }
      if least > limit { return least }
      (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[b.count]
  }
}
