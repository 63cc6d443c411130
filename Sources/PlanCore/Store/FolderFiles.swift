internal import Glibc
internal import TextCore

/// The files of a folder. Nothing outside it is opened, nor what is not a plain file.
struct FolderFiles: StoreFiles {
  /// As the system resolves it, without a slash at the end.
  let root: String

  /// - Throws: `StoreError.missing` where there is no such folder, `.system` where it may not be entered.
  init(_ folder: String) throws(StoreError) {
    guard let resolved = Self.resolve(folder) else {
      throw errno == ENOENT || errno == ENOTDIR ? .missing : .system(path: folder, errno: errno)
    }
    root = resolved == "/" ? "" : resolved
  }

  func stamp(of path: String) -> FileStamp? {
    var status = stat()
    // A link that leads nowhere is there too, and cannot be read.
    let full = root + "/" + path
    if unsafe stat(full, &status) == 0 || lstat(full, &status) == 0 { return FileStamp(status) }
    return errno == ENOENT || errno == ENOTDIR ? nil : FileStamp(isFresh: true)
  }

  func read(_ path: String) -> FileResult<[UInt8]> {
    let limit = (path == StoreLocation.planFile ? Self.mostOfPlan : Self.mostOfTable) << 20
    return open(path).flatMap { file in
      // One byte more, to see whether it has grown meanwhile.
      var bytes: [UInt8] = []
      while true {
        guard max(file.size, bytes.count) <= limit else { return .failure(.tooLarge(mebibytes: limit >> 20)) }
        let room = max(file.size - bytes.count, bytes.count) + 1
        switch file.bytes(at: bytes.count, count: room) {
        case .failure(let fault): return .failure(fault)
        case .success(let more):
          if bytes.isEmpty { bytes = more } else { bytes += more }
          if more.count < room { return .success(bytes) }
        }
      }
    }
  }

  /// Mebibytes that files may have which are read whole. Real ones have a thousandth of that; a file with a hole in it
  /// may say that it has any number.
  static let mostOfPlan = 1
  static let mostOfTable = 256

  func open(_ path: String) -> FileResult<any OpenFile> {
    switch resolve(within: path) {
    case .failure(let fault): return .failure(fault)
    case .success(let resolved):
      guard let kind = Self.status(of: resolved) else { return .failure(.system(errno)) }
      guard kind.isPlainFile else { return .failure(.notPlain) }
      // Neither following a link nor waiting for a FIFO that takes the file's place meanwhile.
      let descriptor = unsafe Glibc.open(resolved, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY)
      guard descriptor >= 0 else { return .failure(.system(errno)) }
      var status = stat()
      guard unsafe fstat(descriptor, &status) == 0, status.isPlainFile else {
        close(descriptor)
        return .failure(.notPlain)
      }
      return .success(SystemFile(descriptor, size: Int(clamping: status.st_size)))
    }
  }

  // MARK: Paths

  /// The path as the system resolves it, where that is within the store.
  func resolve(within path: String) -> FileResult<String> {
    guard let resolved = Self.resolve(root + "/" + path) else { return .failure(.system(errno)) }
    return resolved.hasPrefix(root + "/") ? .success(resolved) : .failure(.outside)
  }

  private static func resolve(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    if let text = unsafe String(validatingCString: resolved) { return text }
    errno = EILSEQ
    return nil
  }

  static func status(of path: String) -> stat? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? status : nil
  }
}

extension stat {
  var isPlainFile: Bool { st_mode & S_IFMT == S_IFREG }
  var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
}

extension FileStamp {
  init(_ status: stat) {
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    size = Int64(status.st_size)
    modified = Int64(status.st_mtim.tv_sec)
    modifiedNanoseconds = Int64(status.st_mtim.tv_nsec)
    isFresh = (-19...19).contains(status.st_mtim.age)
  }
}

extension timespec {
  /// Milliseconds from this moment until now. A file may say any moment, so that of one more than thirty years away it
  /// is only known that it is.
  var age: Int {
    var now = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &now)
    let (difference, isFar) = Int(now.tv_sec).subtractingReportingOverflow(Int(tv_sec))
    let seconds = isFar ? (tv_sec < 0 ? Int.max : .min) : difference
    return min(max(seconds, -1_000_000_000), 1_000_000_000) * 1_000 + (now.tv_nsec - tv_nsec) / 1_000_000
  }
}
