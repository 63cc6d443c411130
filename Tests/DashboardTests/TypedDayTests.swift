import PlanCore
import Testing

@testable import Dashboard

@Suite struct TypedDayTests {
  @Test(arguments: [
    ("30/06/2023", "2023-06-30"), ("1/2/2024", "2024-02-01"), ("2023-06-30", "2023-06-30"),
    ("30-06-2023", "2023-06-30"),
    ("30.6.2023", "2023-06-30"), ("06/2023", "2023-06-30"), ("2024-02", "2024-02-29"), ("30/6", "2022-06-30"),
    ("tháng 6", "2022-06-30"), ("thang 06/2023", "2023-06-30"), ("Th6", "2022-06-30"), ("month 12", "2022-12-31"),
    (" 30/06/2023 ", "2023-06-30"),
    ("6", nil), ("31/06/2023", nil), ("30/13", nil), ("13/2023", nil), ("0/2023", nil), ("2023", nil), ("", nil),
    ("30/06/", nil), ("/", nil), ("30/06/23", nil), ("30/06/2023/1", nil), ("tháng", nil),
    ("99999999999999999999/1", nil),
    ("1/99999", nil), ("२/3", nil), ("-1/2", nil), ("2023-6-3", "2023-06-03"), ("0000-01", nil),
  ])
  func typed(_ text: String, _ day: String?) {
    #expect(TypedDay.day(text, in: 2022) == day.flatMap { Day(iso: $0) }, "\(text)")
  }

  @Test(arguments: [("6", "2022-06-30"), ("12", "2022-12-31"), ("13", nil), ("0", nil), ("2023", nil)])
  func monthAlone(_ text: String, _ day: String?) {
    #expect(TypedDay.day(text, in: 2022, takesMonth: true) == day.flatMap { Day(iso: $0) })
  }
}
