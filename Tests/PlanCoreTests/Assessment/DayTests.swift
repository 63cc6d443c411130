import Testing

@testable import PlanCore

@Suite struct DayTests {
  /// Days of the week from the first of January of several centuries on.
  @Test(
    arguments: [
      (2023, 10, 13, 13), (2023, 10, 14, 16), (2023, 10, 15, 16), (2023, 10, 16, 16), (1969, 12, 27, 29),
      (1970, 1, 1, 1), (1900, 1, 1, 1), (2000, 2, 26, 28), (1, 1, 6, 8),
    ])
  func workingDay(_ year: Int, _ month: Int, _ day: Int, _ expected: Int) throws {
    let given = try #require(Day(year: year, month: month, day: day))
    #expect(given.workingDay.dayOfMonth == expected)
  }

  @Test func workingDayOfTheLastDay() { #expect(Day.last.workingDay == .last) }
}
