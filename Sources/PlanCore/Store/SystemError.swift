internal import Glibc
public import TextCore

/// What an `errno` means, for people.
public enum SystemError {
  /// In both languages where it is one that a user meets; else in the C library's words, for which there is no other
  /// language.
  public static func text(_ code: Int32) -> Localized {
    let english = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "errno \(code)"
    return Localized(vietnamese(code) ?? english, english)
  }

  private static func vietnamese(_ code: Int32) -> String? {
    switch code {
    case ENOENT: "không có tệp hoặc thư mục này"
    case EACCES: "không có quyền truy cập"
    case EPERM: "hệ thống không cho phép"
    case ENOSPC: "ổ đĩa đã đầy"
    case EDQUOT: "đã dùng hết hạn mức ổ đĩa"
    case EIO: "lỗi vào ra của ổ đĩa"
    case EROFS: "hệ thống tệp chỉ cho đọc"
    case ENOTDIR: "đường dẫn có phần không phải thư mục"
    case EISDIR: "đây là thư mục, không phải tệp"
    case EEXIST: "tệp đã có"
    case ETXTBSY: "tệp chương trình đang chạy"
    case ENAMETOOLONG: "tên quá dài"
    case EMFILE, ENFILE: "mở quá nhiều tệp cùng lúc"
    case ELOOP: "liên kết dẫn vòng quanh"
    case ENOMEM: "thiếu bộ nhớ"
    case EAGAIN: "tạm thời chưa được; xin thử lại"
    case EPIPE: "nơi nhận đã đóng"
    default: nil
    }
  }
}
