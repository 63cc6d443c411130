extension Pillar: TableElement {
  enum Column: Int, TableColumn {
    case id, code, name, nameEnglish
    static let names = ["id*", "code*", "name_vi*", "name_en"]
  }

  init?(row: inout Row<Column>, tables: borrowing PlanTables) {
    id = row.newID(.id)
    code = row.text(.code)
    name = row.localized(.name, .nameEnglish)
    if row.hasError { return nil }
  }
}
