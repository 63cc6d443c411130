internal import Glibc

/// The system's own words for an `errno`.
public enum SystemError {
  public static func text(_ code: Int32) -> String {
    guard let text = unsafe strerror(code) else { return "errno \(code)" }
    return unsafe String(cString: text)
  }
}
