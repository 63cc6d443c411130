internal import TextCore

extension ImportReader {
  /// The numbers of a figure as the store writes them.
  mutating func readNumbers(
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
