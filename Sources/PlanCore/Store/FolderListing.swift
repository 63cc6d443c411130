internal import Glibc

/// The names in a folder.
enum FolderListing {
  /// All names but `.` and `..`. Of one that is not UTF-8 the faulty bytes are U+FFFD.
  static func names(in folder: String) -> FileResult<[String]> {
    guard let stream = unsafe opendir(folder) else { return .failure(.system(errno)) }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return .success(names)
  }
}
