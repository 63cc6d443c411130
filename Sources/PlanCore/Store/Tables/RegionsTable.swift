extension Region: TableElement {
  enum Column: Int, TableColumn {
    case id, name, nameEnglish
    static let names = ["id*", "name_vi*", "name_en"]
  }

  init?(row: inout Row<Column>, tables: borrowing PlanTables) {
    id = row.newID(.id)
    name = row.localized(.name, .nameEnglish)
    if row.hasError { return nil }
  }
}
