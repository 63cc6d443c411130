internal import TextCore

/// Reads a row in which everything is as it should be, and gives up on any other.
struct FastReportRow {
  private let period: Int
  private let agency: Int
  private let indicator: Int
  /// -1 where the file has no such column.
  private let value: Int
  private let numerator: Int
  private let denominator: Int
  private let received: Int
  private let source: Int
  private let note: Int
  /// The month read last, as its seven bytes: most rows of a file are of one. No bytes are these eight.
  private var month = UInt64.max
  private var monthEnd = Day.first

  init(_ layout: ReportLayout) {
    func position(_ column: ReportColumn) -> Int { layout.positions[column.rawValue] ?? -1 }
    period = position(.period)
    agency = position(.agency)
    indicator = position(.indicator)
    value = position(.value)
    numerator = position(.numerator)
    denominator = position(.denominator)
    received = position(.received)
    source = position(.source)
    note = position(.note)
  }

  // MARK: What they say

  /// `nil` where something is not as it should be, or is worth a finding.
  @inline(__always)
  mutating func read(
    _ cells: UnsafePointer<RecordSplitter.Cell>, _ bytes: UnsafePointer<UInt8>, _ context: ReportContext, line: Int
  ) -> UnsortedReport? {
    guard let (end, isMonth) = unsafe readPeriodAgain(cells[period].text(in: bytes)),
      let agency = unsafe context.agencies.find(cells[agency].text(in: bytes)),
      let indicator = unsafe context.indicators.find(cells[indicator].text(in: bytes)),
      let value = unsafe number(self.value, cells, bytes, mostDecimals: 6),
      let numerator = unsafe number(self.numerator, cells, bytes, mostDecimals: 2),
      let denominator = unsafe number(self.denominator, cells, bytes, mostDecimals: 2),
      areSound(value, numerator, denominator, context, agency: agency, indicator: indicator)
    else { return nil }
    var isSimulated = false
    if source >= 0 {
      let id = unsafe cells[source].text(in: bytes)
      if id.count > 0 {
        guard let index = unsafe context.sources.find(id) else { return nil }
        isSimulated = context.isSimulated[index]
      }
    }
    var receipt = Report.Receipt.unknown
    if received >= 0 {
      let day = unsafe cells[received].text(in: bytes)
      if day.count > 0 {
        guard day.count == 10, let came = unsafe readPeriod(day) else { return nil }
        receipt = Report.Receipt(came.end, of: end, within: context.reportDueDays)
      }
    }
    guard unsafe note < 0 || isUTF8(cells[note], bytes) else { return nil }
    let slot = context.slots.slot(indicator: indicator, agency: agency)
    return UnsortedReport(
      slot: UInt32(truncatingIfNeeded: slot),
      row: PackedReport(
        end: end, isMonth: isMonth, isSimulated: isSimulated, receipt: receipt, place: UInt32(truncatingIfNeeded: line),
        value: value, numerator: numerator, denominator: denominator))
  }

  /// Whether no finding is due on the figures.
  @inline(__always)
  private func areSound(
    _ value: PackedNumber, _ numerator: PackedNumber, _ denominator: PackedNumber, _ context: ReportContext,
    agency: Int, indicator: Int
  ) -> Bool {
    let need = context.isNational[agency] ? .either : context.needs[indicator]
    let hasValue = value.form != PackedNumber.absent
    if hasValue {
      if need == .yesOrNo {
        guard value.form == PackedNumber.exact, value.bits <= 1 else { return false }
      } else if context.isPercentage[indicator] {
        guard let figure = value.value([]), RangeRule.holds(share: figure) else { return false }
      }
    }
    let hasParts = numerator.form != PackedNumber.absent && denominator.form != PackedNumber.absent
    if hasParts {
      guard let above = numerator.value([]), let below = denominator.value([]),
        NumeratorRule.holds(denominator: below), NumeratorRule.holds(above, of: below)
      else { return false }
    }
    return need.isMet(hasValue: hasValue, hasParts: hasParts)
  }

  /// The number in a column; none where the cell is blank or there is no such column. `nil` where it is written in
  /// another way than the plainest.
  @inline(__always)
  private func number(
    _ column: Int, _ cells: UnsafePointer<RecordSplitter.Cell>, _ bytes: UnsafePointer<UInt8>, mostDecimals: Int
  ) -> PackedNumber? {
    guard column >= 0 else { return PackedNumber.none }
    let text = unsafe cells[column].text(in: bytes)
    // Nine digits are below 2³¹ in any case.
    guard text.count > 0, text.count <= 11 else { return text.count == 0 ? PackedNumber.none : nil }
    var units: Int32 = 0
    var digits = 0
    var point = -1
    var place = 0
    let isNegative = unsafe text[0] == UInt8(ascii: "-")
    if isNegative { place = 1 }
    while place < text.count {
      let byte = unsafe text[place]
      if byte >= 0x30, byte <= 0x39 {
        units = units &* 10 &+ Int32(byte &- 0x30)
        digits &+= 1
      } else if byte == UInt8(ascii: "."), point < 0, digits > 0 {
        point = digits
      } else {
        return nil
      }
      place &+= 1
    }
    let decimals = point < 0 ? 0 : digits &- point
    guard digits > 0, digits <= 9, point != digits, decimals <= mostDecimals, !(isNegative && units == 0) else {
      return nil
    }
    return PackedNumber(units: isNegative ? -units : units, decimals: decimals)
  }

  @inline(__always)
  private mutating func readPeriodAgain(_ text: UnsafeRawBufferPointer) -> (end: Day, isMonth: Bool)? {
    guard text.count == 7 else { return unsafe readPeriod(text) }
    // Seven bytes and the one after, which is there.
    let bytes = unsafe (text.baseAddress?.loadUnaligned(as: UInt64.self) ?? 0).littleEndian & (1 << 56 - 1)
    if bytes == month { return (monthEnd, true) }
    guard let period = unsafe readPeriod(text) else { return nil }
    (month, monthEnd) = (bytes, period.end)
    return period
  }

  /// A month `2023-06` or a day `2023-06-30`.
  @inline(__always)
  private func readPeriod(_ text: UnsafeRawBufferPointer) -> (end: Day, isMonth: Bool)? {
    guard text.count == 7 || text.count == 10 else { return nil }
    var isDigits = true
    func digit(_ place: Int) -> Int {
      let digit = unsafe Int(text[place]) - 0x30
      if digit < 0 || digit > 9 { isDigits = false }
      return digit
    }
    guard unsafe text[4] == UInt8(ascii: "-"), unsafe text.count == 7 || text[7] == UInt8(ascii: "-") else {
      return nil
    }
    let year = digit(0) * 1_000 + digit(1) * 100 + digit(2) * 10 + digit(3)
    let month = digit(5) * 10 + digit(6)
    let day = text.count == 7 ? 1 : digit(8) * 10 + digit(9)
    guard isDigits, let first = Day(year: year, month: month, day: day) else { return nil }
    return text.count == 7 ? (first.monthEnd, true) : (first, false)
  }

  @inline(__always)
  private func isUTF8(_ cell: RecordSplitter.Cell, _ bytes: UnsafePointer<UInt8>) -> Bool {
    var place = cell.start
    while place < cell.end, unsafe bytes[place] < 0x80 { place &+= 1 }
    if place == cell.end { return true }
    let rest = unsafe UnsafeBufferPointer(start: bytes + place, count: cell.end - place)
    return unsafe (try? UTF8Span(validating: rest.span)) != nil
  }
}
