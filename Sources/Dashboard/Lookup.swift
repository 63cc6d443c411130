import PlanCore
import TerminalKit
import TextCore

// Pages name things by their ids; these find them again in the store as it now is.

extension Plan {
  func pillarIndex(_ id: String) -> Int? { pillars.firstIndex { $0.id == id } }
  func agencyIndex(_ id: String) -> Int? { agencies.firstIndex { $0.id == id } }
  func indicatorIndex(_ id: String) -> Int? { indicators.firstIndex { $0.id == id } }
  func taskIndex(_ id: String) -> Int? { tasks.firstIndex { $0.id == id } }
  func actionIndex(_ id: String) -> Int? { actions.firstIndex { $0.id == id } }
  func sourceIndex(_ id: String) -> Int? { sources.firstIndex { $0.id == id } }

  func pillar(_ id: String) -> Pillar? { pillars.first { $0.id == id } }
}

extension Context {
  /// The short name of an agency, or its id where the store no longer has it.
  func agencyName(_ id: String) -> String {
    plan.agencyIndex(id).map(shortName(of:)) ?? id
  }

  func report(agency: String, indicator: String, file: String, line: Int) -> Report? {
    guard let agency = plan.agencyIndex(agency), let indicator = plan.indicatorIndex(indicator) else { return nil }
    let reports = store.reports
    return reports.history(indicator: indicator, agency: agency).first {
      $0.place.line == line && reports.files[$0.place.file] == file
    }
  }

  func shortName(of agency: Int) -> String { plan.agencies[agency].shortName(in: language) }

  func name(of agency: Int) -> String { plan.agencies[agency].name(in: language) }

  /// One agency by its short name, or a group by what it is called.
  func name(of reference: AgencyReference) -> String {
    switch reference {
    case .agency(let index): shortName(of: index)
    case .group(let group): self[group.name]
    }
  }
}
