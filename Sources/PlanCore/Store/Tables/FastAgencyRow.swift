internal import TextCore

/// Reads an agency in which everything is as it should be, and gives up on any other: there may be ten thousand of them
/// before there is anything to show.
struct FastAgencyRow: FastTableRow {
  private let id: Int
  private let kind: Int
  private let short: Int
  private let name: Int
  /// -1 where the table has no such column.
  private let region: Int
  private let shortEnglish: Int
  private let nameEnglish: Int
  private let file: TableBytes
  /// What was read last of each, and where: most rows say the same as the one above.
  private var lastKind: (cell: RecordSplitter.Cell, kind: Agency.Kind)?
  private var lastRegion: (cell: RecordSplitter.Cell, region: Int)?

  init?(_ row: inout Row<Agency.Column>) {
    let positions = row.positions
    func position(_ column: Agency.Column) -> Int { positions[column.rawValue] ?? -1 }
    id = position(.id)
    kind = position(.kind)
    short = position(.short)
    name = position(.name)
    region = position(.region)
    shortEnglish = position(.shortEnglish)
    nameEnglish = position(.nameEnglish)
    file = row.shareBytes()
  }

  mutating func read(
    _ records: borrowing PlainRecords, _ place: Range<Int>, _ ids: inout IDIndex, _ tables: borrowing PlanTables
  ) -> Agency? {
    guard records.isComposed(place), let kind = readKind(records) else { return nil }
    let (short, full) = (self.place(of: short, records), self.place(of: name, records))
    guard !short.isEmpty, !full.isEmpty else { return nil }
    var region: Int?
    if self.region >= 0, unsafe !records.text(self.region).isEmpty {
      region = readRegion(records, tables.regions)
      if region == nil { return nil }
    }
    let id = unsafe records.text(id)
    guard unsafe !id.isEmpty, unsafe id.allSatisfy(IDIndex.isIDByte), let text = unsafe ids.addNew(id) else {
      return nil
    }
    let names = AgencyNames(
      file, short: short, shortEnglish: self.place(of: shortEnglish, records), full: full,
      fullEnglish: self.place(of: nameEnglish, records))
    return Agency(id: text, kind: kind, region: region, names: names)
  }

  private mutating func readKind(_ records: borrowing PlainRecords) -> Agency.Kind? {
    let cell = records.cell(kind)
    if let last = lastKind, records.isSame(last.cell, cell) { return last.kind }
    let kind = unsafe Agency.Kind(rawValue: String(decoding: records.text(kind), as: UTF8.self))
    lastKind = kind.map { (cell, $0) }
    return kind
  }

  private mutating func readRegion(_ records: borrowing PlainRecords, _ regions: borrowing IDIndex) -> Int? {
    let cell = records.cell(region)
    if let last = lastRegion, records.isSame(last.cell, cell) { return last.region }
    let region = unsafe regions.find(records.text(region))
    lastRegion = region.map { (cell, $0) }
    return region
  }

  /// Where a name is; empty where the cell is blank or there is no such column.
  private func place(of column: Int, _ records: borrowing PlainRecords) -> Range<Int> {
    column >= 0 ? records.trimmed(column) : 0..<0
  }
}
