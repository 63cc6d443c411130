import PlanCore
import TextCore

/// Why nothing is imported.
enum ImportFailure: Error {
  /// The store is inside the program.
  case noFolder
  case unreadable(path: String, FileTrouble)
  case refused(ImportRefusal, String)
  /// So many rows have an error.
  case faulty(Int)
  /// No row has a figure.
  case nothing
  /// The store has all of it.
  case repeated(Import.Repeated)
  /// There is no number left for a file of this day.
  case tooManyToday

  enum FileTrouble {
    case notPlain
    /// The system's `errno`.
    case system(Int32)
  }

  var status: Int32 {
    switch self {
    case .noFolder, .tooManyToday: 73
    case .unreadable: 66
    case .refused(let refusal, _): refusal.isUsage ? 64 : 65
    case .faulty, .nothing, .repeated: 65
    }
  }

  var message: Localized {
    switch self {
    case .noFolder:
      Localized(
        "bản đi kèm không ghi vào được; «thuky init DIR» tạo bộ dữ liệu, rồi nhập với --store DIR (hoặc xem thử với --dry-run)",
        "the bundled plan cannot be written; «thuky init DIR» makes a store to import into with --store DIR (--dry-run shows what would be)"
      )
    case .unreadable(let path, .notPlain):
      Localized(
        "\(path): không phải tệp thường; dùng «-» để đọc từ đầu vào chuẩn",
        "\(path): not a plain file; «-» reads standard input")
    case .unreadable(let path, .system(let code)): Localized(both: path + ": ") + SystemError.text(code)
    case .refused(let refusal, let name):
      refusal.isUsage ? refusal.message : Localized(both: name + ": ") + refusal.message
    case .faulty(let count):
      Localized(
        "\(count) dòng có lỗi, không ghi gì; sửa tệp, hoặc thêm --skip-faulty để bỏ các dòng đó",
        "rows with an error: \(count); nothing is written; correct the file, or leave them out with --skip-faulty")
    case .repeated(let repeated):
      Localized(
        "đã nhập \(repeated.received.map { "ngày \($0.slashed) " } ?? "")trong tệp \(repeated.file), mọi số liệu như nhau: không ghi lần nữa",
        "already imported \(repeated.received.map { "on \($0.slashed) " } ?? "")in \(repeated.file), with the same figures: not written again"
      )
    case .tooManyToday:
      Localized(
        "hôm nay đã nhập \(NewReportFile.mostOfADay) tệp, hết số thứ tự: nhập tiếp vào ngày mai, hoặc gộp các bảng thành một tệp",
        "\(NewReportFile.mostOfADay) files were imported today and no number is left: go on tomorrow, or put the tables into one file"
      )
    case .nothing:
      Localized("không có dòng số liệu nào để ghi", "there is no row with a figure to write")
    }
  }
}
