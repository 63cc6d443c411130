internal import TextCore

/// Why a file or folder of the store is not read.
enum FileFault: Error, Hashable {
  case outside
  case notPlain
  case nameIsNotUTF8
  /// More lines in all report files than can be counted.
  case tooManyLines
  /// More than so many mebibytes.
  case tooLarge(mebibytes: Int)
  /// A line of a report file, of more than so many mebibytes.
  case lineTooLong(mebibytes: Int)
  /// The system's `errno`.
  case system(Int32)

  var message: Localized {
    switch self {
    case .outside:
      Localized(
        "liên kết ra ngoài thư mục dữ liệu, không được mở", "a link that leads out of the store; it is not opened")
    case .notPlain: Localized("không phải là tệp thường, không được mở", "not a plain file; it is not opened")
    case .nameIsNotUTF8: Localized("tên không phải UTF-8; đổi tên tệp", "a name that is not UTF-8; rename the file")
    case .tooManyLines:
      Localized("quá nhiều dòng số liệu, không được đọc", "too many lines of reports in all; it is not read")
    case .tooLarge(let limit):
      Localized("tệp quá lớn (hơn \(limit) MB), không được đọc", "file too large (over \(limit) MB); it is not read")
    case .lineTooLong(let limit):
      Localized(
        "có dòng dài hơn \(limit) MB, cả tệp không được đọc", "a line of over \(limit) MB; none of the file is read")
    case .system(let code):
      Localized("không đọc được: ", "cannot be read: ") + SystemError.text(code)
    }
  }

  /// It stands at the beginning of the file, but where there is a line that is to blame.
  func finding(in path: String, line: Int = 1) -> Finding {
    Finding(.error, file: path, line: line, column: 1, message: message)
  }
}
