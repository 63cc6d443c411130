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
}
