/// Which files somebody is still writing, and when it is worth reading the store again.
///
/// It knows no clock and no file: times are milliseconds of any steady clock.
struct Settling {
  /// A file that nobody closes counts when nothing was written into it for so long.
  static let quiet = 1_000
  /// A reload waits so long after the first change, so that many files at once, or one that an editor moves away and
  /// writes anew, are one reload.
  static let gathering = 50

  /// Until when each file that is being written must be quiet.
  private var quietAt: [String: Int] = [:]
  private var reloadAt: Int?

  /// Paths that somebody is still writing.
  var unsettled: Set<String> { Set(quietAt.keys) }

  func isWriting(_ path: String) -> Bool { quietAt[path] != nil }

  /// Somebody wrote into a file, `age` milliseconds ago.
  mutating func wrote(_ path: String, at now: Int, age: Int = 0) {
    quietAt[path] = now + Self.quiet - min(max(age, 0), Self.quiet)
  }

  /// A file is as somebody wanted it, or gone.
  mutating func settled(_ path: String, at now: Int) {
    quietAt[path] = nil
    changed(at: now)
  }

  /// A folder is gone, and all that was in it.
  mutating func removed(folder: String, at now: Int) {
    quietAt = quietAt.filter { !$0.key.hasPrefix(folder + "/") }
    changed(at: now)
  }

  /// All is new, and what was being written is not there any more.
  mutating func replaced(at now: Int) {
    quietAt = [:]
    changed(at: now)
  }

  /// Something is not as it was read.
  mutating func changed(at now: Int) { reloadAt = min(reloadAt ?? .max, now + Self.gathering) }

  /// Whether to read the store again now; it says so once.
  mutating func takeReload(at now: Int) -> Bool {
    let quiet = quietAt.filter { $0.value <= now }
    for path in quiet.keys { quietAt[path] = nil }
    if quiet.isEmpty, now < reloadAt ?? .max { return false }
    reloadAt = nil
    return true
  }

  /// Milliseconds until `takeReload` may say yes though no file changes; `nil` while there is nothing to wait for.
  func wait(at now: Int) -> Int? {
    let next = min(quietAt.values.min() ?? .max, reloadAt ?? .max)
    return next == .max ? nil : max(0, next - now)
  }
}
