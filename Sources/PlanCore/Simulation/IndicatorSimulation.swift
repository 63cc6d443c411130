/// What the agencies come to, month by month, for one indicator of the made-up year.
struct IndicatorSimulation {
  enum Figure {
    /// 1 or 0.
    case said(Bool)
    case counted(numerator: Int, denominator: Int)
  }

  private let index: Int
  private let indicator: Indicator
  private let course: Course
  private let cast: Cast
  private let monthCount: Int
  /// Of the agencies in scope, weighted by size: who is ahead of it is ahead of the nation.
  private let meanLead: Double
  /// The month in which each agency comes to say 1; `nil` for one that does not within the year.
  private var adoption: [Int?] = []
  /// Values from before the year, by agency.
  private let starts: [Int: Double]

  init(_ index: Int, _ plan: Plan, _ cast: Cast, monthCount: Int, starts: [Int: Double]) {
    self.index = index
    indicator = plan.indicators[index]
    course = Course.of(indicator)
    self.cast = cast
    self.monthCount = monthCount
    self.starts = starts
    let sizes = indicator.scope.map { cast.roles[$0].thousands }
    let weighted = zip(indicator.scope, sizes).reduce(0) { $0 + cast.roles[$1.0].lead * $1.1 }
    meanLead = weighted / max(1, sizes.reduce(0, +))
    adoption = adoptions(agencyCount: plan.agencies.count)
  }

  /// Whoever is ahead comes first; how many have by the end of a month is the course's.
  private func adoptions(agencyCount: Int) -> [Int?] {
    var adoption = [Int?](repeating: nil, count: agencyCount)
    guard indicator.aggregation == .agencyShare else { return adoption }
    let order = indicator.scope.filter(reportsAtAll).map { agency in
      var numbers = SeededNumbers(.rank, agency, index)
      return (agency: agency, score: lead(of: agency) + 0.5 * numbers.spread())
    }.sorted { ($1.score, $0.agency) < ($0.score, $1.agency) }
    var month = 1
    for (rank, entry) in order.enumerated() {
      while month <= monthCount, adopters(by: month) <= rank { month += 1 }
      if month > monthCount { break }
      adoption[entry.agency] = month
    }
    return adoption
  }

  private func adopters(by month: Int) -> Int {
    Int(course.share(month: scaled(month), lead: 0) / 100 * Double(indicator.scope.count) + 0.5)
  }

  /// The month of a year of twelve.
  private func scaled(_ month: Int) -> Double { Double(month) * 12 / Double(monthCount) }

  private func lead(of agency: Int) -> Double { cast.roles[agency].isOverAchiever ? 1.4 : cast.roles[agency].lead }

  // MARK: Who reports

  private func reportsAtAll(_ agency: Int) -> Bool {
    var numbers = SeededNumbers(.silence, agency, index)
    return cast.roles[agency].habit != .silent && (!numbers.chance(0.03) || cast.roles[agency].isOverAchiever)
  }

  private func reports(_ agency: Int, month: Int) -> Bool {
    var numbers = SeededNumbers(.late, agency, index)
    let first = numbers.chance(course.joinsLate.share) ? course.joinsLate.month : course.firstMonth
    let lastIsOut = numbers.chance(course.lastIsOut)
    return reportsAtAll(agency) && month >= first && !(month == monthCount && lastIsOut)
  }

  // MARK: Figures

  /// What an agency in scope reports for a month; `nil` where it reports nothing.
  func figure(of agency: Int, month: Int) -> Figure? {
    guard reports(agency, month: month) else { return nil }
    switch indicator.aggregation {
    case .agencyShare: return .said(isDone(agency, month: month))
    case .ratio, .mean: return counted(agency, month: scaled(month))
    case .national: return nil
    }
  }

  /// Whether an agency has lost again what it had reached.
  func isLost(_ agency: Int, month: Int) -> Bool {
    guard cast.roles[agency].isBackslider, let adopted = adoption[agency] else { return false }
    return adopted <= 6 && month >= 8 && index.isMultiple(of: 2)
  }

  private func isDone(_ agency: Int, month: Int) -> Bool {
    guard let adopted = adoption[agency] else { return false }
    return adopted <= month && !isLost(agency, month: month)
  }

  /// What an agency stood at some months before the year; `nil` where it has a figure of its own from then.
  func start(of agency: Int) -> Figure? {
    guard indicator.aggregation == .ratio, reportsAtAll(agency), starts[agency] == nil else { return nil }
    let share = course.share(month: 0, lead: lead(of: agency) - meanLead)
    return figure(agency, share: share * 0.985, elapsed: 0.5)
  }

  private func counted(_ agency: Int, month: Double) -> Figure {
    var share = course.share(month: month, lead: lead(of: agency) - meanLead)
    // Who was far ahead before the year goes on from there.
    if let start = starts[agency] { share = max(share, min(99.4, start + (99.4 - start) * month / 24)) }
    if cast.roles[agency].isBackslider, month >= 7 { share *= month < 11 ? 0.84 : 0.9 }
    var numbers = SeededNumbers(.jitter, agency * 1_000 + index, Int(month * 10))
    share += 0.012 * (course.to - course.from) * numbers.spread()
    return figure(agency, share: min(max(share, 0), 99.9), elapsed: month / 12)
  }

  private func figure(_ agency: Int, share: Double, elapsed: Double) -> Figure {
    let thousands = cast.roles[agency].thousands
    let denominator = course.basis.count(thousands: thousands, agency: agency, elapsed: elapsed)
    return .counted(numerator: Int(denominator * share / 100), denominator: Int(denominator))
  }
}
