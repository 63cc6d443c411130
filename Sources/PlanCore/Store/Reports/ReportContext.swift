/// What every row of every report file is read against.
final class ReportContext: Sendable {
  let tables: PlanTables
  let agencies: IDIndex
  let indicators: IDIndex
  let sources: IDIndex
  let slots: Reports.Slots
  /// By agency.
  let isNational: [Bool]
  /// By indicator.
  let isPercentage: [Bool]
  let needs: [FigureNeed]
  /// By source.
  let isSimulated: [Bool]
  let reportDueDays: Int

  init(_ tables: PlanTables) {
    self.tables = tables
    (agencies, indicators, sources) = (tables.agencies, tables.indicators, tables.sources)
    let plan = tables.plan
    slots = Reports.Slots(indicators: plan.indicators.count, agencies: plan.agencies.count)
    isNational = plan.agencies.map { $0.kind == .national }
    isPercentage = plan.indicators.map { $0.unit == "%" }
    needs = plan.indicators.map(FigureNeed.init)
    isSimulated = plan.sources.map { $0.confidence == .simulated }
    reportDueDays = plan.settings.thresholds.reportDueDays
  }

  /// Whether rows that were read against another context would read the same in this one.
  func readsAs(_ other: ReportContext) -> Bool {
    let (settings, others) = (tables.plan.settings, other.tables.plan.settings)
    return settings.start == others.start && settings.end == others.end
      && agencies.saysTheSame(as: other.agencies) && indicators.saysTheSame(as: other.indicators)
      && sources.saysTheSame(as: other.sources) && isNational == other.isNational
      && isPercentage == other.isPercentage && needs == other.needs && isSimulated == other.isSimulated
      && reportDueDays == other.reportDueDays
  }
}

/// What a report file may cost. Its rows are read piece by piece and may be many; but a file with a hole in it may say
/// that it has any number of bytes, and a line without an end has to be in memory as a whole.
struct ReportLimits: Sendable {
  var fileBytes = 4 << 30
  var recordBytes = 64 << 20
  var headerBytes = 1 << 20

  var file: FileFault { .tooLarge(mebibytes: fileBytes >> 20) }
  var record: FileFault { .lineTooLong(mebibytes: recordBytes >> 20) }
  var header: FileFault { .lineTooLong(mebibytes: headerBytes >> 20) }
}

/// Where the columns of one report file are.
struct ReportLayout: Sendable {
  var path: String
  /// Where each `ReportColumn` stands in a record.
  var positions: [Int?]
  var columnCount: Int
}

/// A row that has been read, and which slot it belongs to.
struct UnsortedReport {
  var slot: UInt32
  var row: PackedReport
}

/// Rows in blocks, so that adding one never copies those before.
struct ReportBlocks {
  private var full: [[UnsortedReport]] = []
  private var last: [UnsortedReport] = []
  private static let size = 8_192

  /// - Parameter count: how many rows there may be.
  init(expecting count: Int = 0) { last.reserveCapacity(min(Self.size, count)) }

  var blocks: [[UnsortedReport]] { full + [last] }
  var count: Int { full.count * Self.size + last.count }

  mutating func append(_ report: UnsortedReport) {
    if last.count == Self.size {
      full.append(last)
      last = []
      last.reserveCapacity(Self.size)
    }
    last.append(report)
  }
}
