internal import TextCore

extension Action: TableElement {
  enum Column: Int, TableColumn {
    case id, month, due, lead, coordinating, title, titleEnglish, deliverable, deliverableEnglish, indicator, status
    case source, confidence
    static let names = [
      "id*", "month*", "due", "lead", "coordinating", "title_vi*", "title_en", "deliverable_vi", "deliverable_en",
      "indicator", "status", "source*", "confidence",
    ]
  }

  init?(row: inout Row<Column>, tables: borrowing PlanTables) {
    id = row.newID(.id)
    let monthText = row.text(.month)
    let monthEnd = Day(monthEnd: monthText)
    if monthEnd == nil, !monthText.isEmpty {
      row.error(
        .month,
        Localized(
          "«\(monthText.brief)» không phải là tháng; viết năm-tháng, như 2023-06",
          "«\(monthText.brief)» is not a month; write year-month, as in 2023-06"))
    }
    let due = row.day(.due)
    lead = row.agencyOrGroup(.lead, in: tables.agencies)
    coordinating = row.agenciesOrGroups(.coordinating, in: tables.agencies, .warning)
    title = row.localized(.title, .titleEnglish)
    deliverable = row.localized(.deliverable, .deliverableEnglish)
    indicator = row.reference(.indicator, in: tables.indicators)
    status = row.choice(.status, of: WorkStatus.self)
    source = row.reference(.source, in: tables.sources, .warning)
    confidence = row.choice(.confidence, of: Confidence.self)
    guard let monthEnd, !row.hasError else { return nil }
    self.monthEnd = monthEnd
    self.due = due ?? monthEnd
    hasDay = due != nil
  }
}
