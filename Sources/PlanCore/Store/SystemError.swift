internal import Glibc

/// The system's own words for an `errno`.
public enum SystemError {
  /// In the language of the C library, for which there is no other.
  public static func text(_ code: Int32) -> String {
    guard let text = unsafe strerror(code) else { return "errno \(code)" }
    return unsafe String(cString: text)
  }
}
