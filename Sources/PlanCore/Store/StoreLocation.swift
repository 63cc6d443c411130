/// Where a store is.
public enum StoreLocation: Hashable, Sendable {
  /// Files inside the program, by path.
  case bundled([File])
  /// The files of a year that is made up when they are first read.
  case simulated(SimulatedYear)
  /// A folder, as it was named.
  case folder(String)

  /// A file of a store that is not in a folder.
  public struct File: Hashable, Sendable {
    /// Within the store, with `/` between folders.
    public var path: String
    public var bytes: [UInt8]

    /// Bytes under a path.
    public init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  public var isBundled: Bool {
    if case .bundled = self { return true }
    return false
  }

  static let planFile = "plan.conf"
  static let reportsFolder = "reports"

  /// Whether a name is one that editors and `rsync` leave half-done.
  static func isHidden(_ name: some StringProtocol) -> Bool { name.hasPrefix(".") || name.hasSuffix("~") }

  /// Whether a file below `reports/` is read.
  static func isReport(_ path: String) -> Bool { path.hasSuffix(".csv") }

  /// Whether somebody may well take one that is not read for a report. What Excel names so while a workbook is open is
  /// none.
  static func isNearlyReport(_ path: String) -> Bool {
    let name = path.lowercased()
    return !isReport(path) && !path.contains("/~$")
      && [".csv", ".xlsx", ".xlsm", ".xls", ".ods"].contains(where: name.hasSuffix)
  }
}
