/// Something that does not stand as it stood.
public struct Change: Hashable, Sendable {
  /// What it is, with indices into the plan.
  public enum Subject: Hashable, Sendable {
    case pillar(Int)
    case indicator(Int)
    /// Assignments of a task that went from one state to another, with the agencies whose they are.
    case task(Int, from: WorkState, to: WorkState, agencies: [Int])
    case action(Int, from: WorkState, to: WorkState)
    /// On how many of its indicators an agency has reported.
    case reporting(agency: Int)
  }

  /// Whether that is good news.
  public enum Direction: String, Sendable, CaseIterable {
    case better
    case worse
    case neither
  }

  public var subject: Subject
  public var direction: Direction

  /// Something that moved, and whether that is good news.
  public init(subject: Subject, direction: Direction) {
    self.subject = subject
    self.direction = direction
  }
}

extension Plan {
  /// The id in the plan of what changed, of a pillar its code; empty of an agency's reporting.
  public func code(of change: Change) -> String {
    switch change.subject {
    case .pillar(let index): pillars[index].code
    case .indicator(let index): indicators[index].id
    case .task(let index, _, _, _): tasks[index].id
    case .action(let index, _, _): actions[index].id
    case .reporting: ""
    }
  }
}

extension Assessment {
  /// The same plan, reports and journal as they stood on another day.
  public func on(_ day: Day) -> Assessment {
    Assessment(of: assessor.plan, reports: assessor.reports, journal: assessor.journal, asOf: day)
  }

  /// What moved from an earlier assessment of the same plan to this one: pillars, indicators by figure, status or
  /// attainment, tasks, actions, reporting; each in the plan's order.
  public func changes(since earlier: Assessment) -> [Change] {
    pillars.indices.compactMap { pillarChange($0, earlier) }
      + indicators.indices.compactMap { indicatorChange($0, earlier) }
      + tasks.indices.flatMap { taskChanges($0, earlier) } + actions.indices.compactMap { actionChange($0, earlier) }
      + assessor.plan.agencies.indices.compactMap { reportingChange($0, earlier) }
  }

  private func pillarChange(_ index: Int, _ earlier: Assessment) -> Change? {
    let (before, after) = (earlier.pillars[index], pillars[index])
    let isSame = Status.allCases.allSatisfy { before.count(of: $0) == after.count(of: $0) }
    guard before.attainment != after.attainment || !isSame else { return nil }
    return Change(subject: .pillar(index), direction: .of(after.attainment - before.attainment))
  }

  private func indicatorChange(_ index: Int, _ earlier: Assessment) -> Change? {
    let (before, after) = (earlier.indicators[index], indicators[index])
    let (old, new) = (before.headline?.figure.value, after.headline?.figure.value)
    guard old != new || before.status != after.status || before.attainment != after.attainment else { return nil }
    var direction = Change.Direction.of(after.attainment - before.attainment)
    if direction == .neither { direction = .of(before.status.order - after.status.order) }
    if direction == .neither, let old, let new {
      direction = .of(assessor.rules[index].comparator.wantsMore ? new - old : old - new)
    }
    return Change(subject: .indicator(index), direction: direction)
  }

  private func taskChanges(_ index: Int, _ earlier: Assessment) -> [Change] {
    var moves: [(from: WorkState, to: WorkState, agencies: [Int])] = []
    for (before, after) in zip(earlier.tasks[index].assignments, tasks[index].assignments)
    where before.state != after.state {
      if let place = moves.firstIndex(where: { $0.from == before.state && $0.to == after.state }) {
        moves[place].agencies.append(after.agency)
      } else {
        moves.append((before.state, after.state, [after.agency]))
      }
    }
    return moves.map {
      Change(
        subject: .task(index, from: $0.from, to: $0.to, agencies: $0.agencies), direction: .of(from: $0.from, to: $0.to)
      )
    }
  }

  private func actionChange(_ index: Int, _ earlier: Assessment) -> Change? {
    let (before, after) = (earlier.actions[index].state, actions[index].state)
    return before == after
      ? nil : Change(subject: .action(index, from: before, to: after), direction: .of(from: before, to: after))
  }

  private func reportingChange(_ agency: Int, _ earlier: Assessment) -> Change? {
    let moved = reportingShare(of: agency).reported - earlier.reportingShare(of: agency).reported
    return moved == 0 ? nil : Change(subject: .reporting(agency: agency), direction: .of(moved))
  }
}

extension Change.Direction {
  fileprivate static func of<Number: SignedNumeric & Comparable>(_ moved: Number) -> Change.Direction {
    moved > .zero ? .better : moved < .zero ? .worse : .neither
  }

  /// Done is better than open, and open in time better than overdue; what awaits the annex or was called off is neither.
  fileprivate static func of(from: WorkState, to: WorkState) -> Change.Direction {
    guard let old = from.order, let new = to.order else { return .neither }
    return .of(old - new)
  }
}

extension WorkState {
  fileprivate var order: Int? {
    switch self {
    case .doneOnTime: 0
    case .doneLate: 1
    case .openInTime: 2
    case .openOverdue: 3
    case .unreported: 4
    case .cancelled, .pending: nil
    }
  }
}

extension Status {
  /// Its place among its like, the best first.
  fileprivate var order: Int { Status.allCases.firstIndex(of: self) ?? 0 }
}
