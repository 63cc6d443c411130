/// What an indicator's figures are made of, for whoever asks where a number comes from.
public struct Evidence: Hashable, Sendable {
  /// The reports that the roll-up uses: of agencies in scope, in the plan's order.
  public var used: [Report] = []
  /// The report that the published figure is read from.
  public var published: Report?
  /// Agencies in scope whose reports all lack what the roll-up needs.
  public var unusable: [Int] = []
  /// Agencies in scope that have reported nothing up to the day.
  public var silent: [Int] = []
  /// Agencies that have reported and are out of scope; the nation is none of them.
  public var outside: [Int] = []
  /// What stands above and below the line of the roll-up; 0 of 0 where nobody has reported.
  public var numerator = 0.0
  public var denominator = 0.0
}

extension Assessment {
  /// What an indicator's roll-up and its published figure are made of on the last day measured.
  public func evidence(of indicator: Int) -> Evidence { assessor.evidence(of: indicator) }

  /// The report that an agency's own figure is read from.
  public func evidence(ofAgency agency: Int, indicator: Int) -> Report? { assessor.ownReport(indicator, agency) }

  /// Whether an agency has reported on an indicator for the plan's time.
  public func hasReported(agency: Int, indicator: Int) -> Bool { assessor.hasReported(indicator, agency) }

  /// The part of the plan's days that is over on a day, that day counted; 0…1.
  public func elapsed(on day: Day) -> Double { assessor.elapsed(on: day) }
}

extension Assessor {
  func evidence(of index: Int) -> Evidence {
    var evidence = Evidence()
    let indicator = plan.indicators[index]
    evidence.published = nation.flatMap { ownReport(index, $0) }
    if indicator.aggregation == .national { return evidence }
    for agency in indicator.scope {
      if let row = usableRow(index, agency) {
        let report = reports.report(row, indicator: index, agency: agency)
        evidence.used.append(report)
        evidence.add(report, indicator.aggregation)
      } else if hasAny(index, agency) {
        evidence.unusable.append(agency)
      } else {
        evidence.silent.append(agency)
      }
    }
    if indicator.aggregation == .agencyShare { evidence.denominator = Double(indicator.scope.count) }
    var scope = indicator.scope[...]
    for agency in plan.agencies.indices {
      if scope.first == agency {
        scope.removeFirst()
      } else if agency != nation, hasAny(index, agency) {
        evidence.outside.append(agency)
      }
    }
    return evidence
  }

  private func hasAny(_ index: Int, _ agency: Int) -> Bool {
    !reports.range(indicator: index, agency: agency, upTo: PackedReport.endOrder(of: measuredTo)).isEmpty
  }

  /// The latest report of an agency that carries a figure.
  func ownReport(_ index: Int, _ agency: Int) -> Report? {
    let needsValue = rules[index].aggregation == .agencyShare && agency != nation
    let range = reports.range(indicator: index, agency: agency, upTo: PackedReport.endOrder(of: measuredTo))
    return range.last { Figure(reports.rows[$0], reports.wide, needsValue: needsValue) != nil }
      .map { reports.report($0, indicator: index, agency: agency) }
  }
}

extension Evidence {
  fileprivate mutating func add(_ report: Report, _ aggregation: Indicator.Aggregation) {
    switch aggregation {
    case .agencyShare: numerator += report.value == 1 ? 1 : 0
    case .mean:
      numerator += report.value ?? 0
      denominator += 1
    case .ratio:
      numerator += report.numerator ?? 0
      denominator += report.denominator ?? 0
    case .national: break
    }
  }
}
