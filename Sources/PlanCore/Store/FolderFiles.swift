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
    guard unsafe stat(root + "/" + path, &status) == 0 else { return nil }
    return FileStamp(status)
  }

  func bytes(of path: String, findings: inout Findings) -> [UInt8]? {
    switch read(path) {
    case .success(let bytes): return bytes
    case .failure(let fault):
      findings.add(Finding(.error, file: path, line: 1, column: 1, message: fault.message))
      return nil
    }
  }

  // MARK: One file

  enum Fault: Error {
    case outside
    case notPlain
    case system(Int32)

    var message: Localized {
      switch self {
      case .outside:
        Localized("liên kết ra ngoài thư mục dữ liệu, không được mở", "a link that leads out of the store; it is not opened")
      case .notPlain: Localized("không phải là tệp thường, không được mở", "not a plain file; it is not opened")
      case .system(let code):
        Localized("không đọc được: \(SystemError.text(code))", "cannot be read: \(SystemError.text(code))")
      }
    }
  }

  func read(_ path: String) -> Result<[UInt8], Fault> {
    let full = root + "/" + path
    guard let resolved = Self.resolve(full) else { return .failure(.system(errno)) }
    guard resolved.hasPrefix(root + "/") else { return .failure(.outside) }
    // Not blocking, so that a FIFO is refused rather than waited for.
    let descriptor = unsafe open(resolved, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { return .failure(.system(errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { return .failure(.system(errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else { return .failure(.notPlain) }
    return Self.readToEnd(descriptor, expecting: Int(status.st_size))
  }

  private static func readToEnd(_ descriptor: Int32, expecting size: Int) -> Result<[UInt8], Fault> {
    let chunk = 1 << 16
    var room = max(0, size) + 1
    var bytes: [UInt8] = []
    while true {
      var fault: Fault?
      var isAtEnd = false
      let more = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        while count < buffer.count {
          let got = unsafe Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
          if got > 0 {
            count += got
          } else if got == 0 {
            isAtEnd = true
            return
          } else if errno != EINTR {
            fault = .system(errno)
            return
          }
        }
      }
      if let fault { return .failure(fault) }
      if bytes.isEmpty { bytes = more } else { bytes += more }
      if isAtEnd { return .success(bytes) }
      room = max(chunk, bytes.count)
    }
  }

  private static func resolve(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(validatingCString: resolved)
  }

  // MARK: All reports

  func reportPaths(findings: inout Findings) -> [String] {
    var paths: [String] = []
    var seen: Set<FileStamp> = []
    collect(StoreLocation.reportsFolder, into: &paths, seen: &seen, findings: &findings)
    return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private func collect(
    _ folder: String, into paths: inout [String], seen: inout Set<FileStamp>, findings: inout Findings
  ) {
    var folders = [folder]
    while let folder = folders.popLast() {
      // A link to a folder above would lead round in circles.
      guard let stamp = stamp(of: folder), seen.insert(stamp.identity).inserted else { continue }
      switch names(in: folder) {
      case .failure(let fault):
        findings.add(Finding(.error, file: folder, line: 1, column: 1, message: fault.message))
      case .success(let names):
        for name in names where !StoreLocation.isHidden(name) {
          let path = folder + "/" + name
          if isFolder(path) {
            folders.append(path)
          } else if name.hasSuffix(".csv") {
            paths.append(path)
          }
        }
      }
    }
  }

  private func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(root + "/" + path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private func names(in folder: String) -> Result<[String], Fault> {
    let full = root + "/" + folder
    guard let resolved = Self.resolve(full) else { return .failure(.system(errno)) }
    guard resolved.hasPrefix(root + "/") else { return .failure(.outside) }
    return FolderListing.names(in: resolved).mapError { .system($0.code) }
  }
}

extension FileStamp {
  init(_ status: stat) {
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    size = Int64(status.st_size)
    modified = Int64(status.st_mtim.tv_sec)
    modifiedNanoseconds = Int64(status.st_mtim.tv_nsec)
  }

  /// Which file it is, whatever is in it.
  fileprivate var identity: FileStamp { FileStamp(device: device, inode: inode) }
}
