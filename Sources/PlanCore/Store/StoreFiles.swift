internal import TextCore

/// What tells one state of a file from the next.
struct FileStamp: Hashable, Sendable {
  var device: UInt64 = 0
  var inode: UInt64 = 0
  var size: Int64 = 0
  var modified: Int64 = 0
  var modifiedNanoseconds: Int64 = 0
  /// Changed so lately that it may change again and still look the same: the clock of files ticks every few
  /// milliseconds.
  var isFresh = false
}

/// A file of the store as it was read.
struct StoredFile: Sendable, Equatable {
  var stamp: FileStamp
  var content: FileResult<[UInt8]>

  static func == (a: StoredFile, b: StoredFile) -> Bool { a.content == b.content }
}

/// The files of a store, wherever they are.
protocol StoreFiles: Sendable {
  /// `nil` where there is no such file.
  func stamp(of path: String) -> FileStamp?
  /// The whole file.
  func read(_ path: String) -> FileResult<[UInt8]>
  /// The same, to be read in parts.
  func open(_ path: String) -> FileResult<any OpenFile>
  /// All reports, in byte order of their paths; what is not a report file is passed over.
  func reportPaths(findings: inout Findings) -> [String]
}

extension StoreFiles {
  func open(_ path: String) -> FileResult<any OpenFile> { read(path).map(MemoryFile.init) }

  /// The file as it is now, `nil` where there is none; read only if it is not the one that is known.
  func current(_ path: String, known: StoredFile?) -> StoredFile? {
    guard let stamp = stamp(of: path) else { return nil }
    if let known, known.stamp == stamp, !stamp.isFresh, case .success = known.content { return known }
    return StoredFile(stamp: stamp, content: read(path))
  }
}

/// The files inside the program.
struct BundledFiles: StoreFiles {
  private let files: [String: [UInt8]]

  init(_ files: [StoreLocation.File]) {
    self.files = Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
  }

  /// Reading one costs nothing, so that none is ever taken for known.
  func stamp(of path: String) -> FileStamp? { files[path].map { _ in FileStamp(isFresh: true) } }

  func read(_ path: String) -> FileResult<[UInt8]> { files[path].map { .success($0) } ?? .failure(.notPlain) }

  func reportPaths(findings: inout Findings) -> [String] {
    files.keys.filter { $0.hasPrefix(StoreLocation.reportsFolder + "/") && StoreLocation.isReport($0) }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

extension StoreLocation {
  func files() throws(StoreError) -> any StoreFiles {
    switch self {
    case .bundled(let files): BundledFiles(files)
    case .simulated(let year): year
    case .folder(let folder): try FolderFiles(folder)
    }
  }
}
