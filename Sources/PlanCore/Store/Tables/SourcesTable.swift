extension Source: TableElement {
  enum Column: Int, TableColumn {
    case id, title, publisher, published, url, confidence
    static let names = ["id*", "title*", "publisher", "published", "url", "confidence*"]
  }

  init?(row: inout Row<Column>, tables: borrowing PlanTables) {
    id = row.newID(.id)
    title = row.text(.title)
    publisher = row.text(.publisher)
    published = row.text(.published)
    url = row.text(.url)
    guard let confidence = row.choice(.confidence, of: Confidence.self), !row.hasError else { return nil }
    self.confidence = confidence
  }
}
