public import TextCore

/// Whether a store may be written, and if not, why.
public enum WriteAccess: Hashable, Sendable {
  case allowed
  /// The files inside the program.
  case bundled
  /// A year that is made up.
  case simulated
  /// Whoever started the program wants it to write nothing.
  case readOnly
  /// The system does not let this user write this file or folder.
  case noPermission(path: String)
  /// The journal is a link, a pipe or a device.
  case notPlain(path: String)

  /// Why it may not be written; `nil` where it may.
  public var refusal: Localized? {
    switch self {
    case .allowed: nil
    case .bundled:
      Localized(
        "bản đi kèm không ghi được; «thuky init DIR» tạo bộ dữ liệu để ghi",
        "the bundled plan cannot be written; «thuky init DIR» makes a store that can")
    case .simulated:
      Localized(
        "bản minh họa không ghi gì; «thuky init DIR» tạo bộ dữ liệu để ghi",
        "the demo writes nothing; «thuky init DIR» makes a store that can be written")
    case .readOnly: Localized("đang ở chế độ chỉ đọc", "this is read-only")
    case .noPermission(let path):
      Localized("không có quyền ghi vào «\(path)»", "no permission to write «\(path)»")
    case .notPlain(let path):
      Localized("«\(path)» không phải là tệp thường, không ghi vào", "«\(path)» is no plain file; nothing is written")
    }
  }
}
