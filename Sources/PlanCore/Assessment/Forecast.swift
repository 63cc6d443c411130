extension Assessor {
  /// The indicator at the plan's end if it goes on as it has: the last figure and the median of all pairwise slopes
  /// (Theil–Sen). Needs three figures of the headline's own basis from the plan's time. A percentage stays in 0…100.
  ///
  /// Only the last 366 days on which periods end are looked at: a plan of a year has no more, and one of fifty years with
  /// a report for every day would have two hundred million slopes.
  func forecast(_ index: Int, basis: Headline.Basis?) -> Double? {
    let points = points(index, basis: basis).filter(\.speaks).map(\.figure)
    guard points.count >= 3, let last = points.last else { return nil }
    var slopes: [Double] = []
    for (number, point) in points.enumerated() {
      for later in points[(number + 1)...] {
        slopes.append((later.value - point.value) / Double(later.period - point.period))
      }
    }
    let value = last.value + Self.median(slopes) * Double(end - last.period)
    guard value.isFinite else { return nil }
    return plan.indicators[index].unit == "%" ? min(100, max(0, value)) : value
  }

  /// The headlines of one basis as they stood on each day that a report's period ended, one for each period, oldest
  /// first. Where one that speaks and one that does not stand at the same period, the one that speaks stays.
  func points(_ index: Int, basis: Headline.Basis?) -> [Trajectory.Point] {
    var points: [Trajectory.Point] = []
    for end in forecastEnds(index) {
      guard let headline = headline(index, on: end), headline.basis == basis, headline.figure.period >= start
      else { continue }
      let point = Trajectory.Point(figure: headline.figure, speaks: headline.speaks)
      // Periods nearly always come in their order.
      var place = points.count
      while place > 0, points[place - 1].figure.period > point.figure.period { place -= 1 }
      if place > 0, points[place - 1].figure.period == point.figure.period {
        if point.speaks || !points[place - 1].speaks { points[place - 1] = point }
      } else {
        points.insert(point, at: place)
      }
    }
    return points
  }

  /// The last days of the plan's time on which periods of an indicator's reports end, ascending.
  func forecastEnds(_ index: Int) -> ArraySlice<Day> {
    let ends = reportEnds(index)
    let first = ends.partitioningIndex { $0 >= start }
    let last = ends.partitioningIndex { $0 > measuredTo }
    return ends[min(first, last)..<last].suffix(Self.mostPoints)
  }

  /// The days on which periods of an indicator's reports end, ascending.
  private func reportEnds(_ index: Int) -> [Day] {
    reports.rollups.ends(of: index) {
      let range = reports.range(indicator: index)
      guard !range.isEmpty else { return [] }
      var (least, greatest) = (UInt32.max, UInt32.min)
      for row in reports.rows[range] {
        least = min(least, row.endOrder)
        greatest = max(greatest, row.endOrder)
      }
      guard greatest - least < 1 << 16 else {
        return Set(reports.rows[range].map(\.endOrder)).sorted().map(Day.init(order:))
      }
      var isThere = [Bool](repeating: false, count: Int(greatest - least) + 1)
      for row in reports.rows[range] { isThere[Int(row.endOrder - least)] = true }
      return isThere.indices.lazy.filter { isThere[$0] }.map { Day(order: least + UInt32($0)) }
    }
  }

  /// The middle value, or the mean of the middle two; 0 of none.
  static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    guard let middle = sorted[safely: sorted.count / 2] else { return 0 }
    guard sorted.count.isMultiple(of: 2) else { return middle }
    return (sorted[sorted.count / 2 - 1] + middle) / 2
  }
}

extension Array {
  fileprivate subscript(safely index: Int) -> Element? { indices.contains(index) ? self[index] : nil }

  /// The first index from which on a condition holds, in an array in which it holds for none and then for all.
  fileprivate func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
