internal import TextCore

/// What is known of a report file that has been read; its rows are in `Reports`.
struct ReportFile: Sendable {
  var path: String
  var stamp: FileStamp
  /// `nil` where it has no rows to read.
  var layout: ReportLayout?
  /// Findings of the header, then of the rows.
  var findings = Findings()
  /// Lines that it has, the last one too where it does not end.
  var lines = 0
  /// Where reading goes on when the file has grown: no record before is read otherwise then.
  var resume: (offset: Int, line: Int) = (0, 1)
  /// What the bytes were, from the beginning on.
  var checks: [Check] = []
  /// Where lines begin, every now and then, to find a row again.
  var landmarks: [Landmark] = []
  var fault: FileFault?

  struct Check: Sendable {
    var range: Range<Int>
    var checksum: UInt64
  }

  struct Landmark: Sendable {
    var line: Int
    var offset: Int
  }

  init(path: String, stamp: FileStamp, fault: FileFault? = nil) {
    self.path = path
    self.stamp = stamp
    self.fault = fault
    if let fault { findings.add(fault.finding(in: path)) }
  }

  /// Bytes that it had when it was read.
  var checkedSize: Int { checks.map(\.range.upperBound).max() ?? 0 }

  /// Whether what was read of the file is still there.
  func isPrefix(of file: any OpenFile) -> Bool {
    checks.allSatisfy { check in
      guard case .success(let bytes) = file.bytes(at: check.range.lowerBound, count: check.range.count) else {
        return false
      }
      return unsafe bytes.count == check.range.count
        && bytes.withUnsafeBytes { unsafe Checksum.of($0) } == check.checksum
    }
  }

  /// Takes back what was read from `resume` on.
  ///
  /// - Returns: false where that cannot be told from the rest.
  mutating func cutToResume() -> Bool {
    let line = resume.line
    guard findings.omitted == 0 else { return false }
    var kept = Findings()
    for finding in findings.kept where finding.line < line { kept.add(finding) }
    findings = kept
    landmarks.removeAll { $0.line >= line }
    checks.removeAll { $0.range.lowerBound >= resume.offset }
    return true
  }
}
