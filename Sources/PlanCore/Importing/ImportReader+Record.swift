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

  // MARK: Figures

  private mutating func readNumbers(
    _ figure: ImportColumns.Figure, of indicator: Int?, from agency: Int?
  ) -> [ImportField: String] {
    let asksYesOrNo = isYesOrNo(indicator, agency)
    var numbers: [ImportField: String] = [:]
    for (field, column) in figure.columns.sorted(by: { $0.value < $1.value }) {
      let text = text(column)
      guard !ForeignText.isMissing(text) else { continue }
      if asksYesOrNo, field == .value, let figure = ForeignText.yesOrNo(text) {
        numbers[field] = figure
        continue
      }
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

  /// Whether 1 or 0 is the answer; of an agency that nobody knows, whether it would be of any but the nation.
  private func isYesOrNo(_ indicator: Int?, _ agency: Int?) -> Bool {
    guard let indicator = indicator.map({ store.plan.indicators[$0] }) else { return false }
    return agency.map { indicator.isYesOrNo(for: store.plan.agencies[$0]) } ?? (indicator.aggregation == .agencyShare)
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
