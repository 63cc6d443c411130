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
      result.emptyCount += 1
      return []
    }
    let (agency, period) = (readAgency(), readPeriod())
    let (source, note) = readSourceAndNote()
    var rows: [ImportedRow] = []
    var isFaulty = false
    for figure in figures {
      let wasFaulty = hasError
      let indicator = figure.indicator ?? readIndicator()
      let numbers = readNumbers(figure, of: indicator)
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
    if isFaulty { result.faultyCount += 1 }
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

  // MARK: Figures

  private mutating func readNumbers(_ figure: ImportColumns.Figure, of indicator: Int?) -> [ImportField: String] {
    var numbers: [ImportField: String] = [:]
    for (field, column) in figure.columns.sorted(by: { $0.value < $1.value }) {
      let text = text(column)
      guard !ForeignText.isMissing(text) else { continue }
      guard let number = ForeignNumber(text) else {
        add(.error, at: offset(column), .notANumber(text))
        continue
      }
      if number.isPercentage, field != .value {
        add(
          .error, at: offset(column),
          Localized(
            "«\(text.brief)» là tỷ lệ; tử số và mẫu số là số đếm", "«\(text.brief)» is a share; parts are counts"))
        continue
      }
      if number.isPercentage, let unit = indicator.map({ store.plan.indicators[$0].unit }), unit != "%" {
        add(
          .error, at: offset(column),
          Localized("chỉ tiêu không tính bằng %; đơn vị là «\(unit)»", "it is not counted in %, but in «\(unit)»"))
        continue
      }
      if let digits = number.text(decimalSign(number, column)) {
        numbers[field] = digits
      } else if number.isAmbiguous {
        add(.error, at: offset(column), .ambiguous(text, number))
      } else {
        let sign = options.decimal ?? .comma
        add(.error, at: offset(column), .otherSign(text, sign))
      }
    }
    return numbers
  }

  /// The sign that a number is read by: the one that was named, else the column's, else what it shows itself; `nil`
  /// where nothing decides.
  private func decimalSign(_ number: ForeignNumber, _ column: Int) -> DecimalSign? {
    if let sign = options.decimal { return sign }
    if number.asComma == number.asPoint { return .point }
    return decimals[column]?.sign ?? number.evidence
  }
}

extension ForeignNumber {
  fileprivate func text(_ sign: DecimalSign?) -> String? { sign.flatMap { text($0) } }
}

extension Localized {
  static func blank(_ field: ImportField) -> Localized {
    Localized(
      "ô «\(field.title.vietnamese)» để trống (ô gộp trong Excel chỉ có giá trị ở dòng đầu); điền vào từng dòng",
      "«\(field.title.english)» is empty (of merged cells only the first has a value); fill it in on every row")
  }

  fileprivate static func notANumber(_ text: String) -> Localized {
    Localized(
      "«\(text.brief)» không phải là số; viết như 16,5, hoặc để trống nếu chưa có số liệu",
      "«\(text.brief)» is not a number; write it as 16.5, or leave it empty where there is none")
  }

  fileprivate static func ambiguous(_ text: String, _ number: ForeignNumber) -> Localized {
    let (comma, point) = (number.asComma ?? "", number.asPoint ?? "")
    // What stands for a whole number in one reading has a point in the other.
    let whole = comma.contains(".") ? point : comma
    let decimal = comma.contains(".") ? comma : point
    let shown = String(decimal.map { $0 == "." ? "," : $0 })
    return Localized(
      "«\(text.brief)» có thể là \(whole) hoặc \(shown), cả cột không cho biết; viết lại, hoặc thêm --decimal comma (hay point)",
      "«\(text.brief)» may be \(whole) or \(decimal), and nothing in the column tells; write it anew, or add --decimal comma (or point)"
    )
  }

  fileprivate static func otherSign(_ text: String, _ sign: DecimalSign) -> Localized {
    Localized(
      "«\(text.brief)» không đọc được với --decimal \(sign.rawValue)",
      "«\(text.brief)» cannot be read with --decimal \(sign.rawValue)")
  }
}
