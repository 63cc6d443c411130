/// Whom an agency is measured beside.
public enum PeerGroup: Hashable, Sendable {
  /// The central agencies, for one of them.
  case central
  /// The provinces of a region, for one of them; of none where the plan names none.
  case region(Int?)
  /// Nobody, for the nation.
  case none
}

extension Assessment {
  public func peerGroup(of agency: Int) -> PeerGroup {
    let agency = assessor.plan.agencies[agency]
    return agency.kind == .province ? .region(agency.region) : agency.kind.isCentral ? .central : .none
  }

  /// An agency's group, itself included, in the order of the plan.
  public func peers(of agency: Int) -> [Int] {
    let group = peerGroup(of: agency)
    return group == .none ? [] : assessor.plan.agencies.indices.filter { peerGroup(of: $0) == group }
  }

  /// The median of the own figures from the plan's time; `nil` where nobody has one.
  public func median(indicator: Int, of agencies: [Int]) -> Double? {
    let values = agencies.compactMap { agency -> Double? in
      guard let figure = cell(agency: agency, indicator: indicator)?.figure,
        figure.period >= assessor.plan.settings.start
      else { return nil }
      return figure.value
    }
    return values.isEmpty ? nil : Assessor.median(values)
  }
}
