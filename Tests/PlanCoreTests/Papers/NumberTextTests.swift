import PlanCore
import Testing
import TextCore

/// Numbers as people read them.
@Suite struct NumberTextTests {
  @Test(arguments: [
    (98.92473118279570, Indicator.Comparator.atLeast, "98,9"), (99.99, .atLeast, "99,9"), (99.99, .above, "99,9"),
    (5.01, .atMost, "5,1"), (5.01, .below, "5,1"), (5, .atMost, "5,0"), (29.299999999999997, .atLeast, "29,3"),
    (0.1 + 0.2, .atLeast, "0,3"), (0, .atLeast, "0,0"), (-0.04, .atMost, "0,0"), (-0.04, .atLeast, "-0,1"),
    (-1.26, .atLeast, "-1,3"), (1e300, .atLeast, "1e+300"), (.infinity, .atLeast, "–"),
  ])
  func cutTowardNotMet(_ value: Double, _ comparator: Indicator.Comparator, _ text: String) {
    #expect(NumberText.cut(value, toward: comparator, .vietnamese) == text)
  }

  @Test(arguments: [
    (14.96, 2, "14,96", "14.96"), (77.1, 1, "77,1", "77.1"), (16, 0, "16", "16"), (16, 1, "16,0", "16.0"),
    (0.5, 3, "0,500", "0.500"), (-0.5, 1, "-0,5", "-0.5"), (-0.0, 1, "0,0", "0.0"),
    (100_000_000, 0, "100000000", "100000000"),
  ])
  func digitsOfTheFile(_ value: Double, _ decimals: Int, _ vietnamese: String, _ english: String) {
    #expect(NumberText.text(value, decimals: decimals, .vietnamese) == vietnamese)
    #expect(NumberText.text(value, decimals: decimals, .english) == english)
  }

  @Test func neverACompletedShareThatIsNot() {
    #expect(PercentText.text(92.0 / 93, .vietnamese) == "98,9 %")
    #expect(PercentText.text(0.9999, .english) == "99.9%")
    #expect(PercentText.text(1, .vietnamese) == "100,0 %")
  }
}
