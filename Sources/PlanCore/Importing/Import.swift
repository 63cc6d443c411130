public import TextCore

/// *Nhập số liệu*: a table that an agency sends, read into rows of a report file.
///
/// Reading writes nothing; `NewReportFile` does.
public struct Import: Sendable {
  /// A column of the table and what was made of it.
  public struct Column: Sendable {
    public enum Meaning: Hashable, Sendable {
      case field(ImportField)
      /// A figure of the indicator of that id.
      case figure(indicator: String, ImportField)
      case none
    }

    /// From 1.
    public var number: Int
    public var heading: String
    public var meaning: Meaning
    /// The sign before decimals, where the column has such numbers.
    public var decimal: DecimalSign?
  }

  /// Why a row is not written.
  public enum LeftOut: Hashable, Sendable {
    case faulty
    case empty
  }

  /// Where the store has all of the rows already, with the same figures.
  public struct Repeated: Hashable, Sendable {
    /// The first row's file, and the day that it says it came in on.
    public var file: String
    public var received: Day?
  }

  /// Rows of `preview`.
  public static let previewed = 5
  /// Bytes of the largest table that is read.
  public static let largest = 16 << 20
  /// Rows of the longest.
  public static let longest = 100_000

  public internal(set) var encoding: ImportEncoding
  public internal(set) var separator: ImportSeparator
  /// Whether a first line `sep=;` named the separator.
  public internal(set) var hasSeparatorLine: Bool
  /// The line that the columns are named in.
  public internal(set) var headerLine: Int
  public internal(set) var columns: [Column]
  /// The first rows as they will be written, by the columns of `header`.
  public internal(set) var preview: [[String]] = []
  /// Rows that will be written.
  public internal(set) var rowCount = 0
  /// Rows without a figure, of which nothing is written.
  public private(set) var emptyCount = 0
  /// Rows with an error, of which nothing is written.
  public private(set) var faultyCount = 0
  /// The lines of the first rows that are left out.
  public private(set) var leftOut: [LeftOut: [Int]] = [:]
  /// The lines that have a warning.
  public var warnedLines: [Int] {
    Set(findings.kept.filter { $0.severity == .warning && $0.line > headerLine }.map(\.line)).sorted()
  }
  public internal(set) var findings = Findings()
  /// The whole file that will be written.
  public internal(set) var bytes: [UInt8] = []
  /// The id of the one agency that all rows are of.
  public internal(set) var agency: String?

  /// The same as what the store has: nothing that would be new.
  public internal(set) var repeated: Repeated?

  /// Lines that `leftOut` keeps of each kind.
  public static let mostLeftOut = 20

  /// Counts a row of which nothing is written.
  mutating func leaveOut(_ kind: LeftOut, line: Int) {
    if kind == .faulty { faultyCount += 1 } else { emptyCount += 1 }
    if leftOut[kind, default: []].count < Self.mostLeftOut { leftOut[kind, default: []].append(line) }
  }

  /// The columns of the file that will be written.
  public static let header = ReportColumn.allCases.map(\.name)

  /// Reads a table against a store.
  ///
  /// - Parameters:
  ///   - bytes: the file as it is.
  ///   - name: what findings call it.
  ///   - store: the plan that its names are looked up in, and the reports that it may repeat.
  ///   - path: where in the store the new file will stand, or the beginning of that: which of two reports of one
  ///     period counts is decided by that.
  /// - Throws: `ImportRefusal` where it is no table that can be read. A faulty row is a finding.
  public static func read(
    _ bytes: [UInt8], named name: String, into store: Store, at path: String, _ options: ImportOptions
  ) throws(ImportRefusal) -> Import {
    guard bytes.count <= largest else { throw .tooLarge(mebibytes: largest >> 20) }
    let (text, encoding) = try ImportEncoding.decode(bytes)
    guard text.contains(where: { !$0.isBlank }) else { throw .empty }
    let names = ImportNames(store.tables)
    let table = try ForeignTable(text, names, ColumnMap(options.map))
    let missing = table.columns.missing(options)
    guard missing.isEmpty else { throw .missing(missing, headings: table.headings) }
    var reader = try ImportReader(table, name: name, names, store, at: path, options)
    return try reader.read(encoding)
  }
}
