import PlanCore
import TextCore

/// What a filter looks into for one row.
///
/// One function for every kind of thing, used by every page that lists it, and always in both languages: what finds a
/// thing on one page finds it on all, and what was folded once is right for as long as the store stays.
struct SearchTexts: Hashable {
  var names: [String]
  var shortNames: [String] = []
}

extension Plan {
  func searchTexts(ofPillar index: Int) -> SearchTexts {
    let pillar = pillars[index]
    return SearchTexts(names: pillar.name.both + [pillar.id, pillar.code])
  }

  func searchTexts(ofIndicator index: Int) -> SearchTexts {
    let indicator = indicators[index]
    return SearchTexts(names: indicator.title.both + [indicator.id, indicator.key])
  }

  func searchTexts(ofAgency index: Int) -> SearchTexts {
    let agency = agencies[index]
    return SearchTexts(names: agency.name.both + [agency.id], shortNames: agency.shortName.both)
  }

  /// A task is found by whoever leads it too.
  func searchTexts(ofTask index: Int) -> SearchTexts {
    ownTexts(ofTask: index) + searchTexts(of: tasks[index].lead)
  }

  func ownTexts(ofTask index: Int) -> SearchTexts {
    let task = tasks[index]
    return SearchTexts(names: task.title.both + [task.id, task.office])
  }

  /// An action is found by whoever leads it too, or has a part in it; by a group that has only where the group leads.
  func searchTexts(ofAction index: Int) -> SearchTexts {
    let action = actions[index]
    let partners = action.coordinating.filter { if case .agency = $0 { true } else { false } }
    return ([action.lead].compactMap(\.self) + partners).reduce(ownTexts(ofAction: index)) { $0 + searchTexts(of: $1) }
  }

  func ownTexts(ofAction index: Int) -> SearchTexts {
    let action = actions[index]
    return SearchTexts(names: action.title.both + action.deliverable.both + [action.id])
  }

  func searchTexts(ofSource index: Int) -> SearchTexts {
    let source = sources[index]
    return SearchTexts(names: [source.title, source.publisher, source.id, source.published])
  }

  /// - Parameter details: what has been read back of it.
  func searchTexts(ofReport report: Report, _ details: ReportDetails?) -> SearchTexts {
    SearchTexts(names: [
      indicators[report.indicator].id, report.end.monthAndYear, report.end.slashed, details?.note ?? "",
      details?.source.map { sources[$0].title } ?? "",
    ])
  }

  private func searchTexts(of lead: AgencyReference) -> SearchTexts {
    switch lead {
    case .agency(let index): searchTexts(ofAgency: index)
    case .group(let group): SearchTexts(names: group.name.both)
    }
  }
}

extension Finding {
  var searchTexts: SearchTexts { SearchTexts(names: ["\(file):\(line):\(column)"] + message.both) }
}

extension SearchTexts {
  static func + (a: SearchTexts, b: SearchTexts) -> SearchTexts {
    SearchTexts(names: a.names + b.names, shortNames: a.shortNames + b.shortNames)
  }
}

extension Localized {
  var both: [String] { [vietnamese, english] }
}
