public import TextCore

/// Why something was not written into the journal.
public enum RecordingFault: Error, Hashable, Sendable {
  /// What was to be said is not as it should be.
  case invalid(Localized)
  /// The author has said nothing about this work that is still to be taken back.
  case nothingToTakeBack
  /// What others have said about the work since it was looked at, oldest first.
  case saidMeanwhile([Update])
  /// The store may not be written.
  case refused(Localized)
  /// Somebody else kept the file to himself for too long.
  case busy
  /// The file is a link, a pipe, a folder or a device.
  case notPlain(path: String)
  /// Somebody put another file in its place while this one was written.
  case replaced
  /// The file's header does not say where the cells go.
  case header(Finding)
  /// The file is as long as a table may be.
  case tooLarge(mebibytes: Int)
  /// The system refused.
  ///
  /// - Parameter isHalf: whether a part of what was to be written may be left at the file's end.
  case system(path: String, errno: Int32, isHalf: Bool)

  private static let half = Localized(
    "; cuối tệp có thể còn một phần", "; a part of it may be at the file's end")

  /// What to say to whoever wanted to record it.
  public var message: Localized {
    switch self {
    case .invalid(let why), .refused(let why): why
    case .nothingToTakeBack:
      Localized("bạn chưa ghi gì ở đây để rút lại", "you have said nothing here that could be taken back")
    case .saidMeanwhile: Localized("vừa có cập nhật mới", "something new was said just now")
    case .busy:
      Localized(
        "chưa lưu: có người khác đang ghi updates.csv; xin thử lại",
        "not saved: somebody else is writing updates.csv; please try again")
    case .notPlain(let path):
      Localized(
        "chưa lưu: «\(path)» không phải là tệp thường", "not saved: «\(path)» is no plain file")
    case .replaced:
      Localized(
        "chưa lưu: updates.csv vừa bị thay bằng tệp khác; xin xem rồi thử lại",
        "not saved: updates.csv was just replaced by another file; please look and try again")
    case .header(let finding):
      Localized("chưa lưu: ", "not saved: ")
        + Localized(finding.text(in: .vietnamese), finding.text(in: .english))
    case .tooLarge(let limit):
      Localized(
        "chưa lưu: updates.csv đã đầy (tối đa \(limit) MB)", "not saved: updates.csv is full (at most \(limit) MB)")
    case .system(let path, let code, let isHalf):
      Localized("chưa lưu: ", "not saved: ") + Localized(both: path + ": ") + SystemError.text(code)
        + (isHalf ? Self.half : Localized(both: ""))
    }
  }
}
