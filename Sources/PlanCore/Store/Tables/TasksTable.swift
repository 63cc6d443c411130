internal import TextCore

extension Task: TableElement {
  enum Column: Int, TableColumn {
    case id, pillar, lead, office, coordinating, title, titleEnglish, start, due, status, source, confidence
    static let names = [
      "id*", "pillar", "lead*", "office_vi", "coordinating", "title_vi*", "title_en", "start", "due", "status",
      "source*", "confidence",
    ]
  }

  init?(row: inout Row<Column>, tables: borrowing PlanTables) {
    id = row.newID(.id)
    pillar = row.reference(.pillar, in: tables.pillars)
    let lead = row.agencyOrGroup(.lead, in: tables.agencies)
    office = row.text(.office)
    coordinating = row.agenciesOrGroups(.coordinating, in: tables.agencies, .warning)
    title = row.localized(.title, .titleEnglish)
    start = row.day(.start)
    due = row.day(.due)
    status = row.choice(.status, of: WorkStatus.self)
    source = row.reference(.source, in: tables.sources, .warning)
    confidence = row.choice(.confidence, of: Confidence.self)
    assignees = lead.map(tables.members(of:)) ?? []
    if row.total + assignees.count > PlanTables.mostAssignments {
      row.error(
        .lead,
        Localized(
          "quá nhiều việc giao: tất cả nhiệm vụ có tối đa \(PlanTables.mostAssignments)",
          "too many assignments: all tasks may come to \(PlanTables.mostAssignments)"))
    }
    guard let lead, !row.hasError else { return nil }
    self.lead = lead
    row.total += assignees.count
  }
}
