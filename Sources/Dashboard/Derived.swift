import PlanCore
import TerminalKit
import TextCore

/// What several pages need of one assessment and what is too much to work out for every frame: made when it is first
/// asked for.
final class Derived {
  let store: Store
  let assessment: Assessment
  private var plan: Plan { store.plan }

  init(_ store: Store, _ assessment: Assessment) {
    self.store = store
    self.assessment = assessment
  }

  /// What every agency owes and has given, in the order of the plan.
  private(set) lazy var standings = AgencyStanding.all(assessment, plan, statuses)

  /// How every agency stands on every indicator.
  private(set) lazy var statuses = assessment.statusMatrix()

  /// A group of agencies: the number of the grouping, and of the group in it.
  struct GroupKey: Hashable {
    var grouping: Int
    var group: Int
  }

  private var groups: [GroupKey: [Status?]] = [:]

  /// How a group stands on an indicator by what its members report together; `nil` where none of them is in its scope.
  func status(of group: GroupKey, on indicator: Int, members: () -> [Int]) -> Status? {
    if groups[group] == nil {
      let members = members()
      groups[group] = plan.indicators.indices.map { index in
        let total = assessment.subtotal(indicator: index, of: members)
        return total.inScope == 0 ? nil : total.status
      }
    }
    return groups[group].flatMap { $0.indices.contains(indicator) ? $0[indicator] : nil }
  }

  private var peers: [PeerGroup: Peers] = [:]

  /// An agency's group, and what it has of each indicator.
  func peers(of agency: Int) -> Peers {
    let group = assessment.peerGroup(of: agency)
    if let known = peers[group] { return known }
    let made = Peers(assessment, of: agency)
    peers[group] = made
    return made
  }

  /// Who has sent which reports.
  private(set) lazy var board = assessment.reportingBoard()

  private var lastCompared: (day: Day, compared: Compared)?

  /// What moved between the day that is shown and another one; the last answer is kept.
  func compared(with day: Day) -> Compared {
    if let lastCompared, lastCompared.day == day { return lastCompared.compared }
    let made = Compared(assessment, assessment.on(day))
    lastCompared = (day, made)
    return made
  }

  /// The month end before the day that is shown.
  var usualOtherDay: Day { assessment.asOf.previousMonthEnd }

  /// `nil` where the agency is outside the scope and has not reported.
  func status(of agency: Int, on indicator: Int) -> Status? { statuses[agency, indicator] }
}
