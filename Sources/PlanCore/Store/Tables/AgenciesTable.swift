internal import TextCore

extension Agency: TableElement {
  enum Column: Int, TableColumn {
    case id, kind, region, short, name, shortEnglish, nameEnglish
    static let names = ["id*", "kind*", "region", "short_vi*", "name_vi*", "short_en", "name_en"]
  }

  init?(row: inout Row<Column>, tables: borrowing PlanTables) {
    let id = row.newID(.id)
    let kind = row.choice(.kind, of: Kind.self)
    let region = row.reference(.region, in: tables.regions, .warning)
    let names = AgencyNames.read(&row)
    guard let kind, !row.hasError else { return nil }
    self.init(id: id, kind: kind, region: region, names: names)
  }
}
