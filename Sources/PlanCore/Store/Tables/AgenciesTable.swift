internal import TextCore

extension Agency: TableElement {
  typealias Fast = FastAgencyRow

  enum Column: Int, TableColumn {
    case id, kind, region, short, name, shortEnglish, nameEnglish
    static let names = ["id*", "kind*", "region", "short_vi*", "name_vi*", "short_en", "name_en"]
  }

  init?(row: inout Row<Column>, tables: borrowing PlanTables) {
    let id = row.newID(.id)
    let kind = row.choice(.kind, of: Kind.self)
    let region = row.reference(.region, in: tables.regions, .warning)
    let names = AgencyNames(row: &row)
    guard let kind, !row.hasError else { return nil }
    self.init(id: id, kind: kind, region: region, names: names)
  }
}

/// Where there is no English name the Vietnamese one stands for it.
extension AgencyNames {
  fileprivate init(row: inout Row<Agency.Column>) {
    guard let short = row.place(of: .short), let shortEnglish = row.place(of: .shortEnglish),
      let full = row.place(of: .name), let fullEnglish = row.place(of: .nameEnglish)
    else {
      // One is written otherwise than it is shown, or something is wrong with it.
      let full = row.localized(.name, .nameEnglish)
      let english = row.text(.shortEnglish)
      self.init(short: Localized(row.text(.short), english.isEmpty ? full.english : english), full: full)
      return
    }
    self.init(row.shareBytes(), short: short, shortEnglish: shortEnglish, full: full, fullEnglish: fullEnglish)
  }

  /// - Parameters:
  ///   - file: where the names are.
  ///   - short, shortEnglish, full, fullEnglish: where in it; empty where a cell is.
  init(_ file: TableBytes, short: Range<Int>, shortEnglish: Range<Int>, full: Range<Int>, fullEnglish: Range<Int>) {
    let english = fullEnglish.isEmpty ? full : fullEnglish
    self.init(
      in: file, short: short, shortEnglish: shortEnglish.isEmpty ? english : shortEnglish, full: full,
      fullEnglish: english)
  }
}
