/// *Cần đôn đốc*: an agency with something overdue.
public struct PressedAgency: Hashable, Sendable {
  public var agency: Int
  /// Open overdue assignments and actions.
  public var overdue: Int
  /// Of these, those that nobody spoke of.
  public var unreported: Int
  public var reported: Int
  public var indicators: Int

  /// An agency without indicators counts as having reported all.
  var share: Double { indicators == 0 ? 1 : Double(reported) / Double(indicators) }
}

extension Assessor {
  /// Most overdue first, then the least reported, then the order of the plan.
  func pressed(_ tasks: [TaskAssessment], _ actions: [ActionAssessment], _ shares: [Completeness]) -> [PressedAgency] {
    var counts = [(overdue: Int32, unreported: Int32)](repeating: (0, 0), count: plan.agencies.count)
    func count(_ state: WorkState, _ agency: Int) {
      guard state.isOverdue else { return }
      counts[agency].overdue += 1
      if state == .unreported { counts[agency].unreported += 1 }
    }
    for task in tasks where task.tally.openOverdue > 0 {
      for assignment in task.assignments { count(assignment.state, assignment.agency) }
    }
    for (index, action) in actions.enumerated() where action.state.isOverdue {
      guard let lead = plan.actions[index].lead else { continue }
      for agency in plan.members(of: lead) { count(action.state, agency) }
    }
    // By how much is overdue; those of as much are in their order already where nobody has reported yet.
    var equals = [[PressedAgency]](repeating: [], count: Int(counts.map(\.overdue).max() ?? 0) + 1)
    for (agency, count) in counts.enumerated() where count.overdue > 0 {
      equals[Int(count.overdue)].append(
        PressedAgency(
          agency: agency, overdue: Int(count.overdue), unreported: Int(count.unreported),
          reported: shares[agency].reported, indicators: shares[agency].inScope))
    }
    for index in equals.indices
    where zip(equals[index], equals[index].dropFirst()).contains(where: { $1.share < $0.share }) {
      equals[index].sort { ($0.share, $0.agency) < ($1.share, $1.agency) }
    }
    return equals.reversed().flatMap { $0 }
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
