public import TextCore

/// Why a store cannot be opened at all. A bad row is never one: it is a `Finding`.
public enum StoreError: Error, Hashable, Sendable {
  /// There is no such folder, or no `plan.conf` in it.
  case missing
  /// The system would not let us read, or write; `errno` says why.
  case system(path: String, errno: Int32)
  /// `plan.conf` is there and cannot be used.
  case unreadablePlan(Localized)
  /// A folder that was to be written into holds something.
  case notEmpty(path: String)
  /// A link that leads out of the store; nothing is written through it.
  case outside(path: String)
}
