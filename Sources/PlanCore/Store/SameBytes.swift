internal import Glibc

extension UnsafeRawBufferPointer {
  /// Whether two hold the same bytes.
  @inline(__always)
  func holdsTheSame(as other: UnsafeRawBufferPointer) -> Bool {
    guard count == other.count else { return false }
    guard let own = baseAddress, let others = other.baseAddress else { return true }
    return unsafe memcmp(own, others, count) == 0
  }
}
