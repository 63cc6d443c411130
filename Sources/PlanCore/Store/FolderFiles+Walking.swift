internal import Glibc
internal import TextCore

extension FolderFiles {
  /// A name in one of the store's folders.
  struct Entry {
    /// Within the store.
    var path: String
    /// Whether it is a folder, or a link to one.
    var isFolder: Bool
    var isLink: Bool

    /// Whether the name may not be what the folder has, for want of UTF-8.
    fileprivate var isRepaired: Bool { path.unicodeScalars.contains("\u{FFFD}") }
  }

  func reportPaths(findings: inout Findings) -> [String] {
    var paths: [String] = []
    guard stamp(of: StoreLocation.reportsFolder) != nil else { return [] }
    walk(StoreLocation.reportsFolder) { folder, entries in
      switch entries {
      case .failure(let fault): findings.add(fault.finding(in: folder))
      case .success(let entries):
        for entry in entries where !entry.isFolder {
          if StoreLocation.isNearlyReport(entry.path) { findings.add(Self.notAReport(entry.path)) }
          guard StoreLocation.isReport(entry.path) else { continue }
          if entry.isRepaired, stamp(of: entry.path) == nil {
            findings.add(FileFault.nameIsNotUTF8.finding(in: entry.path))
          } else {
            paths.append(entry.path)
          }
        }
      }
    }
    return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// What is said of a file that looks like a report and is passed over.
  private static func notAReport(_ path: String) -> Finding {
    Finding(
      .warning, file: path, line: 1, column: 1,
      message: Localized(
        "tệp này không được đọc; báo cáo là tệp CSV có tên kết thúc bằng .csv",
        "this file is not read; reports are CSV files whose names end in .csv"))
  }

  /// Visits a folder and every one below it, each once: links after folders, since they may lead round in circles.
  ///
  /// - Parameter enter: asked before a folder is listed; false passes it and what is below it over.
  func walk(
    _ start: String, enter: (_ folder: String) -> Bool = { _ in true },
    visit: (_ folder: String, _ entries: FileResult<[Entry]>) -> Void
  ) {
    var folders = [start]
    var links: [String] = []
    var seen: Set<FileStamp> = []
    while let folder = folders.popLast() ?? links.popLast() {
      guard let stamp = stamp(of: folder), seen.insert(stamp.identity).inserted, enter(folder) else { continue }
      let entries = entries(in: folder)
      visit(folder, entries)
      for entry in entries.value ?? [] where entry.isFolder {
        if entry.isLink { links.append(entry.path) } else { folders.append(entry.path) }
      }
    }
  }

  /// In byte order, without hidden names.
  private func entries(in folder: String) -> FileResult<[Entry]> {
    resolve(within: folder).flatMap { FolderListing.names(in: $0) }.map { names in
      names.filter { !StoreLocation.isHidden($0) }
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        .map { entry(folder + "/" + $0) }
    }
  }

  func entry(_ path: String) -> Entry {
    var status = stat()
    guard unsafe lstat(root + "/" + path, &status) == 0 else {
      return Entry(path: path, isFolder: false, isLink: false)
    }
    let isLink = status.st_mode & S_IFMT == S_IFLNK
    let isFolder = isLink ? Self.status(of: root + "/" + path)?.isFolder ?? false : status.isFolder
    return Entry(path: path, isFolder: isFolder, isLink: isLink)
  }
}

extension FileStamp {
  /// Which file it is, whatever is in it.
  fileprivate var identity: FileStamp { FileStamp(device: device, inode: inode) }
}
