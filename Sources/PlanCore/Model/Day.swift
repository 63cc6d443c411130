/// A calendar day of the years 1 to 9999, without clock or time zone.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1 January 1970.
  public let number: Int32

  public static let first = Day(unchecked: civilNumber(year: 1, month: 1, day: 1))
  public static let last = Day(unchecked: civilNumber(year: 9999, month: 12, day: 31))

  /// The day so many days after 1 January 1970, held within the years 1 to 9999.
  public init(number: Int) { self.init(unchecked: min(max(number, Int(Self.first.number)), Int(Self.last.number))) }

  /// `nil` for a day that no calendar has.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.daysIn(month: month, year: year)
    else { return nil }
    self.init(unchecked: Self.civilNumber(year: year, month: month, day: day))
  }

  private init(unchecked number: Int) { self.number = Int32(truncatingIfNeeded: number) }

  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }

  /// Whole days from `b` to `a`.
  public static func - (a: Day, b: Day) -> Int { Int(a.number) - Int(b.number) }

  /// The day so many days away, held within the years 1 to 9999.
  public func advanced(by days: Int) -> Day {
    let (sum, overflow) = Int(number).addingReportingOverflow(days)
    return Day(number: overflow ? (days < 0 ? Int(Self.first.number) : Int(Self.last.number)) : sum)
  }

  public var year: Int { civil.year }
  /// 1 to 12.
  public var month: Int { civil.month }
  /// 1 to 31.
  public var dayOfMonth: Int { civil.day }

  // MARK: Months

  /// The same day so many months away, held to that month's last day.
  public func advanced(byMonths months: Int) -> Day {
    let (year, month, day) = civil
    let (sum, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    if overflow || sum < 12 { return months < 0 ? .first : .last }
    if sum >= 10_000 * 12 { return .last }
    let (newYear, newMonth) = (sum / 12, sum % 12 + 1)
    return Day(year: newYear, month: newMonth, day: min(day, Self.daysIn(month: newMonth, year: newYear))) ?? .last
  }

  /// The day itself, or the Monday after a Saturday or Sunday.
  public var workingDay: Day {
    // Day 0 was a Thursday.
    let weekday = ((Int(number) + 3) % 7 + 7) % 7
    return weekday < 5 ? self : advanced(by: 7 - weekday)
  }

  public var monthStart: Day { advanced(by: 1 - dayOfMonth) }
  public var monthEnd: Day { advanced(by: Self.daysIn(month: month, year: year) - dayOfMonth) }
  /// The last day of the month before this day's.
  public var previousMonthEnd: Day { monthStart.advanced(by: -1) }
  /// The first month end after this day.
  public var nextMonthEnd: Day { self == monthEnd ? advanced(by: 1).monthEnd : monthEnd }

  private static func daysIn(month: Int, year: Int) -> Int {
    switch month {
    case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  // MARK: The Gregorian calendar, after Howard Hinnant's days_from_civil and civil_from_days

  private static func civilNumber(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private var civil: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}
