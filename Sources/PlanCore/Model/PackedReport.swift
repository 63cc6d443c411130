/// A report as it is kept in memory: twenty bytes. Its agency and indicator follow from where it is kept; what only a
/// page about this one report shows is read back from its file.
struct PackedReport {
  /// From the highest bit: 22 of the day that the period ends on, one each for a month and for a made-up source, 8 of
  /// the layout of the numbers.
  private(set) var head: UInt32
  /// From the highest bit: 30 of the line that it stands on, counted through all files, and two of when it came in.
  private var tail: UInt32
  /// Value, numerator, denominator.
  private(set) var numbers: (UInt32, UInt32, UInt32)

  /// - Parameter wide: takes the numbers that do not fit.
  init(_ report: Report, isSimulated: Bool, place: UInt32, wide: inout [WideNumber]) {
    let value = PackedNumber(report.value, decimals: report.decimals, limit: Layout.valueDecimals, &wide)
    let numerator = PackedNumber(report.numerator, decimals: nil, limit: Layout.partDecimals, &wide)
    let denominator = PackedNumber(report.denominator, decimals: nil, limit: Layout.partDecimals, &wide)
    self.init(
      end: report.end, isMonth: report.isMonth, isSimulated: isSimulated, receipt: report.receipt, place: place,
      value: value,
      numerator: numerator, denominator: denominator)
  }

  init(
    end: Day, isMonth: Bool, isSimulated: Bool, receipt: Report.Receipt, place: UInt32, value: PackedNumber,
    numerator: PackedNumber, denominator: PackedNumber
  ) {
    let day = UInt32(truncatingIfNeeded: end - .first)
    let layout = Layout.code(value.form, numerator.form, denominator.form)
    head = day << 10 | (isMonth ? 1 << 9 : 0) | (isSimulated ? 1 << 8 : 0) | layout
    tail = place << 2 | UInt32(receipt.rawValue)
    numbers = (value.bits, numerator.bits, denominator.bits)
  }

  /// Lines that there may be in all files together.
  static let mostLines = 1 << 30
  /// The line that it stands on, counted through all files.
  var place: UInt32 {
    get { tail >> 2 }
    set { tail = newValue << 2 | tail & 3 }
  }
  var receipt: Report.Receipt { Report.Receipt(rawValue: UInt8(tail & 3)) ?? .unknown }

  var end: Day { Day.first.advanced(by: Int(head >> 10)) }
  /// Orders as `end` does, and costs nothing.
  var endOrder: UInt32 { head >> 10 }
  var isMonth: Bool { head & 1 << 9 != 0 }
  var isSimulated: Bool { head & 1 << 8 != 0 }

  static func endOrder(of day: Day) -> UInt32 { UInt32(truncatingIfNeeded: day - .first) }

  private var forms: (value: UInt8, numerator: UInt8, denominator: UInt8) { Layout.forms[Int(head & 0xFF)] }

  var hasValue: Bool { forms.value != PackedNumber.absent }
  var hasNumerator: Bool { forms.numerator != PackedNumber.absent }

  func value(_ wide: [WideNumber]) -> Double? { PackedNumber(form: forms.value, bits: numbers.0).value(wide) }
  func numerator(_ wide: [WideNumber]) -> Double? { PackedNumber(form: forms.numerator, bits: numbers.1).value(wide) }
  func denominator(_ wide: [WideNumber]) -> Double? {
    PackedNumber(form: forms.denominator, bits: numbers.2).value(wide)
  }
  /// Digits after the point of the value, as the file has it.
  func decimals(_ wide: [WideNumber]) -> Int { PackedNumber(form: forms.value, bits: numbers.0).decimals(wide) }

  /// Makes what stands in `wide` stand in another list.
  mutating func rewrite(_ change: (UInt32) -> UInt32) {
    let forms = forms
    if forms.value == PackedNumber.wide { numbers.0 = change(numbers.0) }
    if forms.numerator == PackedNumber.wide { numbers.1 = change(numbers.1) }
    if forms.denominator == PackedNumber.wide { numbers.2 = change(numbers.2) }
  }

  /// How the forms of three numbers share a byte: 9 × 5 × 5 of them.
  private enum Layout {
    static let valueDecimals = 6
    static let partDecimals = 2

    static func code(_ value: UInt8, _ numerator: UInt8, _ denominator: UInt8) -> UInt32 {
      func part(_ form: UInt8) -> UInt32 { form == PackedNumber.wide ? 4 : UInt32(form) }
      return UInt32(value) * 25 + part(numerator) * 5 + part(denominator)
    }

    static let forms: [(value: UInt8, numerator: UInt8, denominator: UInt8)] = (0..<256).map { code in
      func part(_ form: Int) -> UInt8 { form == 4 ? PackedNumber.wide : UInt8(form) }
      return (UInt8(min(code / 25, 8)), part(code / 5 % 5), part(code % 5))
    }
  }
}

/// A number that does not fit into four bytes.
struct WideNumber {
  var value: Double
  var decimals: Int
}

/// A number in four bytes, and in what form.
struct PackedNumber {
  static let absent: UInt8 = 0
  /// From 1 on: so many decimals and one.
  static let exact: UInt8 = 1
  /// An index into a list of `WideNumber`.
  static let wide: UInt8 = 8

  static let none = PackedNumber(form: absent, bits: 0)

  var form: UInt8
  var bits: UInt32

  init(form: UInt8, bits: UInt32) {
    self.form = form
    self.bits = bits
  }

  /// A decimal number of at most 31 bits: that many units of the last digit. Both it and the power of ten are exact as
  /// `Double`s, so that their quotient is the `Double` nearest to what the file says, as if it had been read there.
  init(units: Int32, decimals: Int) {
    form = Self.exact + UInt8(truncatingIfNeeded: decimals)
    bits = UInt32(bitPattern: units)
  }

  /// - Parameters:
  ///   - decimals: as the file has them; `nil` for as many as needed, up to `limit`.
  ///   - limit: at most so many decimals fit.
  init(_ value: Double?, decimals: Int?, limit: Int, _ wide: inout [WideNumber]) {
    self = .none
    guard let value else { return }
    for count in (decimals ?? 0)...max(decimals ?? limit, decimals ?? 0) where count <= limit {
      if let units = Int32(exactly: (value * Self.powers[count]).rounded()),
        Double(units) / Self.powers[count] == value,
        value.sign == .plus || units != 0
      {
        self.init(units: units, decimals: count)
        return
      }
    }
    form = Self.wide
    bits = UInt32(truncatingIfNeeded: wide.count)
    wide.append(WideNumber(value: value, decimals: decimals ?? 0))
  }

  func value(_ wide: [WideNumber]) -> Double? {
    switch form {
    case Self.absent: nil
    case Self.exact: Double(Int32(bitPattern: bits))
    case Self.wide: wide[Int(bits)].value
    default: Double(Int32(bitPattern: bits)) / Self.powers[Int(form - Self.exact)]
    }
  }

  func decimals(_ wide: [WideNumber]) -> Int {
    switch form {
    case Self.absent: 0
    case Self.wide: wide[Int(bits)].decimals
    default: Int(form - Self.exact)
    }
  }

  static let powers: [Double] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]
}
