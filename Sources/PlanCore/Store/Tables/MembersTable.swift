internal import TextCore

extension Member: TableElement {
  enum Column: Int, TableColumn {
    case id, role, agency, office, officeEnglish, source
    static let names = ["id*", "role_vi*", "agency", "office_vi*", "office_en", "source"]
  }

  init?(row: inout Row<Column>, tables: borrowing PlanTables) {
    id = row.newID(.id)
    role = row.text(.role)
    agency = row.reference(.agency, in: tables.agencies)
    office = row.localized(.office, .officeEnglish)
    source = row.reference(.source, in: tables.sources, .warning)
    if row.hasError { return nil }
  }
}
