/// *Còn thiếu*: what an indicator that is not met still needs, and who could give it.
public struct Gap: Hashable, Sendable {
  /// Of a share of agencies the fewest more that would meet the target; `nil` of anything else, and where no number
  /// of agencies would do.
  public var agencies: Int?
  /// Of a share of agencies, by their reports: those that said no, and those that did not report; in the plan's order.
  public var saidNo: [Int] = []
  public var silent: [Int] = []
  /// Of anything else the target less the value, in the indicator's unit; `nil` where there is no value.
  public var points: Double?
  /// The same for each 30 of the days that are left; `nil` on the last one.
  public var pointsPer30Days: Double?
  /// Who moves it most, the greatest first.
  public var movers: [Mover] = []

  /// What an agency itself is short of.
  public struct Mover: Hashable, Sendable {
    public var agency: Int
    /// Of a ratio so much of its numerator, of a mean so much of its value; above 0.
    public var amount: Double
  }
}

extension Assessment {
  /// `nil` of an indicator that is met.
  public func gap(of indicator: Int) -> Gap? {
    guard indicators.indices.contains(indicator), indicators[indicator].status != .met else { return nil }
    return assessor.gap(of: indicator, indicators[indicator])
  }
}

extension Assessor {
  func gap(of index: Int, _ assessed: IndicatorAssessment) -> Gap {
    var gap = Gap()
    if plan.indicators[index].aggregation == .agencyShare {
      addAgencies(to: &gap, index, assessed.headline)
      return gap
    }
    if let value = assessed.headline?.figure.value {
      let points = rules[index].target - value
      let daysLeft = end - measuredTo
      gap.points = points
      gap.pointsPer30Days = daysLeft > 0 ? points * 30 / Double(daysLeft) : nil
    }
    gap.movers = movers(index)
    return gap
  }

  private func addAgencies(to gap: inout Gap, _ index: Int, _ headline: Headline?) {
    let scope = plan.indicators[index].scope
    var done = 0
    for agency in scope {
      switch latestUsable(index, agency).map({ $0.value(reports.wide) == 1 }) {
      case true?: done += 1
      case false?: gap.saidNo.append(agency)
      case nil: gap.silent.append(agency)
      }
    }
    let counted =
      switch headline?.basis {
      case .rollup?: done
      case .published?: counted(headline?.figure.value ?? 0, of: scope.count)
      case nil: 0
      }
    guard counted <= scope.count else { return }
    gap.agencies = (0...(scope.count - counted)).first {
      rules[index].isMet(by: 100 * Double(counted + $0) / Double(max(1, scope.count)))
    }
  }

  /// So many agencies of a scope are a published percentage of it.
  private func counted(_ percentage: Double, of scope: Int) -> Int {
    Int(min(Double(scope), max(0, (percentage * Double(scope) / 100 + 1e-9).rounded(.down))))
  }

  private func movers(_ index: Int) -> [Gap.Mover] {
    let rule = rules[index]
    let movers = plan.indicators[index].scope.compactMap { agency -> Gap.Mover? in
      guard let row = latestUsable(index, agency) else { return nil }
      let short: Double
      switch rule.aggregation {
      case .ratio:
        guard let numerator = row.numerator(reports.wide), let denominator = row.denominator(reports.wide) else {
          return nil
        }
        short = rule.target / 100 * denominator - numerator
      case .mean:
        guard let value = row.value(reports.wide) else { return nil }
        short = rule.target - value
      case .agencyShare, .national: return nil
      }
      let amount = rule.comparator.wantsMore ? short : -short
      return amount > 0 ? Gap.Mover(agency: agency, amount: amount) : nil
    }
    return movers.sorted { ($1.amount, $0.agency) < ($0.amount, $1.agency) }
  }

  /// The report of an agency that a roll-up uses on the last day measured.
  func latestUsable(_ index: Int, _ agency: Int) -> PackedReport? { usableRow(index, agency).map { reports.rows[$0] } }

  /// Where that report is.
  func usableRow(_ index: Int, _ agency: Int) -> Int? {
    let aggregation = rules[index].aggregation
    return reports.range(indicator: index, agency: agency, upTo: PackedReport.endOrder(of: measuredTo)).last {
      reports.rows[$0].isUsable(reports.wide, aggregation)
    }
  }
}
