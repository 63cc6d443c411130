/// One row of a made-up report file.
struct SimulatedReport {
  /// `2023-06`.
  var period: String
  var agency: String
  var indicator: String
  var value = ""
  var numerator = ""
  var denominator = ""
  /// Blank where nobody noted the day.
  var received = ""
  var source: SimulatedDefinitions.Source
  var note = ""

  static let header = ReportColumn.allCases.map(\.name)

  var cells: [String] {
    [period, agency, indicator, value, numerator, denominator, received, source.rawValue, note]
  }

  mutating func set(_ figure: IndicatorSimulation.Figure) {
    switch figure {
    case .said(let isDone): value = isDone ? "1" : "0"
    case .counted(let above, let below): (numerator, denominator) = (String(above), String(below))
    }
  }
}

extension CSVText {
  /// Adds a row without making a list of its cells: there are tens of thousands.
  mutating func add(_ row: SimulatedReport) {
    addPlain(row.period)
    addPlain(row.agency)
    addPlain(row.indicator)
    addPlain(row.value)
    addPlain(row.numerator)
    addPlain(row.denominator)
    addPlain(row.received)
    addPlain(row.source.rawValue)
    add(row.note)
    endRow()
  }
}
