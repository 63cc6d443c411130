import Synchronization
import TextCore

@testable import PlanCore

/// Report files in memory that change as a folder's do, and count what is read of them.
final class ReportFiles: StoreFiles {
  private struct State {
    var contents: [String: [UInt8]] = [:]
    var stamps: [String: FileStamp] = [:]
    var revision: Int64 = 0
    var read: [String: Int] = [:]
  }

  private let state = Mutex(State())
  /// Files look so much larger than they are, so that more threads than one are worth while.
  private let pretended: Int64

  init(_ contents: [String: [UInt8]] = [:], pretending: Int64 = 1 << 20) {
    pretended = pretending
    for (path, bytes) in contents { self[path] = bytes }
  }

  /// What a file holds; another content is written in place.
  subscript(path: String) -> [UInt8]? {
    get { state.withLock { $0.contents[path] } }
    set {
      state.withLock { state in
        state.revision += 1
        state.contents[path] = newValue
        let inode = state.stamps[path]?.inode ?? UInt64(state.revision)
        state.stamps[path] = newValue.map {
          FileStamp(inode: inode, size: Int64($0.count) + pretended, modified: state.revision)
        }
      }
    }
  }

  /// Moves another file into the place of one.
  func replace(_ path: String, by bytes: [UInt8]) {
    self[path] = nil
    self[path] = bytes
  }

  var contents: [String: [UInt8]] { state.withLock { $0.contents } }
  /// In byte order.
  var paths: [String] { contents.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

  /// Bytes that were read since it was asked last, by path.
  func takeRead() -> [String: Int] {
    state.withLock { state in
      defer { state.read = [:] }
      return state.read
    }
  }

  fileprivate func count(_ bytes: Int, of path: String) { state.withLock { $0.read[path, default: 0] += bytes } }

  // MARK: As a store's files

  func stamp(of path: String) -> FileStamp? { state.withLock { $0.stamps[path] } }

  func read(_ path: String) -> FileResult<[UInt8]> { self[path].map { .success($0) } ?? .failure(.notPlain) }

  func open(_ path: String) -> FileResult<any OpenFile> {
    read(path).map { CountedFile($0, path, of: self) }
  }

  func reportPaths(findings: inout Findings) -> [String] { paths.filter { $0.hasPrefix("reports/") } }
}

/// Counts what is read of it.
private final class CountedFile: OpenFile {
  private let file: MemoryFile
  private let path: String
  private let files: ReportFiles

  init(_ bytes: [UInt8], _ path: String, of files: ReportFiles) {
    file = MemoryFile(bytes)
    self.path = path
    self.files = files
  }

  var size: Int { file.size }

  func read(at offset: Int, into room: UnsafeMutableRawBufferPointer) -> FileResult<Int> {
    let result = file.read(at: offset, into: room)
    if case .success(let count) = result { files.count(count, of: path) }
    return result
  }
}
