/// *Số liệu báo cáo*: one measurement.
public struct Report: Hashable, Sendable {
  /// The last day of the period that it speaks of.
  public var end: Day
  /// Whether the period is a month rather than a day.
  public var isMonth: Bool
  /// Indices into the plan's agencies and indicators.
  public var agency: Int
  public var indicator: Int
  public var value: Double?
  /// Digits after the point of `value`, as the file has it.
  public var decimals: Int
  public var numerator: Double?
  public var denominator: Double?
  /// The day it came in.
  public var received: Day?
  public var source: Int?
  public var note: String
  public var place: Place

  /// Where a report stands: the files in byte order of their paths, then the lines.
  public struct Place: Hashable, Comparable, Sendable {
    /// Index into `Reports.files`.
    public var file: Int
    public var line: Int

    /// A line of the file of that index.
    public init(file: Int, line: Int) {
      self.file = file
      self.line = line
    }

    public static func < (a: Place, b: Place) -> Bool { (a.file, a.line) < (b.file, b.line) }
  }
}

/// All measurements, ready to be asked for one agency and indicator up to a day.
public struct Reports: Sendable {
  /// Paths within the store, in byte order.
  public let files: [String]
  /// By indicator, agency, end and place; of reports for the same end the last usable one wins.
  private let rows: [Report]
  /// Where the rows of (indicator, agency) begin: `indicator * agencies + agency`.
  private let starts: [Int]
  private let agencyCount: Int

  /// No reports.
  public init() { self.init([], files: [], indicators: 0, agencies: 0) }

  /// `reports` may stand in any order; their indices must be below `indicators` and `agencies`.
  public init(_ reports: [Report], files: [String], indicators: Int, agencies: Int) {
    self.files = files
    agencyCount = agencies
    func slot(_ report: Report) -> Int { report.indicator * agencies + report.agency }
    rows = reports.sorted { (slot($0), $0.end, $0.place) < (slot($1), $1.end, $1.place) }
    var counts = [Int](repeating: 0, count: indicators * agencies + 1)
    for report in reports { counts[slot(report) + 1] += 1 }
    for index in counts.indices.dropFirst() { counts[index] += counts[index - 1] }
    starts = counts
  }

  public var count: Int { rows.count }

  /// Calls `body` for every two neighbours that speak of the same agency, indicator and day.
  func forEachPair(_ body: (_ earlier: Report, _ later: Report) -> Void) {
    for (earlier, later) in zip(rows, rows.dropFirst())
    where earlier.end == later.end && earlier.agency == later.agency && earlier.indicator == later.indicator {
      body(earlier, later)
    }
  }

  /// One agency's reports for one indicator, oldest first; of one end the one that wins last.
  public func history(indicator: Int, agency: Int) -> ArraySlice<Report> {
    let slot = indicator * agencyCount + agency
    guard agency >= 0, agency < agencyCount, slot >= 0, slot + 1 < starts.count else { return [] }
    return rows[starts[slot]..<starts[slot + 1]]
  }

  /// Calls `body` with every agency that has reported on an indicator, in the order of the plan, and its reports.
  func forEachAgency(indicator: Int, _ body: (_ agency: Int, _ history: ArraySlice<Report>) -> Void) {
    var rest = history(indicator: indicator)
    while let agency = rest.first?.agency {
      let own = history(indicator: indicator, agency: agency)
      body(agency, own)
      rest = rest[own.endIndex...]
    }
  }

  /// All agencies' reports for one indicator, by agency.
  public func history(indicator: Int) -> ArraySlice<Report> {
    let (first, last) = (indicator * agencyCount, (indicator + 1) * agencyCount)
    guard indicator >= 0, last < starts.count else { return [] }
    return rows[starts[first]..<starts[last]]
  }
}
