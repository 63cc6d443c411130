internal import TextCore

extension Indicator: TableElement {
  enum Column: Int, TableColumn {
    case id, key, pillar, title, titleEnglish, unit, comparator, target, baseline, aggregation, scope, owner
    case numerator, denominator, source, confidence
    static let names = [
      "id*", "key", "pillar*", "title_vi*", "title_en", "unit", "comparator*", "target*", "baseline", "aggregation*",
      "scope*", "owner", "numerator_vi", "denominator_vi", "source*", "confidence",
    ]
  }

  init?(row: inout Row<Column>, tables: borrowing PlanTables) {
    id = row.newID(.id)
    key = row.text(.key)
    let pillar = row.reference(.pillar, in: tables.pillars)
    title = row.localized(.title, .titleEnglish)
    unit = row.text(.unit)
    let comparator = row.choice(.comparator, of: Comparator.self)
    let target = row.number(.target)
    let baseline = row.number(.baseline)
    let aggregation = row.choice(.aggregation, of: Aggregation.self)
    scopeText = row.text(.scope)
    scope = Self.readScope(&row, tables, aggregation)
    owner = row.reference(.owner, in: tables.agencies, .warning)
    numerator = row.text(.numerator)
    denominator = row.text(.denominator)
    source = row.reference(.source, in: tables.sources, .warning)
    confidence = row.choice(.confidence, of: Confidence.self)
    if let comparator, !comparator.wantsMore, row.isBlank(.baseline) {
      row.error(
        .baseline,
        Localized(
          "chỉ tiêu «\(comparator.rawValue)» phải có mức ban đầu ở cột «baseline»",
          "a target «\(comparator.rawValue)» must have its starting level in column «baseline»"))
    }
    guard let pillar, let comparator, let target, let aggregation, !row.hasError else { return nil }
    self.pillar = pillar
    self.comparator = comparator
    self.target = target.value
    targetDecimals = target.decimals
    self.baseline = baseline?.value
    baselineDecimals = baseline?.decimals ?? 0
    self.aggregation = aggregation
  }

  private static func readScope(
    _ row: inout Row<Column>, _ tables: PlanTables, _ aggregation: Aggregation?
  ) -> [Int] {
    let references = row.agenciesOrGroups(.scope, in: tables.agencies, .error)
    let scope = tables.members(of: references)
    let hasNational = references.contains { tables.isNational($0) }
    if hasNational, scope.contains(where: { tables.plan.agencies[$0].kind != .national }) {
      row.error(
        .scope,
        Localized(
          "phạm vi trộn cả nước với đơn vị; chọn một trong hai",
          "the scope mixes the nation with agencies; name one or the other"))
    } else if aggregation == .national, !references.isEmpty, !hasNational {
      row.error(
        .scope,
        Localized("chỉ tiêu «national» phải có phạm vi «vn»", "the scope of a «national» indicator must be «vn»"))
    }
    return scope
  }
}
