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
    var all = plan.agencies.indices.map {
      PressedAgency(
        agency: $0, overdue: 0, unreported: 0, reported: shares[$0].reported, indicators: shares[$0].inScope)
    }
    func count(_ state: WorkState, _ agency: Int) {
      guard state.isOverdue else { return }
      all[agency].overdue += 1
      if state == .unreported { all[agency].unreported += 1 }
    }
    for task in tasks {
      for assignment in task.assignments { count(assignment.state, assignment.agency) }
    }
    for (index, action) in actions.enumerated() where action.state.isOverdue {
      guard let lead = plan.actions[index].lead else { continue }
      for agency in plan.members(of: lead) { count(action.state, agency) }
    }
    return all.filter { $0.overdue > 0 }.sorted {
      ($1.overdue, $0.share, $0.agency) < ($0.overdue, $1.share, $1.agency)
    }
  }

  /// For every agency: indicators whose scope names it, and of these the ones that it has reported on for the plan's
  /// time.
  func reportingShares() -> [Completeness] {
    var shares = [Completeness](repeating: Completeness(), count: plan.agencies.count)
    for (index, indicator) in plan.indicators.enumerated() {
      let isSilent = reports.range(indicator: index).isEmpty
      for agency in indicator.scope {
        shares[agency].inScope += 1
        if !isSilent, hasReported(index, agency) { shares[agency].reported += 1 }
      }
    }
    return shares
  }
}
