public import TextCore

/// A line of a file as it stands there now, around the place that a finding names.
public struct FaultyLine: Hashable, Sendable {
  /// What stands before that place, and from there on; a part of each where the line is long. Not made harmless.
  public let before: String
  public let after: String
  /// Whether more stands before or after these.
  public let isCut: (before: Bool, after: Bool)
  /// Whether the file is no longer the one that was read, so that this may be another line.
  public let isChanged: Bool

  /// Unicode scalars that are kept on either side.
  private static let reach = 300
  /// Bytes of a line that are looked at.
  static let longest = 1 << 20

  /// - Parameters:
  ///   - line: its bytes, without those of its end.
  ///   - column: Unicode scalars from 1; a byte that is not UTF-8 is one.
  ///   - isFirst: of its file, where a byte order mark is no part of it.
  ///   - isCutOff: whether the line goes on.
  public init(
    _ line: [UInt8], column: Int, isFirst: Bool = false, isCutOff: Bool = false, isChanged: Bool = false
  ) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var scalars = ByteText.scalars(in: isFirst && line.starts(with: mark) ? line.dropFirst(3) : line[...])[...]
    while let last = scalars.last, last == "\r" || last == "\n" { scalars.removeLast() }
    let place = min(max(0, column - 1), scalars.count)
    let (start, end) = (scalars.prefix(place), scalars.dropFirst(place))
    before = String(String.UnicodeScalarView(start.suffix(Self.reach)))
    after = String(String.UnicodeScalarView(end.prefix(Self.reach)))
    isCut = (start.count > Self.reach, isCutOff || end.count > Self.reach)
    self.isChanged = isChanged
  }

  /// A line of a small file by its number from 1; `nil` where it has not so many.
  public init?(of file: [UInt8], line: Int, column: Int) {
    let lines = file.split(separator: UInt8(ascii: "\n"), maxSplits: max(0, line), omittingEmptySubsequences: false)
    guard line >= 1, lines.count >= line, file.count <= Self.longest else { return nil }
    self.init(Array(lines[line - 1]), column: column, isFirst: line == 1)
  }

  public static func == (a: FaultyLine, b: FaultyLine) -> Bool {
    a.before == b.before && a.after == b.after && a.isCut == b.isCut && a.isChanged == b.isChanged
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(before)
    hasher.combine(after)
  }
}

extension Store {
  /// Reads the line that a finding is about once more.
  ///
  /// It reads files, so call it where waiting for a disk holds nobody up.
  ///
  /// - Returns: `nil` where the file can no longer be read, or has not so many lines.
  public func faultyLine(of finding: Finding) -> FaultyLine? {
    guard let source = try? location.files() else { return nil }
    return faultyLine(of: finding, in: source)
  }

  func faultyLine(of finding: Finding, in source: any StoreFiles) -> FaultyLine? {
    let report = loaded.files.first { $0.path == finding.file }
    let known = report?.stamp ?? files[finding.file]?.stamp
    guard let known, let stamp = source.stamp(of: finding.file), case .success(let file) = source.open(finding.file)
    else { return nil }
    let start =
      report?.offset(ofLine: finding.line, in: file)
      ?? ReportFile.offset(ofLine: finding.line, from: (1, 0), in: file)
    guard let start, start < file.size, case .success(let bytes) = file.bytes(at: start, count: FaultyLine.longest)
    else { return nil }
    let line = Array(bytes.prefix { $0 != UInt8(ascii: "\n") })
    return FaultyLine(
      line, column: finding.column, isFirst: finding.line == 1, isCutOff: line.count == FaultyLine.longest,
      isChanged: !stamp.isSameFile(as: known))
  }
}

extension FileStamp {
  /// Whether a file has not been written since, as far as that can be seen.
  fileprivate func isSameFile(as other: FileStamp) -> Bool {
    var same = self
    same.isFresh = other.isFresh
    return same == other
  }
}
