/// *Số liệu báo cáo*: one measurement.
public struct Report: Hashable, Sendable {
  /// The last day of the period that it speaks of.
  public var end: Day
  /// Whether the period is a month rather than a day.
  public var isMonth: Bool
  /// Indices into the plan's agencies and indicators.
  public var agency: Int
  public var indicator: Int
  public var value: Double?
  /// Digits after the point of `value`, as the file has it.
  public var decimals: Int
  public var numerator: Double?
  public var denominator: Double?
  /// Whether its source is made up.
  public var isSimulated: Bool
  public var place: Place
  public var receipt = Receipt.unknown

  /// Whether it came in as soon as it was to.
  public enum Receipt: UInt8, Sendable {
    /// Nobody has written down when.
    case unknown
    case onTime
    case late

    /// - Parameters:
    ///   - received: the day it came in; before its period's end is in time too.
    ///   - dueDays: `report_due_days`: so many days after the period's end are in time, the last one too.
    init(_ received: Day?, of end: Day, within dueDays: Int) {
      guard let received else {
        self = .unknown
        return
      }
      self = received - end <= dueDays ? .onTime : .late
    }
  }

  /// Where a report stands: the files in byte order of their paths, then the lines.
  public struct Place: Hashable, Comparable, Sendable {
    /// Index into `Reports.files`.
    public var file: Int
    public var line: Int

    /// A line of the file of that index.
    public init(file: Int, line: Int) {
      self.file = file
      self.line = line
    }

    public static func < (a: Place, b: Place) -> Bool { (a.file, a.line) < (b.file, b.line) }
  }
}

/// What only a page about single reports shows; read back from their files when it is asked for.
public struct ReportDetails: Hashable, Sendable {
  /// The day it came in.
  public var received: Day?
  /// Index into the plan's sources.
  public var source: Int?
  public var note: String
}
