internal import TextCore

/// What each column of a foreign table says.
struct ImportColumns {
  /// The columns of one figure of a row.
  struct Figure: Hashable {
    /// Index into the plan's indicators; `nil` where the row names it.
    var indicator: Int?
    var columns: [ImportField: Int] = [:]
  }

  /// Of a column, from 0.
  enum Meaning: Hashable {
    case field(ImportField)
    case figure(indicator: Int, ImportField)
    /// Nothing that is imported; `isKnown` where that is as it should be.
    case none(isKnown: Bool)
  }

  private(set) var meanings: [Meaning]
  /// Columns by what they say of a row.
  private(set) var fields: [ImportField: Int] = [:]
  /// One of a table that names an indicator in each row; one for each indicator of a table that has them side by side.
  private(set) var figures: [Figure] = []

  var isWide: Bool { figures.contains { $0.indicator != nil } }

  /// - Throws: where `map` names what is not there.
  init(_ headings: [String], _ names: ImportNames, _ map: ColumnMap) throws(ImportRefusal) {
    meanings = headings.map { .none(isKnown: ImportField.isUnread($0)) }
    fields = try map.columns(in: headings)
    var ranks = fields.mapValues { _ in -1 }
    let taken = Set(fields.values)
    for (index, heading) in headings.enumerated() where !taken.contains(index) {
      guard let (field, rank) = ImportField.find(heading), rank < ranks[field] ?? .max else { continue }
      (fields[field], ranks[field]) = (index, rank)
    }
    for (field, index) in fields { meanings[index] = .field(field) }
    if fields[.indicator] == nil { findFigures(headings, names) }
    if figures.isEmpty {
      figures = [Figure(columns: fields.filter { $0.key.isFigure })]
    } else {
      // Side by side, no column speaks of all indicators.
      for (field, index) in fields where field.isFigure {
        fields[field] = nil
        meanings[index] = .none(isKnown: false)
      }
    }
  }

  /// Columns that an indicator heads.
  private mutating func findFigures(_ headings: [String], _ names: ImportNames) {
    for (index, heading) in headings.enumerated() where meanings[index] == .none(isKnown: false) {
      guard let (indicator, field) = names.figure(heading) else { continue }
      let place = figures.firstIndex { $0.indicator == indicator }
      if let place, figures[place].columns[field] != nil { continue }
      meanings[index] = .figure(indicator: indicator, field)
      if let place {
        figures[place].columns[field] = index
      } else {
        figures.append(Figure(indicator: indicator, columns: [field: index]))
      }
    }
  }

  /// How many headings mean something.
  static func count(_ headings: [String], _ names: ImportNames, _ map: ColumnMap) -> Int {
    var fields: Set<ImportField> = []
    var figures = 0
    for heading in headings where !heading.isEmpty {
      if let (field, _) = ImportField.find(heading) {
        fields.insert(field)
      } else if names.figure(heading) != nil {
        figures += 1
      }
    }
    let namesIndicators = fields.contains(.indicator) || map.names[.indicator] != nil
    return fields.count + (namesIndicators ? 0 : figures) + map.count(in: headings)
  }

  /// The columns of numbers.
  var numberColumns: [Int] { figures.flatMap { $0.columns.values } }

  /// Fields that neither a column nor an option gives.
  func missing(_ options: ImportOptions) -> [ImportField] {
    var missing: [ImportField] = []
    if fields[.period] == nil, options.period == nil { missing.append(.period) }
    if fields[.agency] == nil, options.agency == nil { missing.append(.agency) }
    if fields[.indicator] == nil, !isWide { missing.append(.indicator) }
    if numberColumns.isEmpty { missing.append(.value) }
    return missing
  }
}
