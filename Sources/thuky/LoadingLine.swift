import Dashboard
import Glibc
import PlanCore
import Synchronization
import TextCore

/// Says on standard error how far a long reading has come, where that is a terminal.
final class LoadingLine: Sendable {
  private struct Shown {
    var since = Clock.monotonicMilliseconds
    var last = 0
    var width = 0
  }

  private let shown = Mutex(Shown())
  private let language: Language

  /// Milliseconds that pass in silence, and between two lines.
  private static let patience = 500
  private static let pause = 100

  private init(_ language: Language) { self.language = language }

  /// Calls `body` with what it is to report to; `nil` where nobody would see it.
  static func during<Result>(
    _ language: Language, _ body: (LoadingProgress?) throws(LocatedStoreError) -> Result
  ) throws(LocatedStoreError) -> Result {
    guard isatty(STDERR_FILENO) == 1 else { return try body(nil) }
    let line = LoadingLine(language)
    defer { line.clear() }
    return try body(LoadingProgress(onChange: line.show))
  }

  private func show(_ progress: LoadingProgress) {
    shown.withLock { shown in
      let now = Clock.monotonicMilliseconds
      guard now - shown.since >= Self.patience, now - shown.last >= Self.pause else { return }
      shown.last = now
      let text = LoadingText.text(Loading(progress), language)
      Output.overwrite(text, width: shown.width)
      shown.width = text.unicodeScalars.count
    }
  }

  private func clear() {
    shown.withLock { if $0.width > 0 { Output.overwrite("", width: $0.width) } }
  }
}

extension Loading {
  init(_ progress: LoadingProgress) {
    self.init(rows: progress.rows, bytes: progress.bytes, totalBytes: progress.totalBytes)
  }
}
