/// What every row of every report file is read against.
final class ReportContext: Sendable {
  let tables: PlanTables
  let slots: Reports.Slots
  /// By agency.
  let isNational: [Bool]
  /// By indicator.
  let isShareOfAgencies: [Bool]
  let isPercentage: [Bool]
  /// By source.
  let isSimulated: [Bool]

  init(_ tables: PlanTables) {
    self.tables = tables
    let plan = tables.plan
    slots = Reports.Slots(indicators: plan.indicators.count, agencies: plan.agencies.count)
    isNational = plan.agencies.map { $0.kind == .national }
    isShareOfAgencies = plan.indicators.map { $0.aggregation == .agencyShare }
    isPercentage = plan.indicators.map { $0.unit == "%" }
    isSimulated = plan.sources.map { $0.confidence == .simulated }
  }

  /// Whether rows that were read against another context would read the same in this one.
  func readsAs(_ other: ReportContext) -> Bool {
    tables.agencies.ids == other.tables.agencies.ids && tables.indicators.ids == other.tables.indicators.ids
      && tables.sources.ids == other.tables.sources.ids && isNational == other.isNational
      && isShareOfAgencies == other.isShareOfAgencies && isPercentage == other.isPercentage
      && isSimulated == other.isSimulated
  }
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
  private(set) var blocks: [[UnsortedReport]] = []
  private static let size = 8_192

  var count: Int { blocks.isEmpty ? 0 : (blocks.count - 1) * Self.size + blocks[blocks.count - 1].count }

  /// - Parameter expecting: how many rows there may be.
  mutating func append(_ report: UnsortedReport, expecting: Int) {
    if blocks.isEmpty || blocks[blocks.count - 1].count == Self.size {
      var block: [UnsortedReport] = []
      block.reserveCapacity(min(Self.size, max(16, expecting)))
      blocks.append(block)
    }
    blocks[blocks.count - 1].append(report)
  }
}
