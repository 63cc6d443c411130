/// What a roll-up adds up, agency by agency.
struct RollupSums {
  /// What one agency's latest usable report adds.
  struct Contribution {
    var endOrder: UInt32
    var value = 0.0
    var numerator = 0.0
    var denominator = 0.0
    /// A yes of a share of agencies.
    var isDone = false
    var isSimulated: Bool

    /// `nil` of a report that does not carry what the roll-up needs.
    init?(_ row: PackedReport, _ wide: [WideNumber], _ aggregation: Indicator.Aggregation) {
      endOrder = row.endOrder
      isSimulated = row.isSimulated
      switch aggregation {
      case .agencyShare:
        guard let said = row.value(wide) else { return nil }
        isDone = said == 1
        value = isDone ? 1 : 0
      case .mean:
        guard let said = row.value(wide) else { return nil }
        value = said
      case .ratio:
        guard let above = row.numerator(wide), let below = row.denominator(wide), below > 0 else { return nil }
        (numerator, denominator) = (above, below)
      case .national: return nil
      }
    }
  }

  private let firstReported: UInt32
  private var value = 0.0
  private var numerator = 0.0
  private var denominator = 0.0
  private var count = 0
  /// Agencies whose report is from the plan's time.
  private(set) var reported = 0
  private(set) var hasSimulated = false
  private var latestOrder: UInt32 = 0
  private var done = 0
  /// Those that are not done, by the end of their report.
  private var ends = EndCounts()

  /// - Parameter day: reports for periods that end before do not count as reported.
  init(countsFrom day: Day) { firstReported = PackedReport.endOrder(of: day) }

  mutating func add(_ last: Contribution) {
    count &+= 1
    value += last.value
    numerator += last.numerator
    denominator += last.denominator
    hasSimulated = hasSimulated || last.isSimulated
    if last.endOrder >= firstReported { reported &+= 1 }
    latestOrder = max(latestOrder, last.endOrder)
    if last.isDone { done &+= 1 } else { ends.add(last.endOrder) }
  }

  /// The latest end; `nil` where nobody has reported.
  var latest: Day? { count == 0 ? nil : Day(order: latestOrder) }

  /// `nil` where the sums are too large for a number.
  func value(_ aggregation: Indicator.Aggregation, inScope: Int) -> Double? {
    let result =
      switch aggregation {
      case .agencyShare: 100 * value / Double(max(1, inScope))
      case .ratio: 100 * numerator / denominator
      case .mean: value / Double(max(1, count))
      case .national: Double.nan
      }
    return result.isFinite ? result : nil
  }

  /// The latest day such that so many of the reports end on or after it. What is done stays done: a yes counts as of
  /// the latest end.
  func period(of needed: Int) -> Day {
    var left = min(needed, count) - done
    if left <= 0 { return Day(order: latestOrder) }
    for (order, count) in ends.descending {
      left -= count
      if left <= 0 { return Day(order: order) }
    }
    return Day(order: latestOrder)
  }
}

/// How many reports end on each day. Most end on the same few.
private struct EndCounts {
  private var orders: [UInt32] = []
  private var counts: [Int] = []
  private var places: [UInt32: Int] = [:]
  private var last = 0

  mutating func add(_ order: UInt32) {
    if last >= orders.count || orders[last] != order {
      if let place = places[order] {
        last = place
      } else {
        last = orders.count
        places[order] = last
        orders.append(order)
        counts.append(0)
      }
    }
    counts[last] &+= 1
  }

  var descending: [(order: UInt32, count: Int)] {
    zip(orders, counts).map { ($0, $1) }.sorted { $0.0 > $1.0 }
  }
}

extension Day {
  /// The day that `PackedReport` orders so.
  init(order: UInt32) { self = Day.first.advanced(by: Int(order)) }
}
