internal import Synchronization

/// How far a reading has come. Threads that read write it, the one that draws reads it.
public final class LoadingProgress: Sendable {
  private let allBytes = Atomic<Int>(0)
  private let readBytes = Atomic<Int>(0)
  private let readRows = Atomic<Int>(0)
  private let onBegin: @Sendable (LoadingProgress) -> Void
  private let onChange: @Sendable (LoadingProgress) -> Void

  /// - Parameters:
  ///   - onChange: called from any thread whenever a part has been read.
  ///   - onBegin: called when it is known how much is to be read; nothing is until it returns.
  public init(
    onChange: @escaping @Sendable (LoadingProgress) -> Void = { _ in },
    onBegin: @escaping @Sendable (LoadingProgress) -> Void = { _ in }
  ) {
    self.onBegin = onBegin
    self.onChange = onChange
  }

  /// Bytes of all report files that are to be read.
  public var totalBytes: Int { allBytes.load(ordering: .relaxed) }
  /// Of these, bytes that have been read.
  public var bytes: Int { min(readBytes.load(ordering: .relaxed), totalBytes) }
  /// Rows that have been read.
  public var rows: Int { readRows.load(ordering: .relaxed) }

  func begin(bytes: Int) {
    allBytes.store(bytes, ordering: .relaxed)
    onBegin(self)
    onChange(self)
  }

  func add(bytes: Int, rows: Int) {
    readBytes.wrappingAdd(bytes, ordering: .relaxed)
    readRows.wrappingAdd(rows, ordering: .relaxed)
    onChange(self)
  }
}
