internal import TextCore

/// What each agency is like in the made-up year.
struct Cast {
  struct Role {
    enum Habit {
      case punctual
      /// Reports come weeks after they are due, and some never.
      case late
      /// Reports only for the last month of a quarter.
      case quarterly
      /// Has reported for some months and stopped.
      case fading
      /// Never reports and never says a word.
      case silent
    }

    /// How far ahead of the others: −1 (behind) … 1 (ahead).
    var lead: Double
    var habit = Habit.punctual
    /// Thousands of people whom it serves.
    var thousands: Double
    /// What it had reached by the middle of the year it has lost again in autumn.
    var isBackslider = false
    var isOverAchiever = false
    /// Its report for one month is a file with faults.
    var hasSpoiltFile = false
  }

  /// By the index of the agency in the plan.
  private(set) var roles: [Role]

  init(_ plan: Plan) {
    roles = plan.agencies.indices.map { index in
      let agency = plan.agencies[index]
      var numbers = SeededNumbers(.size, index)
      // A ministry has fewer files and people than a province.
      let thousands = Population.thousands[agency.id] ?? (agency.kind == .province ? 1_000 : 60 + 340 * numbers.unit())
      return Role(lead: Self.lead(of: agency, index, plan), thousands: thousands)
    }
    assignHabits(plan)
  }

  private static func lead(of agency: Agency, _ index: Int, _ plan: Plan) -> Double {
    var numbers = SeededNumbers(.lead, index)
    let region = agency.region.map { plan.regions[$0].id } ?? agency.kind.rawValue
    // Cities that are provinces of their own are ahead of their neighbours.
    let city = agency.kind == .province && agency.name.vietnamese.hasPrefix("Thành phố") ? 0.45 : 0
    return min(max((leads[region] ?? 0) + city + 0.3 * numbers.spread(), -1), 1)
  }

  private static let leads = [
    "trung-du-mien-nui-bac": -0.35, "dong-bang-song-hong": 0.35, "bac-trung-bo-duyen-hai-mien-trung": 0.05,
    "tay-nguyen": -0.75, "dong-nam-bo": 0.4, "dong-bang-song-cuu-long": -0.1, "ministry": 0.2,
    "ministerial-agency": 0.05, "government-agency": -0.2,
  ]

  /// Draws who is late, silent and so on; each agency has one such trait at most.
  private mutating func assignHabits(_ plan: Plan) {
    var drawn = plan.agencies.indices.filter { plan.agencies[$0].kind != .national }.map { index in
      var numbers = SeededNumbers(.role, index)
      return (index: index, order: numbers.next())
    }.sorted { ($0.order, $0.index) < ($1.order, $1.index) }.map(\.index)
    func take(_ count: Int, where isFit: (Int) -> Bool) -> [Int] {
      let taken = Array(drawn.filter(isFit).prefix(count))
      drawn.removeAll { taken.contains($0) }
      return taken
    }
    let isProvince = { (index: Int) in plan.agencies[index].kind == .province }
    let isAhead = { [roles] (index: Int) in roles[index].lead > 0.3 }
    for index in take(1, where: { plan.agencies[$0].kind == .governmentAgency }) { roles[index].habit = .silent }
    for index in take(3, where: isAhead) { roles[index].isOverAchiever = true }
    for index in take(2, where: isProvince) + take(1, where: { !isProvince($0) }) { roles[index].isBackslider = true }
    for index in take(1, where: isProvince) { roles[index].hasSpoiltFile = true }
    for index in take(2, where: { !isAhead($0) }) { roles[index].habit = .fading }
    for index in take(4, where: { _ in true }) { roles[index].habit = .quarterly }
    for index in take(9, where: { [roles] in roles[$0].lead < 0.5 }) { roles[index].habit = .late }
  }
}
