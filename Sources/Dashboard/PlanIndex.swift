public import PlanCore
import TextCore

/// What finding things in a plan takes, as far as that has changed: worked out by whoever has the time.
public struct PlanIndex: Sendable {
  let agencies: AgencyIndex?
  let work: WorkIndex?

  /// Folds the names of what differs from a plan that has been worked out before; `nil` where that is nothing.
  public init?(_ plan: Plan, changedFrom previous: Plan? = nil) {
    agencies = previous?.agencies == plan.agencies ? nil : AgencyIndex(plan)
    work = previous.map { WorkIndex.isSame($0, plan) } == true ? nil : WorkIndex(plan)
    if agencies == nil, work == nil { return nil }
  }
}

/// The names of everything in a plan but its agencies, folded; each list in the plan's order.
struct WorkIndex: Sendable {
  let pillars: [SearchKey]
  let regions: [SearchKey]
  let indicators: [SearchKey]
  let tasks: [SearchKey]
  let actions: [SearchKey]
  let sources: [SearchKey]

  init(_ plan: Plan) {
    pillars = plan.pillars.indices.map { SearchKey(plan.searchTexts(ofPillar: $0)) }
    regions = plan.regions.map { SearchKey($0.name.both + [$0.id], shortNames: $0.name.both) }
    indicators = plan.indicators.indices.map { SearchKey(plan.searchTexts(ofIndicator: $0)) }
    tasks = plan.tasks.indices.map { SearchKey(plan.ownTexts(ofTask: $0)) }
    actions = plan.actions.indices.map { SearchKey(plan.ownTexts(ofAction: $0)) }
    sources = plan.sources.indices.map { SearchKey(plan.searchTexts(ofSource: $0)) }
  }

  static func isSame(_ a: Plan, _ b: Plan) -> Bool {
    a.pillars == b.pillars && a.regions == b.regions && a.indicators == b.indicators && a.tasks == b.tasks
      && a.actions == b.actions
      && a.sources == b.sources
  }
}
