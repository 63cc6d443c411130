internal import TextCore

/// What tells one state of a file from the next.
struct FileStamp: Hashable, Sendable {
  var device: UInt64 = 0
  var inode: UInt64 = 0
  var size: Int64 = 0
  var modified: Int64 = 0
  var modifiedNanoseconds: Int64 = 0
}

/// The files of a store, wherever they are.
protocol StoreFiles {
  /// `nil` where there is no such file.
  func stamp(of path: String) -> FileStamp?
  /// The whole file, or `nil` with a finding where it may not or cannot be read.
  func bytes(of path: String, findings: inout Findings) -> [UInt8]?
  /// All reports, in byte order of their paths; what is not a report file is passed over.
  func reportPaths(findings: inout Findings) -> [String]
}

/// The files inside the program.
struct BundledFiles: StoreFiles {
  private let files: [String: [UInt8]]

  init(_ files: [StoreLocation.File]) {
    self.files = Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
  }

  func stamp(of path: String) -> FileStamp? { files[path].map { FileStamp(size: Int64($0.count)) } }

  func bytes(of path: String, findings: inout Findings) -> [UInt8]? { files[path] }

  func reportPaths(findings: inout Findings) -> [String] {
    files.keys.filter { $0.hasPrefix(StoreLocation.reportsFolder + "/") && $0.hasSuffix(".csv") }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
