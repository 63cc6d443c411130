/// *Cần đôn đốc*: an agency with something overdue.
public struct PressedAgency: Hashable, Sendable {
  // In few bytes: ten thousand may stand in one list.
  private let number: Int32
  private let count: OverdueCount
  private let completeness: Completeness

  fileprivate init(agency: Int, _ count: OverdueCount, _ completeness: Completeness) {
    number = Int32(clamping: agency)
    self.count = count
    self.completeness = completeness
  }

  public var agency: Int { Int(number) }
  /// Open overdue assignments and actions.
  public var overdue: Int { Int(count.overdue) }
  /// Of these, those that nobody spoke of.
  public var unreported: Int { Int(count.unreported) }
  public var reported: Int { completeness.reported }
  public var indicators: Int { completeness.inScope }

  /// An agency without indicators counts as having reported all.
  var share: Double { indicators == 0 ? 1 : Double(reported) / Double(indicators) }
}

/// How much of an agency's is overdue, and of how much of that nobody spoke.
private struct OverdueCount: Hashable {
  var overdue: Int32 = 0
  var unreported: Int32 = 0

  mutating func add(_ state: WorkState) {
    overdue += 1
    if state == .unreported { unreported += 1 }
  }
}

extension Assessor {
  /// Most overdue first, then the least reported, then the order of the plan.
  func pressed(_ tasks: [TaskAssessment], _ actions: [ActionAssessment], _ shares: [Completeness]) -> [PressedAgency] {
    let counts = overdueCounts(tasks, actions)
    // Counted into place: how many have so much overdue, and from that where the first of them stands.
    var next = [Int](repeating: 0, count: Int(counts.map(\.overdue).max() ?? 0) + 1)
    for count in counts { next[Int(count.overdue)] += 1 }
    next[0] = 0
    var total = 0
    for overdue in next.indices.reversed() { (next[overdue], total) = (total, total + next[overdue]) }
    var pressed = [PressedAgency](repeating: PressedAgency(agency: 0, OverdueCount(), Completeness()), count: total)
    for (agency, count) in counts.enumerated() where count.overdue > 0 {
      pressed[next[Int(count.overdue)]] = PressedAgency(agency: agency, count, shares[agency])
      next[Int(count.overdue)] += 1
    }
    // Those with as much are in their order already where nobody has reported yet.
    var start = 0
    for end in next.dropFirst().reversed() {
      if (start..<end).dropFirst().contains(where: { pressed[$0].share < pressed[$0 - 1].share }) {
        pressed[start..<end].sort { ($0.share, $0.agency) < ($1.share, $1.agency) }
      }
      start = end
    }
    return pressed
  }

  /// By agency.
  private func overdueCounts(_ tasks: [TaskAssessment], _ actions: [ActionAssessment]) -> [OverdueCount] {
    var counts = [OverdueCount](repeating: OverdueCount(), count: plan.agencies.count)
    for task in tasks where task.tally.openOverdue > 0 {
      task.assignments.forEachState { state, agency in if state.isOverdue { counts[agency].add(state) } }
    }
    for (index, action) in actions.enumerated() where action.state.isOverdue {
      guard let lead = plan.actions[index].lead else { continue }
      for agency in plan.members(of: lead) { counts[agency].add(action.state) }
    }
    return counts
  }

  /// For every agency: indicators whose scope names it, and of these the ones that it has reported on for the plan's
  /// time.
  func reportingShares() -> [Completeness] {
    var shares = [Completeness](repeating: Completeness(), count: plan.agencies.count)
    // Most indicators are of one of a few groups of agencies.
    var scopes: [(members: [Int], indicators: Int)] = []
    for (index, indicator) in plan.indicators.enumerated() {
      if let known = scopes.suffix(8).firstIndex(where: { $0.members == indicator.scope }) {
        scopes[known].indicators += 1
      } else {
        scopes.append((indicator.scope, 1))
      }
      if reports.range(indicator: index).isEmpty { continue }
      for agency in indicator.scope where hasReported(index, agency) { shares[agency].reported += 1 }
    }
    for (members, indicators) in scopes {
      for agency in members { shares[agency].inScope += indicators }
    }
    return shares
  }
}
