import Testing
import TextCore

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("mci", ["mic", "mps"], "mic"), ("mic", ["mps", "mic"], "mic"), ("MIC", ["mps", "mic"], "mic"),
    ("ha noi", ["ha-nam", "ha-noi"], "ha-noi"), ("Hà-Nội", ["ha-nam", "ha-noi"], "ha-noi"),
    ("hanoi", ["ha-noi"], "ha-noi"), ("indicatr", ["indicator", "agency"], "indicator"),
    ("agnecy", ["agency"], "agency"), ("DL11", ["DL1", "DL12"], "DL1"), ("a", ["b", "c"], "b"),
    ("đà nẵng", ["da-nang"], "da-nang"),
  ])
  func near(name: String, known: [String], expected: String) {
    #expect(NearestName.find(name, in: known) == expected)
  }

  @Test(arguments: [
    ("", ["a"]), ("x", []), ("xyz", ["mic", "mps"]), ("ab", ["cd", "ef"]), ("ha-noi", ["vinh-phuc"]),
    ("mic", ["ministry"]),
  ])
  func nothingNear(name: String, known: [String]) {
    #expect(NearestName.find(name, in: known) == nil)
  }

  @Test func longNamesAreNotCompared() {
    let long = String(repeating: "x", count: 1_000_000)
    #expect(NearestName.find(long, in: ["x", "xx"]) == nil)
    #expect(NearestName.find("mci", in: [long, "mic"]) == "mic")
  }

  /// Against the textbook's table: which of two names is found shows which distance is less.
  @Test func sameAsTheTextbook() {
    let letters = Array("abc")
    let words = (0..<3 * 3 * 3 * 3 * 3).map { number in
      String((0..<5).map { letters[number / [1, 3, 9, 27, 81][$0] % 3] }.prefix(2 + number % 4))
    }
    for name in words.prefix(60) {
      let near = words.filter { Self.distance(name, $0) <= max(1, max(name.count, $0.count) / 3) }
      let expected = near.min { Self.distance(name, $0) < Self.distance(name, $1) }
      #expect(NearestName.find(name, in: words) == expected)
      let others = words.filter { Self.distance(name, $0) > 0 }
      let second = others.filter { Self.distance(name, $0) <= max(1, max(name.count, $0.count) / 3) }
        .min { Self.distance(name, $0) < Self.distance(name, $1) }
      #expect(NearestName.find(name, in: others) == second, "\(name)")
    }
  }

  private static func distance(_ first: String, _ second: String) -> Int {
    let (a, b) = (Array(first), Array(second))
    var table = (0...a.count).map { i in (0...b.count).map { i == 0 ? $0 : $0 == 0 ? i : 0 } }
    for i in 1...max(1, a.count) where !a.isEmpty {
      for j in 1...max(1, b.count) where !b.isEmpty {
        table[i][j] = min(
          table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
        }
      }
    }
    return table[a.count][b.count]
  }
}
