/// How an indicator goes in the made-up year, if all agencies were alike.
struct Course {
  /// What agencies count for its denominator, and how many for each thousand people that they serve.
  enum Basis {
    /// A number of each agency's own, whatever its size.
    case each(ClosedRange<Double>, stream: Int)
    /// So many all year.
    case stock(Double, stream: Int)
    /// So many by the year's end, from none at its beginning.
    case flow(Double, stream: Int)
  }

  /// Per cent at the year's beginning and end.
  var from: Double
  var to: Double
  /// The month, 0…12, in which half of the way is gone, and how many months it takes.
  var middle = 6.5
  var months = 15.0
  var basis: Basis = .stock(1, stream: 0)
  /// Points that the most advanced agencies are above, and the last below.
  var spread = 12.0
  /// The first month that is reported.
  var firstMonth = 1
  /// Share of agencies that report only from a later month on.
  var joinsLate: (share: Double, month: Int) = (0, 1)
  /// Share of agencies whose figure for the last month is still out.
  var lastIsOut = 0.02

  /// Per cent at the end of a month for an agency of some lead, −1…1.
  func share(month: Double, lead: Double) -> Double {
    let progress = Self.curve((month - (middle - 1.5 * lead) + months / 2) / months)
    let (from, to) = (from + lead * spread * 0.7, to + lead * spread)
    return min(max(from + (to - from) * progress, 0.2), 99.4)
  }

  /// From 0 to 1 in an S, over 0…1. A polynomial, because exponentials differ in their last bit from machine to machine.
  private static func curve(_ x: Double) -> Double {
    let x = min(max(x, 0), 1)
    return x * x * (3 - 2 * x)
  }
}

extension Course.Basis {
  /// The denominator at the end of a month, at least 8.
  ///
  /// - Parameters:
  ///   - thousands: of people whom the agency serves.
  ///   - elapsed: of the year, 0…1.
  func count(thousands: Double, agency: Int, elapsed: Double) -> Double {
    switch self {
    case .each(let range, let stream):
      var numbers = SeededNumbers(.denominator, stream, agency)
      return (range.lowerBound + (range.upperBound - range.lowerBound) * numbers.unit()).rounded(.down)
    case .stock(let rate, let stream): return Self.count(thousands, rate * (1 + 0.02 * elapsed), stream, agency)
    case .flow(let rate, let stream): return Self.count(thousands, rate * elapsed, stream, agency)
    }
  }

  private static func count(_ thousands: Double, _ rate: Double, _ stream: Int, _ agency: Int) -> Double {
    var numbers = SeededNumbers(.denominator, stream, agency)
    return max(8, (thousands * rate * (1 + 0.12 * numbers.spread())).rounded(.down))
  }
}
