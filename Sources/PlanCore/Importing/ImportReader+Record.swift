internal import TextCore

/// A row as it will be written.
struct ImportedRow {
  var subject: ImportReader.Subject
  /// In the order of `ReportColumn`.
  var cells: [String]
}

extension ImportReader {
  /// What one record says: as many rows as it has figures of indicators, and none where it has none.
  mutating func readRecord(_ result: inout Import) -> [ImportedRow] {
    hasError = false
    let figures = table.columns.figures.filter { figure in
      figure.columns.values.contains { !ForeignText.isMissing(text($0)) }
    }
    // A heading of a part of the table says no figure, nor who should have one.
    guard !figures.isEmpty else {
      result.leaveOut(.empty, line: reader.line)
      return []
    }
    let (agency, period) = (readAgency(), readPeriod())
    let (source, note) = readSourceAndNote()
    var rows: [ImportedRow] = []
    var isFaulty = false
    for figure in figures {
      let wasFaulty = hasError
      let indicator = figure.indicator ?? readIndicator()
      let numbers = readNumbers(figure, of: indicator, from: agency)
      if let agency, let period, let indicator, let end = Day(iso: period) ?? Day(monthEnd: period), !hasError {
        let cells = [
          period, store.plan.agencies[agency].id, store.plan.indicators[indicator].id, numbers[.value] ?? "",
          numbers[.numerator] ?? "", numbers[.denominator] ?? "", options.received.iso, source, note,
        ]
        let row = ImportedRow(subject: Subject(agency: agency, indicator: indicator, end: end), cells: cells)
        if check(row, figure) { rows.append(row) }
      }
      isFaulty = isFaulty || hasError
      // One figure's fault is not the next one's.
      hasError = wasFaulty
    }
    if isFaulty { result.leaveOut(.faulty, line: reader.line) }
    return rows
  }

  // MARK: Who, when, what

  private mutating func readAgency() -> Int? {
    let text = text(.agency)
    guard !text.isEmpty else {
      if agency == nil { add(.error, .agency, .blank(.agency)) }
      return agency
    }
    let found = names.agencies(text)
    guard found.count == 1 else {
      let names = names
      add(.error, .agency, names.unclearAgency(text, found))
      return nil
    }
    if let agency, agency != found[0] {
      let id = store.plan.agencies[agency].id
      add(
        .error, .agency,
        Localized(
          "dòng này của «\(text.brief)», khác với --agency \(id)", "a row of «\(text.brief)», not of --agency \(id)"))
      return nil
    }
    return found[0]
  }

  private mutating func readPeriod() -> String? {
    let text = text(.period)
    guard !text.isEmpty else {
      if period == nil { add(.error, .period, .blank(.period)) }
      return period
    }
    guard let known = ForeignPeriod.store(text) else {
      add(.error, .period, .notAPeriod(text))
      return nil
    }
    guard isInTime(known) else { return nil }
    if let period, period != known {
      add(
        .error, .period,
        Localized(
          "dòng này của kỳ «\(text.brief)», khác với --period \(period)",
          "a row of «\(text.brief)», not of --period \(period)"))
      return nil
    }
    return known
  }

  /// Whether a period is one that there may be figures of. Those of earlier years are where a plan starts from.
  private mutating func isInTime(_ period: String) -> Bool {
    if let fault = Self.fault(of: period, store, options) {
      add(.error, .period, fault)
      return false
    }
    let start = store.plan.settings.start
    if let day = Day(iso: period) ?? Day(monthEnd: period), day < start {
      add(
        .warning, .period,
        Localized(
          "kỳ \(period) ở trước kế hoạch (từ \(start.slashed)); chỉ dùng làm mức đầu kỳ",
          "the period \(period) is before the plan (from \(start.slashed)); it serves as a baseline only"))
    }
    return true
  }

  /// Why there can be no figure of a period yet, or ever; `nil` where there can.
  static func fault(of period: String, _ store: Store, _ options: ImportOptions) -> Localized? {
    let (end, today) = (store.plan.settings.end, options.received)
    guard let day = Day(iso: period) ?? Day(monthEnd: period) else { return nil }
    if day > end.monthEnd {
      return Localized(
        "kỳ \(period) ở sau kế hoạch (đến \(end.slashed)); sửa kỳ báo cáo",
        "the period \(period) is after the plan (to \(end.slashed)); correct it")
    }
    if day > today.monthEnd {
      return Localized(
        "kỳ \(period) chưa đến (hôm nay \(today.slashed)); sửa kỳ báo cáo",
        "the period \(period) is still to come (today is \(today.slashed)); correct it")
    }
    return nil
  }

  private mutating func readIndicator() -> Int? {
    let text = text(.indicator)
    guard !text.isEmpty else {
      add(.error, .indicator, .blank(.indicator))
      return nil
    }
    let found = names.indicators(text)
    guard found.count == 1 else {
      let names = names
      add(.error, .indicator, names.unclearIndicator(text, found))
      return nil
    }
    return found[0]
  }

  /// A source that sources.csv knows; any other goes before the note.
  private func readSourceAndNote() -> (source: String, note: String) {
    let (source, note) = (text(.source), text(.note))
    if source.isEmpty || store.tables.sources[source] != nil { return (source, note) }
    return ("", note.isEmpty ? "Nguồn: \(source)" : "Nguồn: \(source); \(note)")
  }
}

extension Localized {
  static func blank(_ field: ImportField) -> Localized {
    Localized(
      "ô «\(field.title.vietnamese)» để trống (ô gộp trong Excel chỉ có giá trị ở dòng đầu); điền vào từng dòng",
      "«\(field.title.english)» is empty (of merged cells only the first has a value); fill it in on every row")
  }
}
