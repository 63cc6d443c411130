/// A reader of bytes that nobody has looked at. The fuzzer and the tests give it the same bytes and hold it to the same.
enum FuzzedParser: String, CaseIterable {
  /// Every table of a store, and reports in pieces.
  case tables
  /// `key = value` lines and `plan.conf`.
  case lines
  case theme
  /// What agencies send.
  case importing
  case keys

  /// Reads the bytes; it must neither trap nor take long.
  ///
  /// - Returns: what is not as it should be with what came of them; `nil` where all is well.
  func fault(in bytes: [UInt8]) -> String? {
    switch self {
    case .tables: FuzzedTables.fault(in: bytes)
    case .lines: FuzzedLines.fault(in: bytes)
    case .theme: FuzzedTheme.fault(in: bytes)
    case .importing: FuzzedImport.fault(in: bytes)
    case .keys: FuzzedKeys.fault(in: bytes)
    }
  }

  /// Sound inputs to begin with.
  var seeds: [[UInt8]] {
    switch self {
    case .tables: FuzzedTables.seeds
    case .lines: FuzzedLines.seeds
    case .theme: FuzzedTheme.seeds
    case .importing: FuzzedImport.seeds
    case .keys: FuzzedKeys.seeds
    }
  }
}
