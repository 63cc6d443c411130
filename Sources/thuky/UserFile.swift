import Glibc
import PlanCore
import TextCore

/// Small files that somebody keeps for himself: configuration, themes, where he left off. Not one byte is trusted.
enum UserFile {
  /// Bytes of the largest that is read.
  static let limit = 64 * 1_024

  /// Why a file is not read.
  enum Fault: Error, Hashable {
    case notPlain
    case tooLarge(kibibytes: Int)
    /// The system's `errno`.
    case system(Int32)

    var message: Localized {
      switch self {
      case .notPlain: Localized("không phải là tệp thường, không được mở", "not a plain file; it is not opened")
      case .tooLarge(let limit):
        Localized("tệp lớn hơn \(limit) KB, không được đọc", "over \(limit) KB; it is not read")
      case .system(let code):
        Localized("không đọc được: ", "cannot be read: ") + SystemError.text(code)
      }
    }

    func finding(in path: String) -> Finding {
      Finding(.error, file: path, line: 1, column: 1, message: message)
    }
  }

  /// Reads a whole file; `nil` where there is none. A pipe or a device, or a link to one, is not even opened: some act
  /// on that, and some wait.
  ///
  /// - Parameters:
  ///   - limit: bytes of the largest that is read.
  ///   - cutsOff: whether of a larger one the whole lines at its beginning are read.
  static func read(_ path: String, limit: Int = UserFile.limit, cutsOff: Bool = false) -> Result<[UInt8], Fault>? {
    var status = stat()
    guard stat(path, &status) == 0 else {
      return errno == ENOENT || errno == ENOTDIR ? nil : .failure(.system(errno))
    }
    guard status.st_mode & S_IFMT == S_IFREG else { return .failure(.notPlain) }
    let file = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else { return errno == ENOENT ? nil : .failure(.system(errno)) }
    defer { close(file) }
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return .failure(.notPlain) }
    // As much as it had when it was opened.
    if status.st_size <= limit { return read(file, most: Int(status.st_size)) }
    guard cutsOff else { return .failure(.tooLarge(kibibytes: limit >> 10)) }
    return read(file, most: limit).map { bytes in
      Array(bytes[..<(bytes.lastIndex(of: UInt8(ascii: "\n")) ?? 0)])
    }
  }

  /// The line that a finding about such a file is about: these are named by their whole paths.
  static func line(of finding: Finding) -> FaultyLine? {
    guard finding.file.hasPrefix("/"), case .success(let bytes)? = read(finding.file) else { return nil }
    return FaultyLine(of: bytes, line: finding.line, column: finding.column)
  }

  /// Reads what has been opened to its end, or so many bytes of it.
  static func read(_ file: Int32, most: Int) -> Result<[UInt8], Fault> {
    var bytes: [UInt8] = []
    var room = [UInt8](repeating: 0, count: min(max(0, most), 1 << 16))
    while bytes.count < most {
      let wanted = min(room.count, most - bytes.count)
      let got = room.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, wanted) }
      if got == 0 { break }
      if got > 0 {
        bytes += room[..<got]
      } else if errno != EINTR {
        return .failure(.system(errno))
      }
    }
    return .success(bytes)
  }
}
