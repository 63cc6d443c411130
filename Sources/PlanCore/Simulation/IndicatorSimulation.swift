/// What the agencies come to, month by month, for one indicator of the made-up year.
struct IndicatorSimulation {
  enum Figure {
    /// 1 or 0.
    case said(Bool)
    case counted(numerator: Int, denominator: Int)
  }

  /// An agency in scope and what it makes of this indicator.
  private struct Member {
    var lead: Double
    /// The months that it reports for; empty where it never does.
    var months: Range<Int>
    /// The month in which it comes to say 1; `nil` where it does not within the year.
    var adoption: Int?
    /// Its value from before the year, where it is known.
    var start: Double?
    var thousands: Double
    var isBackslider: Bool
  }

  private let index: Int
  private let aggregation: Indicator.Aggregation
  private let course: Course
  private let monthCount: Int
  /// By the index of the agency; `nil` where it is not in scope.
  private var members: [Member?]
  /// Of the agencies in scope, weighted by size: who is ahead of it is ahead of the nation.
  private let meanLead: Double

  /// - Parameter starts: values from before the year, by agency.
  init(_ index: Int, _ plan: Plan, _ cast: Cast, monthCount: Int, starts: [Int: Double]) {
    self.index = index
    let indicator = plan.indicators[index]
    aggregation = indicator.aggregation
    course = Course.of(indicator)
    self.monthCount = monthCount
    members = plan.agencies.map { _ in nil }
    var (sum, weight) = (0.0, 0.0)
    for agency in indicator.scope {
      let role = cast.roles[agency]
      let member = Member(
        lead: Self.lead(of: agency, index, role),
        months: Self.months(agency, index, role, course, monthCount), start: starts[agency],
        thousands: role.thousands, isBackslider: role.isBackslider)
      let size = course.basis.count(thousands: role.thousands, agency: agency, elapsed: 1)
      sum += member.lead * size
      weight += size
      members[agency] = member
    }
    meanLead = sum / max(1, weight)
    if aggregation == .agencyShare { adopt(indicator.scope) }
  }

  private static func lead(of agency: Int, _ index: Int, _ role: Cast.Role) -> Double {
    if role.isOverAchiever { return 1.4 }
    var numbers = SeededNumbers(.rank, agency, index)
    return role.lead + 0.6 * numbers.spread()
  }

  private static func months(
    _ agency: Int, _ index: Int, _ role: Cast.Role, _ course: Course, _ monthCount: Int
  ) -> Range<Int> {
    var numbers = SeededNumbers(.silence, agency, index)
    if role.habit == .silent || numbers.chance(0.03) && !role.isOverAchiever { return 0..<0 }
    let first = numbers.chance(course.joinsLate.share) ? course.joinsLate.month : course.firstMonth
    let end = numbers.chance(course.lastIsOut) ? monthCount : monthCount + 1
    return first..<max(first, end)
  }

  /// Whoever is ahead comes first; how many have by the end of a month is the course's.
  private mutating func adopt(_ scope: [Int]) {
    let order = scope.compactMap { agency in
      members[agency].flatMap { $0.months.isEmpty ? nil : (agency: agency, lead: $0.lead) }
    }.sorted { ($1.lead, $0.agency) < ($0.lead, $1.agency) }
    var month = 1
    for (rank, entry) in order.enumerated() {
      while month <= monthCount, adopters(by: month, of: scope.count) <= rank { month += 1 }
      if month > monthCount { break }
      members[entry.agency]?.adoption = month
    }
  }

  private func adopters(by month: Int, of count: Int) -> Int {
    Int(course.share(month: scaled(month), lead: 0) / 100 * Double(count) + 0.5)
  }

  /// The month of a year of twelve.
  private func scaled(_ month: Int) -> Double { Double(month) * 12 / Double(monthCount) }

  // MARK: Figures

  /// What an agency reports for a month; `nil` where it reports nothing.
  func figure(of agency: Int, month: Int) -> Figure? {
    guard let member = members[agency], member.months.contains(month) else { return nil }
    switch aggregation {
    case .agencyShare:
      let isDone = member.adoption.map { $0 <= month } ?? false
      return .said(isDone && !isLost(member, month: month))
    case .ratio, .mean: return counted(agency, member, month: scaled(month))
    case .national: return nil
    }
  }

  /// Whether an agency has lost again what it had reached.
  func isLost(_ agency: Int, month: Int) -> Bool { members[agency].map { isLost($0, month: month) } ?? false }

  private func isLost(_ member: Member, month: Int) -> Bool {
    guard member.isBackslider, let adopted = member.adoption else { return false }
    return adopted <= 6 && month >= 8 && index.isMultiple(of: 2)
  }

  /// What an agency stood at some months before the year; `nil` where it has a figure of its own from then.
  func start(of agency: Int) -> Figure? {
    guard aggregation == .ratio, let member = members[agency], !member.months.isEmpty, member.start == nil
    else { return nil }
    let share = course.share(month: 0, lead: member.lead - meanLead)
    return figure(agency, member, share: share * 0.985, elapsed: 0.5)
  }

  private func counted(_ agency: Int, _ member: Member, month: Double) -> Figure {
    var share = course.share(month: month, lead: member.lead - meanLead)
    // Who was far ahead before the year goes on from there.
    if let start = member.start { share = max(share, min(99.4, start + (99.4 - start) * month / 24)) }
    if member.isBackslider, month >= 7 { share *= month < 11 ? 0.84 : 0.9 }
    var numbers = SeededNumbers(.jitter, agency * 1_000 + index, Int(month * 10))
    share += 0.012 * (course.to - course.from) * numbers.spread()
    return figure(agency, member, share: min(max(share, 0), 99.9), elapsed: month / 12)
  }

  private func figure(_ agency: Int, _ member: Member, share: Double, elapsed: Double) -> Figure {
    let denominator = course.basis.count(thousands: member.thousands, agency: agency, elapsed: elapsed)
    return .counted(numerator: Int(denominator * share / 100), denominator: Int(denominator))
  }
}
