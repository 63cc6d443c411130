internal import TextCore

extension Agency: TableElement {
  enum Column: Int, TableColumn {
    case id, kind, region, short, name, shortEnglish, nameEnglish
    static let names = ["id*", "kind*", "region", "short_vi*", "name_vi*", "short_en", "name_en"]
  }

  init?(row: inout Row<Column>, tables: borrowing PlanTables) {
    id = row.newID(.id)
    let kind = row.choice(.kind, of: Kind.self)
    region = row.reference(.region, in: tables.regions, .warning)
    name = row.localized(.name, .nameEnglish)
    let english = row.text(.shortEnglish)
    shortName = Localized(row.text(.short), english.isEmpty ? name.english : english)
    guard let kind, !row.hasError else { return nil }
    self.kind = kind
  }
}
