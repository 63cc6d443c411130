/// All measurements, ready to be asked for one agency and indicator up to a day.
public struct Reports: Sendable {
  /// Paths within the store, in byte order.
  public let files: [String]
  /// By slot, end and place; of reports for the same end the last usable one wins.
  let rows: [PackedReport]
  let wide: [WideNumber]
  /// Where the rows of each slot begin, and after the last one where they end.
  let starts: [UInt32]
  /// Where the lines of each file begin among those of all; ascending.
  let lineBases: [UInt32]
  let slots: Slots
  /// What has been worked out of them.
  let rollups: RollupCache

  /// The place of an indicator and an agency among all pairs.
  struct Slots: Equatable, Sendable {
    var indicators: Int
    var agencies: Int

    var count: Int { indicators * agencies }
    /// Both must be below their counts.
    func slot(indicator: Int, agency: Int) -> Int { indicator * agencies + agency }
  }

  /// No reports.
  public init() {
    self.init(files: [], rows: [], wide: [], starts: [0], lineBases: [], slots: Slots(indicators: 0, agencies: 0))
  }

  init(
    files: [String], rows: [PackedReport], wide: [WideNumber], starts: [UInt32], lineBases: [UInt32], slots: Slots,
    rollups: RollupCache = RollupCache()
  ) {
    self.files = files
    self.rows = rows
    self.wide = wide
    self.starts = starts
    self.lineBases = lineBases
    self.slots = slots
    self.rollups = rollups
  }

  /// The same with nothing worked out of them yet, as another plan needs them.
  var withoutRollups: Reports {
    Reports(files: files, rows: rows, wide: wide, starts: starts, lineBases: lineBases, slots: slots)
  }

  public var count: Int { rows.count }

  /// One agency's reports for one indicator, oldest first; of one end the one that wins last.
  public func history(indicator: Int, agency: Int) -> History {
    History(reports: self, range: range(indicator: indicator, agency: agency), indicator: indicator, agency: agency)
  }

  /// Where the rows of one agency's reports for one indicator are.
  func range(indicator: Int, agency: Int) -> Range<Int> {
    guard agency >= 0, agency < slots.agencies, indicator >= 0, indicator < slots.indicators else { return 0..<0 }
    let slot = slots.slot(indicator: indicator, agency: agency)
    return Int(starts[slot])..<Int(starts[slot + 1])
  }

  /// The same, without the rows of periods that end after a day in `PackedReport`'s order.
  func range(indicator: Int, agency: Int, upTo order: UInt32) -> Range<Int> {
    let all = range(indicator: indicator, agency: agency)
    guard let last = all.last, rows[last].endOrder > order else { return all }
    var (low, high) = (all.lowerBound, last)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].endOrder <= order { low = middle + 1 } else { high = middle }
    }
    return all.lowerBound..<low
  }

  /// Where the rows of all agencies' reports for one indicator are, by agency.
  func range(indicator: Int) -> Range<Int> {
    guard slots.agencies > 0, indicator >= 0, indicator < slots.indicators else { return 0..<0 }
    let first = slots.slot(indicator: indicator, agency: 0)
    return Int(starts[first])..<Int(starts[first + slots.agencies])
  }

  /// Where a row stands in the files.
  func place(_ line: UInt32) -> Report.Place {
    // The last file that begins at or before the line.
    var (low, high) = (0, lineBases.count)
    while low < high {
      let middle = (low + high) / 2
      if lineBases[middle] <= line { low = middle + 1 } else { high = middle }
    }
    let file = max(0, low - 1)
    return Report.Place(file: file, line: Int(line - (lineBases.isEmpty ? 0 : lineBases[file])))
  }

  func report(_ index: Int, indicator: Int, agency: Int) -> Report {
    let row = rows[index]
    return Report(
      end: row.end, isMonth: row.isMonth, agency: agency, indicator: indicator, value: row.value(wide),
      decimals: row.decimals(wide), numerator: row.numerator(wide), denominator: row.denominator(wide),
      isSimulated: row.isSimulated, place: place(row.place), receipt: row.receipt)
  }

  /// One agency's reports for one indicator.
  public struct History: RandomAccessCollection, Sendable {
    let reports: Reports
    let range: Range<Int>
    let indicator: Int
    let agency: Int

    public var startIndex: Int { range.lowerBound }
    public var endIndex: Int { range.upperBound }

    public subscript(position: Int) -> Report {
      precondition(range.contains(position), "index out of range")
      return reports.report(position, indicator: indicator, agency: agency)
    }
  }
}
