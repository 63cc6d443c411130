internal import Glibc

/// The names in a folder.
enum FolderListing {
  struct Failure: Error {
    /// The system's `errno`.
    var code: Int32
  }

  /// All names but `.` and `..`; a name that is not UTF-8 is left out, since no path could say it.
  static func names(in folder: String) -> Result<[String], Failure> {
    guard let stream = unsafe opendir(folder) else { return .failure(Failure(code: errno)) }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if let name, name != ".", name != ".." { names.append(name) }
    }
    return .success(names)
  }
}
